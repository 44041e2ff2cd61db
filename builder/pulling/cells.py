"""A data file and a new cell in; which characters to replace by what, out.

A cell is written as its file writes: parted by its separator, with its column's decimal mark.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from builder.model.figure import Moment
from builder.model.table import DataTable
from builder.pulling.changes import Cell, written
from builder.pulling.original import Original, Replacement


def cell_replacement(original: Original, table: DataTable, cell: Cell, new: str) -> Replacement:
    """Return the replacement of one cell, in the quotes and between the spaces that it has."""
    text = original.lines.text
    lines = text.splitlines(keepends=True)
    start = sum(len(line) for line in lines[: table.lines[cell.row - 1] - 1])
    for _ in range(table.columns.index(cell.column)):
        start = _end(text, start, table.separator) + 1
    end = _end(text, start, table.separator)
    quoted = text[start : start + 1] == '"'
    if quoted:
        start, end = start + 1, text.rindex('"', start + 1, end)
    held = text[start:end]
    start += len(held) - len(held.lstrip())
    end -= len(held) - len(held.rstrip()) if held.strip() else 0
    escaped = new.replace('"', '""')
    if quoted or not {table.separator, '"', "\n"} & set(new):
        return Replacement(start, end, escaped if quoted else new)
    return Replacement(start, end, f'"{escaped}"')


def cell_text(value: Decimal | Moment | str, table: DataTable, cell: Cell) -> str:
    """Return a value as a cell of the file states it, its digits grouped if they were before."""
    text = written(value)
    if not isinstance(value, Decimal):
        return text
    whole, _, decimals = f"{value:f}".partition(".")
    before = _GROUPED.match(table.rows[cell.row - 1][table.columns.index(cell.column)])
    group = before.group(1) if before else ""
    # One group behind a point or comma, and no decimals: that could be read as decimals.
    riddle = group in (".", ",") and not decimals and abs(int(whole)) < _SECOND_GROUP
    if group not in ("", table.mark(cell.column)) and not riddle:
        whole = f"{int(whole):,}".replace(",", group)
    return f"{whole}{table.mark(cell.column)}{decimals}" if decimals else whole


_SECOND_GROUP: Final = 1_000_000
_GROUPED: Final = re.compile(r"\s*[-\u2212]?[0-9]{1,3}([^0-9])[0-9]{3}(?![0-9])")


def _end(text: str, start: int, separator: str) -> int:
    """Return where the cell that begins at `start` ends: where the next one, or a line, begins."""
    at = start
    if text[at : at + 1] == '"':
        at += 1
        while (at < len(text) and text[at] != '"') or text[at : at + 2] == '""':
            at += 2 if text[at] == '"' else 1
    while at < len(text) and text[at] not in (separator, "\n"):
        at += 1
    return at
