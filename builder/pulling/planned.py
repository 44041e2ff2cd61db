"""A planned deck in; what each slide should say, shape by shape, as an edited one is read, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from builder.charts.native import NativeChart
from builder.frozen import dataclass
from builder.model.text import Line, Run, plain
from builder.outputs.pptx.plan.ledger import NOTES, number_text
from builder.outputs.pptx.plan.model import (
    ChartItem,
    FilledForm,
    GroupItem,
    Paragraph,
    PlannedSlide,
    TableItem,
    TextItem,
)
from builder.pulling.shown import TITLE, Places, Table, TextShape, settled
from builder.pulling.text import level

# So many words in a row are hardly said twice by chance.
_TELLING: Final = 4


@dataclass(frozen=True)
class PlannedChart:
    """A native chart by the name of its frame; `chart` is its id."""

    name: str
    chart: str
    native: NativeChart


@dataclass(frozen=True)
class PlannedText:
    """What one slide should say; `alts` are descriptions by the shape's name, with its chart.

    `groups` are where the shapes stand that a chart is drawn of, `drawn` those that say no words.
    """

    number: int
    title: str
    shapes: tuple[TextShape[Line], ...]
    tables: tuple[Table[Line], ...]
    charts: tuple[PlannedChart, ...]
    notes: tuple[Line, ...]
    alts: tuple[tuple[str, Line, str], ...]
    groups: Mapping[str, Places]
    drawn: Mapping[str, frozenset[str]]


def planned_text(slide: PlannedSlide) -> PlannedText:
    """Return what a slide should say."""
    charts, tables, alts = [], [], []
    for item in slide.items:
        if isinstance(item, ChartItem):
            charts.append(PlannedChart(item.name, item.chart, item.native))
        elif isinstance(item, TableItem):
            rows = tuple(tuple(cell.runs for cell in row.cells) for row in item.rows)
            tables.append(Table(item.name, rows))
        if not isinstance(item, TextItem) and item.alt:
            chart = item.chart if isinstance(item, ChartItem | GroupItem) else ""
            alts.append((item.name, item.alt, chart))
    groups = [item for item in slide.items if isinstance(item, GroupItem) and item.chart]
    return PlannedText(
        slide.number,
        plain(slide.title.runs),
        tuple(_shapes(slide)),
        tuple(tables),
        tuple(charts),
        slide.notes,
        tuple(alts),
        {item.name: tuple((each.name, each.box) for each in _areas(item)) for item in groups},
        {
            item.name: frozenset(each.name for each in _areas(item) if not each.paragraphs)
            for item in groups
        },
    )


def _areas(item: GroupItem) -> list[FilledForm]:
    return [shape for shape in item.shapes if isinstance(shape, FilledForm)]


def said(within: str, text: str) -> tuple[str, ...]:
    """Return by what a text is known wherever it was copied to.

    That is where it stands, and its words, if they are enough not to be said twice by chance.
    """
    words = level(text)
    return (f"{within}\n{words}", *([words] if len(words.split()) >= _TELLING else []))


def known_texts(slides: Iterable[PlannedText]) -> frozenset[str]:
    """Return by what every text of a deck is known; see `said`."""

    def texts(slide: PlannedText) -> Iterator[tuple[str, str]]:
        for shape in slide.shapes:
            yield from ((shape.name, plain(line)) for line in shape.paragraphs)
        for table in slide.tables:
            yield from ((table.name, row_text(map(plain, row))) for row in table.rows)
        for chart in slide.charts:
            for series in chart.native.series:
                values = (
                    settled(number_text(value)) for p in series.points for value, _ in p.cells
                )
                yield chart.name, series_text(series.name.text, values)
        yield from ((NOTES, plain(line)) for line in slide.notes)

    return frozenset(known for slide in slides for text in texts(slide) for known in said(*text))


def row_text(cells: Iterable[str]) -> str:
    """Return a table's row on one line."""
    return " | ".join(cells)


def series_text(name: str, values: Iterable[str]) -> str:
    """Return a chart's series on one line."""
    return f"{name}: {', '.join(values)}"


def _shapes(slide: PlannedSlide) -> Iterator[TextShape[Line]]:
    yield TextShape(TITLE, (slide.title.runs,))
    for item in slide.items:
        if isinstance(item, TextItem):
            yield TextShape(item.name, tuple(map(_line, item.paragraphs)))
        elif isinstance(item, GroupItem):
            yield from _group(item)


def _group(item: GroupItem) -> Iterator[TextShape[Line]]:
    for shape in item.shapes:
        if isinstance(shape, FilledForm) and shape.paragraphs:
            lines = tuple(map(_line, shape.paragraphs))
            yield TextShape(f"{item.name}/{shape.name}", lines, item.chart)


def _line(paragraph: Paragraph) -> Line:
    """Return a paragraph's text, a tab before what stands at the right edge."""
    return (*paragraph.runs, *([Run("\t"), *paragraph.trailing] if paragraph.trailing else []))
