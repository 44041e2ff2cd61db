"""Cells of an OpenDocument spreadsheet changed in the bytes of its content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from decimal import Decimal

from builder.frozen import dataclass
from builder.model.figure import Moment
from builder.ooxml import PackageError
from builder.ooxml.escaping import escape
from builder.workbooks.areas import whole
from builder.workbooks.book import BookCell, Formula
from builder.workbooks.ods import OdsBook
from builder.workbooks.ods_sheet import CELLS, CONTENT
from builder.workbooks.splicing import ElementSpan, Splice, opening, spans, spliced
from builder.workbooks.writing import BookEdit

_VALUES = (
    "office__value-type",
    "calcext__value-type",
    "office__value",
    "office__date-value",
    "office__boolean-value",
    "office__string-value",
    "office__time-value",
    "office__currency",
)


def changed_parts(
    book: OdsBook, edits: Sequence[BookEdit], stale: Sequence[Formula]
) -> dict[str, bytes]:
    """Return the parts that change, by name: that which holds all sheets."""
    data = book.archive.read(CONTENT)
    wanted = {(edit.sheet, edit.row, edit.column) for edit in edits}
    wanted |= {(one.sheet, one.row, one.column) for one in stale}
    cells = _Cells(wanted)
    spans(data, CONTENT, cells.begins, cells.ends)
    splices = []
    for edit in edits:
        found = cells.found.get((edit.sheet, edit.row, edit.column))
        if found is None:
            raise PackageError(f"its cell {edit.place} is empty")
        held = book.sheet(edit.sheet, edit.area).cells[edit.row, edit.column]
        splices.append(_splice(data, found, edit, held))
    for one in stale:
        found = cells.found.get((one.sheet, one.row, one.column))
        if found is not None:
            splices.append(Splice(found.span.start, found.span.end, _emptied(data, found.span)))
    return {CONTENT: spliced(data, splices)}


@dataclass(frozen=True)
class _Found:
    """A cell, the place among its repetitions, how many there are, and those of its row."""

    span: ElementSpan
    at: int
    times: int
    rows: int


@dataclass
class _Cells:
    """Finds cells by sheet, row and column while a part is walked through."""

    wanted: set[tuple[str, int, int]]
    found: dict[tuple[str, int, int], _Found] = field(default_factory=dict)
    sheet: str = ""
    row: int = 0
    rows: int = 1
    column: int = 0

    def begins(self, span: ElementSpan) -> bool:
        if span.name == "table":
            self.sheet, self.row, self.rows = span.attributes.get("table:name", ""), 0, 1
        elif span.name == "table-row":
            self.row += self.rows if self.row else 1
            self.rows = _times(span, "rows")
            self.column = 0
        return span.name in CELLS

    def ends(self, span: ElementSpan) -> None:
        first, times = self.column + 1, _times(span, "columns")
        self.column += times
        if times > 1 and not span.children and "office:value-type" not in span.attributes:
            return
        for at in range(times):
            for line in range(self.row, self.row + min(self.rows, 1000)):
                key = (self.sheet, line, first + at)
                if key in self.wanted:
                    self.found[key] = _Found(span, at, times, self.rows)


def _times(span: ElementSpan, what: str) -> int:
    return whole(span.attributes.get(f"table:number-{what}-repeated"), 1)


def _splice(data: bytes, found: _Found, edit: BookEdit, held: BookCell) -> Splice:
    """Return a cell with a new value, told apart from those that it stood for too."""
    if found.rows > 1:
        raise PackageError(f"its cell {edit.place} stands for several rows that are alike")
    if held.formula:
        raise PackageError(f"its cell {edit.place} holds a formula")
    span = found.span
    whole = data[span.start : span.end].decode()
    new = _changed(data, span, edit, held)
    before, after = found.at, found.times - found.at - 1
    parts = [_repeated(data, span, whole, count) for count in (before, after)]
    return Splice(span.start, span.end, parts[0] + new + parts[1])


def _repeated(data: bytes, span: ElementSpan, whole: str, count: int) -> str:
    if not count:
        return ""
    said = str(count) if count > 1 else None
    inner = data[span.inner : span.end].decode()
    return opening(data, span, **{"table__number-columns-repeated": said}) + (
        inner or f"</{span.prefix}:{span.name}>"
    )


def _changed(data: bytes, span: ElementSpan, edit: BookEdit, held: BookCell) -> str:
    value, kind = edit.over(held), span.attributes.get("office:value-type", "")
    new: dict[str, str | None] = {"table__number-columns-repeated": None}
    if isinstance(value, Decimal) and isinstance(held.value, Decimal):
        stored = value / 100 if held.percent else value
        new["office__value"] = f"{stored.normalize():f}"
        text = f"{value:f}%" if held.percent else f"{value:f}"
    elif isinstance(value, Moment) and isinstance(held.value, Moment):
        day = Moment(value.year, value.month or 1, value.day or 1).iso()
        new["office__date-value"], text = day, value.iso()
    elif kind == "boolean" and value in ("TRUE", "FALSE"):
        new["office__boolean-value"], text = str(value).lower(), str(value)
    elif kind == "string" and isinstance(value, str):
        new["office__string-value"], text = None, value
    else:
        raise PackageError(f"its cell {edit.place} holds another kind of value")
    return opening(data, span, **new) + _inside(data, span, text) + f"</{span.prefix}:{span.name}>"


def _inside(data: bytes, span: ElementSpan, text: str) -> str:
    """Return what stands in a cell, its paragraphs replaced by the lines of a text."""
    first = span.first("p")
    prefix = first.prefix if first is not None else "text"
    kept = (data[child.start : child.end].decode() for child in span.children if child.name != "p")
    lines = (f"<{prefix}:p>{escape(line)}</{prefix}:p>" for line in text.split("\n"))
    return "".join([*kept, *(lines if text else ())])


def _emptied(data: bytes, span: ElementSpan) -> str:
    """Return a formula's cell without its result."""
    kept = (data[child.start : child.end].decode() for child in span.children if child.name != "p")
    inner = "".join(kept)
    tag = opening(data, span, **dict.fromkeys(_VALUES))
    return f"{tag}{inner}</{span.prefix}:{span.name}>"
