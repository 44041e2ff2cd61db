"""Scales in formulas: takes the unit that a figure states and what its formula comes to, returns by
how much the formula misses it.

`costs / volunteers` in UAH mn comes to millions a volunteer: under the unit "UAH k" it would print
a thousandth of what is meant, as minutes would under "hours". Nothing is converted, so a formula
carries the factor itself.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from builder.facts.arithmetic import Quantity, evaluated_node, is_constant
from builder.facts.expression import Expression
from builder.facts.nouns import SCALES_BESIDE, currency_name, measure_of
from builder.facts.units import SCALES, Unit, currency_of
from builder.language.language import language_of

_ONE: Final = Decimal(1)
_SIZES: Final[Mapping[str, Mapping[str, int]]] = {
    "duration": {"second": 1, "minute": 60, "hour": 3600, "day": 86_400, "week": 604_800},
    "length": {"millimeter": 1, "centimeter": 10, "meter": 1000, "kilometer": 1_000_000},
    "area": {"square-meter": 1, "hectare": 10_000, "square-kilometer": 1_000_000},
    "mass": {"gram": 1, "kilogram": 1000, "tonne": 1_000_000},
    "volume": {"liter": 1, "cubic-meter": 1000},
    "power": {"watt": 1, "kilowatt": 1000, "megawatt": 10**6, "gigawatt": 10**9},
}
"""CLDR's measures by what they measure, each in the smallest of its kind (SI brochure, 5 and 8)."""


class _Scale(NamedTuple):
    """What a unit is of: a currency, what a measure measures, or nothing known; and how much."""

    of: str
    size: Decimal


def missing_factor(
    stated: Unit, found: Quantity, expression: Expression, tag: str
) -> Decimal | None:
    """Return by what a formula must be multiplied so that its figure's unit is true; None where it
    is true already, or nobody can tell.

    Told is it of products and quotients that hold money, or a measure, once ("EUR mn" over "km"),
    where the stated unit is of the same kind, or begins with a scale ("Tsd. Euro"). A scale before
    what else is counted ("thousand inhabitants") counts too. What cancels out in a count, of one
    kind in two scales ("EUR mn" over "EUR"), is told of as well. A formula without constants is
    held; one with constants (12 months), whose reasons are its author's, by no power of ten.
    """
    factors, names = found.unit.factors, [*stated.factors]
    if found.unit.simple or len(names) != 1:
        return None
    scales = {unit: _scale(unit, tag) for unit in factors}
    meant = _scale(names[0], tag) or _money(names[0], scales.values(), tag)
    held = _multiple(expression.tree, expression)
    if held is None:
        return None
    if meant is None:
        size = _cancelled(factors, scales)
        return _told(size / held, held) if size != 1 else None
    alike = [unit for unit, scale in scales.items() if scale and scale.of and _fits(scale, meant)]
    if len(alike) != 1 or factors[alike[0]] != 1:
        return None
    comes_to = scales[alike[0]] or meant
    size = comes_to.size
    for unit, power in factors.items():
        scale = scales[unit]
        if scale is not None and not scale.of:
            size *= scale.size**power
    return _told(size / (meant.size * held), held)


def lost_scale(node: ast.expr, unit: Unit, expression: Expression) -> Decimal | None:
    """Return by what a quotient in an inequality must be multiplied to say how many times one thing
    is another, where both are of one kind in two scales ("EUR k" over "EUR mn"); else None.
    """
    if unit.simple:
        return None
    size = _cancelled(unit.factors, {each: _scale(each, _KEYS) for each in unit.factors})
    held = _multiple(node, expression) if size != 1 else None
    return _told(size / held, held) if held else None


def between(one: Unit, other: Unit) -> Decimal | None:
    """Return how many of another unit one of a unit is; None where they are not of one kind."""
    if not (one.simple and other.simple and one.factors and other.factors):
        return None
    left, right = (_scale(next(iter(unit.factors)), _KEYS) for unit in (one, other))
    alike = left and right and left.of and left.of == right.of
    return left.size / right.size if left and right and alike else None


