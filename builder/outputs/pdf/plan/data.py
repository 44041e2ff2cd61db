"""The data that travels with the paper: takes items and figures, returns files to attach.

Figures as JSON and CSV; what each chart plots and each table shows as CSV. Numbers are plain (no
grouping; in CSV the language's decimal mark), and beside each stands how it is printed: its hedge
comes along. What heads a chart's rows says what is measured and its unit, as the chart does.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Final, Literal

from builder.charts.resolving.axes import beside_name
from builder.frozen import dataclass
from builder.language.dates import word
from builder.language.language import language_of
from builder.model.briefing import Briefing
from builder.model.chart import Axis, Datum, ResolvedChart
from builder.model.figure import Moment, ResolvedFigure
from builder.model.text import Line, Run, plain
from builder.outputs.pdf.plan.items import ChartFigure, Item, Tabular
from builder.outputs.pdf.plan.sheets import localised, separator_of, sheet
from builder.text.figures import without_marks

Relation = Literal["Source", "Data", "Supplement"]
JSON, CSV = "application/json", "text/csv"
_COLUMNS = ("id", "label", "value", "printed", "hedge", "unit", "as_of", "confidence", "sources")
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


@dataclass(frozen=True)
class DataFile:
    """A file to attach: its name, media type and bytes; `about` is the item that it belongs to.

    `relation` is how it stands to that, or to the whole paper (ISO 19005-3, annex E). Where the
    item shows it, `word` is what opens the file.
    """

    name: str
    media_type: str
    content: bytes
    description: str
    relation: Relation
    about: str = ""
    word: str = ""

    @property
    def told(self) -> str:
        """What the word that opens it says to who hears it alone."""
        return f"{self.description} (CSV)"


def data_files(
    briefing: Briefing, items: Iterable[Item], figures: Sequence[str]
) -> tuple[DataFile, ...]:
    """Return the files for the figures of the register and the charts and tables of the items."""
    language = briefing.meta.language
    csv = partial(sheet, separator=separator_of(language))
    states = [_state(briefing.figures[id], briefing) for id in figures]
    said = word(language, "register")
    files = []
    if states:
        text = json.dumps(states, ensure_ascii=False, indent=1)
        files = [
            DataFile("figures.json", JSON, text.encode(), said, "Source"),
            DataFile("figures.csv", CSV, csv(_COLUMNS, _flat(states, language)), said, "Source"),
        ]
    known = {file.name: file for file in (*files, *_shown(items, language))}
    return tuple(known.values())


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


def _shown(items: Iterable[Item], language: str) -> Iterator[DataFile]:
    csv = partial(sheet, separator=separator_of(language))
    for item in items:
        if isinstance(item, ChartFigure):
            said = _description("figure", item.number, item.chart.title, language)
            name = f"chart-{item.chart.id}.csv"
            held = csv(*plotted(item.chart))
            opens = word(language, "data")
            yield DataFile(name, CSV, held, said, "Data", item.anchor, opens)
        elif isinstance(item, Tabular):
            header = _header(item, language)
            cells = _cells(item, language)
            said = _description("table", item.number, item.caption, language)
            name = f"{item.anchor.replace(':', '-')}.csv"
            yield DataFile(name, CSV, csv(header, cells), said, "Data", item.anchor)
        yield from _shown(getattr(item, "items", ()), language)


def _description(kind: str, number: Line, title: Line, language: str) -> str:
    """Return "Data of Figure 5: its title", in the language."""
    count = plain(number).rpartition("\u00a0")[2]
    said = word(language, f"data_of_{kind}", number=count) if count else word(language, "data")
    return language_of(language).colon.join(filter(None, (said, plain(title))))


def _state(figure: ResolvedFigure, briefing: Briefing) -> dict[str, object]:
    printed = briefing.printed[figure.id]
    value = figure.value
    return {
        "id": figure.id,
        "label": plain(printed["label"]),
        "value": value.iso() if isinstance(value, Moment) else f"{value:f}",
        "printed": plain(printed["full"]),
        "hedge": figure.hedge.value if figure.hedge else "",
        "unit": figure.unit,
        "as_of": plain(printed.get("as_of", ())),
        "confidence": figure.confidence.value if figure.confidence else "",
        "sources": [briefing.sources[id].title for id in figure.sources],
    }


def _flat(states: Iterable[dict[str, object]], language: str) -> Iterator[list[object]]:
    for state in states:
        told = {**state, "value": localised(str(state["value"]), language)}
        values = (told[column] for column in _COLUMNS)
        yield ["; ".join(value) if isinstance(value, list) else value for value in values]


def _header(item: Tabular, language: str) -> list[str]:
    """Return the headers of a table, each after the one that it stands below."""
    colon = language_of(language).colon
    above = {
        each.first + more: f"{plain(without_marks(each.header))}{colon}"
        for each in item.shape.spanners
        for more in range(each.count)
    }
    heads = (plain(without_marks(column.header)) for column in item.columns)
    return [f"{above.get(at, '')}{head}" for at, head in enumerate(heads)]


def _cells(item: Tabular, language: str) -> Iterator[list[str]]:
    for row in item.rows:
        yield [
            _number(without_marks(line), language)
            if column.align == "right"
            else plain(without_marks(line))
            for line, column in zip(row, item.columns, strict=True)
        ]


def _number(line: Line, language: str) -> str:
    """Return a number of a data file as it stands there; a figure as it is printed."""
    from builder.language.numbers import plain_number

    text = plain(line)
    is_cell = len(line) == 1 and line[0].owner is not None and line[0].owner.of_cell
    return localised(plain_number(text, language), language) if is_cell else text


def _head(language: str, key: str) -> str:
    return word(language, "data_heads").split(" | ")[_HEADS.index(key)]


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
