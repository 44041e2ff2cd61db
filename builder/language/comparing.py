"""What sets one figure against another and is told apart: the shape that each language fills.

All is searched in words as those of a lexicon are: plain, whatever the case of letters, a figure
`FIGURE`.
"""

from __future__ import annotations

import re

from builder.frozen import dataclass
from builder.language.language import module_of


@dataclass(frozen=True)
class Comparing:
    """A language's ways to compare that need another look than its `compared` words.

    `laws` say how two things go together, "the farther, the rarer": they compare in a title over
    figures, and in a sentence that shows it by figures behind a colon or in brackets. `equalled`
    are verbs that name a figure's own value ("equals"); `bounded` those that say so of what is
    `inexact`, an error or a difference: "the error does not exceed". `alike` are words of
    sameness, `main` of the greatest part ("the lion's share", "the main payer"), `small` of a
    small gap; `passed` and `reached` say so of a goal, `nearly` stands before what is not quite
    so. `major` are the words of `main` that say more than half; the others are true of the greatest
    of many parts. `of` stands between a part and its whole: "5 of 8". `given` stands before figures
    for which something is the same, "for 5 stops and for 12"; `earlier` beside one that stood
    before: "90 now, after 70". `beaten` says of a goal that it was passed, be it upwards or
    downwards. `either` stands between two numbers in words that bound something, "three to four
    times"; `lasting` behind a share in words that says how long: "a quarter of a century".

    `folded` are number words that say a factor by themselves ("twice", "sevenfold"), `times` what
    stands behind others; `more`, `about` and `less` stand before a factor that is above, near or
    below what is said. `most` and `least` are superlatives of more and of less; `negated` are words
    of a figure that counts what is not so.
    """

    laws: re.Pattern[str]
    equalled: re.Pattern[str]
    bounded: re.Pattern[str]
    inexact: re.Pattern[str]
    alike: re.Pattern[str]
    main: re.Pattern[str]
    small: re.Pattern[str]
    passed: re.Pattern[str]
    reached: re.Pattern[str]
    nearly: re.Pattern[str]
    of: str
    folded: re.Pattern[str]
    times: str
    more: re.Pattern[str]
    about: re.Pattern[str]
    less: re.Pattern[str]
    most: re.Pattern[str]
    least: re.Pattern[str]
    negated: re.Pattern[str]
    major: str
    given: str
    earlier: str
    beaten: str
    either: str
    lasting: str

    @property
    def relations(self) -> tuple[re.Pattern[str], ...]:
        """Return what compares, in prose and in titles, besides the words of a lexicon."""
        return self.alike, self.main, self.small, self.passed, self.reached


def comparing_of(tag: str) -> Comparing:
    """Return the lists of a BCP 47 tag's language; only its module is loaded."""
    comparing: Comparing = module_of(tag, "claims").COMPARING
    return comparing
