"""The rows of a table on a slide, and its columns: a table, its columns' widths and a size in, rows
out; a table and the room for it in, widths out.

Headers may go over several columns, headings of groups over all of them. Columns get the room that
their words need.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal

from builder.frozen import dataclass, replace
from builder.model.arranging import RowKind
from builder.model.table import ResolvedTable
from builder.model.text import Line, Run, plain
from builder.outputs.pptx.plan.measure import HEIGHT_MARGIN, PITCH, Ruler
from builder.outputs.pptx.plan.model import (
    TABLE_PAD,
    Align,
    FilledForm,
    Paragraph,
    ParagraphStyle,
    Row,
)
from builder.text.figures import tails_of
from builder.theme.shades import BAR, shade_name
from builder.units import Box

PAD_SIDE: Final = 9.0
PAD_ABOVE: Final = TABLE_PAD
PAD_TIGHT: Final = 3.5
PAD_AIRY: Final = 16.0
HEADER_RULE: Final = 1.75
ROW_RULE: Final = 0.75

_BEFORE_NUMBER: Final = 8.0  # points from the longest bar to the widest number
_SHORTEST: Final = 24.0  # that the longest bar has before numbers
_LONG_BAR: Final = 80.0  # that it wants

# Where programs may as well divide an address as anywhere else.
_ADDRESS: Final = re.compile(r"\w+://|www\.")
_IN_ADDRESS: Final = re.compile(r"(?<=[/.?&=_-])(?=[^/])")


@dataclass(frozen=True)
class TableSetting:
    """Sets the rows of one table in one size and width."""

    table: ResolvedTable
    widths: tuple[float, ...]
    size: float
    ruler: Ruler
    mark: str
    goes_on: str
    pad: float = PAD_ABOVE

    def heads(self) -> list[Row]:
        """Return the rows of headers: spanning ones, if any, and those of the columns."""
        spanners = self.table.shape.spanners
        covered = {at for each in spanners for at in range(each.first, each.first + each.count)}
        cells = tuple(
            self.cell(column.header, at, bold=True, header=True)
            for at, column in enumerate(self.table.columns)
        )
        if not spanners:
            return [self.row(cells, "header")]
        empty = replace(cells[0], runs=())
        first = [empty if at in covered else cell for at, cell in enumerate(cells)]
        spans = [(1, 2)] * len(cells)
        for each in spanners:
            cell = self.cell(each.header, each.first, bold=True, header=True)
            first[each.first] = replace(cell, style=replace(cell.style, align="ctr"))
            spans[each.first] = (each.count, 1)
            spans[each.first + 1 : each.first + each.count] = [(0, 1)] * (each.count - 1)
        below = tuple(cell if at in covered else empty for at, cell in enumerate(cells))
        over = tuple((1, 1) if at in covered else (1, 0) for at in range(len(cells)))
        upper = self.row(tuple(first), "header", tuple(spans))
        lower = self.row(below, "header", over)
        # Some programs give what goes over both rows the room of the lower one alone.
        lacking = (
            max(
                (
                    self.tall(cells[at], self.widths[at])
                    for at in range(len(cells))
                    if at not in covered
                ),
                default=0.0,
            )
            - lower.height
        )
        return [upper, replace(lower, height=lower.height + max(lacking, 0.0))]

    def rows(self) -> list[Row]:
        """Return the rows; the first cell of each is bold, as it heads the row."""
        table, shape = self.table, self.table.shape
        insets = [self.insets(at) for at in range(len(table.columns))]
        found = []
        for number, line in enumerate(table.rows):
            kind = shape.kind(number)
            if kind == "group":
                found.append(self.group(line[0]))
                continue
            strong = kind in ("subtotal", "total")
            cells = tuple(
                self.cell(runs, at, bold=strong or not at) for at, runs in enumerate(line)
            )
            looks = shape.looks[number] if shape.looks else ()
            fills = tuple(shade_name(each.heat) if each and each.heat else "" for each in looks)
            bars = tuple(each.bar if each else None for each in looks)
            right = tuple(inset[number] for inset in insets) if any(map(any, insets)) else ()
            found.append(self.row(cells, kind, (), fills, bars, right))
        return found

    def group(self, head: Line) -> Row:
        """Return the heading of a group, which goes over all columns."""
        cell = self.cell(head, 0, bold=True)
        count = len(self.widths)
        spans = ((count, 1), *[(0, 1)] * (count - 1))
        return self.row((cell, *[replace(cell, runs=())] * (count - 1)), "group", spans)

    def continued(self, group: Row) -> Row:
        """Return the heading of a group that goes on on another slide."""
        return self.group((*group.cells[0].runs, Run(f" ({self.goes_on})")))

    def cell(self, runs: Line, at: int, *, bold: bool, header: bool = False) -> Paragraph:
        """Return a cell."""
        align: Align = "r" if self.table.columns[at].align == "right" else "l"
        colour = "accent" if header else "ink"
        return Paragraph(runs, ParagraphStyle(self.size, bold=bold, colour=colour, align=align))

    def row(
        self,
        cells: tuple[Paragraph, ...],
        kind: RowKind | Literal["header"],
        spans: tuple[tuple[int, int], ...] = (),
        fills: tuple[str, ...] = (),
        bars: tuple[tuple[float, float] | None, ...] = (),
        insets: tuple[float, ...] = (),
    ) -> Row:
        """Return a row that is as tall as its tallest cell."""
        made = Row(0.0, cells, spans, fills, bars, insets, kind, self.pad)
        tall = [0.0]
        for at, cell in enumerate(cells):
            columns, rows = made.span(at)
            if rows == 1 and columns:
                width = sum(self.widths[at : at + columns]) - made.inset(at)
                tall.append(self.tall(cell, width))
        return replace(made, height=max(tall) + max(map(self.ruler.opened, cells)))

    def tall(self, cell: Paragraph, width: float) -> float:
        """Return how tall a cell is at a width."""
        lines = self.ruler.lines(cell, width - 2 * PAD_SIDE)
        return lines * PITCH * self.size * (1 + HEIGHT_MARGIN) + 2 * self.pad

    def insets(self, at: int) -> list[float]:
        """Return what is kept free on the right of a column's cells, so that decimals align."""
        return insets_of(self.table, at, self.size, self.ruler, self.mark)


