"""Categories and series that follow one another: takes a grid whose categories are dates, returns
dates of an axis of time, or the grid filled; takes names, returns whether they are in order.

What follows one another in time must not be drawn as if it were evenly apart where it is not. Lines
and areas stand on an axis of time. Columns stand evenly, a category to every year, month or day,
those without a value among them: a date axis of PowerPoint's would draw each column a day wide.

Years, ages and quantiles are told apart by how far they are along, not by colours of their own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise
from math import gcd
from typing import Final

from builder.charts.registry import ChartType
from builder.charts.resolving.context import GAP, NamedRun
from builder.charts.resolving.grid import Grid
from builder.facts.arithmetic import days_of
from builder.language.dates import period_in, printed_date, short_date_in
from builder.language.language import NBSP
from builder.model.chart import ChartSpec
from builder.model.datings import iso_moment
from builder.model.figure import Moment
from builder.model.text import Owner, Run
from builder.problems import Problems
from builder.theme.ramp import MOST

# Spreadsheets count days right from here on.
_FIRST: Final = date(1900, 3, 1).toordinal()
# Months and quarters are called even, although their days are 28 to 31 or 90 to 92.
_EVEN: Final = 1.15
_MOST_NAMED: Final = 6
_MOST_FILLED: Final = 60  # columns that can be told apart across a page


def moments_of(
    spec: ChartSpec, grid: Grid, kind: ChartType, tag: str, problems: Problems
) -> tuple[Moment, ...]:
    """Return the dates of the categories of a line or an area, for an axis of time.

    Nothing is returned for what is evenly apart, or no date. Dates that do not follow one
    another are reported, and so are columns that are not evenly apart even when filled, and
    what names a time in other words: see `_tell_named`.
    """
    keys = [named.key for named in grid.categories]
    found = [named.moment for named in grid.categories]
    moments = tuple(moment for moment in found if moment is not None)
    if len(moments) < len(keys) and kind.in_time:
        _tell_named(spec, keys, dates=bool(moments), tag=tag, problems=problems)
    if len(moments) < len(keys) or len(keys) < 2 or _are_even([*map(_day, moments)]):
        return ()
    if kind.in_time == "filled":
        _warn(spec, keys, problems)
        return ()
    if kind.in_time != "axis" or not _follow(spec, keys, moments, problems):
        return ()
    if any(moment.month for moment in moments) and _day(moments[0]) < _FIRST:
        problems.error(
            spec.place,
            f'chart "{spec.id}" begins with {keys[0]}; spreadsheets know no day before March 1900',
            "give years instead of months and days",
        )
        return ()
    return moments


def filled(spec: ChartSpec, grid: Grid, tag: str) -> Grid:
    """Return a grid with an empty category for each year, month or day that its dates leave out.

    Their pitch is the largest that all dates stand on: decades, quarters, weeks. What is evenly
    apart is returned as it is, and so are dates of several kinds, or too far apart for columns.
    """
    moments = [named.moment for named in grid.categories]
    known = [moment for moment in moments if moment is not None]
    kinds = {(bool(moment.month), bool(moment.day)) for moment in known}
    if len(known) < len(moments) or len(known) < 2 or len(kinds) > 1:
        return grid
    counts = [_count(moment) for moment in known]
    steps = [after - before for before, after in pairwise(counts)]
    if min(steps) <= 0 <= max(steps) or _are_even([*map(_day, known)]):
        return grid
    step = gcd(*steps) * (1 if steps[0] > 0 else -1)
    places = range(counts[0], counts[-1] + step, step)
    if len(places) > _MOST_FILLED:
        return grid
    first = grid.categories[0].run.text.replace(" ", NBSP)
    full = known[0].month and first == printed_date(known[0], "full", tag).replace(" ", NBSP)
    form = "full" if full else "short"
    held = dict(zip(counts, range(len(counts)), strict=True))
    named = (
        grid.categories[held[place]] if place in held else _named(place, known[0], spec, tag, form)
        for place in places
    )
    return Grid(
        tuple(named),
        grid.series,
        tuple(tuple(row[held[at]] if at in held else GAP for at in places) for row in grid.cells),
    )


def are_ordered(spec: ChartSpec, grid: Grid, kind: ChartType) -> bool:
    """Return whether a chart's series take steps of one hue: as stated, or as their names say."""
    if len(grid.series) < 2 or kind.whole or not kind.distinct or spec.ordered == "false":
        return False
    if spec.ordered == "true":
        return True
    names = [named.run.text for named in grid.series]
    return len(names) <= MOST and follow(names)


