"""New values of cells in, a workbook's bytes with them out; all else stays byte for byte.

Of the archive only the part with the sheet is another. Results that the change makes stale are
taken away, so that nothing reads them until a spreadsheet program has computed them anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from builder.model.figure import Moment
from builder.ooxml import BOOK, Archive, PackageError
from builder.workbooks import opened
from builder.workbooks.areas import Area, whole
from builder.workbooks.book import BookCell, Formula
from builder.workbooks.formats import in_calendar
from builder.workbooks.ods import OdsBook
from builder.workbooks.xlsx import XlsxBook
from builder.workbooks.zipping import with_members

_PARTS: Final = 3  # of a date


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
        from builder.workbooks.ods_write import changed_parts as ods_parts

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
