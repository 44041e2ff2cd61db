"""Time axes: takes a grid whose categories are dates, returns where each stands in time.

A line or an area joins what follows one another in time: where its dates are not evenly apart,
they must not be drawn as if they were.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from builder.model.chart import ChartSpec
from builder.problems import Problems
from builder.resolve.charts.grid import Grid

_DATE: Final = re.compile(
    r"(1[5-9]\d\d|2[01]\d\d)(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII
)
_ON_AXIS: Final = ("line", "area")
_SIDE_BY_SIDE: Final = ("column", "grouped", "stacked")
# Day nought of spreadsheets, which count days right from March 1900 on.
_EPOCH: Final = date(1899, 12, 30)
_FIRST: Final = 61
# Months and quarters are called even, although their days are 28 to 31 or 90 to 92.
_EVEN: Final = 1.15
_MOST_NAMED: Final = 6


def moments_of(spec: ChartSpec, grid: Grid, problems: Problems) -> tuple[int, ...]:
    """Return where the categories of a line or an area stand on a time axis.

    Years stand for themselves, months and days as spreadsheets count days. Nothing is returned
    for what is evenly apart, or no date. Dates that do not follow one another are reported, and
    so are columns, which stand evenly whatever their dates are.
    """
    keys = [named.key for named in grid.categories]
    found = [_DATE.fullmatch(key) for key in keys]
    dates = [match for match in found if match is not None]
    if len(dates) < len(keys) or len(keys) < 2:
        return ()
    years = all(match[2] is None for match in dates)
    days = [_day(match) for match in dates]
    if None in days:
        return ()
    moments = [int(key) for key in keys] if years else [day for day in days if day is not None]
    if _are_even(moments):
        return ()
    if spec.kind in _SIDE_BY_SIDE:
        _warn(spec, keys, problems)
        return ()
    if spec.kind not in _ON_AXIS or not _follow(spec, keys, moments, problems):
        return ()
    if not years and moments[0] < _FIRST:
        problems.error(
            spec.place,
            f'chart "{spec.id}" begins with {keys[0]}; spreadsheets know no day before March 1900',
            "give years instead of months and days",
        )
        return ()
    return tuple(moments)


def _day(match: re.Match[str]) -> int | None:
    try:
        day = date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return None
    return (day - _EPOCH).days


def _are_even(moments: Sequence[int]) -> bool:
    steps = [after - before for before, after in pairwise(moments)]
    if min(steps) < 0 < max(steps) or 0 in steps:
        return False
    sizes = [abs(step) for step in steps]
    return max(sizes) <= _EVEN * min(sizes)


def _follow(
    spec: ChartSpec, keys: Sequence[str], moments: Sequence[int], problems: Problems
) -> bool:
    """Return whether each date is later than the one before; report the first that is not."""
    for at, (before, after) in enumerate(pairwise(moments), 1):
        if after <= before:
            problems.error(
                spec.place,
                f'chart "{spec.id}" joins {keys[at - 1]} to {keys[at]}, which is no later',
                "put the rows into the order of their dates, one row to each"
                + (", and remove `order`" if spec.order != "given" else ""),
            )
            return False
    return True


def _warn(spec: ChartSpec, keys: Sequence[str], problems: Problems) -> None:
    shown = ", ".join(keys[:_MOST_NAMED]) + (", …" if len(keys) > _MOST_NAMED else "")
    problems.warning(
        spec.place,
        f'chart "{spec.id}" has columns evenly apart, but not its dates: {shown}',
        "draw a line, which has an axis of time, or add a row without values for each date that "
        "is left out",
    )
