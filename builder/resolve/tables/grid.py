"""A table's rows before they are arranged, whatever they are made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Final

from builder.facts.rounding import decimals_as_stated
from builder.frozen import dataclass
from builder.model.arranging import NamedLine
from builder.model.figure import Hedge
from builder.model.table import Column
from builder.model.text import Line, Run
from builder.problems import Place, Problems, known_names

EMPTY: Final[Line] = (Run("–"),)
"""What stands for a cell in which nothing is known."""
NOTHING: Final = frozenset(("", "-", "–", "—"))
"""What a cell says, as it is written, that has no number."""

_HALF: Final = Decimal("0.5")


@dataclass(frozen=True)
class Amount:
    """A number of a table: exact, and as it is printed there in a form, with unit and hedge."""

    value: Decimal
    printed: Decimal
    unit: str = ""
    hedge: Hedge | None = None
    form: str = "number"

    @property
    def half_unit(self) -> Decimal:
        """Half of what its last digit stands for: by no more has rounding moved it."""
        return _HALF.scaleb(-decimals_as_stated(self.value))


@dataclass(frozen=True)
class TableGrid:
    """A table's rows before they are arranged, numbered from 0; columns by their places.

    `names` are those of all columns, `shown` the places of those that are shown, whose headers
    are `columns`. `cell` prints a cell, `text` has it as written, `amount` its number if any.
    """

    name: str
    names: tuple[str, ...]
    shown: tuple[int, ...]
    columns: tuple[Column, ...]
    count: int
    cell: Callable[[int, int], Line]
    text: Callable[[int, int], str]
    amount: Callable[[int, int], Amount | None]
    place: Callable[[int], Place]
    mark: Callable[[int], str]
    tag: str

    def at(self, column: NamedLine) -> int:
        """Return the place of a column that is known to be there."""
        return self.names.index(column.name)

    def head(self, row: int) -> str:
        """Return what heads a row, as written."""
        return self.text(row, self.shown[0])

    def knows(self, columns: Iterable[NamedLine], problems: Problems) -> bool:
        """Say whether the table has all of these columns; report those that it has not."""
        missing = [column for column in columns if column.name not in self.names]
        for column in missing:
            found = f'no column "{column.name}" in the table "{self.name}"'
            problems.error(column.place, found, known_names(column.name, self.names))
        return not missing
