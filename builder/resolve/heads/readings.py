"""How charts are read, by what their kinds fill of a resolved chart: takes one and its entry,
returns its categories, and its values in columns.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from builder.charts.registry import kind_of
from builder.facts.arithmetic import days_of
from builder.language.leading import leading_of
from builder.model.chart import ChartSpec, Datum, ResolvedChart
from builder.model.text import plain


class Column(NamedTuple):
    """One series, as its kind of chart or its table has it: `said` are words by which it tells what
    it measures, `printed` how its values are said, where they are no numbers.
    """

    name: str
    values: tuple[Decimal | None, ...]
    said: str
    unit: str = ""
    printed: tuple[str, ...] = ()


class Read(NamedTuple):
    """What a chart shows, as its kind has it."""

    categories: Sequence[str]
    columns: Sequence[Column]
    summed: bool = False
    apart: bool = False
    mixed: bool = False
    stages: tuple[int, ...] = ()
    times: bool = False
    whole: bool = False


def _plotted(spec: ChartSpec, chart: ResolvedChart, _: str) -> Read | None:
    """Values over categories; what steps lead to is none of them."""
    kind = kind_of(spec.kind)
    if (chart.spans and not kind.holds_totals) or (kind.art == "ring" and len(chart.series) > 1):
        return None
    kept = [
        at for at in range(len(chart.categories)) if not (chart.spans and chart.spans[at].standing)
    ]
    second = len(chart.series) - chart.lines if chart.second_axis else len(chart.series)
    columns = []
    for at, each in enumerate(chart.series):
        axis = chart.value_axis if at < second else chart.second_axis
        title = plain(axis.title) if axis else ""
        units = {datum.unit for datum in each.data} - {""}
        if len(units) > 1 and not spec.unit:
            return None
        column = spec.y[at] if at < len(spec.y) and len(spec.y) == len(chart.series) else ""
        unit = spec.unit if at < second and spec.unit else "".join(units)
        values = tuple(each.data[place].value for place in kept)
        # One alone goes by the title.
        name = each.name.text if len(chart.series) > 1 else ""
        columns.append(Column(name, values, f"{name} {column} {title} {unit}", unit))
    names = [chart.categories[at].text for at in kept]
    return Read(names, columns, kind.adds_up, kind.in_shares, whole=kind.whole)


def _pointed(spec: ChartSpec, chart: ResolvedChart, _: str) -> Read | None:
    """Points, each with its places on two axes, and its size."""
    called = {name: plain(text) for name, text in spec.labels}
    axes = ("x", spec.x, spec.x_axis), ("y", "".join(spec.y), spec.axis), ("size", spec.size, None)
    columns = []
    for key, column, axis in axes:
        data: list[Datum | None] = [getattr(point, key) for point in chart.points]
        if not column or None in data:
            continue
        known = [each for each in data if each is not None]
        name, unit = called.get(column) or column, next((each.unit for each in known), "")
        said = f"{name} {column} {plain(axis.title) if axis else ''} {unit}"
        columns.append(Column(name, tuple(each.value for each in known), said, unit))
    return Read([point.label.text for point in chart.points], columns, mixed=True)


def _stopped(spec: ChartSpec, chart: ResolvedChart, _: str) -> Read | None:
    """How much passes each stop of a chain: those of one stage are rivals."""
    values = tuple(stop.total.value for stop in chart.stops)
    unit = next((stop.total.unit for stop in chart.stops), "")
    column = Column("", values, f"{' '.join(spec.y)} {unit}", unit)
    stages = tuple(stop.stage for stop in chart.stops)
    return Read([stop.name.text for stop in chart.stops], [column], stages=stages)


def _tasked(_: ChartSpec, chart: ResolvedChart, tag: str) -> Read | None:
    """When tasks begin and end, and how long they take."""
    days = [(days_of(t.start)[0], days_of(t.end or t.start)[1]) for t in chart.tasks]
    lasts = leading_of(tag).lasts
    said = tuple(plain(task.said) for task in chart.tasks)
    values = zip(*((a, b, b - a + 1) for a, b in days), strict=True)
    columns = [
        Column(name, tuple(map(Decimal, each)), name, "", said)
        for name, each in zip(("", "", lasts), values, strict=True)
    ]
    return Read([task.name.text for task in chart.tasks], columns, mixed=True, times=True)


def _dated(_: ChartSpec, chart: ResolvedChart, __: str) -> Read | None:
    """When each of some events was."""
    said = tuple(event.date.text for event in chart.events)
    values = tuple(Decimal(days_of(event.when)[0]) for event in chart.events)
    columns = [Column("", values, "", "", said)]
    names = [plain(event.label) for event in chart.events]
    return Read(names, columns, mixed=True, times=True)


_READERS: Final[Mapping[str, Callable[[ChartSpec, ResolvedChart, str], Read | None]]] = {
    "points": _pointed,
    "stops": _stopped,
    "tasks": _tasked,
    "events": _dated,
    "series": _plotted,
}
"""By what is filled, in this order: a kind that fills none of these is not read."""


def read(spec: ChartSpec, chart: ResolvedChart, tag: str) -> Read | None:
    """Return what a chart shows; None of one that ranks nothing."""
    reader = next((each for name, each in _READERS.items() if getattr(chart, name)), None)
    found = reader(spec, chart, tag) if reader and not kind_of(spec.kind).raw else None
    return found if found is not None and found.categories else None
