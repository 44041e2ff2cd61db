"""Courses: what lines and areas measure, and the round dates of their axis of time. Takes a
resolved chart; returns its gauges, from what it plots alone, or those dates that are named, and
their names.

Where the dates of the values themselves have no room, readers are told years and months at even
steps instead, as an axis of numbers tells its ticks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Final

from builder.charts.measuring import name_of, noted, number_of, parts, scale
from builder.charts.scales import EPOCH, in_days, moments, roomy, shares
from builder.charts.style import ChartStyle
from builder.charts.typeset import one_line
from builder.language.dates import printed_date
from builder.model.chart import Axis, ResolvedChart, Series
from builder.model.figure import Moment
from builder.model.gauge import Gauge, Measured, known_runs, mark_of
from builder.model.land import Tick
from builder.model.text import Line, Owner, Run

_MONTHS: Final = (1, 2, 3, 6)
_YEARS: Final = (1, 2, 5, 10, 20, 25, 50, 100)
_MOST: Final = 40
_WEEK: Final = 7
_BETWEEN: Final = 5.0  # two names of dates


def runs(series: Series, *, through: bool = False) -> list[list[int]]:
    """Return the places of values that a line joins, each run by itself; one run where it goes
    `through` what has no value.
    """
    if through:
        return [[at for at, datum in enumerate(series.data) if datum.value is not None]]
    return known_runs([[datum.value for datum in series.data]])


def line_marks(
    chart: ResolvedChart, number: int, called: Callable[[int, int], str], *, through: bool = False
) -> Iterator[Measured]:
    """Yield the marks of a series' line and of the dots on it."""
    series = chart.series[number]
    for run in runs(series, through=through):
        if len(run) > 1:
            held = tuple(number_of(series.data[place]) for place in run)
            yield Measured("corners", mark_of(number, "from", run[0]), series.name.text, held)
        for place in run:
            alone = len(run) == 1
            name = called(number, place)
            yield Measured(
                "middle", mark_of(number, place), name, (number_of(series.data[place]),), alone
            )


def lines(
    chart: ResolvedChart,
    numbers: Sequence[int] | None = None,
    axis: Axis | None = None,
    *,
    through: bool = False,
) -> Iterator[Gauge]:
    """Yield the gauges of lines, of those series alone that are numbered, by their own axis;
    `through` what has no value.
    """
    own = range(len(chart.series)) if numbers is None else numbers

    def called(number: int, place: int) -> str:
        return name_of(chart, (number, place))

    marks = [mark for number in own for mark in line_marks(chart, number, called, through=through)]
    if axis is None:
        yield scale(chart.value_axis, "y", (*marks, *noted(chart)))
    else:
        yield scale(axis, "y", marks, "second")
    places = shares(chart) if numbers is None else tuple(range(len(chart.categories)))
    yield Gauge("x", tuple(_along(chart, own, marks, places, through=through)))


def areas(chart: ResolvedChart) -> Iterator[Gauge]:
    """Yield the gauges of areas that lie on one another: their upper edges, then the lower ones."""
    held, places = parts(chart), shares(chart)
    up, across = list[Measured](), list[Measured]()
    for run in known_runs([[datum.value for datum in series.data] for series in chart.series]):
        for number, series in enumerate(chart.series):
            ends = [held[number, place] for place in run]
            if len(run) == 1:
                low, high = map(float, ends[0])
                spot = number, run[0]
                up.append(
                    Measured("ends", mark_of(*spot), name_of(chart, spot), (low, high), low != high)
                )
                continue
            mark, name = mark_of(number, "from", run[0]), series.name.text
            edge = (*(float(high) for _, high in ends), *(float(low) for low, _ in reversed(ends)))
            up.append(Measured("corners", mark, name, edge))
            along = (*(places[place] for place in run), *(places[place] for place in reversed(run)))
            across.append(Measured("corners", mark, name, along))
    yield scale(chart.value_axis, "y", (*up, *noted(chart)))
    yield Gauge("x", tuple(across))


def slopes(chart: ResolvedChart) -> Iterator[Gauge]:
    """Yield the gauge of lines between two ends."""
    for gauge in lines(chart):
        yield gauge._replace(ticks=())


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


def _along(
    chart: ResolvedChart,
    numbers: Iterable[int],
    marks: Iterable[Measured],
    places: Sequence[float],
    *,
    through: bool,
) -> Iterator[Measured]:
    """Yield marks of lines by how far along each category stands."""
    at: dict[str, tuple[float, ...]] = {
        mark_of(number, place): (places[place],)
        for number in numbers
        for place in range(len(chart.categories))
    }
    for number in numbers:
        for run in runs(chart.series[number], through=through):
            at[mark_of(number, "from", run[0])] = tuple(places[place] for place in run)
    for mark in marks:
        yield mark._replace(values=at[mark.mark])


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
