"""What in a sentence says that one of its figures follows from two others: the words that each
language has for it.

All is searched in plain words in small letters, a figure `FIGURE`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property, lru_cache

from builder.frozen import dataclass
from builder.language.language import module_of


@dataclass(frozen=True)
class Relations:
    """A language's words that relate figures.

    `restates` says the same again in another way ("or", "that is"); `by` stands before what
    something changed by, `fold` before how many times it did so, `more` behind either. `gap` are
    nouns of a difference, `against` stands between its two figures. `of` stands between a part and
    its whole, `opens` before a whole that begins a sentence, `wholes` between a whole and its part.
    `rates` make of a figure one for each year, or a mean. `hedges` may stand right before a figure.
    `points` are units of what shares differ by, `each` says that two figures are of two things,
    `unlike` names what something is set against. `misses` and `reaches` are verbs of goals.
    """

    restates: str
    by: str
    fold: str
    more: str
    gap: str
    against: str
    of: str
    opens: str
    wholes: str
    rates: str
    hedges: str
    points: str
    each: str
    unlike: str
    misses: str
    reaches: str

    @cached_property
    def contrasted(self) -> re.Pattern[str]:
        """What names another thing than what is spoken of."""
        return re.compile(rf"(?<!\w)(?:{self.unlike}|{self.against})(?!\w)")


def relations_of(tag: str) -> Relations:
    """Return the lists of a BCP 47 tag's language; only its module is loaded."""
    relations: Relations = module_of(tag, "relations").RELATIONS
    return relations


@lru_cache(maxsize=8)
def per_cent(tag: str) -> re.Pattern[str]:
    """Return what stands behind a number in words and makes per cent of it."""
    written: Mapping[str, str] = module_of(tag, "beside").WRITTEN
    said = sorted((each for each, unit in written.items() if unit == "%"), key=len)
    return re.compile(rf" (?:{'|'.join(map(re.escape, reversed(said)))})(?!\w)")
