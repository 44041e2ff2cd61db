"""Places in a sheet: `B7` and `A3:D20` read and written, rows and columns counted from 1."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from builder.frozen import dataclass
from builder.model.saying import column_name

LAST_ROW: Final = 1_048_576
LAST_COLUMN: Final = 16_384
_LONG: Final = 10  # digits of a count
_CELL: Final = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")


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
