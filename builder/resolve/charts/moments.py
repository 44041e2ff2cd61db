"""Time axes: takes a grid whose categories are dates, returns their dates.

A line or an area joins what follows one another in time: where its dates are not evenly apart,
they must not be drawn as if they were.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from builder.charts.registry import kind_of
from builder.model.chart import ChartSpec
from builder.model.figure import Moment
from builder.problems import Problems
from builder.resolve.charts.grid import Grid

_DATE: Final = re.compile(
    r"(1[5-9]\d\d|2[01]\d\d)(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII
)
# Spreadsheets count days right from here on.
_FIRST: Final = date(1900, 3, 1).toordinal()
# Months and quarters are called even, although their days are 28 to 31 or 90 to 92.
_EVEN: Final = 1.15
_MOST_NAMED: Final = 6


def moments_of(spec: ChartSpec, grid: Grid, problems: Problems) -> tuple[Moment, ...]:
    """Return the dates of the categories of a line or an area, for an axis of time.

    Nothing is returned for what is evenly apart, or no date. Dates that do not follow one
    another are reported, and so are columns, which stand evenly whatever their dates are.
    """
    keys = [named.key for named in grid.categories]
    moments = tuple(moment for moment in map(_moment, keys) if moment is not None)
    if len(moments) < len(keys) or len(keys) < 2 or _are_even([*map(_day, moments)]):
        return ()
    in_time = kind_of(spec.kind).in_time
    if in_time == "evenly":
        _warn(spec, keys, problems)
        return ()
    if in_time != "axis" or not _follow(spec, keys, moments, problems):
        return ()
    if any(moment.month for moment in moments) and _day(moments[0]) < _FIRST:
        problems.error(
            spec.place,
            f'chart "{spec.id}" begins with {keys[0]}; spreadsheets know no day before March 1900',
            "give years instead of months and days",
        )
        return ()
    return moments


def _moment(key: str) -> Moment | None:
    match = _DATE.fullmatch(key)
    if match is None:
        return None
    found = Moment(*(int(part) for part in match.groups(default="0")))
    try:
        _day(found)
    except ValueError:
        return None
    return found


def _day(moment: Moment) -> int:
    return date(moment.year, moment.month or 1, moment.day or 1).toordinal()


def _are_even(days: Sequence[int]) -> bool:
    steps = [after - before for before, after in pairwise(days)]
    if min(steps) < 0 < max(steps) or 0 in steps:
        return False
    sizes = [abs(step) for step in steps]
    return max(sizes) <= _EVEN * min(sizes)


def _follow(
    spec: ChartSpec, keys: Sequence[str], moments: Sequence[Moment], problems: Problems
) -> bool:
    """Return whether each date is later than the one before; report the first that is not."""
    for at, (before, after) in enumerate(pairwise(moments), 1):
        if _day(after) <= _day(before):
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
