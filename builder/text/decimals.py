"""Where the decimals of a column's cells begin, so that both files set their marks in one line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from builder.model.arranging import CELL_NOTE
from builder.model.text import Line, Run, plain


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
