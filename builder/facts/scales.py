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
from fractions import Fraction
from types import MappingProxyType
from typing import Final, NamedTuple

from builder.facts.arithmetic import Quantity, evaluated_node, is_constant
from builder.facts.expression import Expression
from builder.facts.sizes import (
    Kind,
    currency_names,
    is_money,
    is_rate,
    kinds_of,
    parted,
    scale_words,
)
from builder.facts.units import PARTS, Unit
from builder.language.language import module_of

_ONE: Final = Fraction(1)
_WARMTHS: Final = ({("°C", 1)}, {("°F", 1)})
_HALVES: Final = 2  # of a rate


class _Held(NamedTuple):
    """How much of a kind a product of units is, to what power; `counted` is a noun's scale."""

    power: int
    size: Fraction
    counted: bool


def scale_missed(
    stated: Unit,
    found: Quantity,
    expression: Expression,
    quantities: Mapping[str, Quantity],
    tag: str,
) -> Fraction | None:
    """Return by what a formula must be multiplied to be of the scale that its figure states; 1
    where it has been brought to that, None where its unit says nothing of it.
    """
    names = {node.id for node in expression.names()}
    ratios = {name: quantities[name].unit.ratio for name in names}
    shares = {name: PARTS[ratio] for name, ratio in ratios.items() if ratio in PARTS}
    missing = _missing_factor(stated, found, expression, tag)
    return missing or _converted(stated, found, expression, tag, shares)


def _missing_factor(
    stated: Unit, found: Quantity, expression: Expression, tag: str
) -> Fraction | None:
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
    kinds, held = _kinds(factors, tag), multiple_of(expression.tree, expression)
    if held is None:
        return None
    meant = _meant(names[0], kinds, tag)
    if meant is None:
        size = _cancelled(kinds) if not any(kind.counted for kind in kinds.values()) else _ONE
        return told(size / held, held) if size != 1 else None
    if any(of not in kinds or kinds[of].power != kind.power for of, kind in meant.items()):
        return None
    if held != 1 and _may_convert(factors, kinds, meant, tag):
        return None
    size = _ONE
    for of, kind in kinds.items():
        if of in meant:
            size *= kind.size / meant[of].size
        elif kind.counted or not kind.power:
            size *= kind.size
    return told(size / held, held)


def _converted(
    stated: Unit, found: Quantity, expression: Expression, tag: str, shares: Mapping[str, int]
) -> Fraction | None:
    """Return by what a formula must be multiplied to be of the stated unit, 1 where nothing is
    missing: one kind in two scales ("EUR mn" as "EUR thousand"), or a share of such ("EUR thousand"
    over "EUR mn" as per cent). None where it is of another kind, or its constants hide that.

    `shares` are the inputs in per cent and per mille, with how many times what they say they are.
    """
    factors, held = found.unit.factors, multiple_of(expression.tree, expression, shares)
    if not factors or not held or not _are_known({*factors}, tag):
        return None
    kinds = _kinds(factors, tag)
    if stated.factors:
        if not (found.unit.simple and stated.simple) or stated.factors == factors:
            return None
        kinds = _kinds({**factors, next(iter(stated.factors)): -1}, tag)
        if not _are_known({*factors, *stated.factors}, tag):
            return None
    if any(kind.power for kind in kinds.values()):
        return None
    missing = _cancelled(kinds) * PARTS.get(stated.ratio, 1) / held
    return missing if missing == 1 or told(missing, held) else None


def is_warmth(stated: Unit, found: Quantity, expression: Expression, tag: str) -> bool:
    """Return whether a formula is a difference of temperatures, and stated in kelvin or degrees."""
    differs = any(
        isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub) for node in expression.nodes
    )
    words = {"K", *module_of(tag, "beside").DEGREES}
    warm = differs and {*found.unit.factors.items()} in _WARMTHS
    return warm and bool(stated.factors) and {*stated.factors} <= words


def _may_convert(
    factors: Mapping[str, int], kinds: Mapping[str, _Held], meant: Mapping[str, _Held], tag: str
) -> bool:
    """Return whether a constant may be what one half of a rate takes: kg times "Euro je Dezitonne"
    over 100.
    """
    rates = [unit for unit in factors if is_rate(unit, tag)]
    left = any(kind.power and of not in meant for of, kind in kinds.items())
    return bool(rates) and (left or any(len(kinds_of(rate, tag)) < _HALVES for rate in rates))


def lost_scale(node: ast.expr, unit: Unit, expression: Expression, tag: str) -> Fraction | None:
    """Return by what a quotient in an inequality must be multiplied to say how many times one thing
    is another, where both are of one kind in two scales ("EUR k" over "EUR mn", km over m, "Tsd.
    Euro" over "Mio. Euro"); else None.
    """
    if unit.simple:
        return None
    size = _cancelled(_kinds(unit.factors, tag))
    held = multiple_of(node, expression) if size != 1 else None
    return told(size / held, held) if held else None


