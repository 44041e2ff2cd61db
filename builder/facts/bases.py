"""What rates are told for: takes the unit that a figure states and what its formula comes to,
returns by how much the formula misses it.

"Per 1,000 people" is a thousand times what one count over another comes to.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import Final

from builder.facts.arithmetic import Quantity
from builder.facts.expression import Expression
from builder.facts.scales import multiple_of, told
from builder.facts.sizes import is_rate, kinds_of, scale_words
from builder.facts.units import Unit
from builder.language.language import module_of

_FOR: Final = ("per", "for", "pour", "auf", "for every", "/")
_THOUSANDTHS: Final = re.compile(r"‰|per mille?|pour mille|Promille|проміле", re.IGNORECASE)
_ROUND: Final = re.compile(r"(?P<digits>1(?:0|[\s.,'’](?=0))+)(?![\d.,])\s*(?P<scale>[^\W\d_]*)\.?")
_ONE: Final = Fraction(1)
_TWO: Final = [-1, 1]  # the powers of a quotient of two counts


def base_missed(stated: Unit, found: Quantity, expression: Expression, tag: str) -> Fraction | None:
    """Return by what a quotient of two counts must be multiplied to be told for as many as its
    figure's unit says; 1 where it is, None where the unit says nothing of it.
    """
    base = base_of(next(iter(stated.factors), ""), tag) if len(stated.factors) == 1 else None
    held = multiple_of(expression.tree, expression) if base else None
    size = _size(found.unit, tag)
    if base is None or not held or size is None:
        return None
    missing = base * size / held
    return missing if missing == 1 or told(missing, held) else None


@lru_cache(maxsize=64)
def base_of(unit: str, tag: str) -> Fraction | None:
    """Return how many of something a unit is told for: 1000 of "deaths per 1,000 people"."""
    if _THOUSANDTHS.fullmatch(unit):
        return Fraction(1000)
    below = _per(tag).split(unit, maxsplit=1)[1:]
    scales = scale_words(tag)
    for words in below:
        found = _ROUND.match(words)
        if found:
            scale = scales.get(found["scale"].casefold(), _ONE)
            return Fraction(re.sub(r"\D", "", found["digits"])) * scale
        first = words.partition(" ")[0].rstrip(".").casefold()
        return scales.get(first)
    return None


@lru_cache(maxsize=8)
def _per(tag: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, (*module_of(tag, "beside").PER, *_FOR)))
    return re.compile(rf"(?:^|\s+)(?:{words})\s+", re.IGNORECASE)


def _size(unit: Unit, tag: str) -> Fraction | None:
    """Return the scale of one count over another ("thousand calls" over "people"); None where it is
    no such quotient.
    """
    if unit.literal or unit.ratio:
        return None
    if unit.factors and sorted(unit.factors.values()) != _TWO:
        return None
    size = _ONE
    for name, power in unit.factors.items():
        kinds = kinds_of(name, tag)
        if is_rate(name, tag) or not name[:1].isalpha() or any(not k.counted for k in kinds):
            return None
        for kind in kinds:
            size *= kind.size**power
    return size
