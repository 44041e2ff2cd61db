"""New values of cells in, a workbook's bytes with them out; all else stays byte for byte.

Of the archive only the part with the sheet is another: order, names, times, extra fields and the
compressed bytes of the others are copied, not made anew. Results that the change makes stale are
taken away, so that nothing reads them until a spreadsheet program has computed them anew.
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
from builder.workbooks.book import Area, BookCell, Formula, whole
from builder.workbooks.cells import in_calendar
from builder.workbooks.ods import OdsBook
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
        from builder.workbooks.xlsx_write import changed_parts as xlsx_parts

        signed, parts = book.signed, xlsx_parts(book, edits, tuple(stale))
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