def follow(names: Sequence[str]) -> bool:
    """Return whether names begin alike up to a number, and their numbers rise or fall throughout.

    So do 2014 and 2024; 0–14, 15–64 and 65+; Q1 to Q4.
    """
    parts = [re.match(r"(\D*)(\d.*)", name) for name in names]
    found = [part for part in parts if part is not None]
    if len(found) < len(names) or len({part[1] for part in found}) > 1:
        return False
    numbers = [[*map(Decimal, re.findall(r"\d+", part[2]))] for part in found]
    steps = [*pairwise(numbers)]
    return all(one < other for one, other in steps) or all(one > other for one, other in steps)


def check_ordered(spec: ChartSpec, grid: Grid, problems: Problems) -> None:
    """Report more series in order than one hue has steps that can be told apart."""
    if spec.ordered == "true" and len(grid.series) > MOST:
        problems.error(
            spec.place,
            f'chart "{spec.id}" needs {len(grid.series)} steps of one hue, but only {MOST} can be '
            "told apart",
            "join some of the series, or divide the chart in two",
        )


def _tell_named(
    spec: ChartSpec, keys: Sequence[str], *, dates: bool, tag: str, problems: Problems
) -> None:
    """Warn of what is no date and names a time, where it would stand evenly apart: quarters,
    halves, financial years, and dates in words that give the year by its last two digits.
    """
    told = [
        (key, period)
        for key in keys
        if iso_moment(key) is None and (period := period_in(key, tag)) is not None
    ]
    if told and dates:
        found = f'has "{told[0][0]}" among its dates, where it stands as a name'
        hint = "write all of them as dates, such as 2025-07, or all as such periods"
    elif told:
        kinds = {parts for _, (parts, _) in told}
        counts = [number for _, (_, number) in told]
        if len(told) < max(len(keys), 2) or len(kinds) > 1 or _are_even(counts):
            return
        found = f"has its periods evenly apart, but leaves some out: {_shown(keys)}"
        hint = "add a row without values for each period that is left out"
    else:
        short = [day for key in keys if (day := short_date_in(key, tag)) is not None]
        if len(short) < max(len(keys), 2) or _are_even([*map(_day, short)]):
            return
        found = f"has its dates evenly apart, which they are not: {_shown(keys)}"
        hint = f"give their years by four digits, such as {short[0].iso()}"
    problems.warning(spec.place, f'chart "{spec.id}" {found}', hint)


def _shown(keys: Sequence[str]) -> str:
    return ", ".join(keys[:_MOST_NAMED]) + (", …" if len(keys) > _MOST_NAMED else "")


def _day(moment: Moment) -> int:
    return days_of(moment)[0]


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


def _count(moment: Moment) -> int:
    """Return a date as a number of years, of months or of days, as precise as it is."""
    if moment.day:
        return _day(moment)
    return moment.year * 12 + moment.month - 1 if moment.month else moment.year


def _named(count: int, like: Moment, spec: ChartSpec, tag: str, form: str) -> NamedRun:
    """Return the category of a date that no row has, counted and printed as another one is."""
    if like.day:
        day = date.fromordinal(count)
        moment = Moment(day.year, day.month, day.day)
    else:
        moment = Moment(count // 12, count % 12 + 1) if like.month else Moment(count)
    written = (moment.year, moment.month, moment.day)
    key = "-".join(f"{part:02}" for part in written if part)
    run = Run(printed_date(moment, form, tag), owner=Owner("tick", spec.id))
    return NamedRun(run, key)


def _warn(spec: ChartSpec, keys: Sequence[str], problems: Problems) -> None:
    problems.warning(
        spec.place,
        f'chart "{spec.id}" has columns evenly apart, but not its dates: {_shown(keys)}',
        "draw a line, which has an axis of time, or add a row without values for each date that "
        "is left out",
    )
