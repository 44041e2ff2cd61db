"""Gaps of courses: takes rows of values, returns where all are known, and what lies between.

Programs draw an area through a missing value as if it were zero: what lies between its neighbours
is covered, in paper and deck alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import Final, TypeAlias

LONE: Final = 3.0
"""Points on either side of a value that stands alone between two gaps: it is a column."""

Rows: TypeAlias = Sequence[Sequence[object]]
"""The values of each series, as many as there are categories; None where one is missing."""


def known_runs(rows: Rows) -> list[list[int]]:
    """Return the places, from 0, that follow one another without a gap in any row."""
    whole = [None not in column for column in zip(*rows, strict=True)]
    grouped = groupby(range(len(whole)), key=lambda place: whole[place])
    return [list(places) for known, places in grouped if known]


def holes(rows: Rows) -> list[tuple[int, int]]:
    """Return each gap as the places of its neighbours, or of the first or the last value."""
    runs, last = known_runs(rows), max(map(len, rows), default=0) - 1
    if not runs:
        return [(0, last)] if last >= 0 else []
    found = [(one[-1], other[0]) for one, other in pairwise(runs)]
    before = [(0, runs[0][0])] if runs[0][0] > 0 else []
    after = [(runs[-1][-1], last)] if runs[-1][-1] < last else []
    return [*before, *found, *after]
