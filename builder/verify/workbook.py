"""An embedded workbook in; every cell that holds something, out.

Read as XML (ECMA-376-1, 18.3 and 18.4) rather than with openpyxl, whose import alone costs more
than everything else that `verify` does; the tests hold the two against each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from builder.model.chartplaces import plain_number
from builder.verify.edge import within
from builder.verify.package import Package

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$", re.ASCII)
_MOST_CELLS = 100_000
"""Cells of a range that a chart could draw."""


@dataclass(frozen=True)
class Workbook:
    """Cells by sheet name and reference (`B2`), as text; `formulas` are places of live formulas."""

    cells: Mapping[str, Mapping[str, str]]
    formulas: tuple[str, ...]

    def range(self, reference: str) -> tuple[str, ...] | None:
        """Return the cells of `Sheet1!$B$2:$B$4` by column; None if it is no range here, or
        wider than a chart could draw.
        """
        sheet, _, area = reference.rpartition("!")
        match = _REFERENCE.match(area)
        name = sheet.strip("'").replace("''", "'")
        if match is None or name not in self.cells:
            return None
        left, top, right, bottom = match.groups()
        columns = range(_column(left), _column(right or left) + 1)
        rows = range(int(top), int(bottom or top) + 1)
        if len(columns) * len(rows) > _MOST_CELLS:
            return None
        held = self.cells[name]
        return tuple(held.get(f"{_letters(c)}{r}", "") for c in columns for r in rows)


def read_workbook(data: bytes, name: str) -> Workbook:
    """Return the cells of a workbook; numbers as `plain_number` writes them.

    Raises:
        UnreadableFileError: it is no workbook, or damaged.
    """
    with within(name, "the workbook"):
        return _cells(Package.open(data, name))


def _cells(package: Package) -> Workbook:
    main = package.main
    shared = _shared_strings(package, main)
    parts = {related.id: related.target for related in package.related(main, "worksheet")}
    cells: dict[str, dict[str, str]] = {}
    formulas = []
    for sheet in package.xml(main).iter(f"{_S}sheet"):
        title = sheet.get("name", "")
        held = cells.setdefault(title, {})
        for cell in package.xml(parts.get(sheet.get(f"{_R}id", ""), "")).iter(f"{_S}c"):
            reference = cell.get("r", "")
            if cell.find(f"{_S}f") is not None:
                formulas.append(f"{title}!{reference}")
            text = _cell_text(cell, shared)
            if text:
                held[reference] = text
    return Workbook(cells, tuple(formulas))


def _shared_strings(package: Package, main: str) -> list[str]:
    part = package.one(main, "sharedStrings")
    return [] if part is None else [_text(item) for item in package.xml(part).iter(f"{_S}si")]


def _cell_text(cell: etree._Element, shared: list[str]) -> str:
    value = cell.findtext(f"{_S}v") or ""
    match cell.get("t", "n"):
        case "s":
            known = value.isdecimal() and len(value) < 10 and int(value) < len(shared)
            return shared[int(value)] if known else value
        case "inlineStr":
            return _text(cell)
        case "n":
            return plain_number(value)
    return value


def _text(element: etree._Element) -> str:
    """Return the text of a plain or rich string, its phonetic guides left out."""
    runs: Iterator[etree._Element] = element.iter(f"{_S}t")
    return "".join(
        run.text or ""
        for run in runs
        if (above := run.getparent()) is None or above.tag != f"{_S}rPh"
    )


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