def widths_of(
    table: ResolvedTable, room: float, size: float, ruler: Ruler, mark: str
) -> tuple[float, ...] | None:
    """Return column widths that fill `room` and break no word; None when there are none."""
    least, wanted, below = [], [], []
    shape = table.shape
    for place, column in enumerate(table.columns):
        inset = max(insets_of(table, place, size, ruler, mark), default=0.0)
        cells = [(column.header, True, 0.0)]
        cells += [
            (row[place], not place or shape.kind(at) in ("subtotal", "total"), inset)
            for at, row in enumerate(table.rows)
            if shape.kind(at) != "group"
        ]
        words = max(
            _longest_word(runs, size, ruler, bold=bold) + more for runs, bold, more in cells
        )
        whole = [ruler.width(runs, size, bold=bold) + more for runs, bold, more in cells]
        around = 2 * PAD_SIDE + 1
        least.append(words + around)
        longest = max(whole[1:], default=0.0) + _LONG_BAR if _has_bars(table, place) else 0.0
        wanted.append(max(*whole, longest) + around)
        below.append(max(words, *whole[1:], 0.0) + around)
    for each in shape.spanners:
        columns = range(each.first, each.first + each.count)
        words = _longest_word(each.header, size, ruler, bold=True) + 2 * PAD_SIDE + 1
        lines = ruler.width(each.header, size, bold=True) + 2 * PAD_SIDE + 1
        for widths, needed in ((least, words), (wanted, lines)):
            lacking = needed - sum(widths[at] for at in columns)
            for at in columns if lacking > 0 else ():
                widths[at] += lacking / each.count
    if sum(least) > room:
        return None
    if sum(wanted) <= room:
        spare = (room - sum(wanted)) / len(wanted)
        return tuple(width + spare for width in wanted)
    even = [max(both) for both in zip(least, below, strict=True)]
    if sum(even) <= room:  # headers alone need more lines, and no row is higher than others
        least = even
    # Long columns need more lines: the room goes by how much text is left to set, damped so
    # that one very long column does not starve the others.
    hunger = [max(0.0, want - have) ** 0.7 for want, have in zip(wanted, least, strict=True)]
    spare = room - sum(least)
    shares = [spare * share / sum(hunger) for share in hunger]
    return tuple(have + share for have, share in zip(least, shares, strict=True))


def _has_bars(table: ResolvedTable, at: int) -> bool:
    looks = (row[at] for row in table.shape.looks)
    return any(look is not None and look.bar is not None for look in looks)


def _longest_word(runs: Line, size: float, ruler: Ruler, *, bold: bool) -> float:
    """Return the width that a column needs so that no word is broken, but for addresses."""
    text = plain(runs)
    if not _ADDRESS.search(text):
        return ruler.longest_word(runs, size, bold=bold)
    words = (part for word in text.split() for part in _parts(word))
    return max(ruler.longest_word((Run(part),), size, bold=bold) for part in words)


def _parts(word: str) -> list[str]:
    return _IN_ADDRESS.split(word) if _ADDRESS.match(word) else [word]


def insets_of(table: ResolvedTable, at: int, size: float, ruler: Ruler, mark: str) -> list[float]:
    if table.columns[at].align == "left":
        return [0.0] * len(table.rows)
    tails = tails_of([row[at] for row in table.rows], mark)
    widths = [ruler.width(tail, size) if tail else 0.0 for tail in tails]
    return [max(widths, default=0.0) - width for width in widths]


def bar_rooms(rows: Sequence[Row], widths: Sequence[float], ruler: Ruler) -> tuple[float, ...]:
    """Return how long bars may be in each column of a table: they stand before its numbers, or
    below these where that leaves them no room. All rows of a table tell, on whichever slides.
    """
    found = []
    for at, width in enumerate(widths):
        said = [
            ruler.width(cell.runs, cell.style.size, bold=cell.style.bold) + row.inset(at)
            for row in rows
            for cell in row.cells[at : at + 1]
            if row.kind not in ("header", "group")
        ]
        before = width - max(said, default=0.0) - PAD_SIDE - _BEFORE_NUMBER
        found.append(before if before >= _SHORTEST else width)
    return tuple(found)


def bars_of(
    rows: Sequence[Row], widths: Sequence[float], rooms: Sequence[float], box: Box
) -> tuple[FilledForm, ...]:
    """Return the bars in cells of a table whose upper left corner is that of a box."""
    found: list[FilledForm] = []
    top = box.top
    for number, row in enumerate(rows, 1):
        left = box.left
        for column, (width, room) in enumerate(zip(widths, rooms, strict=True)):
            bar = row.bars[column] if row.bars else None
            if bar is not None and bar[0] < bar[1]:
                start, end = bar
                high = row.height - 2 * ROW_RULE
                place = Box(left + start * room, top + ROW_RULE, (end - start) * room, high)
                found.append(FilledForm(f"Bar {number}.{column + 1}", place, shade_name(BAR)))
            left += width
        top += row.height
    return tuple(found)
