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
    `inexact`, an error or a difference: "the error does not exceed".
    """

    laws: re.Pattern[str]
    equalled: re.Pattern[str]
    bounded: re.Pattern[str]
    inexact: re.Pattern[str]


def comparing_of(tag: str) -> Comparing:
    """Return the lists of a BCP 47 tag's language; only its module is loaded."""
    comparing: Comparing = module_of(tag, "comparing").COMPARING
    return comparing
