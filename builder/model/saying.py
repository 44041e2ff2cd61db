"""What plans and readers must say alike, so that what they say can be compared: how parts of charts
and of workbooks are said, and signs.

Of signs that fonts and locales draw alike, or keyboards have in place of one another, there is one
visible mark for each, and none for the invisible ones. Both sides of a comparison are brought to
these: what somebody typed anew with a straight apostrophe, a plain hyphen or a plain space says the
same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Context, Decimal, InvalidOperation
from typing import Final

_FIFTEEN: Final = Context(prec=15)
FARTHEST: Final = 400
"""Digits before or behind the point that a number of a spreadsheet has at most (IEEE 754: 324)."""

NOTHING: Final = "nothing"
"""What is without a colour is filled with."""

_HYPHENS_AND_MINUS: Final = "\u2010\u2011\u2212"
_APOSTROPHES: Final = "\u2018\u2019\u201b\u02bc"
_QUOTES: Final = "\u201c\u201d\u201e\u201f"
# U+00AD soft hyphen, U+200B to U+200D and U+2060 zero width, U+FEFF.
_INVISIBLE: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_SPACES: Final = "\u00a0\u2007\u2009\u200a\u202f"

ALIKE: Final[Mapping[int, str | None]] = {
    **dict.fromkeys(map(ord, _HYPHENS_AND_MINUS), "-"),
    **dict.fromkeys(map(ord, _INVISIBLE)),
}
"""The table of signs that look alike."""
SIGNS: Final[Mapping[int, str | None]] = {
    **ALIKE,
    **dict.fromkeys(map(ord, _APOSTROPHES), "'"),
    **dict.fromkeys(map(ord, _QUOTES), '"'),
}
"""The table of all; spaces are brought to one beside it."""

_BYTES: Final = {
    chr(sign).encode(): (plain or "").encode()
    for sign, plain in {**SIGNS, **dict.fromkeys(map(ord, _SPACES), " ")}.items()
}
_ANY: Final = re.compile(b"|".join(map(re.escape, sorted(_BYTES))))


def unseen(series: int, point: int = 0) -> str:
    """Return in words that a series of a chart, or a point of one, from 1, is not drawn."""
    return f"{f'point {point} of ' if point else ''}series {series} is not drawn"


def plain_number(stored: str) -> str:
    """Return a number in one form (`240`, `0.5`, `-3`) and anything else as it is.

    Spreadsheets hold 15 digits: what stands behind them (71.40000000000001) is of no one's making.
    """
    try:
        value = Decimal(stored.strip())
        if not value.is_finite() or abs(value.adjusted()) > FARTHEST:
            return stored
        plain = format(_FIFTEEN.plus(value).normalize(), "f")
    except InvalidOperation:
        return stored
    return "0" if plain == "-0" else plain


def axis_said(least: str, most: str, step: str, *, shown: bool, back: bool, base: str) -> str:
    """Return how an axis runs, in words: limits, direction, scale, and whether it is shown."""
    said = f"from {least} to {most}" if least or most else "of its own length"
    said += f" in steps of {step}" if step else ""
    said += ", backwards" if back else ""
    said += f", logarithmic to base {base}" if base else ""
    return said + (", shown" if shown else ", not shown")


def cell_name(row: int, column: int) -> str:
    """Return the name of a cell, `B2`, whose row and column count from 0."""
    return f"{column_name(column + 1)}{row + 1}"


def column_name(column: int) -> str:
    """Return the letters of a spreadsheet's column, which counts from 1: `A`, `Z`, `AA`."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def leveled(data: bytes) -> bytes:
    """Return text in UTF-8 with these signs, and with plain spaces."""
    if data.isascii():
        return data
    return _ANY.sub(lambda sign: _BYTES[sign.group()], data)
