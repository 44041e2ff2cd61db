"""What a workbook holds, whichever format it is in: cells with their values, sheets, names.

Places in a sheet are read and written as `B7` and `A3:D20`, rows and columns counted from 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_EVEN, Context, Decimal, InvalidOperation
from functools import lru_cache
from typing import Final, Protocol

from builder.frozen import dataclass
from builder.model.figure import Moment
from builder.model.saying import column_name

MOST_CELLS: Final = 300_000
"""Cells that are read of one area."""

# Spreadsheets count in binary and show no more digits than these: 0.1 + 0.2 is 0.3.
_SHOWN: Final = Context(prec=15, rounding=ROUND_HALF_EVEN)
# What a difference leaves of two numbers is less exact than they: 54.7 - 49.8 is stored as
# 4.90000000000001. Where fewer digits end in so many noughts, those behind them are such dust.
_LESS: Final = tuple(Context(prec=prec, rounding=ROUND_HALF_EVEN) for prec in (12, 10))
_NOUGHTS: Final = 5
_DUST: Final = Decimal("0.000001")
LAST_ROW: Final = 1_048_576
LAST_COLUMN: Final = 16_384
_LONG: Final = 10  # digits of a count
_CELL: Final = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")


def number(text: str) -> Decimal | None:
    """Return a stored number, to the 15 digits that spreadsheet programs show; None for no number.

    What binary fractions add behind them is no part of what was typed or computed.
    """
    if len(text) < _SHOWN.prec and text.isdecimal() and text.isascii():
        return Decimal(text)
    try:
        value = _SHOWN.create_decimal(text.strip())
    except InvalidOperation:
        return None
    if not value.is_finite() or abs(value.adjusted()) > 60:
        return None
    exact = _without_dust(value.normalize(_SHOWN))
    return Decimal(f"{exact:f}") if exact else Decimal(0)


def _without_dust(value: Decimal) -> Decimal:
    """Return a number without what a difference of binary fractions left behind its digits."""
    if len(value.as_tuple().digits) < _SHOWN.prec - 1:
        return value
    for context in _LESS:
        short = value.normalize(context)
        few = len(short.as_tuple().digits) <= context.prec - _NOUGHTS
        if few and abs(value - short) < _DUST:
            return short
    return value


@dataclass(frozen=True)
class BookCell:
    """A cell with something in it.

    `value` is a number (of a percentage a hundred times what is stored), a date, a truth value or
    a text; None where `fault` says why it is not to be had, as the rest of a sentence: "holds the
    error #DIV/0!". `formula` is what computes it. `least` and `most` are the decimals that its
    number format shows, `most` None where that says nothing; `money` is the currency beside it.
    """

    value: Decimal | Moment | bool | str | None
    formula: str = ""
    fault: str = ""
    percent: bool = False
    least: int = 0
    most: int | None = None
    money: str = ""

    @property
    def sign(self) -> str:
        """What its number format shows beside the number: "%", a currency's sign, or nothing."""
        return "%" if self.percent else self.money

    @property
    def text(self) -> str:
        """The cell as a data file has it: numbers with a point, dates by ISO 8601."""
        if isinstance(self.value, Decimal):
            decimals = max(-int(self.value.as_tuple().exponent), self.least)
            return f"{self.value:.{decimals}f}"
        if isinstance(self.value, Moment):
            return self.value.iso()
        if isinstance(self.value, bool):
            return "TRUE" if self.value else "FALSE"
        return (self.value or "").strip()

    @property
    def decimals(self) -> int | None:
        """How many decimals are shown of a number that has more; None where all are."""
        if not isinstance(self.value, Decimal) or self.most is None:
            return None
        return self.most if -int(self.value.as_tuple().exponent) > self.most else None


