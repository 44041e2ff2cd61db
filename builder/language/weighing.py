"""Words that set one figure against another in the same sentence: the shape each language fills.

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


@dataclass(frozen=True)
class Weighing:
    """A language's words of more and less between two.

    `more` says that what it is said of has the greater figure, `less` the smaller one, `than`
    stands before the other; verbs stand right before it. `against` stands between two figures of
    which the first is of what the sentence is about: "8 against 5". `now` says that a figure is
    of today, `once` that it is of before, `denies` that something is not so, or only might be.
    `times` stands behind the number of times, `over` before a share that is passed;
    `whereas` sets what was against what is.
    """

    more: str
    less: str
    than: str
    against: str
    now: str
    once: str
    denies: str
    times: str
    whereas: str
    over: str

    @cached_property
    def ways(self) -> re.Pattern[str]:
        """What says which of two is more; its group says which way."""
        return re.compile(rf"(?<![\w-])(?:(?P<more>{self.more})|(?P<less>{self.less}))(?!\w)")

    @cached_property
    def other(self) -> re.Pattern[str]:
        """What stands before the other."""
        return re.compile(rf"(?<!\w)(?:{self.than})(?!\w)")

    @cached_property
    def paired(self) -> re.Pattern[str]:
        """Words between two figures of which the first is the sentence's own."""
        return re.compile(rf"(?: [\w’-]+){{0,3}},? (?:{self.against}) {_WORDS}$")

    @cached_property
    def today(self) -> re.Pattern[str]:
        """What says that a figure beside it is of today."""
        return re.compile(rf"(?<!\w)(?:{self.now})(?!\w)")

    @cached_property
    def past(self) -> re.Pattern[str]:
        """What says that a figure beside it is of before."""
        return re.compile(rf"(?<!\w)(?:{self.once})(?!\w)")

    @cached_property
    def apart(self) -> re.Pattern[str]:
        """What sets one time against another."""
        return re.compile(rf"(?<!\w)(?:{self.whereas}|{self.against})(?!\w)")

    @cached_property
    def denied(self) -> re.Pattern[str]:
        """What denies, or says that something only might be."""
        return re.compile(rf"(?<!\w)(?:{self.denies})(?!\w)")

    @cached_property
    def folds(self) -> re.Pattern[str]:
        """A number of times in words, as the group `number`."""
        word = rf"[^\W\d_{FIGURE}]"
        return re.compile(
            rf"(?<!\w)(?P<number>(?:{word}[\w’-]* ){{1,2}}|{word}+?)(?:{self.times})(?!\w)"
        )


def weighing_of(tag: str) -> Weighing:
    """Return the lists of a BCP 47 tag's language; only its module is loaded."""
    weighing: Weighing = module_of(tag, "weighing").WEIGHING
    return weighing
