"""Notes to a table's cells: rows and notes in; rows with marks, and the notes below them, out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from builder.facts.text import Printer
from builder.frozen import dataclass
from builder.model.arranging import CELL_NOTE, CellNote
from builder.model.table import Column
from builder.model.text import Line, Owner, Run, plain
from builder.problems import known_names
from builder.resolve.tables.grid import TableGrid

_MARKS: Final = ("*", "†", "‡", "§", "**", "††", "‡‡", "§§")


@dataclass(frozen=True)
class Noted:
    """Headers and rows with the marks of their notes, and the notes as lines below the table."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Line, ...], ...]
    lines: tuple[Line, ...]


def noted(
    grid: TableGrid,
    notes: Sequence[CellNote],
    rows: Sequence[tuple[int, tuple[Line, ...]]],
    printer: Printer,
) -> Noted:
    """Return headers and rows with marks of notes, and the notes of those that are shown.

    Rows come with their number in the grid (-1: none). Notes that say the same have one mark;
    report those to what is not there, and more than can be told apart.
    """
    wanted = _wanted(grid, notes, printer)
    marks: dict[str, tuple[str, Line]] = {}

    def marked(line: Line, row: str, at: int) -> Line:
        note = wanted.get((row, at))
        if note is None:
            return line
        mark, _ = marks.setdefault(plain(note), (_MARKS[len(marks) % len(_MARKS)], note))
        return (*line, _mark(mark))

    def cells(number: int, line: Iterable[Line]) -> tuple[Line, ...]:
        head = grid.head(number)
        return tuple(marked(cell, head, at) for cell, at in zip(line, grid.shown, strict=True))

    columns = tuple(
        Column(marked(column.header, "", at), column.align)
        for column, at in zip(grid.columns, grid.shown, strict=True)
    )
    lines = tuple(cells(number, line) if wanted and number >= 0 else line for number, line in rows)
    if len(marks) > len(_MARKS):
        found = f'the table "{grid.name}" has {len(marks)} notes to its cells'
        hint = f"at most {len(_MARKS)} can be told apart: say the others in its :note:"
        printer.problems.error(notes[0].column.place, found, hint)
    below = tuple((_mark(mark), Run(" "), *note) for mark, note in marks.values())
    return Noted(columns, lines, below)


def _wanted(
    grid: TableGrid, notes: Sequence[CellNote], printer: Printer
) -> dict[tuple[str, int], Line]:
    """Return each note by what heads its row (nothing for a header) and the place of its column."""
    heads = {grid.head(row) for row in range(grid.count)} if notes else set()
    wanted: dict[tuple[str, int], Line] = {}
    for note in notes:
        at = grid.at(note.column)
        if note.row and note.row not in heads:
            found = f'no row is headed "{note.row}" in the table "{grid.name}"'
            hint = known_names(note.row, heads - {""})
            printer.problems.error(note.column.place, found, hint)
        elif at not in grid.shown:
            found = f'the column "{note.column.name}" has a note, but is not shown'
            hint = "show it by :columns:, or take the note away"
            printer.problems.error(note.column.place, found, hint)
        wanted[note.row, at] = printer.line(note.text)
    return wanted


def _mark(mark: str) -> Run:
    return Run(mark, owner=Owner("furniture", mark, CELL_NOTE))
