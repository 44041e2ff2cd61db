"""Inequalities: takes an expression, the quantities and columns it names; says whether it holds.

A hedged figure is an interval: an inequality holds when every value in it agrees, fails when
none does, and is unknown otherwise ("at least 400" proves nothing about "fewer than 3,700").
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping, Sequence
from decimal import DecimalException, localcontext
from enum import Enum
from itertools import pairwise
from types import MappingProxyType
from typing import Final, TypeAlias

from builder.facts.arithmetic import (
    PRECISION,
    FormulaError,
    Quantity,
    UnitsDifferError,
    beyond_reach,
    evaluated_node,
    named_unit,
)
from builder.facts.expression import Expression, called, column_of
from builder.facts.intervals import Interval
from builder.facts.scales import between, in_digits, is_converted, lost_scale, multiple_of
from builder.facts.units import Unit, sum_unit
from builder.frozen import dataclass


class Verdict(Enum):
    """What can be said of an inequality."""

    HOLDS = "holds"
    FAILS = "fails"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class _Known:
    quantities: Mapping[str, Quantity]
    columns: Mapping[str, Sequence[Quantity]]
    years: Mapping[str, Quantity]
    tag: str


# A side of a comparison: the words it came from, for messages, and what it comes to.
_Side: TypeAlias = tuple[ast.expr, Quantity]
_Step: TypeAlias = tuple[ast.cmpop, _Side, _Side]

_NEEDS: Final = {
    "rises": "name a column with two rows or more, rises(table.column), or two figures or more",
    "falls": "name a column with two rows or more, falls(table.column), or two figures or more",
    "largest": "name the largest first and then all that it is compared with: largest(a, b, c)",
    "smallest": "name the smallest first and then all that it is compared with: smallest(a, b, c)",
    "between": "name the value and then its limits, themselves included: between(a, 10, 20)",
}


def verdict(
    expression: Expression,
    quantities: Mapping[str, Quantity],
    columns: Mapping[str, Sequence[Quantity]] = MappingProxyType({}),
    years: Mapping[str, Quantity] = MappingProxyType({}),
    *,
    tag: str,
) -> Verdict:
    """Return whether an inequality holds; `columns` and aggregates go by their words in it, units
    by those of the language. `years` are figures that are numbers of years, as the dates that they
    are beside a date.

    Raises:
        FormulaError: it mixes units, divides by zero or computes with a date.
    """
    with localcontext(PRECISION):
        try:
            return _condition(expression.tree, expression, _Known(quantities, columns, years, tag))
        except DecimalException as error:
            raise beyond_reach(expression) from error


def at_fault(
    expression: Expression,
    quantities: Mapping[str, Quantity],
    columns: Mapping[str, Sequence[Quantity]],
    years: Mapping[str, Quantity],
    tag: str,
) -> str:
    """Return the parts of an inequality for which it does not hold, empty where that is all of it.

    The inequality has a verdict, and it is not that it holds.
    """
    tree, known = expression.tree, _Known(quantities, columns, years, tag)
    if not isinstance(tree, ast.BoolOp) or not isinstance(tree.op, ast.And):
        return ""
    with localcontext(PRECISION):
        found = {part: _condition(part, expression, known) for part in tree.values}
    worst = Verdict.FAILS if Verdict.FAILS in found.values() else Verdict.UNKNOWN
    parts = [expression.words_of(part) for part, one in found.items() if one is worst]
    return " and ".join(parts) if len(parts) < len(found) else ""


def _condition(node: ast.expr, expression: Expression, known: _Known) -> Verdict:
    if isinstance(node, ast.BoolOp):
        found = {_condition(value, expression, known) for value in node.values}
        decisive = Verdict.FAILS if isinstance(node.op, ast.And) else Verdict.HOLDS
        return _joined(found, decisive)
    if isinstance(node, ast.Call):
        steps = _steps(node, expression, known)
    else:
        assert isinstance(node, ast.Compare)
        sides = _sides((node.left, *node.comparators), expression, known)
        steps = list(zip(node.ops, sides, sides[1:], strict=False))
    found = set()
    for comparison, one, other in steps:
        left, right = _as_date(one, other, known), _as_date(other, one, known)
        _check_units(node, expression, (left, right), _SIGNS[type(comparison)], known.tag)
        found.add(_compared(comparison, left[1].interval, right[1].interval))
    return _joined(found, Verdict.FAILS)


def _as_date(side: _Side, other: _Side, known: _Known) -> _Side:
    """Return a side as the date that it is beside another date, where it is a year by its name."""
    node, quantity = side
    if quantity.is_date or not other[1].is_date or not isinstance(node, ast.Name):
        return side
    return node, known.years.get(node.id, quantity)


def _steps(node: ast.Call, expression: Expression, known: _Known) -> list[_Step]:
    """Return the comparisons that a predicate stands for, all of which must hold."""
    name, sides = called(node), _sides(node.args, expression, known)
    fewest = 3 if name == "between" else 2
    if len(sides) < fewest or (name == "between" and len(sides) > fewest):
        raise FormulaError(
            node,
            f'"{expression.words_of(node)}" compares {len(sides)} '
            f"{'value' if len(sides) == 1 else 'values'}",
            _NEEDS[name],
        )
    if name == "between":
        value, low, high = sides
        return [(ast.LtE(), low, value), (ast.LtE(), value, high)]
    if name in ("rises", "falls"):
        step = ast.Lt() if name == "rises" else ast.Gt()
        return [(step, before, after) for before, after in pairwise(sides)]
    first, *others = sides
    return [(ast.Gt() if name == "largest" else ast.Lt(), first, other) for other in others]


def _sides(nodes: Iterable[ast.expr], expression: Expression, known: _Known) -> list[_Side]:
    sides: list[_Side] = []
    for node in nodes:
        if column_of(node) is not None:
            sides += [(node, cell) for cell in known.columns[expression.words_of(node)]]
        else:
            sides.append((node, evaluated_node(node, expression, known.quantities)))
    return sides


def _joined(found: set[Verdict], decisive: Verdict) -> Verdict:
    """Return the verdict on several: `decisive` where any is, unknown where any is, else all."""
    if decisive in found:
        return decisive
    return Verdict.UNKNOWN if Verdict.UNKNOWN in found else found.pop()


_SIGNS: Final = {
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
    ast.NotEq: "!=",
}
_DATES: Final = "compare figures of equal units, and dates with dates"


def _step(left: str, right: str, sign: str, units: tuple[Unit, Unit], tag: str, plain: bool) -> str:
    """Return how two numbers of unlike units are compared: as a quotient, which the author sets.

    `plain` says that neither is multiplied by a constant, which may have been to convert it.
    """
    factor = between(*units, tag)
    if factor is not None and not plain:
        few, many = units if factor > 1 else units[::-1]
        times = in_digits(max(factor, 1 / factor))
        return f"bring both to one scale: 1 {few} is {times} {many}"
    first, second = (f"({side})" if " " in side else side for side in (left, right))
    if factor is not None and factor < 1:
        second = f"({second} * {in_digits(1 / factor)})"
    elif factor is not None and factor > 1:
        first = f"{first} * {in_digits(factor)}"
    return (
        f"compare figures of equal units, or a quotient with a number: {first} / {second} {sign} 1"
    )


def _check_units(
    node: ast.expr,
    expression: Expression,
    sides: tuple[_Side, _Side],
    sign: str,
    tag: str,
) -> None:
    for side, quantity in sides:
        _check_scales(side, quantity, expression, tag)
    left, right = sides
    units = left[1].unit, right[1].unit
    dates = left[1].is_date == right[1].is_date
    if dates and sum_unit(*units) is not None:
        return
    pair = tuple((side, quantity.unit) for side, quantity in sides)
    if not dates or not is_converted(pair, expression, tag):
        first, second = (expression.words_of(side) for side, _ in (left, right))
        described = [
            f'"{expression.words_of(side)}" ({_kind(quantity)})' for side, quantity in (left, right)
        ]
        plain = all(multiple_of(side, expression) == 1 for side, _ in sides)
        raise UnitsDifferError(
            node,
            f"cannot compare {described[0]} and {described[1]}: their units differ",
            _step(first, second, sign, units, tag, plain) if dates else _DATES,
            left[1],
            right[1],
        )


def _check_scales(side: ast.expr, quantity: Quantity, expression: Expression, tag: str) -> None:
    missing = lost_scale(side, quantity.unit, expression, tag)
    if missing is not None:
        words, small = expression.words_of(side), missing > 1
        times = missing if small else 1 / missing
        raise FormulaError(
            side,
            f'"{words}" ({named_unit(quantity.unit)}) comes to {in_digits(times)} times too '
            f"{'little' if small else 'much'}: its scales differ",
            f"bring both to one scale: {words} {'*' if small else '/'} {in_digits(times)}",
        )


def _compared(comparison: ast.cmpop, a: Interval, b: Interval) -> Verdict:
    match comparison:
        case ast.Lt():
            return _greater(b, a)
        case ast.LtE():
            return _opposite(_greater(a, b))
        case ast.Gt():
            return _greater(a, b)
        case ast.GtE():
            return _opposite(_greater(b, a))
    if a.low == a.high == b.low == b.high:
        return Verdict.HOLDS
    apart = Verdict.HOLDS in (_greater(a, b), _greater(b, a))
    return Verdict.FAILS if apart else Verdict.UNKNOWN


def _greater(a: Interval, b: Interval) -> Verdict:
    if a.low > b.high or (a.low == b.high and (a.low_open or b.high_open)):
        return Verdict.HOLDS
    return Verdict.FAILS if a.high <= b.low else Verdict.UNKNOWN


def _opposite(found: Verdict) -> Verdict:
    if found is Verdict.UNKNOWN:
        return found
    return Verdict.FAILS if found is Verdict.HOLDS else Verdict.HOLDS


def _kind(quantity: Quantity) -> str:
    return "a date" if quantity.is_date else named_unit(quantity.unit)
