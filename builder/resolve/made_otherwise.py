"""Totals of some lines alone: takes columns with their totals, says whether the lines make them so.

Where a line holds those below it, or is held by one, and where lines are taken away from others, a
total is no sum of all, in any column. No words need say so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product
from typing import Final, TypeAlias

Column: TypeAlias = tuple[Sequence[Decimal], Decimal]
"""The numbers of lines, and what stands as their total."""

_MOST: Final = 10  # lines, of which every choice is tried
_MOST_RUNS: Final = 40  # lines, of which every run is tried
_SIGNED: Final = 6  # lines, of which each may be taken away: of more some come to it by chance
_FEW: Final = 2


def is_made_otherwise(columns: Sequence[Column]) -> bool:
    """Return whether one choice of the lines comes to the total in more columns than all lines do,
    and in half of them at least.
    """
    count = max((len(values) for values, _ in columns), default=0)
    held = [(values, total) for values, total in columns if len(values) == count]
    exact = sum(sum(values) == total for values, total in held)
    least = max(exact + 1, -(-len(held) // _FEW))
    ways = (
        sum(_comes_to(signs, values, total) for values, total in held) for signs in _choices(count)
    )
    return any(found >= least for found in ways)


def _choices(count: int) -> Iterator[tuple[int, ...]]:
    """Yield what each line is taken by: 1, or 0 where others hold it, or -1 for what is taken away;
    at least two lines, and not all.
    """
    for start in range(count if count <= _MOST_RUNS else 0):
        for end in range(start + _FEW, count + 1):
            if end - start < count:
                yield tuple(int(start <= at < end) for at in range(count))
    if count <= _MOST:
        for chosen in product((0, 1), repeat=count):
            if _FEW <= sum(chosen) < count:
                yield chosen
    if count <= _SIGNED:
        yield from (signs for signs in product((1, -1), repeat=count) if len({*signs}) == _FEW)


def _comes_to(signs: Sequence[int], values: Sequence[Decimal], total: Decimal) -> bool:
    sum_ = sum((sign * value for sign, value in zip(signs, values, strict=True)), Decimal(0))
    if sum_ != total:
        return False
    ones = [at for at, sign in enumerate(signs) if sign]
    if len(ones) == len(signs) or ones[-1] - ones[0] + 1 == len(ones):
        return True
    return all(_is_held(run, values) for run in _left_out(signs))


def _left_out(signs: Sequence[int]) -> Iterator[range]:
    """Yield the lines that are left out, those side by side together."""
    start = 0
    for at, sign in enumerate((*signs, 1)):
        if sign:
            if start < at:
                yield range(start, at)
            start = at + 1


def _is_held(run: range, values: Sequence[Decimal]) -> bool:
    """Return whether what is left out is within the line before it, or comes to the one behind it,
    or is what lines beside it come to.
    """
    sum_ = sum((values[at] for at in run), Decimal(0))
    if run.start and values[run.start - 1] >= sum_:
        return True
    if run.stop < len(values) and values[run.stop] == sum_:
        return True
    beside = (values[: run.start][::-1], values[run.stop :])
    return any(
        sum(lines[:few], Decimal(0)) == sum_
        for lines in beside
        for few in range(_FEW, len(lines) + 1)
    )
