"""What lines and areas measure: a resolved chart in, its gauges out, from what it plots alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from builder.charts.measuring import name_of, noted, number_of, parts, scale
from builder.charts.scales import shares
from builder.model.chart import Axis, ResolvedChart, Series
from builder.model.gauge import Gauge, Measured, mark_of
from builder.model.holes import known_runs


def runs(series: Series) -> list[list[int]]:
    """Return the places of values that a line joins, each run by itself."""
    return known_runs([[datum.value for datum in series.data]])


def line_marks(
    chart: ResolvedChart, number: int, called: Callable[[int, int], str]
) -> Iterator[Measured]:
    """Yield the marks of a series' line and of the dots on it."""
    series = chart.series[number]
    for run in runs(series):
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
    chart: ResolvedChart, numbers: Sequence[int] | None = None, axis: Axis | None = None
) -> Iterator[Gauge]:
    """Yield the gauges of lines, of those series alone that are numbered, by their own axis."""
    own = range(len(chart.series)) if numbers is None else numbers

    def called(number: int, place: int) -> str:
        return name_of(chart, (number, place))

    marks = [mark for number in own for mark in line_marks(chart, number, called)]
    if axis is None:
        yield scale(chart.value_axis, "y", (*marks, *noted(chart)))
    else:
        yield scale(axis, "y", marks, "second")
    places = shares(chart) if numbers is None else tuple(range(len(chart.categories)))
    yield Gauge("x", tuple(_along(chart, own, marks, places)))


def _along(
    chart: ResolvedChart,
    numbers: Iterable[int],
    marks: Iterable[Measured],
    places: Sequence[float],
) -> Iterator[Measured]:
    """Yield marks of lines by how far along each category stands."""
    at: dict[str, tuple[float, ...]] = {
        mark_of(number, place): (places[place],)
        for number in numbers
        for place in range(len(chart.categories))
    }
    for number in numbers:
        for run in runs(chart.series[number]):
            at[mark_of(number, "from", run[0])] = tuple(places[place] for place in run)
    for mark in marks:
        yield mark._replace(values=at[mark.mark])


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
