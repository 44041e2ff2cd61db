"""Numbers as they are set: where the decimals of a column's cells begin, so that both files set
their marks in one line; and where the number of a figure ends and its unit begins, for who sets
units in smaller type.

Both files ask here, so that what is small or in line in the one is so in the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final
from unicodedata import category

from builder.frozen import replace
from builder.model.arranging import CELL_NOTE
from builder.model.text import Line, Run, plain

_SIGNED: Final = frozenset("+-\u2212")


def parted(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the stretches of a number's short form, and of each whether it is of the unit.

    "≤€30m" is "≤€" of the unit, "30", "m" of the unit; "≥240 Mrd. $" is "≥240" and " Mrd. $". A
    hedge in signs is as large as what it stands beside, a minus is the number's. A text without
    digits is one stretch.
    """
    digits = [at for at, sign in enumerate(text) if sign.isdecimal()]
    first, end = (digits[0], digits[-1] + 1) if digits else (0, len(text))
    unit = next((at for at in range(first) if _begins_unit(text[at])), 0)
    first = first if unit or (first and _begins_unit(text[0])) else 0
    begin = unit if _SIGNED & {*text[:unit]} else 0
    stretches = (text[:begin], False), (text[begin:first], True), (text[first:end], False)
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


def is_note_mark(run: Run) -> bool:
    """Say whether a run leads from a cell to a note below its table."""
    return run.owner is not None and run.owner.form == CELL_NOTE


def without_marks(line: Line) -> Line:
    """Return a cell without the marks of its notes."""
    return tuple(run for run in line if not is_note_mark(run))


def tails_of(cells: Sequence[Line], mark: str) -> list[Line]:
    """Return what of each cell stands right of its number's whole part; nothing for all of them
    where one holds words behind its number, or is no number at all.

    `mark` stands before decimals. Cells without digits are none of the column's numbers.
    """
    number = re.compile(rf"\D*\d[\d\W]*?({re.escape(mark)}\d+)?([^\d\w]*)")
    tails: list[Line] = []
    for cell in cells:
        said = without_marks(cell)
        text = plain(said)
        found = number.fullmatch(text)
        if found is None:
            if any(map(str.isalnum, text)):
                return [()] * len(cells)
            tails.append(())
            continue
        tail = (found[1] or "") + found[2]
        marks = () if len(said) == len(cell) else tuple(filter(is_note_mark, cell))
        tails.append((Run(tail), *marks) if tail else marks)
    return tails


def _begins_unit(sign: str) -> bool:
    """Whether a sign before a number is of its unit: a letter, money, or a sign of percentage."""
    return category(sign) == "Sc" or sign.isalpha() or sign in "%‰"
