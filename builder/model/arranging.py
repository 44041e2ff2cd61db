"""How a table is arranged: what an author asks of its rows and columns, and what comes of it.

`Arrangement` and `View` are as written, columns named as the author names them; `TableShape` is
what both files set: every row of a kind, spanned headers, cells set off by their values.
"""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from builder.frozen import dataclass
from builder.model.text import Line, Text
from builder.problems import Place

VIEW_OPTIONS: Final = ("rows", "sort")
"""The options of a showing: they may differ wherever a table is shown again."""

OPTIONS: Final = (
    *VIEW_OPTIONS,
    "spans",
    "groups",
    "sums",
    "total",
    "subtotal",
    "rounded",
    "heat",
    "bars",
    "notes",
)
"""All options by which a table is arranged."""


@dataclass(frozen=True)
class NamedLine:
    """A column, or a row by what heads it, as an author names it."""

    name: str
    place: Place


@dataclass(frozen=True)
class Where:
    """`where COLUMN SIGN VALUE | VALUE`: the rows whose cell is one of these, or beyond one."""

    column: NamedLine
    sign: str
    values: tuple[str, ...]


Way = Literal["first", "last", "top", "bottom"]


@dataclass(frozen=True)
class Pick:
    """`first N`, `last N`, or `top N by COLUMN` and `bottom N by COLUMN`."""

    way: Way
    count: int
    by: NamedLine | None = None
    place: Place = Place("")


Step: TypeAlias = Where | Pick


@dataclass(frozen=True)
class Order:
    """A column that rows are sorted by, the smallest first unless it goes `down`."""

    column: NamedLine
    down: bool = False


@dataclass(frozen=True)
class View:
    """Which rows are shown and in what order; `written` tells showings of one table apart.

    None for what is not said: then it is as the table is defined.
    """

    rows: tuple[Step, ...] | None = None
    sort: tuple[Order, ...] | None = None
    written: str = ""

    @property
    def is_said(self) -> bool:
        """Whether anything is asked for."""
        return self.rows is not None or self.sort is not None


AS_DEFINED: Final = View()


@dataclass(frozen=True)
class Spanned:
    """A header over several columns, as written."""

    header: Text
    columns: tuple[NamedLine, ...]


@dataclass(frozen=True)
class CellNote:
    """A note to the cell where a row and a column meet, to a header where `row` is empty."""

    row: str
    column: NamedLine
    text: Text


@dataclass(frozen=True)
class Arrangement:
    """What an author asks of a table's columns and rows beside which are shown.

    `groups` is the column whose values head groups of rows; `sums` are columns that are added up,
    `total` and `subtotal` what heads rows that hold such sums already; `rounded` says that parts
    were rounded before they were written. `heat` and `bars` set cells off by their values.
    """

    spans: tuple[Spanned, ...] = ()
    groups: NamedLine | None = None
    sums: tuple[NamedLine, ...] = ()
    total: NamedLine | None = None
    subtotal: NamedLine | None = None
    rounded: bool = False
    heat: tuple[NamedLine, ...] = ()
    bars: tuple[NamedLine, ...] = ()
    notes: tuple[CellNote, ...] = ()


PLAIN: Final = Arrangement()

RowKind = Literal["row", "group", "subtotal", "rest", "total"]
"""A row of the table, the heading of a group, the sum of a group, of what is left out, of all."""

SUMS: Final = ("subtotal", "rest", "total")
"""With what the name of a computed cell's row begins, where others have its number."""

CELL_NOTE: Final = "cell note"
"""The form of the owner of a mark that leads from a cell to a note below the table."""


@dataclass(frozen=True)
class Spanner:
    """A header over `count` columns from `first` (from 0)."""

    header: Line
    first: int
    count: int


@dataclass(frozen=True)
class CellLook:
    """How a cell is set off by its value, which it prints too.

    `heat` is how strong its shade is, from -1 to 1; a `bar` goes from one share of the cell's
    width to another.
    """

    heat: float = 0.0
    bar: tuple[float, float] | None = None


@dataclass(frozen=True)
class TableShape:
    """What rows and columns of a resolved table are, beside their texts.

    `kinds` is the kind of each row, empty where all are rows; `looks` those of the cells of each,
    empty where none has any; `remarks` are lines below the table: notes to its cells, how many of
    its rows are shown, that parts were rounded.
    """

    spanners: tuple[Spanner, ...] = ()
    kinds: tuple[RowKind, ...] = ()
    looks: tuple[tuple[CellLook | None, ...], ...] = ()
    remarks: tuple[Line, ...] = ()

    def kind(self, row: int) -> RowKind:
        """Return the kind of a row, from 0."""
        return self.kinds[row] if self.kinds else "row"

    def look(self, row: int, column: int) -> CellLook | None:
        """Return how a cell is set off, None where it is not."""
        return self.looks[row][column] if self.looks else None


UNSHAPED: Final = TableShape()
