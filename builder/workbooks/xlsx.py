"""An Excel workbook (ECMA-376-1, SpreadsheetML): its parts in, sheets of cells out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import cached_property
from typing import Final

from lxml import etree

from builder.frozen import dataclass
from builder.ooxml import BOOK, Archive, PackageError, parsed, streamed
from builder.workbooks.book import (
    EVERYTHING,
    MOST_CELLS,
    Area,
    BookCell,
    DefinedName,
    Formula,
    Sheet,
    column_of,
    whole,
)
from builder.workbooks.cells import (
    Format,
    Typed,
    built_in,
    cell_value,
    format_of,
    shared_texts,
    text_in,
)
from builder.workbooks.dependants import shifted
from builder.workbooks.splicing import is_set, local, relations

_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT: Final = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_DIGITS: Final = "$0123456789"
_SIGNED: Final = "_xmlsignatures/"


@dataclass(frozen=True)
class ListedSheet:
    """A sheet as the workbook lists it: its name, its part, and whether it is hidden."""

    name: str
    part: str
    hidden: bool


@dataclass(frozen=True)
class XlsxBook:
    """A workbook of Excel's, or of a program that writes such."""

    archive: Archive
    part: str
    listed: Mapping[str, ListedSheet]
    since_1904: bool
    uncomputed: bool
    """Whether the program that wrote it asks that all be computed when it is opened."""
    _defined: Mapping[str, str] = field(repr=False)

    @classmethod
    def of(cls, archive: Archive) -> XlsxBook:
        """Return the workbook of an archive.

        Raises:
            PackageError: it holds none.
        """
        main = next((r.target for r in relations(archive, "") if r.kind == "officeDocument"), "")
        if not main or main not in archive:
            raise PackageError("it is an Office file, but no workbook")
        root = parsed(archive.read(main), main, BOOK)
        if local(root) != "workbook":
            raise PackageError("it is an Office file, but no workbook")
        parts = {each.id: each for each in relations(archive, main)}
        listed: dict[str, ListedSheet] = {}
        defined: dict[str, str] = {}
        since_1904 = uncomputed = False
        for element in root.iter(etree.Element):
            kind = local(element)
            if kind == "sheet":
                part = parts.get(element.get(_R) or element.get(_STRICT) or "")
                if part is not None and part.kind == "worksheet":
                    name = element.get("name") or ""
                    hidden = (element.get("state") or "visible") != "visible"
                    listed[name] = ListedSheet(name, part.target, hidden)
            elif kind == "definedName" and not (element.get("name") or "").startswith("_xlnm."):
                defined.setdefault(element.get("name") or "", element.text or "")
            elif kind == "workbookPr":
                since_1904 = is_set(element, "date1904")
            elif kind == "calcPr":
                uncomputed = is_set(element, "fullCalcOnLoad")
        # Excel keeps the order in which it computed; a file without one comes from elsewhere.
        uncomputed = uncomputed and not any(part.kind == "calcChain" for part in parts.values())
        return cls(archive, main, listed, since_1904, uncomputed, defined)

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of its worksheets."""
        return tuple(self.listed)

    @property
    def signed(self) -> bool:
        """Whether it bears a signature, which no change leaves valid."""
        return any(name.startswith(_SIGNED) for name in self.archive.members)

    @cached_property
    def names(self) -> Mapping[str, DefinedName]:
        """Its table objects and defined names."""
        found = {name: _named(text) for name, text in self._defined.items()}
        for sheet in self.listed.values():
            for relation in relations(self.archive, sheet.part):
                if relation.kind == "table" and relation.target in self.archive:
                    root = parsed(self.archive.read(relation.target), relation.target, BOOK)
                    name = root.get("displayName") or root.get("name") or ""
                    found[name] = _table(root, sheet.name)
        return found

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The texts that cells share."""
        part = next(
            (r.target for r in relations(self.archive, self.part) if r.kind == "sharedStrings"), ""
        )
        return shared_texts(self.archive.read(part), part) if part in self.archive else ()

    @cached_property
    def formats(self) -> tuple[Format, ...]:
        """What each style of cells shows."""
        part = next(
            (r.target for r in relations(self.archive, self.part) if r.kind == "styles"), ""
        )
        return _formats(parsed(self.archive.read(part), part, BOOK)) if part in self.archive else ()

    def sheet(self, name: str, area: Area) -> Sheet:
        """Return what an area of a sheet holds."""
        return _Reading(self, self.listed[name], area).sheet()

    def formulas(self) -> Iterator[Formula]:
        """Yield every formula, those that follow a shared one written out."""
        for listed in self.listed.values():
            cells = _Reading(self, listed, EVERYTHING, only_formulas=True).sheet().cells
            for (row, column), cell in cells.items():
                yield Formula(listed.name, row, column, cell.formula)

    def sources(self) -> Iterator[tuple[str, DefinedName]]:
        """Yield the areas that pivot tables were made from."""
        for name in self.archive.members:
            if "pivotCacheDefinition" in name and name.endswith(".xml"):
                for element in streamed(self.archive.read(name), name, BOOK, "worksheetSource"):
                    known = self.names.get(element.get("name") or "")
                    area = Area.of(element.get("ref") or "")
                    yield name, known or DefinedName(element.get("sheet") or "", area)


