"""Formulas of calendar years: takes a formula and its figures, returns whether it comes to a year
or to how many years lie between some.

A year is no number of years: one less another is, and one and such a number make a year again. So
formulas are weighed: each year in them weighs one, each length of time nothing.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from builder.facts.arithmetic import Quantity, evaluated_node, is_constant
from builder.facts.expression import Expression
from builder.facts.nouns import is_years
from builder.facts.units import Unit
from builder.frozen import replace
from builder.model.figure import Figure, Hedge, ResolvedFigure

EVER: Final = (1000, 2999)
"""The first and the last of all numbers that may be years."""


class Spans(NamedTuple):
    """What a formula of years comes to: years that lie `apart`, or else a year; `bare` are its
    figures that are lengths of time already.
    """

    apart: bool
    bare: tuple[str, ...]

    def weighed(self, quantities: Mapping[str, Quantity]) -> Mapping[str, Quantity]:
        """Return the quantities with lengths of time as the plain numbers that years are."""
        plain = {name: replace(quantities[name], unit=Unit()) for name in self.bare}
        return {**quantities, **plain}

    def unit_of(self, figure: Figure, inputs: Mapping[str, ResolvedFigure], tag: str) -> str:
        """Return the unit of years that lie apart, as stated or as lengths among them have it;
        nothing of others.
        """
        if not self.apart:
            return ""
        if figure.unit:
            return figure.unit if is_years(figure.unit, tag) else ""
        return inputs[self.bare[0]].unit if self.bare else ""


def spans_of_years(
    expression: Expression, inputs: Mapping[str, ResolvedFigure], tag: str
) -> Spans | None:
    """Return what a formula of years comes to; None where it is of anything else beside them."""
    years = {name for name, figure in inputs.items() if may_be_year(figure)}
    bare = tuple(name for name, figure in inputs.items() if is_years(figure.unit, tag))
    if not years or len(years) + len(bare) < len(inputs):
        return None
    weight = _weight(expression.tree, expression, years)
    return None if weight not in (0, 1) else Spans(weight == 0, bare)


def may_be_year(figure: ResolvedFigure, window: tuple[int, int] = EVER) -> bool:
    """Return whether a figure is a whole number within a window that counts nothing."""
    value = figure.value
    return (
        isinstance(value, Decimal)
        and not figure.unit
        and not figure.decimals
        and figure.hedge in (None, Hedge.ABOUT)
        and value == value.to_integral_value()
        and window[0] <= value <= window[1]
    )


def _weight(node: ast.expr, expression: Expression, years: set[str]) -> Decimal | None:
    """Return how many years a part of a formula has in it; None where years are multiplied."""
    if is_constant(node):
        value = evaluated_node(node, expression, {}).value
        return Decimal(not value % 1 and EVER[0] <= value <= EVER[1])
    if isinstance(node, ast.Name):
        return Decimal(node.id in years)
    if isinstance(node, ast.UnaryOp):
        weight = _weight(node.operand, expression, years)
        return None if weight is None else -weight
    if not isinstance(node, ast.BinOp):
        return None
    left, right = (_weight(side, expression, years) for side in (node.left, node.right))
    if left is None or right is None:
        return None
    if isinstance(node.op, ast.Add | ast.Sub):
        return left + right if isinstance(node.op, ast.Add) else left - right
    if isinstance(node.op, ast.Div) and is_constant(node.right):
        by = evaluated_node(node.right, expression, {}).value
        return left / by if by else None
    if isinstance(node.op, ast.Mult):
        factor, weight = (node.left, right) if is_constant(node.left) else (node.right, left)
        if is_constant(factor):
            return weight * evaluated_node(factor, expression, {}).value
    return None
