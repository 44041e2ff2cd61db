"""What in a sentence says that one of its figures follows from two others: the words that each
language has for it.

All is searched in plain words in small letters, a figure `FIGURE`.
"""

from __future__ import annotations

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
    `points` are units of what shares differ by, `each` says that two figures are of two things.
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


def relations_of(tag: str) -> Relations:
    """Return the lists of a BCP 47 tag's language; only its module is loaded."""
    relations: Relations = module_of(tag, "relations").RELATIONS
    return relations
