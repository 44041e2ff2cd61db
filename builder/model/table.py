"""Tables: data files as read, tables as authors define them, and tables ready to be set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from builder.model.text import Line, Text
from builder.problems import Place

# What a table made from figures can show of each, in the order of a table that names no columns.
FIGURE_COLUMNS: Final = ("label", "figure", "as_of", "source", "confidence")


@dataclass(frozen=True)
class DataTable:
    """A CSV file: column names and rows of cells, all text as written; `lines` per row, from 1."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]
    place: Place


@dataclass(frozen=True)
class TableSpec:
    """A table as the author defines it, from one of three things.

    Markdown cells: `header` and `cells`; a data file: `data` and `columns` (name, shown label);
    figures: `figures` and `columns` (of label, figure, as_of, source, confidence).
    `source` names sources that the cells do not bring along themselves.
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


@dataclass(frozen=True)
class Column:
    """A column ready to be set: its header, and how its cells align."""

    header: Line
    align: Literal["left", "right"] = "left"


@dataclass(frozen=True)
class ResolvedTable:
    """A table ready to be set; the first cell of each row heads it. `sources` are source ids.

    `row_places` are where its rows are written, as far as that is known.
    """

    name: str
    caption: Line
    columns: tuple[Column, ...]
    rows: tuple[tuple[Line, ...], ...]
    note: Line = ()
    sources: tuple[str, ...] = ()
    place: Place = Place("")
    row_places: tuple[Place, ...] = ()

    def place_of(self, row: int) -> Place:
        """Return where a row (from 0) is written, or the table."""
        return self.row_places[row] if row < len(self.row_places) else self.place
