"""What a claim says of single figures: takes its tree, yields which is above or below what."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise, permutations
from typing import Final

from builder.facts.claims import parted
from builder.facts.expression import called
from builder.facts.units import PER_CENT
from builder.model.figure import ResolvedFigure

_HALF: Final = 50  # per cent


def bounds(tree: ast.expr) -> Iterator[tuple[str, bool, Decimal]]:
    """Yield which figure is above or below which number."""
    for left, above, right in _pairs(tree):
        (few, one), (many, other) = parted(left), parted(right)
        if isinstance(one, ast.Name) and other is None:
            yield one.id, above, many / few
        elif isinstance(other, ast.Name) and one is None:
            yield other.id, not above, few / many


def parts(tree: ast.expr) -> Iterator[tuple[str, str, bool, Decimal]]:
    """Yield which figure is above or below which part of another: of "2 * a > b" a, b and 0.5."""
    for left, above, right in _pairs(tree):
        (few, one), (many, other) = parted(left), parted(right)
        if not isinstance(one, ast.Name) or not isinstance(other, ast.Name):
            continue
        if many < few:
            yield one.id, other.id, above, many / few
        elif few < many:
            yield other.id, one.id, not above, few / many


def joined(tree: ast.expr) -> tuple[ast.expr, ...]:
    """Return the parts of a claim that are joined by `and`, or in a chain, and what they imply: of
    "a > 60 and b < 50", and of "a > b > c", that the first is more than the last.
    """
    if isinstance(tree, ast.BoolOp) and isinstance(tree.op, ast.And):
        parts = [part for each in tree.values for part in joined(each)]
    elif isinstance(tree, ast.Compare) and len(tree.ops) > 1:
        ends = pairwise((tree.left, *tree.comparators))
        parts = [
            ast.Compare(left, [sign], [right])
            for sign, (left, right) in zip(tree.ops, ends, strict=True)
        ]
    else:
        return (tree,)
    above = [(left, right) if more else (right, left) for left, more, right in _pairs(tree)]
    implied = [
        ast.Compare(big, [ast.Gt()], [small])
        for (big, low), (high, small) in permutations(above, 2)
        if isinstance(big, ast.Name) and isinstance(small, ast.Name) and _reaches(low, high)
    ]
    return (*parts, *implied)


def extreme_of(tree: ast.expr) -> str:
    """Return what a claim calls a figure by a column's ends: "largest" for `a >= highest(t.c)`."""
    if not isinstance(tree, ast.Compare) or len(tree.ops) != 1:
        return ""
    left, sign, right = tree.left, tree.ops[0], tree.comparators[0]
    more, less = isinstance(sign, ast.GtE | ast.Eq), isinstance(sign, ast.LtE | ast.Eq)
    if isinstance(right, ast.Name):
        left, right, more, less = right, left, less, more
    if isinstance(left, ast.Name):
        if called(right) == "highest" and more:
            return "largest"
        if called(right) == "lowest" and less:
            return "smallest"
    return ""


def is_majority(tree: ast.expr, figures: Mapping[str, ResolvedFigure]) -> bool:
    """Return whether a claim is of a share above a half: "share > 50"."""
    if not isinstance(tree, ast.Compare) or len(tree.ops) != 1:
        return False
    share, most = tree.left, tree.comparators[0]
    return (
        isinstance(tree.ops[0], ast.Gt | ast.GtE)
        and isinstance(share, ast.Name)
        and share.id in figures
        and figures[share.id].unit == PER_CENT
        and isinstance(most, ast.Constant)
        and isinstance(most.value, int | float)
        and most.value >= _HALF
    )


def _reaches(low: ast.expr, high: ast.expr) -> bool:
    """Return whether what is above the one is above the other: the same, or no smaller number."""
    if ast.dump(low) == ast.dump(high):
        return True
    (number, one), (other, last) = parted(low), parted(high)
    return one is None and last is None and number >= other


def _pairs(tree: ast.expr) -> Iterator[tuple[ast.expr, bool, ast.expr]]:
    """Yield the pairs of which a claim says which is above the other."""
    if isinstance(tree, ast.BoolOp) and isinstance(tree.op, ast.And):
        for part in tree.values:
            yield from _pairs(part)
    elif isinstance(tree, ast.Call) and called(tree) == "between" and len(tree.args) == 3:
        value, low, high = tree.args
        yield value, True, low
        yield value, False, high
    elif isinstance(tree, ast.Compare):
        for sign, (left, right) in zip(
            tree.ops, pairwise((tree.left, *tree.comparators)), strict=True
        ):
            if isinstance(sign, ast.Gt | ast.GtE | ast.Lt | ast.LtE):
                yield left, isinstance(sign, ast.Gt | ast.GtE), right
