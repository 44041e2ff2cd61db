"""Cells of SpreadsheetML changed in the bytes of their sheet."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from builder.model.figure import Moment
from builder.ooxml import PackageError
from builder.workbooks.book import BookCell, Formula, cell_of, whole
from builder.workbooks.cells import serial_of
from builder.workbooks.splicing import ElementSpan, Splice, element, opening, spans, spliced
from builder.workbooks.writing import BookEdit
from builder.workbooks.xlsx import XlsxBook

_TEXTS = ("s", "str", "inlineStr")


def changed_parts(
    book: XlsxBook, edits: Sequence[BookEdit], stale: Sequence[Formula]
) -> dict[str, bytes]:
    """Return the parts that change, by name."""
    found: dict[str, bytes] = {}
    for name in dict.fromkeys([edit.sheet for edit in edits] + [one.sheet for one in stale]):
        part = book.listed[name].part
        data = book.archive.read(part)
        cells = _cells(data, part)
        splices = [
            _splice(data, cells.get((edit.row, edit.column)), edit, book)
            for edit in edits
            if edit.sheet == name
        ]
        splices += [
            _emptied(data, cells[one.row, one.column])
            for one in stale
            if one.sheet == name and (one.row, one.column) in cells
        ]
        found[part] = spliced(data, splices)
    if stale:
        new = _asking(book.archive.read(book.part), book.part)
        found |= {book.part: new} if new is not None else {}
    return found


def _cells(data: bytes, part: str) -> dict[tuple[int, int], ElementSpan]:
    """Return every cell of a sheet."""
    found: dict[tuple[int, int], ElementSpan] = {}
    row = column = 0

    def begins(span: ElementSpan) -> bool:
        nonlocal row, column
        if span.name == "row":
            row, column = whole(span.attributes.get("r"), row + 1), 0
        return span.name == "c"

    def ends(span: ElementSpan) -> None:
        nonlocal column
        at = cell_of(span.attributes.get("r", ""))
        column = at[1] if at is not None else column + 1
        found[row, column] = span

    spans(data, part, begins, ends)
    return found


def _splice(data: bytes, cell: ElementSpan | None, edit: BookEdit, book: XlsxBook) -> Splice:
    if cell is None:
        raise PackageError(f"its cell {edit.place} is empty")
    held = book.sheet(edit.sheet, edit.area).cells[edit.row, edit.column]
    kind = cell.attributes.get("t", "n")
    if isinstance(edit.value, str) and kind in _TEXTS:
        text = element(cell, "t", edit.value, ' xml:space="preserve"')
        tag = f"{cell.prefix}:is" if cell.prefix else "is"
        close = data[cell.outer : cell.end].decode() or f"</{_name(cell)}>"
        new = f"{opening(data, cell, t='inlineStr')}<{tag}>{text}</{tag}>{close}"
        return Splice(cell.start, cell.end, new)
    value = cell.first("v")
    said = _stored(edit, held, kind, book)
    if value is None or said is None or cell.first("f") is not None:
        raise PackageError(f"its cell {edit.place} holds another kind of value")
    return Splice(value.inner, value.outer, said)


def _name(span: ElementSpan) -> str:
    return f"{span.prefix}:{span.name}" if span.prefix else span.name


def _stored(edit: BookEdit, held: BookCell, kind: str, book: XlsxBook) -> str | None:
    """Return a value as the cell stores it; None where it holds another kind."""
    value = edit.over(held)
    if kind == "b":
        return {"TRUE": "1", "FALSE": "0"}.get(str(value))
    if isinstance(value, Moment) and isinstance(held.value, Moment):
        whole = Moment(value.year, value.month or 1, value.day or 1)
        return whole.iso() if kind == "d" else str(serial_of(value, since_1904=book.since_1904))
    if isinstance(value, Decimal) and isinstance(held.value, Decimal) and kind == "n":
        return stored_number(value, held)
    return None


def stored_number(value: Decimal, held: BookCell) -> str:
    """Return a number as spreadsheets store it, of a percentage the hundredth part."""
    number = value / 100 if held.percent else value
    return f"{number.normalize():f}"


def _emptied(data: bytes, cell: ElementSpan) -> Splice:
    """Return a formula's cell without its result."""
    inner = b"".join(
        data[child.start : child.end] for child in cell.children if child.name not in ("v", "is")
    )
    close = data[cell.outer : cell.end].decode()
    # The type is that of the result, which is gone; a number's says nothing more.
    kept = cell.attributes.get("t", "n") == "n"
    tag = data[cell.start : cell.inner].decode() if kept else opening(data, cell, t=None)
    return Splice(cell.start, cell.end, f"{tag}{inner.decode()}{close}")


def _asking(data: bytes, part: str) -> bytes | None:
    """Return the workbook's part so that Excel computes all when it opens it; None if it does.

    It does where no program is named that computed last. LibreOffice computes what has no result.
    """
    found: list[ElementSpan] = []
    spans(data, part, lambda span: span.name == "calcPr", found.append)
    if not found or "calcId" not in found[0].attributes:
        return None
    if found[0].attributes.get("fullCalcOnLoad") in ("1", "true"):
        return None
    text = opening(data, found[0], fullCalcOnLoad="1")
    alone = found[0].inner == found[0].end
    text = text.removesuffix(">") + "/>" if alone else text
    return spliced(data, [Splice(found[0].start, found[0].inner, text)])
