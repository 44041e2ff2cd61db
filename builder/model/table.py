"""Tables: data files as read, tables as authors define them, and tables ready to be set."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import field
from decimal import Decimal
from functools import cached_property
from typing import Final, Literal

from builder.frozen import dataclass
from builder.model.arranging import AS_DEFINED, PLAIN, UNSHAPED, Arrangement, TableShape, View
from builder.model.datings import orders_of
from builder.model.text import Line, Text
from builder.problems import Place

# What a table made from figures can show of each, in the order of a table that names no columns.
FIGURE_COLUMNS: Final = ("label", "figure", "as_of", "source", "confidence")


_SPACES: Final = " \u00a0\u202f\u2009"
_NUMBER: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


@dataclass(frozen=True)
class SheetArea:
    """Where in a workbook a table stands, and what its cells are besides their text.

    `columns` are the sheet's, by number. Cells are told by row and column of the table, from 0:
    `decimals` are those that the number format shows of numbers that have more, `words` are
    texts that read like numbers, `formulas` are what computes a cell. `alone` says that it is the
    one cell of a figure, and no table to be shown. `signs` are what number formats show beside the
    numbers of a whole column, by its place in the table: "%", "€".
    """

    workbook: str
    sheet: str
    columns: tuple[int, ...]
    decimals: Mapping[tuple[int, int], int] = field(default_factory=dict, hash=False)
    words: frozenset[tuple[int, int]] = frozenset()
    formulas: Mapping[tuple[int, int], str] = field(default_factory=dict, hash=False)
    alone: bool = False
    signs: Mapping[int, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class DataTable:
    """A CSV file: column names and rows of cells, all text as written; `lines` per row, from 1.

    `marks` are the characters before the decimals of each column's numbers, a point where there
    are none; `separator` stands between the cells, and `encoding` is the file's. A table of a
    workbook has its `area`; its `lines` are rows of the sheet.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]
    place: Place
    marks: tuple[str, ...] = ()
    separator: str = ","
    encoding: str = "utf-8"
    area: SheetArea | None = None

    def mark(self, column: str) -> str:
        """Return the decimal mark of a column's numbers."""
        return self.marks[self.columns.index(column)] if self.marks else "."

    def rows_where(self, cells: Sequence[tuple[str, str]]) -> tuple[int, ...]:
        """Return the rows (from 0) that hold all of these cells: of known columns, as written."""
        (first, text), *others = ((self.columns.index(column), text) for column, text in cells)
        if first not in self._indices:
            index: dict[str, list[int]] = {}
            for number, row in enumerate(self.rows):
                index.setdefault(row[first], []).append(number)
            self._indices[first] = index
        return tuple(
            number
            for number in self._indices[first].get(text, ())
            if all(self.rows[number][column] == other for column, other in others)
        )

    @cached_property
    def _indices(self) -> dict[int, dict[str, list[int]]]:
        """The rows of each cell of the columns that were asked for."""
        return {}

    def date_orders(self, column: str) -> tuple[str, ...] | None:
        """Return what may come first in a column's dates; None where it has none but ISO ones."""
        if column not in self._orders:
            place = self.columns.index(column)
            self._orders[column] = orders_of(row[place] for row in self.rows)
        return self._orders[column]

    @cached_property
    def _orders(self) -> dict[str, tuple[str, ...] | None]:
        """What may come first in the dates of columns that were asked for."""
        return {}

    def number(self, row: int, column: str) -> Decimal | None:
        """Return the number at a row (from 0) and column, None where there is none."""
        place = self.columns.index(column)
        if self.area is not None and (row, place) in self.area.words:
            return None
        return number_of(self.rows[row][place], self.mark(column))

    def decimals(self, row: int, column: str) -> int | None:
        """Return how many decimals a workbook shows of a number with more; None for all."""
        if self.area is None:
            return None
        return self.area.decimals.get((row, self.columns.index(column)))

    def sign_of(self, place: int) -> str:
        """Return the sign that all numbers of a column have in a workbook and its head has not."""
        sign, name = self.area.signs.get(place, "") if self.area else "", self.columns[place]
        return "" if sign in name or name.rstrip().endswith(")") else sign

    def place_of(self, row: int, column: str = "") -> Place:
        """Return where a row (from 0) stands, or, in a workbook, its cell in a column."""
        at = self.area.columns[self.columns.index(column)] if self.area and column else 0
        return Place(self.place.file, self.lines[row], at, self.place.sheet)


def number_of(text: str, mark: str = ".") -> Decimal | None:
    """Return the number that a cell holds exactly as written, or None where it holds none.

    `mark` stands before the decimals. Thousands may be grouped by spaces, by apostrophes, or by
    the one of point and comma that is no decimal mark.
    """
    written = text.strip().replace("\u2212", "-")
    if not _NUMBER.fullmatch(written) or mark != ".":
        grouped = _GROUPED[mark].fullmatch(written)
        if grouped is None:
            return None
        written = re.sub(r"[^-0-9.,]", "", written).replace("," if mark == "." else ".", "")
        written = written.replace(mark, ".")
    return Decimal(written)


_GROUPED: Final = {
    mark: re.compile(
        rf"-?(?:[0-9]+|[0-9]{{1,3}}(?:([{_SPACES}'\u2019{other}])[0-9]{{3}})(?:\1[0-9]{{3}})*)"
        rf"(?:[{mark}][0-9]+)?"
    )
    for mark, other in ((".", ","), (",", "."))
}


@dataclass(frozen=True)
class TableSpec:
    """A table as the author defines it, from one of three things.

    Markdown cells: `header` and `cells`; a data file: `data` and `columns` (name, shown label);
    figures: `figures` and `columns` (of label, figure, as_of, source, confidence).
    `source` names sources that the cells do not bring along themselves. `view` says which rows
    are shown where a showing does not say otherwise.
    """

    name: str
    caption: Text
    header: tuple[Text, ...] = ()
    cells: tuple[tuple[Text, ...], ...] = ()
    data: str = ""
    figures: tuple[str, ...] = ()
    columns: tuple[tuple[str, Text], ...] = ()
    note: Text = ()
    source: tuple[str, ...] = ()
    claim: str = ""
    place: Place = Place("")
    arrangement: Arrangement = PLAIN
    view: View = AS_DEFINED
    takeaway: Text = ()


@dataclass(frozen=True)
class Column:
    """A column ready to be set: its header, and how its cells align."""

    header: Line
    align: Literal["left", "right"] = "left"


@dataclass(frozen=True)
class ResolvedTable:
    """A table ready to be set; the first cell of each row heads it. `sources` are source ids.

    `row_places` are where its rows are written, as far as that is known; `key` tells showings of
    one table apart.
    """

    name: str
    caption: Line
    columns: tuple[Column, ...]
    rows: tuple[tuple[Line, ...], ...]
    note: Line = ()
    sources: tuple[str, ...] = ()
    place: Place = Place("")
    row_places: tuple[Place, ...] = ()
    shape: TableShape = UNSHAPED
    key: str = ""
    takeaway: Line = ()

    def place_of(self, row: int) -> Place:
        """Return where a row (from 0) is written, or the table."""
        return self.row_places[row] if row < len(self.row_places) else self.place
