"""Arithmetic on figures: takes an expression and the quantities it names, returns a quantity.

Values are decimals of 28 digits and are never rounded here; units and hedges are worked out
beside them. A quantity that cannot be had is an `FormulaError` at the node to blame.

A share in per cent is a ratio times 100, which no unit shows: `a / b` is 0.47 where "47%" is
meant, and `total * share` is a hundred times too much; one in per mille is a ratio times 1000. What
a formula comes to is therefore held to the unit that its figure states.
"""

from __future__ import annotations

import ast
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_EVEN, Context, Decimal, DecimalException, localcontext
from fractions import Fraction
from typing import Final

from builder.facts.expression import Expression, operator_sign
from builder.facts.intervals import (
    Interval,
    added,
    divided,
    interval_of,
    multiplied,
    negated,
    raised,
)
from builder.facts.units import LITERAL, PARTS, Unit, power_unit, product_unit, sum_unit
from builder.frozen import dataclass
from builder.model.figure import Hedge, Moment
from builder.problems import shortened


def days_of(moment: Moment) -> tuple[int, int]:
    """Return the first and last day of a year, month or day, counted from 1 January of year 1."""
    first = date(moment.year, moment.month or 1, moment.day or 1)
    month = moment.month or 12
    last = date(moment.year, month, moment.day or monthrange(moment.year, month)[1])
    return first.toordinal(), last.toordinal()


def date_quantity(moment: Moment, hedge: Hedge | None) -> Quantity:
    """Return a date as the days that it may be; "about" adds as many on either side."""
    first, last = days_of(moment)
    margin = last - first + 1 if hedge is Hedge.ABOUT else 0
    interval = Interval(Decimal(first - margin), Decimal(last + margin))
    hedges = frozenset({hedge}) if hedge else frozenset()
    return Quantity(Decimal(first), Unit({"date": 1}), interval, hedges, is_date=True)


PRECISION: Final = Context(prec=28, rounding=ROUND_HALF_EVEN)
_VERBS: Final = {"+": "adds up", "-": "takes the difference of"}


@dataclass(frozen=True)
class Quantity:
    """A value with its unit, where the truth may lie, and the hedges it came from.

    `is_date` marks a date as a number of days: it can be compared, but not computed with.
    """

    value: Decimal
    unit: Unit
    interval: Interval
    hedges: frozenset[Hedge] = frozenset()
    is_date: bool = False


class FormulaError(Exception):
    """What is wrong, the node to blame, and the next step."""

    def __init__(self, node: ast.expr, found: str, hint: str) -> None:
        self.node, self.found, self.hint = node, found, hint
        super().__init__(found)


class UnitsDifferError(FormulaError):
    """Two units that cannot be added or compared; `sides` are both values and their units."""

    def __init__(
        self, node: ast.expr, found: str, hint: str, left: Quantity, right: Quantity
    ) -> None:
        super().__init__(node, found, hint)
        self.sides = tuple((side.value, str(side.unit)) for side in (left, right))
        self.units = str(left.unit), str(right.unit)


def evaluated(expression: Expression, quantities: Mapping[str, Quantity]) -> Quantity:
    """Return what a formula comes to.

    Raises:
        FormulaError: it mixes units, divides by zero, or computes with a date.
        KeyError: a name has no quantity; the caller looks for unknown names first.
    """
    with localcontext(PRECISION):
        try:
            found = evaluated_node(expression.tree, expression, quantities)
        except DecimalException as error:
            raise beyond_reach(expression) from error
    # Zero times a negative number is zero, and has no sign.
    return replace(found, value=abs(found.value)) if not found.value else found


def beyond_reach(expression: Expression) -> FormulaError:
    """Return what is wrong with an expression in which a number grows past all that is kept."""
    return FormulaError(
        expression.tree,
        f'"{shortened(expression.text)}" comes to a number that is too large, or too near to 0',
        "use larger units, or divide before you multiply",
    )


def evaluated_node(
    node: ast.expr, expression: Expression, quantities: Mapping[str, Quantity]
) -> Quantity:
    """Return what one node of an expression comes to; raises as `evaluated` does."""
    if isinstance(node, ast.Name):
        return quantities[node.id]
    if isinstance(node, ast.Call):
        # What a claim takes of a column is worked out before, and known by its own words.
        return quantities[expression.words_of(node)]
    if isinstance(node, ast.Constant):
        value = Decimal(expression.words_of(node))
        return Quantity(value, LITERAL, interval_of(value, None))
    if isinstance(node, ast.UnaryOp):
        operand = _number(node.operand, expression, quantities)
        return Quantity(-operand.value, operand.unit, negated(operand.interval), operand.hedges)
    assert isinstance(node, ast.BinOp)
    left = _number(node.left, expression, quantities)
    right = _number(node.right, expression, quantities)
    hedges = left.hedges | right.hedges
    sign = operator_sign(node)
    if sign in _VERBS:
        return _sum(node, left, right, hedges, expression)
    if sign == "*":
        interval = multiplied(left.interval, right.interval)
        return Quantity(
            left.value * right.value, product_unit(left.unit, right.unit), interval, hedges
        )
    if sign == "**":
        return _raised(
            node, _as_ratio(node.left, left, expression, quantities), right, hedges, expression
        )
    if right.value == 0:
        raise FormulaError(
            node,
            f'"{expression.text}" divides by "{expression.words_of(node.right)}", which is 0',
            "divide by something else, or state the figure as a value",
        )
    return Quantity(
        left.value / right.value,
        product_unit(left.unit, right.unit, -1),
        divided(left.interval, right.interval),
        hedges,
    )


