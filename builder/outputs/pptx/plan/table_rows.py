"""The rows of a table on a slide: a table, its columns' widths and a size in; rows out.

Headers may go over several columns, headings of groups over all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from builder.frozen import dataclass, replace
from builder.model.arranging import RowKind
from builder.model.table import ResolvedTable
from builder.model.text import Line, Run
from builder.outputs.pptx.plan.measure import HEIGHT_MARGIN, PITCH, Ruler
from builder.outputs.pptx.plan.model import (
    TABLE_PAD,
    Align,
    FilledForm,
    Paragraph,
    ParagraphStyle,
    Row,
)
from builder.text.decimals import tails_of
from builder.theme.shades import BAR, shade_name
from builder.units import Box

PAD_SIDE: Final = 9.0
PAD_ABOVE: Final = TABLE_PAD
PAD_TIGHT: Final = 3.5
PAD_AIRY: Final = 16.0
HEADER_RULE: Final = 1.75
ROW_RULE: Final = 0.75


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


def insets_of(table: ResolvedTable, at: int, size: float, ruler: Ruler, mark: str) -> list[float]:
    if table.columns[at].align == "left":
        return [0.0] * len(table.rows)
    tails = tails_of([row[at] for row in table.rows], mark)
    widths = [ruler.width(tail, size) if tail else 0.0 for tail in tails]
    return [max(widths, default=0.0) - width for width in widths]


def bars_of(rows: Sequence[Row], widths: Sequence[float], box: Box) -> tuple[FilledForm, ...]:
    """Return the bars that underlie cells of a table whose upper left corner is that of a box."""
    found: list[FilledForm] = []
    top = box.top
    for number, row in enumerate(rows, 1):
        left = box.left
        for column, (width, bar) in enumerate(zip(widths, row.bars, strict=False), 1):
            if bar is not None and bar[0] < bar[1]:
                start, end = bar
                place = Box(
                    left + start * width,
                    top + ROW_RULE,
                    (end - start) * width,
                    row.height - 2 * ROW_RULE,
                )
                found.append(FilledForm(f"Bar {number}.{column}", place, shade_name(BAR)))
            left += width
        top += row.height
    return tuple(found)
