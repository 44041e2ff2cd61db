"""What the charts and tables of an edition show: takes a briefing, returns it value by value.

A figure stands as `{id}`: whether it changed is told of the figure itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from builder.model.briefing import Briefing
from builder.model.chart import Datum, ResolvedChart
from builder.model.snapshot import ShownState, ShownValue
from builder.model.table import ResolvedTable
from builder.model.text import Line, plain

_Named = tuple[str, str, str]
"""What a value is called, how it is said, and the cell that it is."""


def shown_of(briefing: Briefing) -> Iterator[ShownState]:
    """Yield what each chart draws and each table prints, in the order of the content."""
    for chart in briefing.charts.values():
        yield _state(f"chart {chart.id}", _of_chart(chart))
    for table in {table.name: table for table in briefing.tables.values()}.values():
        yield _state(f"table {table.name}", _of_table(table))


def _state(of: str, named: Iterable[_Named]) -> ShownState:
    """Return the values under names of their own: what is called alike is counted."""
    times: Counter[str] = Counter()
    values = []
    for name, said, cell in named:
        times[name] += 1
        count = f" ({times[name]})" if times[name] > 1 else ""
        values.append(ShownValue(f"{name}{count}", said, cell))
    return ShownState(of, tuple(values))


def _of_chart(chart: ResolvedChart) -> Iterator[_Named]:
    for each in chart.series:
        # The only series of many charts is called as its axis is, or not at all.
        own = each.name.text if len(chart.series) > 1 else ""
        for category, datum in zip(chart.categories, each.data, strict=True):
            yield _datum(datum, category.text, own)
    for category, total in zip(chart.categories, chart.totals, strict=False):
        yield _datum(total, category.text, "total")
    for point in chart.points:
        for axis, coordinate in (("x", point.x), ("y", point.y), ("size", point.size)):
            if coordinate is not None:
                yield _datum(coordinate, point.label.text, axis)
    for event in chart.events:
        yield plain(event.label), event.when.iso(), ""
    for task in chart.tasks:
        group = task.group.text if task.group else ""
        yield (
            _name(task.name.text, group),
            "/".join(when.iso() for when in (task.start, task.end) if when),
            "",
        )
        if task.done is not None:
            yield _datum(task.done, task.name.text, group, "done")
    names = [stop.name.text for stop in chart.stops]
    for link in chart.links:
        yield _datum(link.amount, f"{names[link.giver]} → {names[link.receiver]}")
    for stop in chart.stops:
        yield _datum(stop.total, stop.name.text)
    for flow in chart.flows:
        ends = f"{plain(flow.giver)} → {plain(flow.receiver)}"
        yield ends, ", ".join(filter(None, (_said(flow.says), _said(flow.amount)))), ""


def _of_table(table: ResolvedTable) -> Iterator[_Named]:
    for row in table.rows:
        for column, cell in zip(table.columns[1:], row[1:], strict=False):
            owners = [run.owner for run in cell if run.owner is not None]
            held = next((owner.id for owner in owners if owner.kind == "cell"), "")
            yield _name(plain(row[0]), plain(column.header)), _said(cell), held


def _datum(datum: Datum, *names: str) -> _Named:
    owner = datum.label.owner
    if owner is not None and owner.kind == "figure":
        return _name(*names), f"{{{owner.id}}}", ""
    said = "" if datum.value is None else f"{datum.value:f}"
    return _name(*names), said, owner.id if owner is not None and owner.kind == "cell" else ""


def _name(*names: str) -> str:
    return ", ".join(filter(None, names))


def _said(line: Line) -> str:
    """Return words, with the id of each figure in braces."""
    owners = ((run, run.owner) for run in line if run.note is None)
    return "".join(
        f"{{{owner.id}}}" if owner is not None and owner.kind == "figure" else run.text
        for run, owner in owners
    )
