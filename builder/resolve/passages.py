"""Passages: takes content as read, yields every text that readers meet, and what it stands over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from builder.model.blocks import ChartUse, Slide, TableUse
from builder.model.briefing import Content
from builder.model.chart import ChartSpec
from builder.model.figure import Figure, Moment
from builder.model.table import TableSpec
from builder.model.text import FigureUse, Text
from builder.resolve.walk import is_text, texts_of, walked

# Forms that print words of a figure, not its number.
_WORDS = frozenset({"label", "as_of"})


@dataclass(frozen=True)
class Passage:
    """A text as read; `claim` guards the whole of it, `over` says that it heads figures."""

    text: Text
    claim: str = ""
    over: bool = False


def passages(content: Content, tables: tuple[str, ...]) -> Iterator[Passage]:
    """Yield every text once; of tables those named in `tables`, which stand somewhere.

    Data files, citations and claims' own words are not prose of the briefing and are left out.
    """
    yield from (Passage(text) for text in content.meta.texts.values())
    for figure in content.figures.values():
        yield from (Passage(text) for text in figure.texts.values())
    for chart in content.charts.values():
        yield from _chart(chart, content)
    for name in tables:
        yield from _table(content.tables[name], content)
    for section in content.sections:
        yield from (Passage(text) for text in texts_of((section.title, section.blocks)))
        yield from (Passage(text) for _, text in section.notes)
        for slide in section.slides:
            yield Passage(slide.title, slide.claim, _shows_figures(slide, content))
            yield from (Passage(text) for text in texts_of((slide.blocks, slide.notes)))


def prints_number(use: FigureUse, figures: Mapping[str, Figure]) -> bool:
    """Return whether a use prints a figure's number: no date, no label and no period."""
    return not _WORDS.intersection(use.forms) and _is_number(figures.get(use.figure))


def _chart(chart: ChartSpec, content: Content) -> Iterator[Passage]:
    yield Passage(chart.title, chart.claim, _chart_shows_figures(chart, content))
    heads = (chart.subtitle, chart.note, chart.alt, chart.axis, chart.x_axis)
    yield from (Passage(text) for text in texts_of((heads, chart.categories, chart.flows)))
    yield from (Passage(text) for _, text in chart.labels)


def _table(table: TableSpec, content: Content) -> Iterator[Passage]:
    yield Passage(table.caption, table.claim, _table_shows_figures(table, content))
    others = (table.header, table.cells, table.note, tuple(text for _, text in table.columns))
    yield from (Passage(text) for text in texts_of(others))


def _shows_figures(slide: Slide, content: Content) -> bool:
    for part in walked(slide.blocks):
        if isinstance(part, ChartUse):
            chart = content.charts.get(part.name)
            if chart is not None and _chart_shows_figures(chart, content):
                return True
        elif isinstance(part, TableUse):
            if part.name in content.tables and _table_shows_figures(
                content.tables[part.name], content
            ):
                return True
        elif is_text(part) and _prints_numbers(part, content):
            return True
    return any(_is_number(content.figures.get(name)) for name in slide.figures)


def _chart_shows_figures(chart: ChartSpec, content: Content) -> bool:
    if chart.table or chart.groups:
        return True
    if any(_is_number(content.figures.get(name)) for name in chart.figures):
        return True
    return any(_prints_numbers(text, content) for text in texts_of(chart.flows))


def _table_shows_figures(table: TableSpec, content: Content) -> bool:
    if table.data or table.figures:
        return True
    return any(_prints_numbers(text, content) for text in texts_of(table.cells))


def _prints_numbers(text: Text, content: Content) -> bool:
    return any(
        isinstance(item, FigureUse) and prints_number(item, content.figures) for item in text
    )


def _is_number(figure: Figure | None) -> bool:
    return figure is not None and not isinstance(figure.value, Moment)
