"""Figures bound to data tables: takes a `cell:` reference, returns the cell's own number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final, TypeAlias

from builder.facts.form import form_name
from builder.facts.rounding import decimals_as_stated, printable
from builder.model.figure import CellRef, Moment, ResolvedFigure
from builder.model.table import DataTable
from builder.model.text import OF_CELL, Owner
from builder.problems import Problems, shortened

_DATE: Final = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?")

# Figures by the table, row (from 0) and column of the cell that they are bound to.
BoundCells: TypeAlias = Mapping[tuple[str, int, str], ResolvedFigure]


def bound_cells(figures: Iterable[ResolvedFigure], data: Mapping[str, DataTable]) -> BoundCells:
    """Return the figures that are bound to cells; of several at one cell the first."""
    found: dict[tuple[str, int, str], ResolvedFigure] = {}
    for figure in figures:
        cell = figure.cell
        if cell is not None:
            found.setdefault((cell.table, row_of(cell, data[cell.table]), cell.column), figure)
    return found


def cell_owner(
    table: DataTable, row: int, column: str, bound: BoundCells, *, as_written: bool = False
) -> Owner:
    """Return who owns a cell (its row from 0): the figure that is bound to it, or else itself.

    `as_written` says that its own words are printed, not the figure's hedge and decimals. A cell
    is named by its row counted from 1 below the header.
    """
    figure = bound.get((table.name, row, column))
    if figure is None:
        return Owner("cell", f"{table.name}!{row + 1}/{column}")
    return Owner("figure", figure.id, form_name(("bare", OF_CELL) if as_written else (OF_CELL,)))


def checked_number(table: DataTable, row: int, column: str, problems: Problems) -> Decimal | None:
    """Return the number at a row (from 0) and column; None, and a problem, when it is none."""
    text = table.rows[row][table.columns.index(column)]
    value = table.number(row, column)
    if value is None:
        mark = "comma" if table.mark(column) == "," else "point"
        hint = (
            f"a number in this column has a {mark} for its decimals, and nothing but digits beside"
        )
        if not text.strip():
            hint = "nothing is written there: write a number, or name another cell"
        elif table.area is not None:
            hint = "the workbook holds it as a text: have a spreadsheet program make it a number"
        problems.error(
            table.place_of(row, column),
            f'"{shortened(text)}" in column "{column}" is not a number',
            hint,
        )
        return None
    place = table.place_of(row, column)
    what = f'"{shortened(text)}" in column "{column}"'
    if not value and value.is_signed():
        problems.error(place, f"{what} is zero with a minus sign", "write 0")
        return None
    return value if printable(what, value, decimals_as_stated(value), place, problems) else None


def cell_value(
    cell: CellRef, data: Mapping[str, DataTable], problems: Problems
) -> Decimal | Moment | None:
    """Return the number of a cell; None, and a problem at the cell, when it is no number.

    A cell of a workbook may hold a date too.

    None also for a reference that does not lead to one cell, which `sources` has reported.
    """
    rows = _rows_of(cell, data)
    if len(rows) != 1:
        return None
    table = data[cell.table]
    if table.area is not None:
        text = table.rows[rows[0]][table.columns.index(cell.column)]
        if _DATE.fullmatch(text):
            return Moment(*map(int, text.split("-")))
    return checked_number(table, rows[0], cell.column, problems)


def shown_decimals(cell: CellRef, data: Mapping[str, DataTable]) -> int | None:
    """Return how many decimals a workbook shows of a cell's number, where it has more."""
    rows = _rows_of(cell, data)
    return data[cell.table].decimals(rows[0], cell.column) if len(rows) == 1 else None


def row_of(cell: CellRef, table: DataTable) -> int:
    """Return the row (from 0) of a reference that leads to one cell of `table`."""
    (row,) = _rows_of(cell, {cell.table: table})
    return row


def _rows_of(cell: CellRef, data: Mapping[str, DataTable]) -> tuple[int, ...]:
    table = data.get(cell.table)
    names = [cell.column, *(column for column, _ in cell.row)]
    if table is None or any(name not in table.columns for name in names):
        return ()
    if cell.index is not None:
        return (cell.index,)
    return table.rows_where(cell.row)
