"""What the slides print, as ledger entries: planned slides in, one entry per owned text out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from builder.charts.native import NativeChart
from builder.deck.plan.model import (
    Area,
    ChartItem,
    GroupItem,
    Item,
    Paragraph,
    PlannedSlide,
    TableItem,
    TextItem,
)
from builder.model.ledger import Channel, Entry, address, entries
from builder.model.text import Line, Owner, Run

FOOTER = "Footer"
NUMBER = "Slide number"
NOTES = "Notes"
BEHIND = "Template"
"""What a user's template prints on every slide."""


def number_text(value: Decimal) -> str:
    """Return a plotted cell as chart and workbook hold it: a spreadsheet's 15 digits."""
    return f"{float(f'{value:.15g}'):.16G}"


def slide_entries(slide: PlannedSlide, furniture: Iterable[tuple[str, Line]]) -> Iterator[Entry]:
    """Yield the entries of one slide; `furniture` is what stands at its foot, by shape."""
    page = slide.number
    yield from _text((slide.title,), "Title", page)
    for item in slide.items:
        yield from _item(item, page)
    for paragraph in slide.notes:
        yield from entries(paragraph, "notes", NOTES, page)
        yield from addresses(paragraph, NOTES, page)
    for name, printed in furniture:
        yield from entries(printed, "body", name, page)


def _item(item: Item, page: int) -> Iterator[Entry]:
    if isinstance(item, TextItem):
        yield from _text(item.paragraphs, item.name, page)
    elif isinstance(item, TableItem):
        for row in item.rows:
            yield from _text(row.cells, item.name, page)
        yield from entries(item.alt, "alt", item.name, page)
    elif isinstance(item, ChartItem):
        yield from _chart(item, page)
        yield from entries(item.alt, "alt", item.name, page)
    else:
        yield from _group(item, page)


def _group(item: GroupItem, page: int) -> Iterator[Entry]:
    for shape in item.shapes:
        if isinstance(shape, Area):
            yield from _text(shape.paragraphs, item.name, page)
    yield from entries(item.alt, "alt", item.name, page)


def _text(paragraphs: Iterable[Paragraph], within: str, page: int) -> Iterator[Entry]:
    for paragraph in paragraphs:
        line = (*paragraph.runs, *paragraph.trailing)
        yield from entries(line, "body", within, page)
        # A paragraph that leads to a slide as a whole leads nowhere else.
        yield from () if paragraph.target else addresses(line, within, page)


def addresses(line: Line, within: str, page: int) -> Iterator[Entry]:
    """Yield each address outside the deck that a line leads to, once."""
    found = dict.fromkeys(run.link for run in line if run.link and not run.link.startswith("#"))
    yield from (address(target, within, page) for target in found)


def _chart(item: ChartItem, page: int) -> Iterator[Entry]:
    native = item.native
    yield from entries(_printed(native), "chart", item.name, page)
    yield from entries(_names(native), "workbook", item.name, page)
    for series in native.series:
        for point in series.points:
            for value, owner in point.cells:
                yield _cell(value, owner, item.name, page)


def _names(native: NativeChart) -> Line:
    """Return what heads the workbook's columns and rows, once each."""
    return (*(series.name for series in native.series), *native.categories)


def _printed(native: NativeChart) -> Line:
    """Return what PowerPoint prints: names, labels, ticks and titles of the axes."""
    labels = [run for series in native.series for point in series.points for run in point.label]
    axes: list[Run] = []
    for axis in (native.value_axis, native.category_axis):
        if axis.shown:
            axes += [*axis.ticks, *axis.title]
    return (*_names(native), *labels, *axes)


def _cell(value: Decimal, owner: Owner, within: str, page: int) -> Entry:
    channel: Channel = "workbook"
    return Entry(owner.kind, owner.id, owner.form, number_text(value), channel, within, page)
