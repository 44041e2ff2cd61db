"""Cells of SpreadsheetML (ECMA-376-1, 18.3.1.4): what stands in the XML in, a cell's value out."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, Protocol

from lxml import etree

from builder.frozen import dataclass
from builder.model.figure import Moment
from builder.ooxml import BOOK, streamed
from builder.workbooks.areas import whole
from builder.workbooks.book import BookCell, number
from builder.workbooks.formats import PLAIN, Format, cut, in_calendar, moment_of
from builder.workbooks.related import local

TIMED: Final = "holds a time of day, which no figure and no category is"
NEVER: Final = "holds a formula that was never computed"
_ISO: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_HUNDRED: Final = Decimal(100)


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