def is_converted(
    sides: tuple[tuple[ast.expr, Unit], ...], expression: Expression, tag: str
) -> bool:
    """Return whether two sides of other units are of one kind, and brought to one scale by their
    constants: "EUR bn" times 1000 beside "EUR mn", "EUR mn" times "USD per EUR" beside "USD mn".
    """
    (one, ours), (other, theirs) = sides
    factors = dict(ours.factors)
    for unit, power in theirs.factors.items():
        factors[unit] = factors.get(unit, 0) - power
    held = multiple_of(one, expression), multiple_of(other, expression)
    if not (ours.factors and theirs.factors and held[0] and held[1] and _are_known(factors, tag)):
        return False
    kinds = _kinds(factors, tag)
    return not any(kind.power for kind in kinds.values()) and (
        _cancelled(kinds) == held[0] / held[1]
    )


def between(one: Unit, other: Unit, tag: str) -> Fraction | None:
    """Return how many of another unit one of a unit is; None where they are not of one kind."""
    if not (one.simple and other.simple and one.factors and other.factors):
        return None
    both = _kinds({next(iter(one.factors)): 1, next(iter(other.factors)): -1}, tag)
    names = {*one.factors} | {*other.factors}
    alike = both and len(names) > 1 and not any(kind.power for kind in both.values())
    return _cancelled(both) if alike and _are_known(names, tag) else None


def _are_known(units: Iterable[str], tag: str) -> bool:
    return all(kinds_of(unit, tag) or _named(unit, units, tag) for unit in units)


def _kinds(factors: Mapping[str, int], tag: str) -> dict[str, _Held]:
    """Return the kinds of a product of units, whether they cancel out or not."""
    found: dict[str, _Held] = {}
    for unit, power in factors.items():
        for kind in parted(kinds_of(unit, tag)) or _named(unit, factors, tag):
            before = found.get(kind.of, _Held(0, _ONE, kind.counted))
            raised = kind.power * power
            size = before.size * kind.size**raised
            found[kind.of] = _Held(before.power + raised, size, before.counted and kind.counted)
    return found


def _named(unit: str, units: Iterable[str], tag: str) -> tuple[Kind, ...]:
    """Return a noun as a kind, where another unit counts the same noun in thousands."""
    name = unit.casefold()
    counted = (kind for other in units for kind in kinds_of(other, tag) if kind.counted)
    return (Kind(name, _ONE, counted=True),) if any(k.of == name for k in counted) else ()


def _meant(unit: str, kinds: Mapping[str, _Held], tag: str) -> dict[str, _Held] | None:
    """Return the kinds of a stated unit; None where nobody can tell.

    A scale in words, or a unit that begins with a currency's name, is of the one money held.
    """
    moneys = [of for of, kind in kinds.items() if is_money(of) and kind.power == 1]
    stated = _kinds({unit: 1}, tag)
    money = _money(unit, moneys, tag) if not stated else None
    if money is not None:
        return {money.of: _Held(1, money.size, counted=False)}
    if len(stated) != 1 or not any(kind.counted for kind in stated.values()):
        return stated or None
    ((of, kind),) = stated.items()
    if of in kinds:
        return stated
    return {moneys[0]: kind} if len(moneys) == 1 else {of: kind}


def told(missing: Fraction, held: Fraction) -> Fraction | None:
    """Return what is missing beside a formula's constants, where it is told of."""
    tells = missing != 1 and (held == 1 or _is_power_of_ten(missing))
    return missing if tells else None


def _cancelled(kinds: Mapping[str, _Held]) -> Fraction:
    """Return what is left of scales where all that is measured cancels out, else one."""
    if any(kind.power for kind in kinds.values()):
        return _ONE
    size = _ONE
    for kind in kinds.values():
        size *= kind.size
    return size


def _money(unit: str, codes: Iterable[str], tag: str) -> Kind | None:
    """Return how much of a currency a unit of one's own begins with: "Euro je Platz", "EUR k per
    bed"; None where it is none of those that a formula holds.
    """
    first, second, *_ = (*unit.split(), "", "")
    for code in codes:
        if first == code:
            return Kind(code, scale_words(tag).get(second.rstrip(".").casefold(), _ONE))
        if first.casefold() in map(str.casefold, currency_names(code, tag)):
            return Kind(code, _ONE)
    return None


def multiple_of(
    node: ast.expr, expression: Expression, shares: Mapping[str, int] = MappingProxyType({})
) -> Fraction | None:
    """Return by what constants a formula multiplies its figures; None where that is unclear."""
    if is_constant(node):
        return Fraction(abs(evaluated_node(node, expression, {}).value))
    if isinstance(node, ast.Name):
        return Fraction(shares.get(node.id, 1))
    if isinstance(node, ast.UnaryOp):
        return multiple_of(node.operand, expression, shares)
    if not isinstance(node, ast.BinOp):
        return None
    left, right = (multiple_of(side, expression, shares) for side in (node.left, node.right))
    if not left or not right:
        return None
    if isinstance(node.op, ast.Add | ast.Sub):
        return left if left == right else None
    if isinstance(node.op, ast.Mult):
        return left * right
    return left / right if isinstance(node.op, ast.Div) else None


def _is_power_of_ten(value: Fraction) -> bool:
    ends = value.as_integer_ratio()
    return value > 0 and 1 in ends and str(max(ends)).rstrip("0") == "1"


def in_digits(size: Fraction) -> str:
    """Return a factor as an author writes it."""
    return f"{Decimal(size.numerator) / size.denominator:f}"
