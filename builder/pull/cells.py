"""A data file and a new cell in; which characters to replace by what, out (RFC 4180)."""

from __future__ import annotations

from builder.model.table import DataTable
from builder.pull.changes import Cell
from builder.pull.original import Original, Replacement


def cell_replacement(original: Original, table: DataTable, cell: Cell, new: str) -> Replacement:
    """Return the replacement of one cell, in the quotes and between the spaces that it has."""
    text = original.lines.text
    lines = text.splitlines(keepends=True)
    start = sum(len(line) for line in lines[: table.lines[cell.row - 1] - 1])
    for _ in range(table.columns.index(cell.column)):
        start = _end(text, start) + 1
    end = _end(text, start)
    quoted = text[start : start + 1] == '"'
    if quoted:
        start, end = start + 1, text.rindex('"', start + 1, end)
    held = text[start:end]
    start += len(held) - len(held.lstrip())
    end -= len(held) - len(held.rstrip()) if held.strip() else 0
    escaped = new.replace('"', '""')
    if quoted or not set(',"\n') & set(new):
        return Replacement(start, end, escaped if quoted else new)
    return Replacement(start, end, f'"{escaped}"')


def _end(text: str, start: int) -> int:
    """Return where the cell that begins at `start` ends: at a comma, a line's or the text's end."""
    at = start
    if text[at : at + 1] == '"':
        at += 1
        while (at < len(text) and text[at] != '"') or text[at : at + 2] == '""':
            at += 2 if text[at] == '"' else 1
    while at < len(text) and text[at] not in ",\n":
        at += 1
    return at
