"""What the slides say, place by place: planned slides in, places in reading order out.

A reader that opens the finished deck must meet the same places: shapes in order, paragraph by
paragraph, cell by cell; charts by series and category.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import count
from typing import TypeAlias

from builder.charts.native import CARTESIAN, NativeAxis, NativeChart, NativePoint
from builder.frozen import replace
from builder.memory import remembered_of
from builder.model.ledger import WHOLE_FILE, Channel, LedgerPlace, Owned, placed
from builder.model.ledger import Box as Where
from builder.model.saying import NOTHING, axis_said, cell_name, plain_number, unseen
from builder.model.text import Line, Owner, Run, join
from builder.outputs.pptx.plan.forms import PictureItem
from builder.outputs.pptx.plan.model import TITLE as TITLE_PLACE
from builder.outputs.pptx.plan.model import (
    ChartItem,
    FilledForm,
    GroupItem,
    Item,
    Paragraph,
    PlannedSlide,
    TableItem,
    TextItem,
)
from builder.units import Box

_BYTES = 500  # that a place takes

FOOTER = "Footer"
NUMBER = "Slide number"
NOTES = "Notes"
BEHIND = "Template"
"""What a user's template prints on every slide."""
TITLE = "Title"
_NO_COLOUR = "none"  # of a series that others stand on


def number_text(value: Decimal) -> str:
    """Return a plotted cell as chart and workbook hold it: a spreadsheet's 15 digits."""
    return f"{float(f'{value:.15g}'):.16G}"


Around: TypeAlias = tuple[float, float, float, float]
"""What a placeholder keeps free around its text: left, top, right and bottom."""

Free: TypeAlias = tuple[tuple[int, Around], ...]
"""That of placeholders, by their index."""


def places_of(
    slide: PlannedSlide, furniture: tuple[tuple[str, Line], ...], free: Free = ()
) -> tuple[LedgerPlace, ...]:
    """Return the places of one slide, found once of this very slide; see `slide_places`."""

    def found() -> tuple[LedgerPlace, ...]:
        return tuple(slide_places(slide, furniture, free))

    key = "places", furniture, free
    return remembered_of(slide, key, found, lambda all_: _BYTES * len(all_))


def slide_places(
    slide: PlannedSlide, furniture: Iterable[tuple[str, Line]], free: Free = ()
) -> Iterator[LedgerPlace]:
    """Yield the places of one slide; `furniture` is what stands at its foot, by shape. Text stands
    in its placeholder with what that keeps `free`.
    """
    page, around = slide.number, dict(free)
    yield LedgerPlace(page, "look", "", "state", "hidden" if slide.hidden else "shown")
    title = _around(slide.title_box, around.get(TITLE_PLACE))
    yield from _paragraphs((slide.title,), TITLE, page, title)
    for item in slide.items:
        yield from _item(item, page, around)
    for name, printed in furniture:
        yield placed(printed, page, "body", name, "paragraph")
    for paragraph in slide.notes:
        yield placed(paragraph, page, "notes", NOTES, "paragraph")
        yield from _struck(paragraph, NOTES, page)
        yield from _addresses(paragraph, NOTES, page)


def whole_file(said: Mapping[str, str], sections: Iterable[str]) -> Iterator[LedgerPlace]:
    """Yield what a deck says of itself: its properties, and the names of its sections."""
    for name, text in said.items():
        if text:
            yield LedgerPlace(WHOLE_FILE, "properties", "", name, text)
    for section in sections:
        yield LedgerPlace(WHOLE_FILE, "outline", "", "section", section)


def _around(box: Box, free: Around | None) -> Box:
    left, top, right, bottom = free or (0.0, 0.0, 0.0, 0.0)
    return Box(box.left - left, box.top - top, box.width + left + right, box.height + top + bottom)


