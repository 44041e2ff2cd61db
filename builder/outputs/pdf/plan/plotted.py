"""What a chart plots, as rows to attach: takes a resolved chart, returns header and rows.

The header says what is measured and its unit, as the chart does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from builder.charts.resolving.axes import beside_name
from builder.language.dates import word
from builder.model.chart import Axis, Datum, ResolvedChart
from builder.model.text import Line, Run, plain
from builder.outputs.pdf.plan.sheets import localised
from builder.text.figures import without_marks

Rows = tuple[tuple[str, ...], list[tuple[object, ...]]]
_HEADS: Final = (
    "category",
    "series",
    "value",
    "printed",
    "date",
    "event",
    "from",
    "to",
    "says",
    "amount",
    "point",
    "size",
)
"""What heads columns, in the order in which a language has the words for it."""


def _head(language: str, key: str) -> str:
    return word(language, "data_heads").split(" | ")[_HEADS.index(key)]


def plotted(chart: ResolvedChart) -> Rows:
    """Return header and rows of what a chart plots, one number a row."""
    language = chart.language

    def named(*keys: str) -> tuple[str, ...]:
        return tuple(_head(language, key) for key in keys)

    if chart.events:
        return named("date", "printed", "event"), [
            (event.when.iso(), event.date.text, plain(event.label)) for event in chart.events
        ]
    if chart.tasks:
        return named("category", "series", "date", "printed"), [
            (
                task.name.text,
                task.group.text if task.group else "",
                "/".join(when.iso() for when in (task.start, task.end) if when),
                plain((*task.said, *((Run(" "), task.done.label) if task.done else ()))),
            )
            for task in chart.tasks
        ]
    if chart.links:
        names = [stop.name.text for stop in chart.stops]
        giver, receiver, amount, printed = named("from", "to", "amount", "printed")
        measured = _united(amount, (link.amount for link in chart.links), language)
        return (giver, receiver, measured, printed), [
            (names[link.giver], names[link.receiver], *_said(link.amount, language))
            for link in chart.links
        ]
    if chart.flows:
        return named("from", "to", "says", "amount"), [
            tuple(map(plain, (flow.giver, flow.receiver, flow.says, flow.amount)))
            for flow in chart.flows
        ]
    if chart.points and not chart.series:
        return tuple(_heads_of_points(chart)), [
            (
                point.label.text,
                *_said(point.x, language),
                *_said(point.y, language),
                *_said(point.size, language),
            )
            for point in chart.points
        ]
    category, series, printed = named("category", "series", "printed")
    numbers = (datum for row in chart.series for datum in row.data)
    otherwise = _united(_head(language, "value"), numbers, language)
    measured = _measured(chart.subtitle) or _titled(chart.value_axis) or otherwise
    rows: list[tuple[object, ...]] = [
        (category.text, series.name.text, *_said(datum, language))
        for series in chart.series
        for category, datum in zip(chart.categories, series.data, strict=True)
    ]
    for point in chart.points:
        rows.append((point.label.text, chart.groups[point.group].text, *_said(point.x, language)))
    return (category, series, measured, printed), rows


def _heads_of_points(chart: ResolvedChart) -> Iterator[str]:
    """Yield the heads of a chart of points: each number's axis, and that it stands as printed."""
    yield _head(chart.language, "point")
    sizes = (point.size for point in chart.points if point.size is not None)
    size = _united(_head(chart.language, "size"), sizes, chart.language)
    for axis, otherwise in ((chart.x_axis, "x"), (chart.value_axis, "y"), (None, size)):
        named = _titled(axis) or otherwise
        yield named
        yield f"{named} ({_head(chart.language, 'printed')})"


def _united(head: str, data: Iterable[Datum], language: str) -> str:
    """Return what heads numbers that nothing else says the measure of, with the unit they share."""
    units = {datum.unit for datum in data if datum.value is not None}
    return head + (beside_name(head, units.pop(), language) if len(units) == 1 else "")


def _titled(axis: Axis | None) -> str:
    return _measured(axis.title) if axis is not None else ""


def _measured(line: Line) -> str:
    return plain(without_marks(line))


def _said(datum: Datum | None, language: str) -> tuple[str, str]:
    if datum is None or datum.value is None:
        return "", ""
    return localised(f"{datum.value:f}", language), datum.label.text