def _named(text: str) -> DefinedName:
    """Return what a defined name stands for: `Trade!$A$3:$D$20`."""
    sheet, _, area = text.strip().rpartition("!")
    found = Area.of(area)
    if not sheet or found is None or sheet.startswith("["):
        return DefinedName("", None, f"stands for {text.strip()}, which is no range of cells")
    bare = sheet[1:-1].replace("''", "'") if sheet.startswith("'") else sheet
    return DefinedName(bare, found)


def _table(root: etree._Element, sheet: str) -> DefinedName:
    """Return where a table object stands, without its row of totals."""
    area = Area.of(root.get("ref") or "")
    if area is None or root.get("headerRowCount") == "0":
        return DefinedName(sheet, None, "is a table without a header row")
    totals = whole(root.get("totalsRowCount")) if area.bottom > area.top else 0
    return DefinedName(sheet, Area(area.top, area.left, area.bottom - totals, area.right))


def _formats(root: etree._Element) -> tuple[Format, ...]:
    codes = {
        element.get("numFmtId"): element.get("formatCode") or "General"
        for element in root.iter("{*}numFmt")
    }
    styles = next(root.iter("{*}cellXfs"), None)
    found = []
    for style in styles if styles is not None else ():
        number = style.get("numFmtId") or "0"
        code = codes.get(number)
        found.append(built_in(whole(number)) if code is None else format_of(code))
    return tuple(found)


class _Reading:
    """One reading of an area of a sheet."""

    def __init__(
        self, book: XlsxBook, listed: ListedSheet, area: Area, *, only_formulas: bool = False
    ) -> None:
        self.book, self.listed, self.area = book, listed, area
        self.only_formulas = only_formulas
        self.cells: dict[tuple[int, int], BookCell] = {}
        self.shared: dict[str, tuple[int, int, str]] = {}
        self.arrays: list[tuple[Area, str]] = []
        self.row = 0

    def sheet(self) -> Sheet:
        part = self.listed.part
        merged: list[Area] = []
        rows: set[int] = set()
        columns: set[int] = set()
        wanted = ("row", "col", "mergeCell")
        for element in streamed(self.book.archive.read(part), part, BOOK, *wanted):
            kind = local(element)
            if kind == "row":
                self.of_row(element)
                if is_set(element, "hidden"):
                    rows.add(self.row)
            elif kind == "col" and is_set(element, "hidden"):
                first, last = (whole(element.get(name)) for name in ("min", "max"))
                columns.update(range(first, min(last, self.area.right) + 1))
            elif kind == "mergeCell":
                found = Area.of(element.get("ref") or "")
                merged += [found] if found is not None else []
        return Sheet(
            self.listed.name,
            self.cells,
            tuple(merged),
            frozenset(rows),
            frozenset(columns),
            self.listed.hidden,
        )

    def of_row(self, row: etree._Element) -> None:
        self.row = whole(row.get("r"), self.row + 1)
        column = 0
        if not self.area.top <= self.row <= self.area.bottom and not self.shared_above(row):
            return
        if self.only_formulas and not self.arrays and next(row.iter("{*}f"), None) is None:
            return
        for cell in row:
            said = cell.get("r")
            column = column_of(said.rstrip(_DIGITS)) if said else column + 1
            self.of_cell(cell, column)
        if len(self.cells) > MOST_CELLS:
            raise PackageError.of_part(
                self.listed.part, f"holds more cells than are read of one table: {MOST_CELLS:,}"
            )

    def shared_above(self, row: etree._Element) -> bool:
        """Say whether a row above the area begins a formula that cells in it may share."""
        return self.row < self.area.top and next(row.iter("{*}f"), None) is not None

    def of_cell(self, cell: etree._Element, column: int) -> None:
        inner = {local(child): child for child in cell}
        formula = self.formula(inner["f"], column) if "f" in inner else self.filled(column)
        inside = self.area.left <= column <= self.area.right and self.row >= self.area.top
        if not inside or (self.only_formulas and not formula):
            return
        typed = Typed(
            cell.get("t") or "n",
            None if inner.get("v") is None else inner["v"].text or "",
            text_in(inner["is"]) if "is" in inner else "",
            formula,
        )
        if typed.holds_nothing:
            return
        style, formats = whole(cell.get("s")), self.book.formats
        shown = formats[style] if style < len(formats) else Format()
        self.cells[self.row, column] = cell_value(typed, shown, self.book)

    def filled(self, column: int) -> str:
        """Return the formula of other cells that fills this one too, "" for none."""
        if not self.arrays:
            return ""
        return next((text for area, text in self.arrays if (self.row, column) in area), "")

    def formula(self, found: etree._Element, column: int) -> str:
        """Return the formula whose result a cell is."""
        text, kind, number = found.text or "", found.get("t"), found.get("si") or ""
        if kind == "shared" and not text and number in self.shared:
            row, first, master = self.shared[number]
            return shifted(master, self.row - row, column - first)
        if kind == "shared" and text:
            self.shared[number] = self.row, column, text
        covered = Area.of(found.get("ref") or "")
        if kind in ("array", "dataTable") and covered is not None:
            self.arrays.append((covered, text or "a table of results"))
        return text or "a formula that is not written out"
