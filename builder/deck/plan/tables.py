"""How a table stands on slides: a table and a box in; the rows and widths of each slide out.

Columns get the room that their words need; a table too long for one slide goes on on the next
one, under its header again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from builder.deck.plan.fit import TooLargeError, spread
from builder.deck.plan.measure import HEIGHT_MARGIN, PITCH, Ruler
from builder.deck.plan.model import Paragraph, Row, Style
from builder.model.table import ResolvedTable
from builder.model.text import plain

if TYPE_CHECKING:
    from builder.units import Box

PAD_SIDE: Final = 9.0
PAD_ABOVE: Final = 6.5
HEADER_RULE: Final = 1.75
ROW_RULE: Final = 0.75


@dataclass(frozen=True)
class FittedTable:
    """Column widths, and the rows of each slide, the header first on each."""

    widths: tuple[float, ...]
    parts: tuple[tuple[Row, ...], ...]


def fit_table(
    table: ResolvedTable, box: Box, sizes: tuple[float, ...], ruler: Ruler
) -> FittedTable:
    """Return the table at the largest size at which it fits, else spread at the smallest.

    Raises:
        TooLargeError: one row, or one column's longest word, is too large for a slide.
    """
    for size in sizes:
        widths = _widths(table, box.width, size, ruler)
        if widths is None:
            continue
        header, *rows = _rows(table, widths, size, ruler)
        if header.height + sum(row.height for row in rows) <= box.height:
            return FittedTable(widths, ((header, *rows),))
    if widths is None:
        raise TooLargeError(plain(table.caption) or table.name)
    limit = box.height - header.height
    for row in rows:
        if row.height > limit:
            raise TooLargeError(" | ".join(plain(cell.runs) for cell in row.cells))
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
                Style(
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
        rows.append(Row(height, cells))
    return rows


def _widths(
    table: ResolvedTable, room: float, size: float, ruler: Ruler
) -> tuple[float, ...] | None:
    """Return column widths that fill `room` and break no word; None when there are none."""
    least, wanted = [], []
    for place, column in enumerate(table.columns):
        cells = [(column.header, True), *((row[place], not place) for row in table.rows)]
        words = max(ruler.longest_word(runs, size, bold=bold) for runs, bold in cells)
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
