"""A sheet of an OpenDocument spreadsheet (ISO/IEC 26300-1, 9.1): its rows in, its cells out; of the
styles, what cells show and which sheets hide.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from lxml import etree

from builder.frozen import dataclass
from builder.ooxml import BOOK, Archive, PackageError, streamed
from builder.workbooks.book import (
    LAST_COLUMN,
    LAST_ROW,
    MOST_CELLS,
    Area,
    BookCell,
    Sheet,
    number,
    whole,
)
from builder.workbooks.cells import NEVER, PLAIN, TIMED, Format, dated, shown_number
from builder.workbooks.splicing import local

OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
CALC: Final = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
CONTENT: Final = "content.xml"
NUMBERS: Final = ("float", "percentage", "currency")
CELLS: Final = ("table-cell", "covered-table-cell")
_HIDDEN: Final = ("collapse", "filter")
_ERROR: Final = re.compile(r"#[A-Z0-9/]+[!?]?|Err:\d+")
_BRACKETS: Final = re.compile(r"\[([^\]]*)\]")
_STYLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_NUMBER: Final = "{urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0}"
_DATA: Final = (
    "number-style",
    "percentage-style",
    "currency-style",
    "date-style",
    "time-style",
    "text-style",
    "boolean-style",
)
_OF_DAYS: Final = ("day", "day-of-week")
_OF_TIMES: Final = ("hours", "minutes", "seconds")


def repeated(element: etree._Element, what: str) -> int:
    """Return how often a row, a column or a cell stands there: once, unless it says so."""
    said = whole(element.get(f"{TABLE}number-{what}-repeated"), 1)
    return max(1, min(said, LAST_ROW))


def plain_formula(text: str) -> str:
    """Return a formula of OpenFormula with its references as Excel writes them.

    `of:=SUM([.B2:.B4];[$Sheet2.C1])` is `=SUM(B2:B4;Sheet2!C1)`.
    """
    before, equals, after = text.partition("=")
    said = after if equals and not before.strip().strip(":").strip("ofxlm") else text
    parts = said.split('"')
    return "=" + '"'.join(
        part if at % 2 else _BRACKETS.sub(_reference, part) for at, part in enumerate(parts)
    )


def _reference(found: re.Match[str]) -> str:
    first, colon, last = found[1].partition(":")
    sheet, _, one = first.rpartition(".")
    other = last.rpartition(".")[2]
    return (f"{sheet.lstrip('$')}!" if sheet else "") + one + (f":{other}" if colon else "")


class SheetReading:
    """One reading of an area of a sheet."""

    def __init__(
        self,
        archive: Archive,
        styles: Styles,
        name: str,
        area: Area,
        *,
        only_formulas: bool = False,
    ) -> None:
        self.archive, self.styles, self.name, self.area = archive, styles, name, area
        self.only_formulas = only_formulas
        self.cells: dict[tuple[int, int], BookCell] = {}
        self.merged: list[Area] = []
        self.arrays: list[tuple[Area, str]] = []
        self.rows: set[int] = set()
        self.columns: set[int] = set()
        self.defaults: list[tuple[int, str]] = []
        self.row = self.column = 0

    def sheet(self) -> Sheet:
        """Return what the area holds."""
        hidden = False
        data = self.archive.read(CONTENT)
        for element in streamed(data, CONTENT, BOOK, "table", "table-row", "table-column"):
            kind = local(element)
            if kind == "table" and element.get(f"{TABLE}name") == self.name:
                hidden = (element.get(f"{TABLE}style-name") or "") in self.styles.hidden
                break
            if kind == "table" or not self._is_ours(element):
                continue
            if kind == "table-column":
                self.of_column(element)
            else:
                self.of_row(element)
        return Sheet(
            self.name,
            self.cells,
            tuple(self.merged),
            frozenset(self.rows),
            frozenset(self.columns),
            hidden,
        )

    def _is_ours(self, element: etree._Element) -> bool:
        table = next(element.iterancestors(f"{TABLE}table"), None)
        return table is not None and table.get(f"{TABLE}name") == self.name

    def of_column(self, element: etree._Element) -> None:
        """Take up a column, or several alike: hidden ones, and the style of cells without one."""
        first, self.column = self.column + 1, self.column + repeated(element, "columns")
        self.defaults.append((self.column, element.get(f"{TABLE}default-cell-style-name") or ""))
        if element.get(f"{TABLE}visibility") in _HIDDEN and self.column < LAST_COLUMN:
            self.columns.update(range(first, self.column + 1))

    def of_row(self, row: etree._Element) -> None:
        """Take up a row, or several alike."""
        first, self.row = self.row + 1, self.row + repeated(row, "rows")
        last = min(self.row, self.area.bottom)
        if last < self.area.top:
            return
        filled = False
        column = 0
        for cell in row:
            if not isinstance(cell.tag, str) or local(cell) not in CELLS:
                continue
            begin, column = column + 1, column + repeated(cell, "columns")
            self._span(cell, first, begin)
            found = self._held(cell, row, begin, first)
            if found is None:
                continue
            filled = True
            for at in range(begin, min(column, self.area.right) + 1):
                for line in range(max(first, self.area.top), last + 1):
                    if (line, at) in self.area and (found.formula or not self.only_formulas):
                        self.cells[line, at] = found
                if len(self.cells) > MOST_CELLS:
                    raise PackageError(f"it holds more cells than are read: {MOST_CELLS:,}")
        if row.get(f"{TABLE}visibility") in _HIDDEN and (filled or self.row < LAST_ROW // 2):
            self.rows.update(range(max(first, self.area.top), min(last, first + MOST_CELLS) + 1))

    def _span(self, cell: etree._Element, row: int, column: int) -> None:
        """Take up cells that are merged, and those that one formula fills."""
        for kind in ("spanned", "matrix"):
            names = (f"{TABLE}number-{kind}-rows-spanned", f"{TABLE}number-{kind}-columns-spanned")
            if kind == "spanned":
                names = (f"{TABLE}number-rows-spanned", f"{TABLE}number-columns-spanned")
            rows, columns = (whole(cell.get(name), 1) for name in names)
            if rows * columns > 1:
                area = Area(row, column, row + rows - 1, column + columns - 1)
                if kind == "spanned":
                    self.merged.append(area)
                else:
                    self.arrays.append((area, plain_formula(cell.get(f"{TABLE}formula") or "")))

    def _held(
        self, cell: etree._Element, row: etree._Element, column: int, line: int
    ) -> BookCell | None:
        """Return what a cell holds; None for an empty one."""
        formula = cell.get(f"{TABLE}formula")
        said = "" if formula is None else plain_formula(formula)
        said = said or next((text for area, text in self.arrays if (line, column) in area), "")
        kind = cell.get(f"{OFFICE}value-type") or ""
        if not kind and not said and len(cell) == 0:
            return None
        text = text_of(cell)
        if cell.get(f"{CALC}value-type") == "error" or (said and _ERROR.fullmatch(text)):
            return BookCell(None, said, f"holds the error {text or '#N/A'}")
        if said and not kind:
            return BookCell(None, said, NEVER)
        style = cell.get(f"{TABLE}style-name") or row.get(f"{TABLE}default-cell-style-name")
        style = style or next((name for last, name in self.defaults if column <= last), "")
        return self._valued(cell, kind, text, style, said)

    def _valued(
        self, cell: etree._Element, kind: str, text: str, style: str, formula: str
    ) -> BookCell:
        shown = self.styles.shown(style)
        if kind in NUMBERS:
            stored = cell.get(f"{OFFICE}value") or ""
            value = number(stored)
            if value is None:
                return BookCell(None, formula, f'holds "{stored[:40]}" as a number, which is none')
            return shown_number(value, shown, formula)
        if kind == "date":
            return dated(cell.get(f"{OFFICE}date-value") or "", shown, formula)
        if kind == "time":
            return BookCell(None, formula, TIMED)
        if kind == "boolean":
            return BookCell(cell.get(f"{OFFICE}boolean-value") == "true", formula)
        return BookCell(cell.get(f"{OFFICE}string-value") or text, formula)


def text_of(cell: etree._Element) -> str:
    """Return the words of a cell, a line for each paragraph; remarks on it are none of them."""
    return "\n".join("".join(_words(each)) for each in cell if each.tag == f"{TEXT}p")


def _words(element: etree._Element) -> list[str]:
    found = [element.text or ""]
    for child in element:
        if child.tag == f"{TEXT}s":
            found.append(" " * min(whole(child.get(f"{TEXT}c"), 1), 1000))
        elif child.tag in (f"{TEXT}tab", f"{TEXT}line-break"):
            found.append("\t" if child.tag == f"{TEXT}tab" else "\n")
        elif isinstance(child.tag, str) and local(child) != "annotation":
            found += _words(child)
        found.append(child.tail or "")
    return found


@dataclass(frozen=True)
class Styles:
    """What each style of cells shows, and the styles of sheets that are hidden."""

    formats: Mapping[str, Format]
    hidden: frozenset[str]

    def shown(self, style: str) -> Format:
        """Return what a style of cells shows."""
        return self.formats.get(style, PLAIN)


def styles_of(parts: Iterable[tuple[str, bytes]]) -> Styles:
    """Return the styles of the parts, later ones over earlier ones."""
    data: dict[str, Format] = {}
    cells: dict[str, tuple[str, str]] = {}
    hidden: set[str] = set()
    for part, said in parts:
        for element in streamed(said, part, BOOK, *_DATA, "style", "table-row"):
            kind, name = local(element), element.get(f"{_STYLE}name") or ""
            if kind in _DATA:
                data[name] = _format(element, kind)
            elif kind == "style" and element.get(f"{_STYLE}family") == "table-cell":
                above = element.get(f"{_STYLE}parent-style-name") or ""
                cells[name] = (element.get(f"{_STYLE}data-style-name") or "", above)
            elif kind == "style" and element.get(f"{_STYLE}family") == "table":
                shown = (inner.get(f"{TABLE}display") for inner in element)
                hidden |= {name} if "false" in shown else set()
    return Styles({name: _inherited(name, cells, data) for name in cells}, frozenset(hidden))


def _inherited(
    name: str, cells: Mapping[str, tuple[str, str]], data: Mapping[str, Format]
) -> Format:
    """Return what a style shows, or the nearest of those that it builds on."""
    seen: set[str] = set()
    while name in cells and name not in seen:
        seen.add(name)
        own, above = cells[name]
        if own in data:
            return data[own]
        name = above
    return PLAIN


def _format(element: etree._Element, kind: str) -> Format:
    inner = {local(child): child for child in element.iter(etree.Element)}
    timed = any(name in inner for name in _OF_TIMES)
    if kind == "time-style":
        return Format("time", timed=True)
    if kind == "date-style":
        if any(name in inner for name in _OF_DAYS):
            return Format("date", timed=timed)
        return Format("date", to="month" if "month" in inner else "year", timed=timed)
    digits = inner.get("number")
    if digits is None or kind == "text-style":
        return PLAIN
    most = digits.get(f"{_NUMBER}decimal-places")
    least = digits.get(f"{_NUMBER}min-decimal-places") or most
    scaled = digits.get(f"{_NUMBER}display-factor") not in (None, "1")
    said, money = most is not None and not scaled, inner.get("currency-symbol")
    return Format(
        "percent" if kind == "percentage-style" else "number",
        whole(least) if said else 0,
        whole(most) if said else None,
        money=(money.text or "").strip() if money is not None else "",
    )
