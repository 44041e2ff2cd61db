"""Inequalities: takes an expression and the quantities it names, returns whether it holds.

A hedged figure is an interval: an inequality holds when every value in it agrees, fails when
none does, and is unknown otherwise ("at least 400" proves nothing about "fewer than 3,700").
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from decimal import localcontext
from enum import Enum

from builder.resolve.arithmetic import PRECISION, FormulaError, Quantity, evaluated_node
from builder.resolve.expression import Expression
from builder.resolve.intervals import Interval
from builder.resolve.units import sum_unit


class Verdict(Enum):
    """What can be said of an inequality."""

    HOLDS = "holds"
    FAILS = "fails"
    UNKNOWN = "unknown"


def verdict(expression: Expression, quantities: Mapping[str, Quantity]) -> Verdict:
    """Return whether an inequality holds.

    Raises:
        FormulaError: it mixes units, divides by nought or computes with a date.
    """
    with localcontext(PRECISION):
        return _condition(expression.tree, expression, quantities)


def _condition(
    node: ast.expr, expression: Expression, quantities: Mapping[str, Quantity]
) -> Verdict:
    if isinstance(node, ast.BoolOp):
        found = {_condition(value, expression, quantities) for value in node.values}
        decisive = Verdict.FAILS if isinstance(node.op, ast.And) else Verdict.HOLDS
        return _joined(found, decisive)
    assert isinstance(node, ast.Compare)
    sides = [
        evaluated_node(side, expression, quantities) for side in (node.left, *node.comparators)
    ]
    nodes = [node.left, *node.comparators]
    found = set()
    for index, comparison in enumerate(node.ops):
        left, right = sides[index], sides[index + 1]
        _check_units(node, expression, (nodes[index], left), (nodes[index + 1], right))
        found.add(_compared(comparison, left.interval, right.interval))
    return _joined(found, Verdict.FAILS)


def _joined(found: set[Verdict], decisive: Verdict) -> Verdict:
    """Return the verdict on several: `decisive` where any is, unknown where any is, else all."""
    if decisive in found:
        return decisive
    return Verdict.UNKNOWN if Verdict.UNKNOWN in found else found.pop()


def _check_units(
    node: ast.expr,
    expression: Expression,
    left: tuple[ast.expr, Quantity],
    right: tuple[ast.expr, Quantity],
) -> None:
    dates = left[1].is_date == right[1].is_date
    if not dates or sum_unit(left[1].unit, right[1].unit) is None:
        described = [
            f'"{expression.words_of(side)}" ({_kind(quantity)})' for side, quantity in (left, right)
        ]
        raise FormulaError(
            node,
            f"cannot compare {described[0]} and {described[1]}: their units differ",
            "compare figures of equal units, and dates with dates",
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
    if quantity.is_date:
        return "a date"
    return f'unit "{quantity.unit}"' if str(quantity.unit) else "no unit"
