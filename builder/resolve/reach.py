"""How large and how fine a number may be: takes values, says which could not be printed.

One limit for all: `MOST_DIGITS` before and after the point together, which neither Babel nor a
spreadsheet loses, and far from where decimals overflow.
"""

from __future__ import annotations

from decimal import Context, Decimal
from typing import Final

from builder.model.figure import MOST_DIGITS
from builder.problems import Place, Problems

_FINEST: Final = -12  # the power of ten below which a message counts a value as next to nothing
_SHORT: Final = Context(prec=4)


def digits_of(value: Decimal, decimals: int) -> int:
    """Return how many digits a value has that is printed with so many decimals."""
    return max(1, value.adjusted() + 1) + decimals


def printable(what: str, value: Decimal, decimals: int, place: Place, problems: Problems) -> bool:
    """Say whether a value has no more digits than can be printed; report `what` if it has."""
    digits = digits_of(value, decimals)
    if digits > MOST_DIGITS:
        problems.error(
            place,
            f"{what} needs {digits} digits to print",
            f"at most {MOST_DIGITS} can be printed: use a larger unit or fewer decimals",
        )
    return digits <= MOST_DIGITS


def roughly(value: Decimal) -> str:
    """Return a value for a message, to four digits and never with an exponent."""
    if not value:
        return "0"
    if value.adjusted() < _FINEST:
        return f"less than {Decimal(1).scaleb(_FINEST):f}"
    if value.adjusted() >= MOST_DIGITS:
        return f"a number of {value.adjusted() + 1} digits"
    return f"{_SHORT.plus(value.normalize()):f}"
