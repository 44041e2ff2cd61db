"""Dates as they are written in data: takes text, returns the moment, or how it may be read.

ISO 8601 is read everywhere. Spreadsheets write a day or a month as their language does: 14.03.2025,
14/03/2025, 3/14/2025, 2025/03/14, 03.2025, 03-2025, a day as the midnight at which it begins.
Whether day or month comes first a column tells, if a number above 12 stands in it, or a point; else
a language must.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from builder.model.figure import Moment

_ISO: Final = re.compile(
    r"(1[5-9]\d\d|2[01]\d\d)(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII
)
_DAY: Final = re.compile(
    r"(\d{1,2})([./-])(?:(?<=\.) )?(\d{1,2})\2(?:(?<=\.) )?((?:1[5-9]|2[01])?\d\d)", re.ASCII
)
_BACKWARD: Final = re.compile(r"(1[5-9]\d\d|2[01]\d\d)([./])(\d{1,2})\2(\d{1,2})", re.ASCII)
_MONTH: Final = re.compile(r"(0?[1-9]|1[0-2])[/-](1[5-9]\d\d|2[01]\d\d)", re.ASCII)
_POINTED_MONTH: Final = re.compile(r"(0[1-9]|1[0-2])\.(1[5-9]\d\d|2[01]\d\d)", re.ASCII)
_TIMED: Final = re.compile(
    r"(\d[\d./-]+)[T ](\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?"
    r"(?:Z|[+-]\d{2}:?\d{2})?( ?[AaPp]\.?[Mm]\.?)?",
    re.ASCII,
)

DAY_FIRST: Final = "day"
MONTH_FIRST: Final = "month"
ORDERS: Final = (DAY_FIRST, MONTH_FIRST)


def iso_moment(text: str) -> Moment | None:
    """Return the date that a text is in ISO 8601; None where it is none."""
    match = _ISO.fullmatch(text)
    return _moment(*match.groups(default="")) if match else None


def is_typed(text: str) -> bool:
    """Return whether a text has the form of a date of a spreadsheet's."""
    day, time = _day_and_time(text)
    forms = (_DAY, _BACKWARD, _MONTH, _POINTED_MONTH, *((_ISO,) if time else ()))
    return any(form.fullmatch(day) for form in forms)


def has_time(text: str) -> bool:
    """Return whether a date of a spreadsheet's says a time of day, which no midnight is."""
    return is_typed(text) and bool(_day_and_time(text)[1].strip("0:"))


def _day_and_time(text: str) -> tuple[str, str]:
    """Return a date and the time behind it, which may be empty."""
    match = _TIMED.fullmatch(text.strip())
    if match is None:
        return text.strip(), ""
    half = (match[3] or "").strip().lower()
    time = match[2].removeprefix("12") if half[:1] == "a" else match[2] + half
    return match[1], time or "0"


def has_short_year(text: str) -> bool:
    """Return whether a date of a spreadsheet's gives its year by two digits."""
    match = _DAY.fullmatch(_day_and_time(text)[0])
    return match is not None and len(match[4]) < 4


def typed_moment(text: str, order: str) -> Moment | None:
    """Return the date that a text is as a spreadsheet writes it, whose days come `order` first.

    None where there is none in the calendar, its year has two digits, or it says a time of day.
    """
    text, time = _day_and_time(text)
    if time.strip("0:"):
        return None
    if time and (iso := iso_moment(text)):
        return iso
    if match := _MONTH.fullmatch(text) or _POINTED_MONTH.fullmatch(text):
        return _moment(match[2], match[1])
    if match := _BACKWARD.fullmatch(text):
        return _moment(match[1], match[3], match[4])
    match = _DAY.fullmatch(text)
    if match is None or len(match[4]) < 4 or (match[2] == "." and order != DAY_FIRST):
        return None
    return _moment(
        match[4], *((match[3], match[1]) if order == DAY_FIRST else (match[1], match[3]))
    )


def orders_of(cells: Iterable[str]) -> tuple[str, ...] | None:
    """Return what may come first in the dates of a column: all must be dates then.

    None where nothing is written as a spreadsheet writes dates, or where that may be numbers: with
    a point, months are only where one of them begins with 0.
    """
    typed = [cell for cell in cells if is_typed(cell)]
    pointed = [cell for cell in typed if _POINTED_MONTH.fullmatch(cell.strip())]
    if not typed or (len(pointed) == len(typed) and not any(c.strip()[0] == "0" for c in pointed)):
        return None
    read = [[typed_moment(cell, order) for cell in typed] for order in ORDERS]
    if all(read[0]) and read[0] == read[1]:
        return (DAY_FIRST,)
    return tuple(order for order, held in zip(ORDERS, read, strict=True) if all(held))


def _moment(year: str, month: str = "", day: str = "") -> Moment | None:
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return Moment(int(year), int(month or 0), int(day or 0))
