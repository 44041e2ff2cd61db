"""The keys by which content names what a workbook holds: tables of it, and one cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from builder.content.documents import Path
from builder.content.scalars import LOOSE, NAME, WORDS
from builder.content.shape import Entries, Faults, Key, Keys, MapOf, Schema, Value


@dataclass(frozen=True)
class Either:
    """One of two mappings: the `other` where a value has the key `tells`."""

    first: Keys
    other: Keys
    tells: str

    def faults(self, value: Value, path: Path) -> Faults:
        told = isinstance(value, Mapping) and self.tells in value
        return (self.other if told else self.first).faults(value, path)

    def schema(self, parts: dict[str, Schema]) -> Schema:
        return {"anyOf": [self.first.schema(parts), self.other.schema(parts)]}


CELL: Final = Keys(
    "Cell",
    "One cell of a data table.",
    needs={
        "table": Key(WORDS, "A file of data/, without .csv, or a table of workbooks.yaml."),
        "row": Key(MapOf(LOOSE, least=1), "Column and cell that only the wanted row has."),
        "column": Key(LOOSE, "The column that holds the figure."),
    },
)
BOOK_CELL: Final = Keys(
    "WorkbookCell",
    "One cell of a workbook, by its place or by a name.",
    needs={"workbook": Key(WORDS, "The file: data/trade.xlsx (also .xlsm, .ods).")},
    may={
        "at": Key(WORDS, "Its sheet and place: Trade!B7."),
        "name": Key(WORDS, "A name that the workbook defines for it."),
    },
)
ANY_CELL: Final = Either(CELL, BOOK_CELL, "workbook")

TABLE: Final = Keys(
    "WorkbookTable",
    "A table of a workbook. Its first row names the columns.",
    needs={"workbook": Key(WORDS, "The file: data/trade.xlsx (also .xlsm, .ods).")},
    may={
        "sheet": Key(WORDS, "The sheet, where the workbook shows several."),
        "range": Key(WORDS, "A part of the sheet: A3:D20."),
        "name": Key(WORDS, "A table object, or a name that the workbook defines for a range."),
    },
)
TABLES: Final = Entries(TABLE, NAME)
