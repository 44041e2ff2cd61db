"""How a table stands on slides: a table and a box in; the rows and widths of each slide out.

Columns get the room that their words need; a table too long for one slide goes on on the next
one, under its header again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from builder.model.table import ResolvedTable
from builder.model.text import Line, Run, plain
from builder.outputs.pptx.plan.autofit import TooLargeError, spread
from builder.outputs.pptx.plan.measure import HEIGHT_MARGIN, PITCH, Ruler
from builder.outputs.pptx.plan.model import Paragraph, ParagraphStyle, Row
from builder.problems import shortened

if TYPE_CHECKING:
    from builder.units import Box

PAD_SIDE: Final = 9.0
PAD_ABOVE: Final = 6.5
HEADER_RULE: Final = 1.75
ROW_RULE: Final = 0.75

_TIGHTER: Final = (14.0, 12.0)
"""Sizes of tables whose columns would be wider than the slide in those of other text."""

# Where programs may as well divide an address as anywhere else.
_ADDRESS: Final = re.compile(r"\w+://|www\.")
_IN_ADDRESS: Final = re.compile(r"(?<=[/.?&=_-])(?=[^/])")


@dataclass(frozen=True)
class FittedTable:
    """Column widths, and the rows of each slide, the header first on each."""

    widths: tuple[float, ...]
    parts: tuple[tuple[Row, ...], ...]


def autofit_table(
    table: ResolvedTable, box: Box, sizes: tuple[float, ...], ruler: Ruler
) -> FittedTable:
    """Return the table at the largest size at which it fits, else spread at the smallest.

    A table of many columns is set smaller than other text.

    Raises:
        TooLargeError: one row, or the longest words of all columns, are too large for a slide.
    """
    smaller = tuple(size for size in _TIGHTER if size < sizes[-1])
    for size in (*sizes, *smaller):
        widths = _widths(table, box.width, size, ruler)
        if widths is None:
            continue
        header, *rows = _rows(table, widths, size, ruler)
        if header.height + sum(row.height for row in rows) <= box.height:
            return FittedTable(widths, ((header, *rows),))
        if size <= sizes[-1]:
            break
    if widths is None:
        raise TooLargeError(
            table.name,
            f'table "{table.name}" has {len(table.columns)} columns, which are wider than a slide, '
            f"even in {size:g} points",
            "show fewer with :columns:, shorten their headers and longest words, or leave the "
            "table to the paper",
        )
    limit = box.height - header.height
    for number, row in enumerate(rows):
        if row.height > limit:
            longest = max((plain(cell.runs) for cell in row.cells), key=len)
            raise TooLargeError(
                longest,
                f'row {number + 1} of table "{table.name}" is taller than a slide: '
                f'"{shortened(longest)}"',
                "shorten its longest cell, or leave the table to the paper",
                table.place_of(number),
            )
    parts = spread(rows, limit, lambda part: sum(row.height for row in part))
    return FittedTable(widths, tuple((header, *part) for part in parts))


def _rows(table: ResolvedTable, widths: tuple[float, ...], size: float, ruler: Ruler) -> list[Row]:
    """Return the header and the rows; a row's first cell is bold, as it heads the row."""
    lines = [tuple(column.header for column in table.columns), *table.rows]
    rows = []
    for at, line in enumerate(lines):
        cells = tuple(
            Paragraph(
                runs,
                ParagraphStyle(
                    size,
                    bold=not at or not place,
                    colour="accent" if not at else "ink",
                    align="r" if column.align == "right" else "l",
                ),
            )
            for place, (runs, column) in enumerate(zip(line, table.columns, strict=True))
        )
        deepest = max(
            ruler.lines(cell, width - 2 * PAD_SIDE)
            for cell, width in zip(cells, widths, strict=True)
        )
        height = deepest * PITCH * size * (1 + HEIGHT_MARGIN) + 2 * PAD_ABOVE
        height += max(map(ruler.opened, cells))
        rows.append(Row(height, cells))
    return rows


def _widths(
    table: ResolvedTable, room: float, size: float, ruler: Ruler
) -> tuple[float, ...] | None:
    """Return column widths that fill `room` and break no word; None when there are none."""
    least, wanted = [], []
    for place, column in enumerate(table.columns):
        cells = [(column.header, True), *((row[place], not place) for row in table.rows)]
        words = max(_longest_word(runs, size, ruler, bold=bold) for runs, bold in cells)
        lines = max(ruler.width(runs, size, bold=bold) for runs, bold in cells)
        least.append(words + 2 * PAD_SIDE + 1)
        wanted.append(lines + 2 * PAD_SIDE + 1)
    if sum(least) > room:
        return None
    if sum(wanted) <= room:
        spare = (room - sum(wanted)) / len(wanted)
        return tuple(width + spare for width in wanted)
    # Long columns need more lines: the room goes by how much text is left to set, damped so
    # that one very long column does not starve the others.
    hunger = [(want - have) ** 0.7 for want, have in zip(wanted, least, strict=True)]
    spare = room - sum(least)
    shares = [spare * share / sum(hunger) for share in hunger]
    return tuple(have + share for have, share in zip(least, shares, strict=True))


def _longest_word(runs: Line, size: float, ruler: Ruler, *, bold: bool) -> float:
    """Return the width that a column needs so that no word is broken, but for addresses."""
    text = plain(runs)
    if not _ADDRESS.search(text):
        return ruler.longest_word(runs, size, bold=bold)
    words = (part for word in text.split() for part in _parts(word))
    return max(ruler.longest_word((Run(part),), size, bold=bold) for part in words)


def _parts(word: str) -> list[str]:
    return _IN_ADDRESS.split(word) if _ADDRESS.match(word) else [word]