def _item(item: Item, page: int, around: Mapping[int, Around]) -> Iterator[LedgerPlace]:
    if isinstance(item, TextItem):
        box = _around(item.box, around.get(item.placeholder)) if item.box else None
        yield from _paragraphs(item.paragraphs, item.name, page, box)
    elif isinstance(item, TableItem):
        yield from _alt(item.alt, item.name, page)
        for row, held in enumerate(item.rows, 1):
            for column, cell in enumerate(held.cells, 1):
                if 0 in held.span(column - 1):
                    continue
                part = f"row {row}, column {column}"
                filled = held.fill(column - 1) or NOTHING
                yield _paragraph(cell, item.name, part, page, item.box, filled)
                yield from _struck(cell.runs, item.name, page)
                yield from _addresses(cell.runs, item.name, page)
    elif isinstance(item, ChartItem):
        yield from _alt(item.alt, item.name, page)
        yield LedgerPlace(page, "look", item.name, "shape", "chart", box=_box(item.box))
        for number, series in enumerate(item.native.series, 1):
            if series.colour == _NO_COLOUR:
                yield LedgerPlace(page, "look", item.name, "state", unseen(number))
        yield from _chart(item, page)
    elif isinstance(item, PictureItem):
        yield from _alt(item.alt, item.name, page)
        yield LedgerPlace(page, "look", item.name, "shape", "picture", box=_box(item.box))
        yield LedgerPlace(page, "look", item.name, "pixels", item.digest)
    else:
        yield from _group(item, page)


def _group(item: GroupItem, page: int) -> Iterator[LedgerPlace]:
    yield from _alt(item.alt, item.name, page)
    for shape in item.shapes:
        if isinstance(shape, FilledForm) and shape.paragraphs:
            yield from _paragraphs(shape.paragraphs, item.name, page, shape.box, shape.colour)
        elif isinstance(shape, FilledForm):
            box, filled = _box(shape.box), shape.colour
            yield LedgerPlace(page, "look", item.name, "shape", "area", box=box, filled=filled)
        else:
            yield LedgerPlace(page, "look", item.name, "shape", "line", filled=shape.colour)


def _paragraphs(
    paragraphs: Iterable[Paragraph], within: str, page: int, box: Box | None, filled: str = ""
) -> Iterator[LedgerPlace]:
    """Yield the places of paragraphs; what they stand on is told of the first."""
    for paragraph in paragraphs:
        yield _paragraph(paragraph, within, "paragraph", page, box, filled)
        filled = ""
        yield from _struck((*paragraph.runs, *paragraph.trailing), within, page)
        if paragraph.target:
            yield LedgerPlace(page, "link", within, "Link", f"slide {paragraph.target}")
        else:
            yield from _addresses((*paragraph.runs, *paragraph.trailing), within, page)


def _paragraph(
    paragraph: Paragraph, within: str, part: str, page: int, box: Box | None, filled: str = ""
) -> LedgerPlace:
    line = paragraph.runs
    if paragraph.trailing:
        line = (*line, Run("\t"), *paragraph.trailing)
    size = paragraph.style.size
    return placed(line, page, "body", within, part, box=_box(box), size=size, filled=filled)


def _box(box: Box | None) -> Where | None:
    return (box.left, box.top, box.width, box.height) if box is not None else None


def _alt(line: Line, within: str, page: int) -> Iterator[LedgerPlace]:
    if line:
        yield placed(line, page, "alt", within, "description")


def _struck(line: Line, within: str, page: int) -> Iterator[LedgerPlace]:
    """Yield the words of a line that are struck through, if any are."""
    struck = "".join(run.text for run in line if run.manner.struck)
    if struck:
        yield LedgerPlace(page, "look", within, "struck through", struck)


def _addresses(line: Line, within: str, page: int) -> Iterator[LedgerPlace]:
    """Yield each address outside the deck that a line leads to, once."""
    for target in dict.fromkeys(run.link for run in line if run.link and run.link[:1] != "#"):
        owned = (Owned(0, len(target), "link", target),)
        yield LedgerPlace(page, "link", within, "Link", target, owned)


def _chart(item: ChartItem, page: int) -> Iterator[LedgerPlace]:
    native = item.native
    for part, line in printed_parts(native):
        yield placed(line, page, "chart", item.name, part)
    for part, text in _axes(native):
        yield LedgerPlace(page, "chart", item.name, part, text)
    if native.title:
        yield placed(native.title, page, "chart", item.name, "title of the chart")
    yield from (replace(place, page=page, within=item.name) for place in _cells(native))