@dataclass(frozen=True)
class Sheet:
    """The cells of a sheet's area by row and column, and what of the sheet is merged or hidden.

    `rows` and `columns` are those that are hidden.
    """

    name: str
    cells: Mapping[tuple[int, int], BookCell]
    merged: tuple[Area, ...] = ()
    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()
    hidden: bool = False


@dataclass(frozen=True)
class DefinedName:
    """What a name stands for: an area of a sheet, or, where `fault` says so, something else."""

    sheet: str
    area: Area | None
    fault: str = ""


@dataclass(frozen=True)
class Formula:
    """A formula as its sheet's XML has it, and the cell whose result it is."""

    sheet: str
    row: int
    column: int
    text: str

    @property
    def place(self) -> str:
        """Where it stands: `Trade!B7`."""
        return f"{self.sheet}!{Area(self.row, self.column, self.row, self.column)}"


class Book(Protocol):
    """A workbook that is open for reading."""

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of its sheets of cells, in their order."""

    @property
    def names(self) -> Mapping[str, DefinedName]:
        """Its table objects and defined names."""

    def sheet(self, name: str, area: Area) -> Sheet:
        """Return what an area of a sheet holds.

        Raises:
            PackageError: the sheet cannot be read, or holds more cells than are.
        """

    def formulas(self) -> Iterator[Formula]:
        """Yield every formula of the workbook.

        Raises:
            PackageError: a sheet cannot be read.
        """

    def sources(self) -> Iterator[tuple[str, DefinedName]]:
        """Yield what else was made from cells and does not follow them: pivot tables, by name."""


def whole(text: str | None, otherwise: int = 0) -> int:
    """Return the count that an attribute states; `otherwise` where it states none."""
    return int(text) if text and len(text) < _LONG and text.isdecimal() else otherwise


@lru_cache(maxsize=1024)
def column_of(letters: str) -> int:
    """Return the number of a column by its letters as a sheet's XML has them; 0 for none."""
    return number_of(letters) if letters.isalpha() and letters.isascii() else 0


def number_of(column: str) -> int:
    """Return the number of a column by its letters."""
    found = 0
    for letter in column.upper():
        found = found * 26 + ord(letter) - 64
    return found


def cell_of(text: str) -> tuple[int, int] | None:
    """Return row and column of a cell such as `B7` or `$B$7`; None for anything else."""
    found = _CELL.fullmatch(text.strip())
    if found is None:
        return None
    row, column = int(found[2]), number_of(found[1])
    return (row, column) if 1 <= row <= LAST_ROW and column <= LAST_COLUMN else None


@dataclass(frozen=True)
class Area:
    """A rectangle of cells, its edges among it."""

    top: int
    left: int
    bottom: int
    right: int

    @classmethod
    def of(cls, text: str) -> Area | None:
        """Return the area of `A3:D20`, or of one cell; None for anything else."""
        first, _, last = text.partition(":")
        one, other = cell_of(first), cell_of(last or first)
        if one is None or other is None:
            return None
        (top, bottom), (left, right) = sorted((one[0], other[0])), sorted((one[1], other[1]))
        return cls(top, left, bottom, right)

    def __contains__(self, cell: tuple[int, int]) -> bool:
        return self.top <= cell[0] <= self.bottom and self.left <= cell[1] <= self.right

    def meets(self, other: Area) -> bool:
        """Say whether two areas share a cell."""
        return (
            self.top <= other.bottom
            and other.top <= self.bottom
            and self.left <= other.right
            and other.left <= self.right
        )

    def rows(self) -> range:
        """Return the rows' numbers."""
        return range(self.top, self.bottom + 1)

    def columns(self) -> range:
        """Return the columns' numbers."""
        return range(self.left, self.right + 1)

    def __str__(self) -> str:
        first = f"{column_name(self.left)}{self.top}"
        last = f"{column_name(self.right)}{self.bottom}"
        return first if first == last else f"{first}:{last}"


EVERYTHING: Final = Area(1, 1, LAST_ROW, LAST_COLUMN)
