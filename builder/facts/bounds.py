"""What a claim says of how many times one thing is another: takes its tree, returns the bounds."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator
from decimal import Decimal

from builder.facts.expression import called
from builder.frozen import dataclass


@dataclass(frozen=True)
class Times:
    """How many times the greater of two things is the less, as far as a claim says."""

    low: Decimal | None = None
    high: Decimal | None = None


def times_of(tree: ast.expr, ratios: Collection[str]) -> tuple[Times, ...]:
    """Return the factors that a claim bounds, one for each pair that it compares.

    `ratios` are the figures that are factors themselves.
    """
    found: dict[str, Times] = {}
    for key, factor, above in _bounds(tree, ratios):
        known = found.get(key, Times())
        low, high = known.low, known.high
        if factor < 1:  # "less than a half of it" is more than twice
            factor, above = 1 / factor, not above
        if above:
            low = factor if low is None else max(low, factor)
        else:
            high = factor if high is None else min(high, factor)
        found[key] = Times(low, high)
    return tuple(found.values())


def _bounds(tree: ast.expr, ratios: Collection[str]) -> Iterator[tuple[str, Decimal, bool]]:
    """Yield which pair is bounded, by which factor but one, and whether it is above that."""
    if isinstance(tree, ast.BoolOp):
        for part in tree.values:
            yield from _bounds(part, ratios)
    elif isinstance(tree, ast.Call) and called(tree) == "between" and len(tree.args) == 3:
        value, low, high = tree.args
        yield from _bound(value, low, True, ratios)
        yield from _bound(value, high, False, ratios)
    elif isinstance(tree, ast.Compare):
        sides = (tree.left, *tree.comparators)
        for sign, left, right in zip(tree.ops, sides, sides[1:], strict=False):
            if isinstance(sign, ast.Gt | ast.GtE):
                yield from _bound(left, right, True, ratios)
            elif isinstance(sign, ast.Lt | ast.LtE):
                yield from _bound(left, right, False, ratios)


def _bound(
    left: ast.expr, right: ast.expr, above: bool, ratios: Collection[str]
) -> Iterator[tuple[str, Decimal, bool]]:
    (few, one), (many, other) = parted(left), parted(right)
    if one is None and other is None:
        return
    if one is not None and other is not None:
        factor, key = many / few, f"{ast.unparse(one)} {ast.unparse(other)}"
    else:
        thing = one if one is not None else other
        assert thing is not None
        if not _is_ratio(thing, ratios):
            return
        factor, key = many / few, ast.unparse(thing)
        if one is None:
            factor, above = few / many, not above
    if factor > 0 and factor != 1:
        yield key, factor, above


def _is_ratio(node: ast.expr, ratios: Collection[str]) -> bool:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
        return parted(node.left)[1] is not None and parted(node.right)[1] is not None
    return isinstance(node, ast.Name) and node.id in ratios


def parted(node: ast.expr) -> tuple[Decimal, ast.expr | None]:
    """Return the number that multiplies the rest of a side, and the rest: of "2 * b" 2 and b."""
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return Decimal(str(node.value)) or Decimal(1), None
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult | ast.Div):
        (first, one), (second, other) = parted(node.left), parted(node.right)
        if isinstance(node.op, ast.Mult):
            if one is None or other is None:
                return first * second, one if other is None else other
        elif other is None:
            return first / second, one
    return Decimal(1), node
