"""What marks of charts measure: a resolved chart in, its gauges out, from what it plots alone.

What a kind's marks are is said in its own file by one of these. Nothing here knows how a mark is
drawn, but only by what name, and which of its sides says its value.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final, TypeAlias

from builder.charts.scales import segments
from builder.model.chart import Axis, Datum, ResolvedChart
from builder.model.gauge import Along, Form, Gauge, Measured, mark_of
from builder.model.land import Tick

Spot: TypeAlias = tuple[int, int]
"""A series and a category, by their numbers."""

_ZERO: Final = Decimal(0)


def ticks(axis: Axis | None, called: str) -> tuple[Measured, ...]:
    """Return the ticks of an axis that is drawn under a name: hairlines, and words beside them."""
    return tuple(
        Measured(
            "middle", mark_of(called, tick.value), tick.label.text, (float(tick.value),), False
        )
        for tick in (axis.ticks if axis is not None else ())
    )


def scale(
    axis: Axis | None, along: Along, marks: Iterable[Measured], called: str = "", least: float = 0.0
) -> Gauge:
    """Return the gauge of marks on an axis, which is called as it lies unless it is said."""
    log = axis is not None and axis.log
    return Gauge(along, tuple(marks), ticks(axis, called or along), log, least)


def name_of(chart: ResolvedChart, spot: Spot) -> str:
    """Return what a mark is called: its category, and its series where there are several."""
    number, place = spot
    category = chart.categories[place].text
    return f"{chart.series[number].name.text}, {category}" if len(chart.series) > 1 else category


def noted(chart: ResolvedChart) -> Iterator[Measured]:
    """Yield the marks of annotations that stand on the axis of values."""
    held = chart.annotations
    for number, level in enumerate(held.levels):
        name = "".join(run.text for run in level.says)
        yield Measured("middle", mark_of("level", number), name, (float(level.value),), False)
    for number, band in enumerate(held.bands):
        name = "".join(run.text for run in band.says)
        ends = float(band.low), float(band.high)
        yield Measured("ends", mark_of("stretch", number), name, ends, False)
    for number, bar in enumerate(held.intervals):
        name = name_of(chart, bar.at) if chart.series else ""
        ends = float(bar.low), float(bar.high)
        yield Measured("ends", mark_of("interval", number, True), name, ends, False)


def values(chart: ResolvedChart) -> dict[Spot, Decimal]:
    """Return the values of a chart that has categories, those that are known."""
    return {
        (number, place): datum.value
        for number, series in enumerate(chart.series)
        for place, datum in enumerate(series.data)
        if datum.value is not None
    }


def parts(chart: ResolvedChart) -> dict[Spot, tuple[Decimal, Decimal]]:
    """Return from where to where the parts of stacks go, those that are known."""
    return {
        (number, place): part
        for place in range(len(chart.categories))
        for number, part in enumerate(segments(chart, place))
        if part is not None
    }


def lengths(
    chart: ResolvedChart, along: Along, ends: Mapping[Spot, tuple[Decimal, Decimal]]
) -> Gauge:
    """Return the gauge of bars or columns that go from one value to another."""
    marks = (
        Measured(
            "ends", mark_of(*spot), name_of(chart, spot), (float(low), float(high)), low != high
        )
        for spot, (low, high) in ends.items()
    )
    return scale(chart.value_axis, along, (*marks, *noted(chart)))


def evenly(chart: ResolvedChart, spots: Iterable[Spot]) -> Iterator[Gauge]:
    """Yield a gauge for each series whose marks stand as far apart as their categories."""
    for row in _rows(spots).values():
        yield Gauge(
            "x",
            tuple(
                Measured("middle", mark_of(*spot), name_of(chart, spot), (spot[1],), False)
                for spot in row
            ),
        )


def ordered(chart: ResolvedChart, spots: Iterable[Spot]) -> Iterator[Gauge]:
    """Yield a gauge for each series whose marks lie one below the other."""
    for row in _rows(spots).values():
        yield Gauge(
            "y",
            tuple(
                Measured("order", mark_of(*spot), name_of(chart, spot), (), False) for spot in row
            ),
        )


def _rows(spots: Iterable[Spot]) -> dict[int, list[Spot]]:
    rows: dict[int, list[Spot]] = {}
    for spot in sorted(spots):
        rows.setdefault(spot[0], []).append(spot)
    return rows


def columns(chart: ResolvedChart) -> Iterator[Gauge]:
    """Yield the gauges of columns from zero to their values, category by category."""
    held = values(chart)
    yield lengths(chart, "y", {spot: (_ZERO, value) for spot, value in held.items()})
    yield from evenly(chart, held)


def bars(chart: ResolvedChart) -> Iterator[Gauge]:
    """Yield the gauges of bars from zero to their values, one below the other."""
    held = values(chart)
    yield lengths(chart, "x", {spot: (_ZERO, value) for spot, value in held.items()})
    yield from ordered(chart, held)


def both_ways(chart: ResolvedChart) -> Iterator[Gauge]:
    """Yield the gauges of bars on both sides of zero, the first series on the left."""
    held = values(chart)
    ends = {spot: (_ZERO, value if spot[0] else -value) for spot, value in held.items()}
    yield lengths(chart, "x", ends)
    yield from ordered(chart, held)


def stacks(chart: ResolvedChart) -> Iterator[Gauge]:
    """Yield the gauges of columns that stand on one another."""
    held = parts(chart)
    yield lengths(chart, "y", held)
    yield from evenly(chart, held)


def lying_stacks(chart: ResolvedChart) -> Iterator[Gauge]:
    """Yield the gauges of bars that go on from one another."""
    held = parts(chart)
    yield lengths(chart, "x", held)
    yield from ordered(chart, held)


def steps(chart: ResolvedChart) -> Iterator[Gauge]:
    """Yield the gauges of bars that float from level to level."""
    held = {(0, place): (span.start, span.end) for place, span in enumerate(chart.spans)}
    yield lengths(chart, "y", held)
    yield from evenly(chart, held)


def shares_of_turn(chart: ResolvedChart) -> Iterator[Gauge]:
    """Yield the gauge of the parts of a ring, clockwise from the top."""
    held = (
        [max(datum.value or _ZERO, _ZERO) for datum in chart.series[0].data] if chart.series else []
    )
    whole, at, marks = sum(held) or Decimal(1), _ZERO, list[Measured]()
    for place, value in enumerate(held):
        turn = float(at / whole), float((at + value) / whole)
        at += value
        if value and value < whole:
            name = chart.categories[place].text
            marks.append(Measured("turn", mark_of(0, place), name, turn))
    yield Gauge("x", tuple(marks))


def points(chart: ResolvedChart) -> Iterator[Gauge]:
    """Yield the gauges of points between two axes, and of their areas if they have sizes."""

    def marked(form: Form, of: Callable[[int], Datum | None]) -> Iterator[Measured]:
        for number, point in enumerate(chart.points):
            datum = of(number)
            if datum is not None:
                name = point.label.text or datum.label.text
                yield Measured(form, mark_of(number), name, (number_of(datum),))

    yield scale(chart.x_axis, "x", marked("middle", lambda at: chart.points[at].x))
    yield scale(
        chart.value_axis,
        "y",
        (*marked("middle", lambda at: chart.points[at].y), *noted_points(chart)),
    )
    yield Gauge("x", tuple(marked("size", lambda at: chart.points[at].size)))


def noted_points(chart: ResolvedChart) -> Iterator[Measured]:
    """Yield the marks of annotations of a chart of points."""
    for mark in noted(chart):
        if not mark.mark.startswith("interval"):
            yield mark


def discs(chart: ResolvedChart) -> Iterator[Gauge]:
    """Yield the gauge of places whose discs are as large as their values."""
    land = chart.land
    if land is None or not land.sizes or not chart.series:
        return
    held = (
        Measured(
            "size", mark_of("disc", row), chart.categories[row].text, (number_of(datum),), False
        )
        for row, datum in enumerate(chart.series[0].data)
        if datum.value
    )
    key = (
        Measured("size", mark_of("key", size.value), size.label.text, (float(size.value),), False)
        for size in land.sizes
    )
    yield Gauge("x", (*held, *key))


def classed(chart: ResolvedChart, bounds: Sequence[Tick]) -> Iterator[Measured]:
    """Yield the cells of a grid by the class of each, -1 where its value is not known."""
    steps = [bound.value for bound in bounds]
    for number, series in enumerate(chart.series):
        for place, datum in enumerate(series.data):
            at = -1 if datum.value is None else bisect_right(steps, datum.value)
            spot = number, place
            yield Measured("fill", mark_of(*spot), name_of(chart, spot), (at,))


def key(bounds: Sequence[Tick]) -> Iterator[Measured]:
    """Yield the steps of a key of classes that bounds part; by them, before all, cells are read."""
    for number in range(len(bounds) + 1 if bounds else 0):
        below, above = (
            bounds[max(number - 1, 0)].label.text,
            bounds[min(number, len(bounds) - 1)].label.text,
        )
        name = f"< {above}" if not number else f"≥ {below}"
        yield Measured("fill", mark_of("key", number), name, (number,), sure=False)


def number_of(datum: Datum) -> float:
    return float(datum.value or _ZERO)
