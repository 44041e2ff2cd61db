"""The words that content may use: patterns of values, forms of figures, layouts of slides."""

from __future__ import annotations

from typing import Final

IDENTIFIER: Final = "^[A-Za-z_][A-Za-z0-9_]*$"
NAME: Final = "^[A-Za-z0-9_][A-Za-z0-9_-]*$"
MINUS_NOUGHT: Final = r"-0(\.0+)?$"
NUMBER: Final = r"^(-?([1-9][0-9]*(\.[0-9]+)?|0\.[0-9]*[1-9][0-9]*)|0(\.0+)?)$"
INTEGER: Final = "^(0|[1-9][0-9]*)$"
DATE: Final = "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
NUMBER_OR_DATE: Final = f"({NUMBER})|({DATE})"
YEARS: Final = "^[0-9]{4}-[0-9]{4}$"
TRUTH: Final = "^(true|false)$"
LANGUAGE: Final = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
# File systems take names of 255 bytes, and endings and marks of unfinished files are added.
SLUG: Final = "^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$"
COLOUR: Final = "^#[0-9A-Fa-f]{6}$"

BRIEFLY: Final = {
    IDENTIFIER: "an id",
    NAME: "an id",
    NUMBER: "a number",
    INTEGER: "a whole number",
    DATE: "a date",
    NUMBER_OR_DATE: "a number or a date",
    YEARS: "a span of years",
    TRUTH: "true or false",
    LANGUAGE: "a language tag",
    SLUG: "a name for a file",
    COLOUR: "a colour",
}
"""What each pattern asks for, in a word or two."""

EXPECTED: Final = {
    IDENTIFIER: "letters, digits and _, with no digit first",
    NAME: "letters, digits, _ and -",
    NUMBER: "a number with a point and no grouping, such as 3700 or 48.5",
    INTEGER: "a whole number, 0 or more",
    DATE: "a date such as 2024-09-05, 2024-09 or 2024",
    NUMBER_OR_DATE: "a number such as 3700 or 48.5, or a date such as 2024-09",
    YEARS: "the first and the last year, such as 1950-2060",
    TRUTH: "the word true or the word false; YAML knows no others",
    LANGUAGE: "a BCP 47 tag such as en-GB, de or uk",
    SLUG: "letters, digits, dot, _ and -, at most 200, such as first-briefing",
    COLOUR: "# and six hexadecimal digits, such as #10447C",
}
"""What each pattern asks for, as a hint."""

MAIN_FORMS: Final = ("number", "short", "words", "label", "as_of")
"""Forms of a figure, of which a use has at most one; without one it is printed in full."""

FORMS: Final = (*MAIN_FORMS, "capital", "bare")
"""All that may follow `{{ figure |`."""

HEDGE_WORDS: Final = {
    words: hedge
    for hedge, others in {
        "more than": "over, mehr als, über, plus de, більше ніж, більш ніж, понад",
        "at least": "min, minimum, mindestens, au moins, au minimum, щонайменше, не менше ніж",
        "about": "approx, around, circa, ca, etwa, rund, ungefähr, environ, près de, близько, "
        "приблизно",
        "up to": "at most, max, maximum, bis zu, höchstens, jusqu'à, jusqu’à, au plus, "
        "щонайбільше, не більше ніж, до",
        "fewer than": "less than, under, weniger als, unter, moins de, менше ніж, менш ніж",
    }.items()
    for words in others.split(", ")
}
"""What else people write for a hedge, and in other languages, by which key it is meant."""