def _sum(
    node: ast.BinOp,
    left: Quantity,
    right: Quantity,
    hedges: frozenset[Hedge],
    expression: Expression,
) -> Quantity:
    sign = operator_sign(node)
    unit = sum_unit(left.unit, right.unit, difference=sign == "-")
    if unit is None:
        raise UnitsDifferError(
            node,
            f'"{expression.text}" {_VERBS[sign]} "{expression.words_of(node.left)}" '
            f'({named_unit(left.unit)}) and "{expression.words_of(node.right)}" '
            f"({named_unit(right.unit)}): their units differ",
            "only equal units can be added or subtracted; check the `unit` of each figure",
            left,
            right,
        )
    if sign == "+":
        return Quantity(
            left.value + right.value, unit, added(left.interval, right.interval), hedges
        )
    interval = added(left.interval, negated(right.interval))
    return Quantity(left.value - right.value, unit, interval, hedges)


def _as_ratio(
    node: ast.expr, base: Quantity, expression: Expression, quantities: Mapping[str, Quantity]
) -> Quantity:
    """Return a share that a formula writes as a number, 1 + share / 100, without its per cent."""
    if base.unit.ratio in PARTS and times_stated(node, expression, quantities) == 1:
        return replace(base, unit=Unit())
    return base


def _raised(
    node: ast.BinOp,
    base: Quantity,
    exponent: Quantity,
    hedges: frozenset[Hedge],
    expression: Expression,
) -> Quantity:
    """Return a power: of what counts something by a whole number, of ratios by any."""
    power, raised_to = exponent.value, expression.words_of(node.right)
    told, words = f'"{expression.text}" raises to "{raised_to}"', expression.words_of(node.left)
    counts = exponent.unit.factors or exponent.unit.ratio in PARTS
    if counts or exponent.hedges or exponent.interval != interval_of(power, None):
        why = named_unit(exponent.unit) if counts else "a hedge"
        hint = "an exponent counts nothing and is certain: write a number, such as 2 or (1 / 5)"
        raise FormulaError(node, f"{told}, which has {why.removeprefix('no ')}", hint)
    least = base.interval.low
    if (power % 1 and least < 0) or (power < 0 and least <= 0 <= base.interval.high):
        limit = "below 0" if power % 1 and least < 0 else "0"
        hint = "a root is taken of what is not below 0, and divided is by what is not 0"
        raise FormulaError(node, f'{told} "{words}", which may be {limit}', hint)
    unit = power_unit(base.unit, power)
    if unit is None:
        hint = "raise a ratio, such as b / a; write a share in per cent as share / 100"
        raise FormulaError(node, f'{told} "{words}" ({named_unit(base.unit)})', hint)
    return Quantity(base.value**power, unit, raised(base.interval, power), hedges)


def _number(node: ast.expr, expression: Expression, quantities: Mapping[str, Quantity]) -> Quantity:
    quantity = evaluated_node(node, expression, quantities)
    if quantity.is_date:
        raise FormulaError(
            node,
            f'"{expression.words_of(node)}" is a date, which cannot be computed with',
            "use figures that are numbers; dates can only be compared, in a claim",
        )
    return quantity


def named_unit(unit: Unit) -> str:
    """Return a unit as messages name it."""
    return f'unit "{unit}"' if str(unit) else "no unit"


_TIMES: Final = (Decimal("0.0001"), Decimal("0.01"), Decimal(100), Decimal(10_000))
# A constant between these is a factor of its own (halves, quarters), and none to per cent.
_PLAIN: Final = (Decimal("0.02"), Decimal(99))
_ONE: Final = Fraction(1)


def times_stated(
    node: ast.expr,
    expression: Expression,
    quantities: Mapping[str, Quantity],
    *,
    by_tens: bool = False,
) -> Fraction | None:
    """Return how many times what it is, as a plain ratio, a node comes to; None where a constant
    hides it. A constant is such a factor where it is a hundred or its kin, `by_tens` any power of
    ten.
    """
    if is_constant(node):
        value = abs(evaluated_node(node, expression, quantities).value)
        if value in _TIMES or (by_tens and value and value == Decimal(10) ** value.adjusted()):
            return Fraction(value)
        return _ONE if _PLAIN[0] <= value <= _PLAIN[1] else None
    if isinstance(node, ast.Name):
        return Fraction(PARTS.get(quantities[node.id].unit.ratio, 1))
    if isinstance(node, ast.UnaryOp):
        return times_stated(node.operand, expression, quantities, by_tens=by_tens)
    assert isinstance(node, ast.BinOp)
    left, right = (
        times_stated(side, expression, quantities, by_tens=by_tens)
        for side in (node.left, node.right)
    )
    if isinstance(node.op, ast.Add | ast.Sub):
        if is_constant(node.left) or is_constant(node.right):
            return right if is_constant(node.left) else left
        return left if left == right else None
    if left is None or right is None:
        return None
    if isinstance(node.op, ast.Pow):
        return _ONE if left == 1 else None
    return left * right if isinstance(node.op, ast.Mult) else left / right


def is_constant(node: ast.expr) -> bool:
    """Return whether a node names no figure."""
    return not any(isinstance(part, ast.Name) for part in ast.walk(node))
