"""Scalars that the YAML files hold: a number, a date, a colour, and what they look like."""

from __future__ import annotations

from typing import Final

from builder.content.shape import ListOf, OneOf, Text

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
