"""Dates in data tables: takes a cell and the briefing's language, returns its date.

What day and month are is never guessed at: where neither the column nor the language tells, a
date is none, and the reason can be asked for.
"""

from __future__ import annotations

import re
from typing import Final

from builder.language.language import known
from builder.model.datings import (
    ORDERS,
    has_short_year,
    has_time,
    is_typed,
    iso_moment,
    typed_moment,
)
from builder.model.figure import Moment
from builder.model.table import DataTable

_YEAR: Final = re.compile(r"(?<!\d)(?:1[5-9]|2[01])\d\d(?!\d)", re.ASCII)
_WORD: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|\.)")


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


def _spelt(text: str, tag: str) -> Moment | None:
    """Return the date that a text is in words of the language, or with such beside it: "1. Juni
    2025", "Jan 2025", "So, 01.06.2025", «01.06.2025 р.»; None where it is none.
    """
    language = known(tag)
    if language is None or not _YEAR.search(text) or not _WORD.search(text):
        return None
    from builder.language.calendar import date_in_words

    found = date_in_words(text, tag)
    if isinstance(found, str):
        return typed_moment(found, language.first_in_dates or ORDERS[0])
    return found


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


def _order(table: DataTable, column: str, tag: str) -> str:
    """Return what comes first in a column's dates, the day or the month; nothing if unclear."""
    orders = table.date_orders(column) or ()
    if len(orders) == 1:
        return orders[0]
    language = known(tag)
    return language.first_in_dates if orders and language else ""
