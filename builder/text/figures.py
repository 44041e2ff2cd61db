"""Where the number of a figure ends and its unit begins, for who sets units in smaller type.

Both files ask here, so that what is small in the one is small in the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import category

from builder.frozen import replace
from builder.model.text import Run


def parted(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the stretches of a number's short form, and of each whether it is of the unit.

    "≤€30m" is "≤", "€" of the unit, "30", "m" of the unit; "≥240 Mrd. $" is "≥240" and " Mrd. $".
    A hedge in signs and a minus are the number's. A text without digits is one stretch.
    """
    digits = [at for at, sign in enumerate(text) if sign.isdecimal()]
    first, end = (digits[0], digits[-1] + 1) if digits else (0, len(text))
    unit = next((at for at in range(first) if _begins_unit(text[at])), 0)
    first = first if unit or (first and _begins_unit(text[0])) else 0
    stretches = (text[:unit], False), (text[unit:first], True), (text[first:end], False)
    for stretch, small in (*stretches, (text[end:], True)):
        if stretch:
            yield stretch, small


def parted_run(run: Run) -> Iterator[tuple[Run, bool]]:
    """Yield the stretches of a run that is parted as runs, and of each whether it is of the unit.

    A run that is not is itself, no unit.
    """
    if not run.manner.parted:
        yield run, False
        return
    manner = run.manner._replace(parted=False)
    for text, small in parted(run.text):
        yield replace(run, text=text, manner=manner), small


def _begins_unit(sign: str) -> bool:
    """Whether a sign before a number is of its unit: a letter, money, or a sign of percentage."""
    return category(sign) == "Sc" or sign.isalpha() or sign in "%‰"
