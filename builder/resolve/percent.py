"""Per cent in formulas: takes a formula and its quantities, returns how many hundreds it holds.

A share in per cent is a ratio times 100, which no unit shows: `a / b` is 0.47 where "47%" is
meant, and `total * share` is a hundred times too much. What a formula comes to is therefore held
to the unit that its figure states.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from builder.resolve.arithmetic import Quantity, evaluated_node
from builder.resolve.expression import Expression
from builder.resolve.units import HUNDREDTHS, Unit

_POWERS: Final = {Decimal("0.0001"): -2, Decimal("0.01"): -1, Decimal(100): 1, Decimal(10_000): 2}
# A constant between these is a factor of its own (halves, quarters), and none to per cent.
_PLAIN: Final = (Decimal("0.02"), Decimal(99))


def hundreds_off(
    stated: Unit, found: Quantity, expression: Expression, quantities: Mapping[str, Quantity]
) -> int:
    """Return by how many factors of 100 a formula misses the unit that its figure states.

    Below nought it is too small, above it too large; nought where it fits or nobody can tell.
    """
    per_cent = stated.ratio in HUNDREDTHS
    names = [quantities[node.id].unit for node in expression.names()]
    shares = any(unit.ratio in HUNDREDTHS for unit in names)
    ratio = not found.unit.factors and (_divides(expression) or any(unit.ratio for unit in names))
    if found.unit.literal or not (shares or ratio):
        return 0
    if not per_cent and not (stated.ratio or (shares and stated.factors)):
        return 0
    power = _power(expression.tree, expression, quantities)
    return 0 if power is None else power - per_cent


def _power(
    node: ast.expr, expression: Expression, quantities: Mapping[str, Quantity]
) -> int | None:
    """Return the power of 100 in what a node comes to, or None where a constant hides it."""
    if _is_constant(node):
        value = abs(evaluated_node(node, expression, quantities).value)
        plain = _PLAIN[0] <= value <= _PLAIN[1]
        return 0 if plain else _POWERS.get(value)
    if isinstance(node, ast.Name):
        return int(quantities[node.id].unit.ratio in HUNDREDTHS)
    if isinstance(node, ast.UnaryOp):
        return _power(node.operand, expression, quantities)
    assert isinstance(node, ast.BinOp)
    left, right = (_power(side, expression, quantities) for side in (node.left, node.right))
    if isinstance(node.op, ast.Add | ast.Sub):
        if _is_constant(node.left) or _is_constant(node.right):
            return right if _is_constant(node.left) else left
        return left if left == right else None
    if left is None or right is None:
        return None
    return left + right if isinstance(node.op, ast.Mult) else left - right


def _is_constant(node: ast.expr) -> bool:
    return not any(isinstance(part, ast.Name) for part in ast.walk(node))


def _divides(expression: Expression) -> bool:
    """Return whether figures are divided by figures, so that a plain number is a ratio."""
    return any(
        isinstance(node, ast.BinOp)
        and isinstance(node.op, ast.Div)
        and not _is_constant(node.right)
        for node in expression.nodes
    )
