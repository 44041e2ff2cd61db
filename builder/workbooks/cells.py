"""Cells of SpreadsheetML (ECMA-376-1, 18.3.1.4): what stands in the XML in, a cell's value out.

Number formats (18.8.30), which OpenDocument's styles come to as well: takes a code, says what it
shows.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Final, Literal, Protocol

from lxml import etree

from builder.frozen import dataclass, replace
from builder.model.figure import Moment
from builder.ooxml import BOOK, streamed
from builder.workbooks.book import BookCell, number, whole
from builder.workbooks.splicing import local

TIMED: Final = "holds a time of day, which no figure and no category is"
NEVER: Final = "holds a formula that was never computed"
_ISO: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_HUNDRED: Final = Decimal(100)
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
class Typed:
    """A cell as its XML has it: its type `t`, its value as text (None: no element), an inline
    text, and the formula.
    """

    kind: str
    value: str | None
    inline: str = ""
    formula: str = ""

    @property
    def holds_nothing(self) -> bool:
        """Whether it is empty, and only styled."""
        return not self.formula and not self.inline and not (self.value or "").strip()


class Writing(Protocol):
    """What a workbook says of how its cells are stored."""

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts that cells share."""

    @property
    def since_1904(self) -> bool:
        """Whether its days are counted from 1904."""

    @property
    def uncomputed(self) -> bool:
        """Whether nothing has been computed since it was written."""


def cell_value(typed: Typed, shown: Format, book: Writing) -> BookCell:
    """Return a cell that is not empty."""
    formula = f"={typed.formula}" if typed.formula else ""
    if formula and _was_never_computed(typed, book):
        return BookCell(None, formula, NEVER)
    text = (typed.value or "").strip()
    if typed.kind == "e":
        return BookCell(None, formula, f"holds the error {text or '#N/A'}")
    if typed.kind == "b":
        return BookCell(text in ("1", "true"), formula)
    if typed.kind == "s":
        index = whole(text, -1)
        if not 0 <= index < len(book.texts):
            return BookCell(None, formula, "holds a text that the workbook does not have")
        return BookCell(book.texts[index], formula)
    if typed.kind in ("str", "inlineStr"):
        return BookCell(typed.inline or typed.value or "", formula)
    if typed.kind == "d":
        return dated(text, shown, formula)
    return _numeric(text, shown, formula, book)


def _was_never_computed(typed: Typed, book: Writing) -> bool:
    """Say whether a formula has no result, or the nought that programs write for none."""
    if typed.value is None or (not typed.value and typed.kind not in ("str", "s")):
        return True
    return book.uncomputed and typed.value.strip() in ("0", "")


def _numeric(text: str, shown: Format, formula: str, book: Writing) -> BookCell:
    value = number(text)
    if value is None:
        return BookCell(None, formula, f'holds "{text[:40]}" as a number, which is none')
    if shown.kind in ("date", "time"):
        moment = moment_of(value, shown, since_1904=book.since_1904)
        if isinstance(moment, str):
            return BookCell(None, formula, moment)
        return BookCell(moment, formula)
    return shown_number(value, shown, formula)


def shown_number(value: Decimal, shown: Format, formula: str) -> BookCell:
    """Return the cell of a number, in per cent where its format says so."""
    percent = shown.kind == "percent"
    if percent:
        value = number(f"{value * _HUNDRED:f}") or Decimal(0)
    return BookCell(value, formula, "", percent, shown.least, shown.most, shown.money)


def dated(text: str, shown: Format, formula: str) -> BookCell:
    """Return the cell of a date by ISO 8601, perhaps with a time of day, which must be midnight."""
    day, _, time = text.partition("T")
    found = _ISO.fullmatch(day)
    moment = Moment(*map(int, found.groups())) if found is not None else None
    if moment is None or not in_calendar(moment):
        return BookCell(None, formula, f'holds "{text[:40]}" as a date, which is none')
    if shown.timed and time.strip("0:.Z"):
        return BookCell(None, formula, TIMED)
    return BookCell(cut(moment, shown if shown.kind == "date" else PLAIN), formula)


def text_in(element: etree._Element) -> str:
    """Return the words of a text with its runs; readings beside them (phonetics) are none."""
    if len(element) == 1 and len(element[0]) == 0:
        return element[0].text or ""
    return "".join(
        found.text or ""
        for found in element.iter("{*}t")
        if not any(local(outer) == "rPh" for outer in found.iterancestors())
    )


def shared_texts(data: bytes, part: str) -> tuple[str, ...]:
    """Return the texts of the part that holds them for all sheets."""
    return tuple(text_in(element) for element in streamed(data, part, BOOK, "si"))


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
    return replace(_number_format(bare), money=_money(code.split(";")[0]))


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


def _number_format(bare: str) -> Format:
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
