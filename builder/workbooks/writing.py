"""New values of cells in, a workbook's bytes with them out; all else stays byte for byte.

Of the archive only the part with the sheet is another: order, names, times, extra fields and the
compressed bytes of the others are copied, not made anew. Results that the change makes stale are
taken away, so that nothing reads them until a spreadsheet program has computed them anew. Cells of
SpreadsheetML are changed here in the bytes of their sheet, those of OpenDocument in `ods`.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Final, NamedTuple, TypeAlias

from builder.frozen import dataclass
from builder.model.figure import Moment
from builder.ooxml import BOOK, Archive, PackageError
from builder.workbooks import opened
from builder.workbooks.book import Area, BookCell, Formula, cell_of, whole
from builder.workbooks.cells import in_calendar, serial_of
from builder.workbooks.ods import OdsBook
from builder.workbooks.splicing import ElementSpan, Splice, element, opening, spans, spliced
from builder.workbooks.xlsx import XlsxBook

_PARTS: Final = 3  # of a date
_LOCAL: Final = struct.Struct("<4s5H3L2H")
_ENTRY: Final = struct.Struct("<4s6H3L5H2L")
_END: Final = b"PK\x05\x06"
_STREAMED: Final = 0x8  # sizes stand behind the member, not before it
_MOST: Final = 0xFFFFFFFF
_DEFLATED: Final = 8
_Sizes: TypeAlias = tuple[int, int, int]
"""The checksum of a member, its size packed and its size unpacked."""

_TEXTS = ("s", "str", "inlineStr")


@dataclass(frozen=True)
class BookEdit:
    """A cell of a sheet and its new value, a percentage a hundred times what is stored."""

    sheet: str
    row: int
    column: int
    value: Decimal | Moment | str

    def over(self, held: BookCell) -> Decimal | Moment | str:
        """Return the value as what the cell holds: a date where it holds one."""
        if isinstance(held.value, Moment) and isinstance(self.value, str):
            parts = [whole(part) for part in self.value.split("-")]
            if len(parts) <= _PARTS and all(parts) and in_calendar(Moment(*parts)):
                return Moment(*parts)
        return self.value

    @property
    def area(self) -> Area:
        """The cell."""
        return Area(self.row, self.column, self.row, self.column)

    @property
    def place(self) -> str:
        """Where it stands: `Trade!B7`."""
        return f"{self.sheet}!{self.area}"


def edited(data: bytes, edits: Sequence[BookEdit], stale: Iterable[Formula] = ()) -> bytes:
    """Return a workbook with cells changed, and without the results of `stale` formulas.

    Raises:
        PackageError: it cannot be written so; nothing was.
    """
    archive = Archive.of(data, BOOK)
    book = opened(data)
    if isinstance(book, XlsxBook):
        signed, parts = book.signed, _xlsx_parts(book, edits, tuple(stale))
    elif isinstance(book, OdsBook):
        from builder.workbooks.ods import changed_parts as ods_parts

        signed, parts = book.signed, ods_parts(book, edits, tuple(stale))
    else:
        raise PackageError("it is no workbook that is written")
    if signed:
        raise PackageError("it is signed, and no change would leave the signature valid")
    new = with_members(data, archive, parts)
    _check(new, edits)
    return new


def with_members(data: bytes, archive: Archive, changed: Mapping[str, bytes]) -> bytes:
    """Return an archive's bytes with members changed.

    Raises:
        PackageError: it is one of 64 bits, whose sizes stand elsewhere.
    """
    listed = archive.zipped.infolist()
    start = archive.zipped.start_dir
    end = data.rfind(_END)
    if start >= _MOST or end < 0 or data.rfind(b"PK\x06\x06", start, end) >= 0:
        raise PackageError("it is an archive of 64 bits, which is not written")
    ordered = sorted(listed, key=lambda member: member.header_offset)
    limits = [*(member.header_offset for member in ordered[1:]), start]
    parts: list[bytes] = [data[: ordered[0].header_offset]]
    at = len(parts[0])
    moved: dict[int, _Moved] = {}
    for member, limit in zip(ordered, limits, strict=True):
        raw, sizes = data[member.header_offset : limit], None
        if member.filename in changed:
            raw, sizes = _headed(raw, changed[member.filename])
        moved[member.header_offset] = _Moved(at, sizes)
        parts.append(raw)
        at += len(raw)
    directory = _directory(data[start:end], moved)
    tail = bytearray(data[end:])
    struct.pack_into("<LL", tail, 12, len(directory), at)
    return b"".join([*parts, directory, bytes(tail)])


def _check(new: bytes, edits: Sequence[BookEdit]) -> None:
    """Refuse a workbook that does not say what it should."""
    book = opened(new)
    for edit in edits:
        cell = book.sheet(edit.sheet, edit.area).cells.get((edit.row, edit.column))
        if cell is None or cell.fault or not _same(cell.value, edit.over(cell)):
            raise PackageError(f"its cell {edit.place} cannot be written alone")


def _same(found: object, wanted: Decimal | Moment | str) -> bool:
    if isinstance(found, bool):
        return ("TRUE" if found else "FALSE") == wanted
    return found == wanted or (isinstance(found, str) and found.strip() == str(wanted).strip())


class _Moved(NamedTuple):
    """Where a member begins now, and its sizes if it was changed."""

    offset: int
    sizes: _Sizes | None


def _headed(raw: bytes, new: bytes) -> tuple[bytes, _Sizes]:
    """Return a member with new bytes, deflated, under its own name, and what its entry says."""
    packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(new) + packer.flush()
    sizes = zlib.crc32(new), len(packed), len(new)
    fields = list(_LOCAL.unpack_from(raw))
    head = _LOCAL.size + fields[9] + fields[10]
    fields[2] &= ~_STREAMED
    fields[3] = _DEFLATED
    fields[6:9] = sizes
    return _LOCAL.pack(*fields) + raw[_LOCAL.size : head] + packed, sizes


def _directory(raw: bytes, moved: Mapping[int, _Moved]) -> bytes:
    """Return the directory with each member's new place, and with the sizes of those changed."""
    parts, at = [], 0
    while raw[at : at + 4] == b"PK\x01\x02":
        fields = list(_ENTRY.unpack_from(raw, at))
        length = _ENTRY.size + fields[10] + fields[11] + fields[12]
        here = moved[fields[16]]
        fields[16] = here.offset
        if here.sizes is not None:
            fields[3] &= ~_STREAMED
            fields[4] = _DEFLATED
            fields[7:10] = here.sizes
        parts.append(_ENTRY.pack(*fields) + raw[at + _ENTRY.size : at + length])
        at += length
    return b"".join([*parts, raw[at:]])


def _xlsx_parts(
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
        return _stored_number(value, held)
    return None


def _stored_number(value: Decimal, held: BookCell) -> str:
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
