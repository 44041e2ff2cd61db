"""Values that several YAML files hold alike: a number, a date, a colour, and what they look like;
and the keys by which content names what a workbook holds, tables of it and one cell.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from builder.content.documents import Path
from builder.content.shape import (
    Entries,
    Faults,
    Key,
    Keys,
    ListOf,
    MapOf,
    OneOf,
    Schema,
    Text,
    Value,
)
from builder.frozen import dataclass

TEXT: Final = Text()
WORDS: Final = Text(least=1)
LOOSE: Final = Text(typed={"type": ["string", "number", "boolean"]})
NUMBER: Final = Text(
    r"^(-?([1-9][0-9]*(\.[0-9]+)?|0\.[0-9]*[1-9][0-9]*)|0(\.0+)?)$",
    "a number",
    "a number with a point and no grouping, such as 3700 or 48.5",
    numeric=True,
    typed={"type": "number"},
)
ONE_OF_SIX: Final = Text(
    "^[1-6]$",
    "a whole number from 1 to 6",
    "a whole number from 1 to 6",
    numeric=True,
    typed={"type": "integer", "minimum": 1, "maximum": 6},
)
WHOLE: Final = Text(
    "^(0|[1-9][0-9]*)$",
    "a whole number",
    "a whole number, 0 or more",
    typed={"type": "integer", "minimum": 0},
)
_DATE: Final = "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
_DAY: Final = {"type": "string", "pattern": _DATE}
DATE: Final = Text(
    _DATE,
    "a date",
    "a date such as 2024-09-05, 2024-09 or 2024",
    typed={"anyOf": [_DAY, {"type": "integer", "minimum": 1000, "maximum": 9999}]},
)
NUMBER_OR_DATE: Final = Text(
    f"({NUMBER.pattern})|({_DATE})",
    "a number or a date",
    "a number such as 3700 or 48.5, or a date such as 2024-09",
    numeric=True,
    typed={"anyOf": [{"type": "number"}, _DAY]},
)
TRUTH: Final = Text(
    "^(true|false)$",
    "true or false",
    "the word true or the word false; YAML knows no others",
    typed={"type": "boolean"},
)
YEARS: Final = Text(
    "^[0-9]{4}-[0-9]{4}$",
    "a span of years",
    "the first and the last year, such as 1950-2060",
)
LANGUAGE: Final = Text(
    "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
    "a language tag",
    "a BCP 47 tag such as en-GB, de or uk",
)
# File systems take names of 255 bytes, and endings and marks of unfinished files are added.
SLUG: Final = Text(
    "^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$",
    "a name for a file",
    "letters, digits, dot, _ and -, at most 200, such as first-briefing",
)
COLOUR: Final = Text(
    "^#[0-9A-Fa-f]{6}$", "a colour", "# and six hexadecimal digits, such as #10447C"
)
IDENTIFIER: Final = Text(
    "^[A-Za-z_][A-Za-z0-9_]*$", "an id", "letters, digits and _, with no digit first"
)
NAME: Final = Text("^[A-Za-z0-9_][A-Za-z0-9_-]*$", "an id", "letters, digits, _ and -")
NAMES: Final = ListOf(TEXT, alone=True)
NUMBERS: Final = ListOf(NUMBER, least=1)
HEDGE: Final = OneOf(
    ("more than", "at least", "about", "up to", "fewer than"),
    {
        words: hedge
        for hedge, others in {
            "more than": "over, above, mehr als, über, plus de, більше ніж, більш ніж, понад",
            "at least": "min, minimum, no fewer than, no less than, mindestens, au moins, "
            "au minimum, щонайменше, не менше ніж",
            "about": "approx, approximately, around, roughly, nearly, almost, some, circa, ca, "
            "etwa, rund, ungefähr, environ, près de, близько, приблизно",
            "up to": "at most, max, maximum, no more than, bis zu, höchstens, jusqu'à, jusqu’à, "
            "au plus, щонайбільше, не більше ніж, до",
            "fewer than": "less than, under, below, weniger als, unter, moins de, менше ніж, "
            "менш ніж",
        }.items()
        for words in others.split(", ")
    },
)
"""A hedge by its key, which is meant by what else people write, in other languages too."""
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


ANY_CELL: Final = Either(CELL, BOOK_CELL, "workbook")