def printed_parts(native: NativeChart) -> Iterator[tuple[str, Line]]:
    """Yield what PowerPoint prints, by part: names, values, labels, ticks and titles of axes."""
    yield "kind", (Run(native.type + (", LINE" if native.lines else "")),)
    for number, series in enumerate(native.series, 1):
        yield f"series {number}", (series.name,)
    for number, category in enumerate(native.categories, 1):
        yield f"category {number}", (category,)
    for number, series in enumerate(native.series, 1):
        for at, point in enumerate(series.points, 1):
            values = [Run(plain_number(number_text(value))) for value, _ in point.cells]
            if values:
                yield f"series {number}, point {at}", join(((value,) for value in values), "; ")
    for number, series in enumerate(native.series, 1):
        for at, point in enumerate(series.points, 1):
            if point.label and point.value is not None:
                yield f"label of series {number}, point {at}", point.label
    for number, series in enumerate(native.series, 1):
        for at, point in enumerate(series.points, 1):
            if point.interval is not None and point.value is not None:
                ends = (Run(plain_number(number_text(end))) for end in point.interval)
                yield f"error bar of series {number}, point {at}", join(((e,) for e in ends), "; ")
    for name, axis in _named_axes(native):
        if axis.shown and axis.ticks:
            yield f"ticks of the {name}", join(((tick,) for tick in axis.ticks), "; ")
        title = axis.title if axis.shown and axis.title else axis.unseen
        if title:
            yield f"title of the {name}", title


def row_name(native: NativeChart, point: NativePoint) -> Run | None:
    """Return the name of a point's row, which stands beside its numbers; none outside rows."""
    if not native.rows or point.value is None:
        return None
    return native.rows[len(native.rows) - int(point.value)]


def _named_axes(native: NativeChart) -> Iterator[tuple[str, NativeAxis]]:
    if native.type == "DOUGHNUT":
        return
    yield "value axis", native.value_axis
    if native.second_axis is not None:
        yield "second value axis", native.second_axis
    yield "x axis" if native.type in CARTESIAN else "category axis", native.category_axis


def _axes(native: NativeChart) -> Iterator[tuple[str, str]]:
    """Yield how each axis runs."""
    for name, axis in _named_axes(native):
        numbers = name != "category axis"
        back = not numbers and native.reversed_categories
        limits = [
            plain_number(f"{float(limit):.15g}") if limit is not None and numbers else ""
            for limit in (axis.min, axis.max, axis.step if axis.shown else None)
        ]
        shown = axis.shown or not numbers
        yield name, axis_said(*limits, shown=shown, back=back, base="10" if axis.log else "")


def _cells(native: NativeChart) -> Iterator[LedgerPlace]:
    """Yield the cells of the chart's workbook."""
    channel: Channel = "workbook"
    for (row, column), (text, owner) in sorted(_held(native).items()):
        owned = (Owned(0, len(text), owner.kind, owner.id, owner.form),) if owner else ()
        yield LedgerPlace(0, channel, "", cell_name(row, column), text, owned)


def _held(native: NativeChart) -> dict[tuple[int, int], tuple[str, Owner | None]]:
    """Return each cell's text and owner by row and column from 0, as `write.workbook` has them."""
    held: dict[tuple[int, int], tuple[str, Owner | None]] = {}
    cartesian = native.type in CARTESIAN
    for row, name in enumerate(native.categories if not cartesian else (), 1):
        held[row, 0] = name.text, name.owner
    deep = max((len(series.points) for series in native.series), default=0)
    for number, series in enumerate(native.series):
        top, left = (number * (deep + 2), 1) if cartesian else (0, number + 1)
        held[top, left] = series.name.text, series.name.owner
        for row, point in enumerate(series.points, top + 1):
            owners = iter(point.cells)
            cells = (point.x, point.value, point.size) if cartesian else (point.value,)
            for column, value in zip(count(0 if cartesian else left), cells, strict=False):
                if value is not None:
                    _, owner = next(owners)
                    held[row, column] = plain_number(number_text(value)), owner
            beside = row_name(native, point)
            if beside is not None:
                held[row, 2] = beside.text, beside.owner
    return {place: cell for place, cell in held.items() if cell[0] != ""}
