"""Workbooks (.xlsx, .xlsm, .ods) that content rests on: a file's bytes in, sheets of cells out.

Values are those that a spreadsheet program computed last; nothing is computed here, no macro runs,
and nothing that a workbook links to is fetched. Each cell is read from its sheet's own XML: only
there an error, a formula that was never computed and an empty cell are three things.
"""

from __future__ import annotations

from builder.ooxml import BOOK, Archive, PackageError
from builder.workbooks.book import Book

ENDINGS = (".xlsx", ".xlsm", ".ods")
"""How the names of workbooks end that are read."""


def opened(data: bytes) -> Book:
    """Return a workbook; its sheets are read when they are asked for.

    Raises:
        PackageError: it is no such workbook, protected by a password, damaged or made to harm.
    """
    archive = Archive.of(data, BOOK)
    if "content.xml" in archive:
        from builder.workbooks.ods import OdsBook

        return OdsBook.of(archive)
    if "xl/workbook.bin" in archive:
        raise PackageError("it is a binary workbook (.xlsb)")
    if "[Content_Types].xml" not in archive:
        raise PackageError("it is a zip archive, but no workbook")
    from builder.workbooks.xlsx import XlsxBook

    return XlsxBook.of(archive)
