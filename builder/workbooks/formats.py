"""Number formats of spreadsheets (ECMA-376-1, 18.8.30): takes a code, says what it shows."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Final, Literal

from builder.frozen import dataclass, replace
from builder.model.figure import Moment

_BUILT_IN: Final = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "$#,##0", 6: "$#,##0",
    7: "$#,##0.00", 8: "$#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?",
    13: "# ??/??", 14: "mm-dd-yy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "m/d/yy h:mm", 37: "#,##0", 38: "#,##0",
    39: "#,##0.00", 40: "#,##0.00", 41: "#,##0", 42: "#,##0", 43: "#,##0.00", 44: "#,##0.00",
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
}  # fmt: skip
"""The formats that have a number and no code (18.8.30)."""
_DATES: Final = (*range(27, 37), *range(50, 59))
"""Those of East Asian programs, which are dates, some with a time of day."""

_LITERAL: Final = re.compile(r'"[^"]*"?|\\.|_.|\*.|\[\$[^\]]*\]|\[[A-Za-z]+ ?\d*\]|\[[<>=][^\]]*\]')
_ELAPSED: Final = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_DIGITS: Final = re.compile(r"[0#?][0#?,]*(?:\.([0#?]*))?")

# What stands beside the number: in quotes, in brackets with a language, behind "\\", or by itself.
_BESIDE: Final = re.compile(r'"([^"]+)"|\[\$([^\]-]*)[^\]]*\]|\\(.)|([$€£¥])')
_CURRENCY: Final = re.compile(r"[$¢£¤¥֏؋৲৳฿៛\u20a0-\u20cf]|[A-Z]{3}")


@dataclass(frozen=True)
class Format:
    """What a format shows: a number, of so many decimals, or a date to its day, month or year.

    `timed` says that it shows a time of day, or one that elapsed; `money` is the sign or the code
    of a currency that it shows beside the number.
    """

    kind: Literal["number", "percent", "date", "time"] = "number"
    least: int = 0
    most: int | None = None
    to: Literal["day", "month", "year"] = "day"
    timed: bool = False
    money: str = ""


PLAIN: Final = Format()


def built_in(number: int) -> Format:
    """Return the format that a file names by its number alone."""
    return Format("date") if number in _DATES else format_of(_BUILT_IN.get(number, "General"))


@lru_cache(maxsize=512)
def format_of(code: str) -> Format:
    """Return what a format's code shows; of several sections the first, for numbers above 0."""
    if _ELAPSED.search(code):
        return Format("time", timed=True)
    bare = _LITERAL.sub("", code).split(";")[0]
    if "general" in bare.casefold() or bare == "@" or not bare:
        return PLAIN
    letters = re.sub(r"AM/PM|A/P|E[+-]", "", bare, flags=re.IGNORECASE).casefold()
    if re.search("[ymdhs]", letters):
        return _dated(letters)
    return replace(_numeric(bare), money=_money(code.split(";")[0]))


def _money(code: str) -> str:
    """Return the one currency of a format's first section: "€", "CHF"."""
    said = [next(filter(None, found.groups()), "") for found in _BESIDE.finditer(code)]
    signs = [each.strip() for each in said if each.strip(" \u00a0\u202f")]
    return signs[0] if len(signs) == 1 and _CURRENCY.fullmatch(signs[0]) else ""


def _dated(letters: str) -> Format:
    timed = re.search("[hs]", letters) is not None
    if timed and not re.search("[yd]", letters):
        return Format("time", timed=True)
    if "d" in letters:
        return Format("date", timed=timed)
    return Format("date", to="month" if "m" in letters else "year", timed=timed)


def _numeric(bare: str) -> Format:
    kind: Literal["number", "percent"] = "percent" if "%" in bare else "number"
    digits = _DIGITS.search(bare)
    # Fractions, powers of ten and thousands left out show another number than there is.
    if digits is None or re.search(r"[/E]", bare, re.IGNORECASE) or re.search(r",(?![0#?])", bare):
        return Format(kind)
    decimals = digits[1] or ""
    return Format(kind, decimals.count("0"), len(decimals))


def moment_of(serial: Decimal, shown: Format, *, since_1904: bool) -> Moment | str:
    """Return the date of a serial number of days, or what is wrong with it.

    Spreadsheets that count from 1900 hold that its February had 29 days.
    """
    day = int(serial)
    if shown.kind == "time" or (shown.timed and serial != day):
        return "holds a time of day, which no figure and no category is"
    first = date(1904, 1, 1) if since_1904 else date(1899, 12, 31 if day < 60 else 30)
    try:
        found = first + timedelta(days=day)
    except OverflowError:
        return f"holds {serial:f} as a date, which no calendar has"
    if day < (0 if since_1904 else 1) or (day == 60 and not since_1904):
        return f"holds {serial:f} as a date, which no calendar has"
    return cut(Moment(found.year, found.month, found.day), shown)


def in_calendar(moment: Moment) -> bool:
    """Say whether a date is one of the calendar's."""
    try:
        date(moment.year, moment.month or 1, moment.day or 1)
    except ValueError:
        return False
    return True


def cut(moment: Moment, shown: Format) -> Moment:
    """Return a date as far as its format shows it."""
    if shown.to == "year":
        return Moment(moment.year)
    return Moment(moment.year, moment.month) if shown.to == "month" else moment


def serial_of(moment: Moment, *, since_1904: bool) -> int:
    """Return the number of days by which a spreadsheet stores a date; its first day where it has
    none.
    """
    day = date(moment.year, moment.month or 1, moment.day or 1)
    if since_1904:
        return (day - date(1904, 1, 1)).days
    days = (day - date(1899, 12, 30)).days
    return days if days > 60 else days - 1
