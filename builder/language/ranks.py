"""What says that one leads another, each with its figure: the shape that each language fills.

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
_FEW: Final = r"(?: [^\W\d_][\w’-]*){0,3}?"
_NAME: Final = r"(?: [^\W\d_][\w’-]*){1,4}?"


@dataclass(frozen=True)
class Ranks:
    """A language's words for what stands before another, `ahead`, or `behind` it: "Au leads with 8
    ahead of Bo with 5", "Au (8) is ahead of Bo (5)".

    `verbs` stand before these, `with_` before a figure. `leads` and `lags` are nouns of it,
    `of` stands before who has it, if anything does, `over` before the other: "the lead of Au (8)
    over Bo (5)". `above` and `below` say the same of whatever is measured, `worth` stands before
    the other's figure: "lies at 8, above the grant of 5". `better` and `worse` are verbs that judge
    a change, `lacks` words for what is the better the less there is of it.
    """

    verbs: str
    with_: str
    ahead: str
    behind: str
    leads: str
    lags: str
    of: str
    over: str
    above: str
    below: str
    worth: str
    better: str
    worse: str
    lacks: str

    @cached_property
    def bad(self) -> re.Pattern[str]:
        """A word for what is the better the less there is of it."""
        return re.compile(rf"(?<!\w)(?:{self.lacks})", re.IGNORECASE)

    @cached_property
    def judged(self) -> re.Pattern[str]:
        """A verb that judges a change, `better` or `worse`."""
        return re.compile(rf"(?<![\w-])(?:(?P<better>{self.better})|(?P<worse>{self.worse}))(?!\w)")

    @cached_property
    def patterns(self) -> tuple[re.Pattern[str], ...]:
        """What ranks a figure `first` and a `last` in words `said`, `ahead` or `behind`."""
        first, last = f"(?P<first>{FIGURE})", f"(?P<last>{FIGURE})"
        way = (
            rf"(?:(?P<ahead>{self.ahead})|(?P<behind>{self.behind})"
            rf"|(?P<above>{self.above})|(?P<below>{self.below}))"
        )
        noun = (
            rf"(?P<said>(?P<ahead>{self.leads})|(?P<behind>{self.lags})"
            rf"|(?P<above>(?!))|(?P<below>(?!)))(?: (?:{self.of}))?"
        )
        verbs, by = rf"(?P<said>(?:{self.verbs}){_FEW}", rf"(?:{self.with_}) {_WORDS}{first}"
        other = rf"{_NAME},? (?:\(|(?:(?:{self.with_}|{self.worth})(?: |(?<=’))){_WORDS}){last}"
        return (
            re.compile(rf"(?<![\w-]){verbs},? {by},?{_FEW},? {way}){other}"),
            re.compile(rf"{first}\),? {verbs},? {way}){other}"),
            re.compile(rf"(?<![\w-]){by},?(?: [\w’-]+){{0,3}}? {verbs},? {way}){other}"),
            re.compile(rf"(?<![\w-]){noun}{_NAME} \({first}\) (?:{self.over}){_NAME} \({last}"),
        )


def ranks_of(tag: str) -> Ranks:
    """Return the lists of a BCP 47 tag's language; only its module is loaded."""
    ranks: Ranks = module_of(tag, "claims").RANKS
    return ranks
