"""What tells that something went from one figure to another: the shape that each language fills.

All is searched in words as those of a lexicon are: plain, in small letters, a figure `FIGURE`.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Final

from builder.frozen import dataclass
from builder.language.language import module_of
from builder.language.lexicon import FIGURE

_WORDS: Final = r"(?:[^\W\d_][\w’-]* ){0,2}"  # before a figure: "about", "a mere"
_WITHIN: Final = rf"[^.;:!?{FIGURE}]{{0,60}}"


@dataclass(frozen=True)
class Courses:
    """A language's verbs and nouns of rising and falling, and what leads from figure to figure.

    `neither` are the verbs that say no way: "went from 5 to 8". `start` stands before the first
    figure, `end` before the last, `by` before what it changed by, `then` right behind the last.
    `amounts` stand right before what can only be above zero ("is short of 3"), `besides` right
    behind it ("3 more").
    """

    rises: str
    falls: str
    neither: str
    start: str
    end: str
    by: str
    then: str
    amounts: str
    besides: str

    @cached_property
    def led(self) -> re.Pattern[str]:
        """What leads from a figure `first` to a `last`, and what it says that it changed by."""
        return re.compile(
            rf"(?:(?<!\w)(?:{self.by}) {_WORDS}(?P<before>{FIGURE})(?: [\w’-]+){{0,3}},? )?"
            rf"(?<!\w)(?:{self.start}) {_WORDS}(?P<first>{FIGURE}){_WITHIN}"
            rf"(?<!\w)(?:{self.end}) {_WORDS}(?P<last>{FIGURE})"
        )

    @cached_property
    def said(self) -> re.Pattern[str]:
        """A word of change; its group says which way."""
        return re.compile(
            rf"(?<![\w-])(?:(?P<rises>{self.rises})|(?P<falls>{self.falls})"
            rf"|(?P<neither>{self.neither}))(?!\w)"
        )

    @cached_property
    def change(self) -> re.Pattern[str]:
        """What says how much it changed by, behind the last figure: ", a rise of 3"."""
        return re.compile(
            rf"[^.;:!?{FIGURE}]{{0,50}}(?<!\w)(?:{self.by}) {_WORDS}(?P<after>{FIGURE})"
        )

    @cached_property
    def told(self) -> re.Pattern[str]:
        """What says so right behind the last figure: ", up 3"."""
        return re.compile(rf",? (?:{self.then}) (?P<after>{FIGURE})")

    @cached_property
    def amount(self) -> re.Pattern[str]:
        """What says that a figure beside it is an amount, which has no sign; either group."""
        return re.compile(
            rf"(?<![\w-])(?P<before>{self.amounts}) (?P<first>{FIGURE})"
            rf"|(?P<last>{FIGURE}) (?P<behind>{self.besides})(?!\w)"
        )


def courses_of(tag: str) -> Courses:
    """Return the lists of a BCP 47 tag's language; only its module is loaded."""
    courses: Courses = module_of(tag, "courses").COURSES
    return courses
