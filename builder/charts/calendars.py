"""Round dates of an axis of time: takes a chart, returns those that are named, and their names.

Where the dates of the values themselves have no room, readers are told years and months at even
steps instead, as an axis of numbers tells its ticks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Final

from builder.charts.scales import EPOCH, in_days, moments, roomy
from builder.charts.style import ChartStyle
from builder.charts.typeset import one_line
from builder.language.dates import printed_date
from builder.model.chart import ResolvedChart
from builder.model.figure import Moment
from builder.model.land import Tick
from builder.model.text import Line, Owner, Run

_MONTHS: Final = (1, 2, 3, 6)
_YEARS: Final = (1, 2, 5, 10, 20, 25, 50, 100)
_MOST: Final = 40
_WEEK: Final = 7


def calendars(chart: ResolvedChart) -> tuple[tuple[Tick, ...], ...]:
    """Return the round dates within a chart's axis of time, the closest first; none without one."""
    counted = moments(chart)
    if len(counted) < 2:
        return ()
    return between((counted[0], counted[-1]), chart, days=in_days(chart))


def between(
    ends: tuple[int, int], chart: ResolvedChart, *, days: bool
) -> tuple[tuple[Tick, ...], ...]:
    """Return the round dates within two, the closest first: at steps of days, months and years.

    Dates are years, or `days` as spreadsheets count them.
    """
    first, last = ends
    start, end = (_day(at).year if days else at for at in ends)
    found: list[list[Moment]] = []
    if days and last - first <= _MOST * _WEEK:
        every = [_day(at) for at in range(first, last + 1)]
        found += [[Moment(day.year, day.month, day.day) for day in every]]
        found += [[Moment(d.year, d.month, d.day) for d in every if d.weekday() == 0]]
    if days and (end - start + 1) * 12 // _MONTHS[-1] <= _MOST:
        months = [Moment(year, at) for year in range(start, end + 1) for at in range(1, 13)]
        found += [[m for m in months if m.month % step == 1 % step] for step in _MONTHS]
    for step in _YEARS:
        years = range(start - start % step, end + 1, step)
        if len(years) <= _MOST:
            found.append([Moment(year) for year in years])
    ticks = (tuple(_within(dates, ends, chart, days=days)) for dates in found)
    return tuple(each for each in ticks if 2 <= len(each) <= _MOST)


def _day(number: int) -> date:
    return EPOCH + timedelta(days=number)


def _within(
    dates: list[Moment], ends: tuple[int, int], chart: ResolvedChart, *, days: bool
) -> Iterator[Tick]:
    owner = Owner("tick", chart.id)
    for moment in dates:
        number = moment.year
        if days:
            number = (date(moment.year, moment.month or 1, moment.day or 1) - EPOCH).days
        if ends[0] <= number <= ends[1]:
            name = Run(printed_date(moment, "short", chart.language), owner=owner)
            yield Tick(Decimal(number), name)


def named(
    own: Sequence[Tick],
    round_dates: Sequence[tuple[Tick, ...]],
    place: Callable[[Decimal], float],
    width: Callable[[Line], float],
    air: float,
) -> tuple[Tick, ...]:
    """Return which dates an axis names, each centred on its place with `air` around it.

    They are its `own` where all of them have room, else the closest round ones that have, and else
    as many of its own as have.
    """
    middles = [place(day.value) for day in own]
    shown = roomy(middles, [width((day.label,)) for day in own], air)
    if not own or len(shown) < sum(bool(day.label.text) for day in own):
        for calendar in round_dates:
            ends = [(place(day.value), width((day.label,)) / 2) for day in calendar]
            if all(b - a >= half + other + air for (a, half), (b, other) in pairwise(ends)):
                return calendar
    return tuple(own[at] for at in shown)


_BETWEEN: Final = 5.0


def below(
    chart: ResolvedChart, style: ChartStyle, left: float, right: float
) -> list[tuple[float, Run]]:
    """Return the dates that stand below a plot in the paper, and where, from `left` to `right`."""
    counted = moments(chart)
    first, reach = counted[0], counted[-1] - counted[0]

    def x(number: Decimal) -> float:
        return left + float((number - first) / reach) * (right - left)

    own = [Tick(Decimal(at), name) for at, name in zip(counted, chart.categories, strict=True)]
    found = named(own, calendars(chart), x, lambda line: one_line(line, style.tick).width, _BETWEEN)
    return [(x(day.value), day.label) for day in found]