_KEYS: Final = "en"
"""The language whose words for measures every briefing may state."""


def _told(missing: Decimal, held: Decimal) -> Decimal | None:
    """Return what is missing beside a formula's constants, where it is told of."""
    return missing if missing != 1 and (held == 1 or _is_power_of_ten(missing)) else None


def _cancelled(factors: Mapping[str, int], scales: Mapping[str, _Scale | None]) -> Decimal:
    """Return what is left of scales where all that is measured cancels out, else one."""
    powers = dict[str, int]()
    size = _ONE
    for unit, scale in scales.items():
        if scale is None:
            continue
        if not scale.of:
            return _ONE
        powers[scale.of] = powers.get(scale.of, 0) + factors[unit]
        size *= scale.size ** factors[unit]
    return size if powers and not any(powers.values()) else _ONE


def _fits(scale: _Scale, meant: _Scale | None) -> bool:
    """Return whether a stated unit may be of what a scale is of: a scale in words is of money."""
    return meant is not None and (scale.of == meant.of or (not meant.of and scale.of not in _SIZES))


def _scale(unit: str, tag: str) -> _Scale | None:
    """Return how much of what a unit is; of a scale in words ("Tsd. Euro") not of what."""
    money = currency_of(unit)
    if money is not None:
        return _Scale(money.code, Decimal(SCALES.get(money.scale, 1)))
    kind, _, name = measure_of(unit, tag).partition("-")
    if name in _SIZES.get(kind, {}):
        return _Scale(kind, Decimal(_SIZES[kind][name]))
    first, _, counted = unit.partition(" ")
    size = _words(tag).get(first.rstrip(".").casefold()) if counted else None
    return _Scale("", size) if size is not None else None


def _money(unit: str, held: Iterable[_Scale | None], tag: str) -> _Scale | None:
    """Return how much of a currency a unit of one's own begins with: "Euro je Platz", "EUR k per
    bed"; None where it is none of those that a formula holds.
    """
    first, second, *_ = (*unit.split(), "", "")
    for code in {scale.of for scale in held if scale and scale.of.isupper()}:
        if first == code:
            return _Scale(code, Decimal(SCALES.get(second, 1)))
        if first.casefold() in _called(code, tag):
            return _Scale(code, _ONE)
    return None


@lru_cache(maxsize=16)
def _called(code: str, tag: str) -> frozenset[str]:
    """Return what one and several of a currency are called, in small letters."""
    return frozenset(
        currency_name(code, Decimal(n), tag).casefold() for n in ("1", "2", "5", "1.5")
    )


@lru_cache(maxsize=16)
def _words(tag: str) -> dict[str, Decimal]:
    """Return the words of a language that mean a scale, long and short."""
    language = language_of(tag)
    found = dict(SCALES_BESIDE)
    for key in SCALES:
        found |= dict.fromkeys((key, *language.scales[key].values()), key)
        found[language.short_scales[key]] = key
    words = {word.rstrip(".").casefold(): Decimal(SCALES[key]) for word, key in found.items()}
    return {word: scale for word, scale in words.items() if len(word) > 1}  # m are metres


def _multiple(node: ast.expr, expression: Expression) -> Decimal | None:
    """Return by what constants a formula multiplies its figures; None where that is unclear."""
    if is_constant(node):
        return abs(evaluated_node(node, expression, {}).value)
    if isinstance(node, ast.Name):
        return _ONE
    if isinstance(node, ast.UnaryOp):
        return _multiple(node.operand, expression)
    if not isinstance(node, ast.BinOp):
        return None
    left, right = (_multiple(side, expression) for side in (node.left, node.right))
    if not left or not right:
        return None
    if isinstance(node.op, ast.Add | ast.Sub):
        return left if left == right else None
    if isinstance(node.op, ast.Mult):
        return left * right
    return left / right if isinstance(node.op, ast.Div) else None


def _is_power_of_ten(value: Decimal) -> bool:
    return value > 0 and value.normalize().as_tuple().digits == (1,)
