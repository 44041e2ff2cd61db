"""Quotients of two counts: takes the unit that a figure states and what its formula comes to,
returns by how much the formula misses it.

Of rates, "per 1,000 people" is a thousand times what one count over another comes to.

Of shares it misses per cent: of 1,200 residents 540 read, and `100 * readers / residents` is a
share though readers and residents are two nouns. So is any quotient of what is counted one by one,
where its figure says that it is per cent. What is measured, paid or a rate is no part of a count:
kg over people is no share.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import lru_cache
from typing import Final

from builder.facts.arithmetic import Quantity, is_constant, times_stated
from builder.facts.expression import Expression
from builder.facts.nouns import measures_by_form
from builder.facts.scales import multiple_of, told
from builder.facts.sizes import is_rate, kinds_of, scale_words
from builder.facts.units import PARTS, PER_MILLE, Unit, currency_of
from builder.language.language import module_of

_FOR: Final = ("per", "for", "pour", "auf", "for every", "/")
_THOUSANDTHS: Final = re.compile(r"‰|per mille?|pour mille|Promille|проміле", re.IGNORECASE)
_ROUND: Final = re.compile(r"(?P<digits>1(?:0|[\s.,'’](?=0))+)(?![\d.,])\s*(?P<scale>[^\W\d_]*)\.?")
_ONE: Final = Fraction(1)

_QUOTIENT: Final = [-1, 1]  # powers of its two units
_NOUN: Final = re.compile(r"[^\W\d_]{3,}[\w’' -]*")
_MEASURED: Final = ("duration", "length", "area", "mass", "volume", "power", "energy", "digital")
_LONG: Final = 4  # letters, from which on a compound may end in a measure: "Dezitonnen"


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


def times_off(
    stated: Unit, found: Quantity, expression: Expression, quantities: Mapping[str, Quantity]
) -> Fraction:
    """Return how many times too much a formula comes to for the unit that its figure states, as per
    cent or per mille; 1 where it fits or nobody can tell.
    """
    names = [quantities[node.id].unit for node in expression.names()]
    shares = any(unit.ratio in PARTS for unit in names)
    ratio = not found.unit.factors and (_divides(expression) or any(unit.ratio for unit in names))
    if found.unit.literal or not (shares or ratio):
        return _ONE
    if stated.ratio not in PARTS and not (stated.ratio or (shares and stated.factors)):
        return _ONE
    if _is_of_mille(stated, *names) and stated.factors != found.unit.factors:
        return _ONE  # what its thousands are for, scales say
    times = times_stated(
        expression.tree, expression, quantities, by_tens=_is_of_mille(stated, *names)
    )
    return _ONE if times is None else times / PARTS.get(stated.ratio, 1)


def _is_of_mille(*units: Unit) -> bool:
    return any(unit.ratio == PER_MILLE for unit in units)


def part_missed(stated: Unit, found: Quantity, expression: Expression, tag: str) -> Fraction | None:
    """Return by what a quotient of two counts must be multiplied to be the per cent or per mille
    that its figure states; 1 where nothing is missing, None where it is no such quotient.
    """
    factors = found.unit.factors
    if stated.ratio not in PARTS or sorted(factors.values()) != _QUOTIENT:
        return None
    size = Fraction(PARTS[stated.ratio])
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
    if unit.factors and sorted(unit.factors.values()) != _QUOTIENT:
        return None
    size = _ONE
    for name, power in unit.factors.items():
        kinds = kinds_of(name, tag)
        if is_rate(name, tag) or not name[:1].isalpha() or any(not k.counted for k in kinds):
            return None
        for kind in kinds:
            size *= kind.size**power
    return size


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


def _divides(expression: Expression) -> bool:
    """Return whether figures are divided by figures, so that a plain number is a ratio."""
    return any(
        isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div) and not is_constant(node.right)
        for node in expression.nodes
    )
