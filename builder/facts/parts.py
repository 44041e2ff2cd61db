"""Shares of two counts: takes a formula that divides them, returns by how much it misses per cent.

Of 1,200 residents 540 read: `100 * readers / residents` is a share though readers and residents are
two nouns. So is any quotient of what is counted one by one, where its figure says that it is per
cent. What is measured, paid or a rate is no part of a count: kg over people is no share.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache
from typing import Final

from builder.facts.arithmetic import Quantity
from builder.facts.expression import Expression
from builder.facts.nouns import measures_by_form
from builder.facts.scales import multiple_of, told
from builder.facts.sizes import is_rate, kinds_of
from builder.facts.units import HUNDREDTHS, Unit, currency_of

_ONE: Final = Fraction(1)
_QUOTIENT: Final = [-1, 1]  # powers of its two units
_NOUN: Final = re.compile(r"[^\W\d_]{3,}[\w’' -]*")
_MEASURED: Final = ("duration", "length", "area", "mass", "volume", "power", "energy", "digital")
_LONG: Final = 4  # letters, from which on a compound may end in a measure: "Dezitonnen"


def part_missed(stated: Unit, found: Quantity, expression: Expression, tag: str) -> Fraction | None:
    """Return by what a quotient of two counts must be multiplied to be the per cent that its figure
    states; 1 where nothing is missing, None where it is no such quotient.
    """
    factors = found.unit.factors
    if stated.ratio not in HUNDREDTHS or sorted(factors.values()) != _QUOTIENT:
        return None
    size = Fraction(100)
    for unit, power in factors.items():
        scale = _scale(unit, tag)
        if scale is None:
            return None
        size *= scale**power
    held = multiple_of(expression.tree, expression)
    return (told(size / held, held) or _ONE) if held else None


def are_counts(units: Iterable[str], tag: str) -> bool:
    """Say whether all these units are of what is counted one by one, or in thousands."""
    return all(_scale(unit, tag) is not None for unit in units)


def _scale(unit: str, tag: str) -> Fraction | None:
    """Return the scale of what is counted: 1000 of "thousand people", 1 of "people"; else None."""
    kinds = kinds_of(unit, tag)
    last = unit.split()[-1].split("-")  # "vehicle-km"
    parts = (kind for word in last for kind in kinds_of(word, tag))
    if len(kinds) > 1 or not all(kind.counted for kind in (*kinds, *parts)) or is_rate(unit, tag):
        return None
    if currency_of(unit.split()[0]) or not _NOUN.match(unit) or _is_measured(unit, tag):
        return None
    return kinds[0].size if kinds else _ONE


def _is_measured(unit: str, tag: str) -> bool:
    words = unit.casefold().split()
    return any(
        word == form or (len(form) >= _LONG and word.endswith(form) and word == words[-1])
        for form in _measures(tag)
        for word in words
    )


@lru_cache(maxsize=8)
def _measures(tag: str) -> frozenset[str]:
    """Return the words of measures, in small letters: "tonnes", "Stunden"."""
    return frozenset(
        form.casefold()
        for language in dict.fromkeys((tag, "en"))
        for form, measure in measures_by_form(language).items()
        if measure.startswith(_MEASURED)
    )
