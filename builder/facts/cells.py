"""Cells of data tables as values: takes a `cell:` reference, returns the cell's own number; takes a
cell and the briefing's language, returns its date.

What day and month are is never guessed at: where neither the column nor the language tells, a date
is none, and the reason can be asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final, TypeAlias

from builder.facts.rounding import decimals_as_stated, printable
from builder.language.language import known
from builder.model.datings import (
    ORDERS,
    has_short_year,
    has_time,
    is_typed,
    iso_moment,
    typed_moment,
)
from builder.model.figure import CellRef, Moment, ResolvedFigure, form_name
from builder.model.table import DataTable
from builder.model.text import OF_CELL, Owner
from builder.problems import Problems, shortened

_DATE: Final = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?")

# Figures by the table, row (from 0) and column of the cell that they are bound to.
BoundCells: TypeAlias = Mapping[tuple[str, int, str], ResolvedFigure]

_YEAR: Final = re.compile(r"(?<!\d)(?:1[5-9]|2[01])\d\d(?!\d)", re.ASCII)
_WORD: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|\.)")


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


def dated(table: DataTable, row: int, column: str, tag: str) -> Moment | None:
    """Return the date of a cell (its row from 0), in ISO 8601 or as a spreadsheet writes it; None
    where there is none, or nobody can tell which.
    """
    text = table.rows[row][table.columns.index(column)].strip()
    found = iso_moment(text)
    if found is not None:
        return found
    order = _order(table, column, tag)
    found = typed_moment(text, order) if order else None
    return found or _spelt(text, tag)


def is_printed_as_date(text: str) -> bool:
    """Return whether a date is printed as the language prints dates: what is in words stays so."""
    return iso_moment(text.strip()) is not None or is_typed(text)


def unclear(table: DataTable, column: str, tag: str) -> tuple[int, str, str] | None:
    """Return what keeps dates of a column from being told: a row (from 0), what is found there and
    what to write instead; None where nothing does.
    """
    orders = table.date_orders(column)
    if orders is None or _order(table, column, tag):
        return None
    place = table.columns.index(column)
    typed = [(row, cells[place]) for row, cells in enumerate(table.rows) if is_typed(cells[place])]
    read = {row: [typed_moment(text, order) for order in ORDERS] for row, text in typed}
    if orders:
        row, text = next(each for each in typed if len(set(read[each[0]])) > 1)
        first, second = (each.iso() if each else "" for each in read[row])
        return (
            row,
            f'"{text}" in column "{column}" can be read in two ways: as {first} or as {second}',
            f"write {first} or {second}, or name the country by `language:`",
        )
    for row, text in typed:
        if not any(read[row]):
            found = f'"{text}" in column "{column}" is no date that the calendar has'
            if has_short_year(text):
                found = f'"{text}" in column "{column}" gives a year by its last two digits'
            elif has_time(text):
                found = f'"{text}" in column "{column}" says a time of day, and axes have days'
            return row, found, "write it as 2025-03-14, 14.03.2025 or 14/03/2025"
    one, other = (next(each for each in typed if not read[each[0]][at]) for at in (0, 1))
    return (
        other[0],
        f'"{one[1]}" and "{other[1]}" in column "{column}" have day and month in different orders',
        "write all dates of a column alike, best as 2025-03-14",
    )


def _rows_of(cell: CellRef, data: Mapping[str, DataTable]) -> tuple[int, ...]:
    table = data.get(cell.table)
    names = [cell.column, *(column for column, _ in cell.row)]
    if table is None or any(name not in table.columns for name in names):
        return ()
    if cell.index is not None:
        return (cell.index,)
    return table.rows_where(cell.row)


def _spelt(text: str, tag: str) -> Moment | None:
    """Return the date that a text is in words of the language, or with such beside it: "1. Juni
    2025", "Jan 2025", "So, 01.06.2025", «01.06.2025 р.»; None where it is none.
    """
    language = known(tag)
    if language is None or not _YEAR.search(text) or not _WORD.search(text):
        return None
    from builder.language.dates import date_in_words

    found = date_in_words(text, tag)
    if isinstance(found, str):
        return typed_moment(found, language.first_in_dates or ORDERS[0])
    return found


def _order(table: DataTable, column: str, tag: str) -> str:
    """Return what comes first in a column's dates, the day or the month; nothing if unclear."""
    orders = table.date_orders(column) or ()
    if len(orders) == 1:
        return orders[0]
    language = known(tag)
    return language.first_in_dates if orders and language else ""
