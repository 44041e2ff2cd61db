"""Tables as flowables: columns as wide as their words need, fine rules, headers repeated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from functools import cached_property, partial

from builder.outputs.pdf.plan.items import Item
from builder.outputs.pdf.write.cells import (
    Row,
    Rules,
    beside_bars,
    fitting_rows,
    group_at,
    in_reading_order,
    nothing_of,
    with_spans,
)
from builder.outputs.pdf.write.columns import LONGEST, Needs, column_widths, with_bars
from builder.outputs.pdf.write.flowable import Setting

_FEWEST_ROWS = 2  # of a table stand at a page's foot or head
_FEWEST_FIRST = _FEWEST_LAST = 4  # with which a long one begins and ends on a page


class TableRows(Setting):
    """Rows of cells under a repeated header (which may be None), `left` points in.

    `gutters` are the widths between columns, where they are not those of the rules. `ends` is
    False for all but the last part of a table that goes on over pages, `begins` for all
    but the first. The cells' elements are those that `structured` gave them. A long one begins with
    at least the `fewest` rows; one no taller than `whole` is not split where a page can hold it.
    """

    fewest, whole = _FEWEST_FIRST, 0.0

    def __init__(
        self,
        header: Row | None,
        rows: Sequence[Row],
        rules: Rules,
        *,
        item: Item | None = None,
        left: float = 0.0,
        gutters: Sequence[float] = (),
        widths: Sequence[float] = (),
        before: float = 0.0,
        after: float = 0.0,
        begins: bool = True,
        ends: bool = True,
        heights: Sequence[float] = (),
        above: Row | None = None,
        again: Setting | None = None,
        group: Row | None = None,
        said: Sequence[float] = (),
    ) -> None:
        super().__init__(item, before, after)
        self.header, self.rows, self.rules = header, list(rows), rules
        self.above, self.again, self.group = above, again, group
        self.left, self.begins, self.ends = left, begins, ends
        self.gutters = list(gutters) or [rules.gap] * (len((header or rows[0]).cells) - 1)
        # The parts of a divided table have the columns of the whole.
        self.columns, self.fixed, self._set_for = list(widths), bool(widths), 0.0
        # The parts of a divided table know how tall its rows are: they are set only once.
        self.heights = list(heights)
        self.said = list(said)  # of columns with bars, how wide their numbers are
        self._needs: Needs | None = None

    def parts(self) -> Sequence[Setting]:
        """Return the cells of every row; those of the header are printed again and again."""
        return [cell for row in self.rows for cell in row.cells]

    def drawn_parts(self) -> Sequence[Setting]:
        """Return the cells of all rows, those of the header and of its group among them."""
        heads = [cell for row in (self.above, self.header, self.group) if row for cell in row.cells]
        return [*([self.again] if self.again else ()), *heads, *self.parts()]

    @cached_property
    def note_marks(self) -> tuple[int, ...]:
        """The numbers of the notes that are marked in it, each of which is asked once."""
        heads = filter(None, (self.above, self.header) if self.begins else ())
        return tuple(note for row in (*heads, *self.rows) for note in row.note_marks)

    @property
    def pitch(self) -> float:
        """Tables stand anywhere."""
        return 0.0

    def widths(self) -> tuple[float, float]:
        """Return the least width, dividing the very longest words alone; and what wraps no cell."""
        needs, gaps = self._needed(), sum(self.gutters)
        least = sum(min(width, LONGEST) for width in needs.least)
        return least + gaps, sum(needs.natural) + gaps

    def _needed(self) -> Needs:
        if self._needs is None:
            rows = [row for row in (self.header, *self.rows) if row and not row.spans]
            pairs = [[cell.widths() for cell in row.cells] for row in rows]
            least = [max(pair[0] for pair in column) for column in zip(*pairs, strict=True)]
            # A hair more than needed, so that rounding never wraps a cell that fits.
            cells = [[pair[1] + 0.5 for pair in row] for row in pairs]
            natural = [max(column) for column in zip(*cells, strict=True)]
            spanning = [row for row in (self.above, *self.rows) if row and row.spans]
            with_spans(least, natural, spanning, self.gutters)
            headed = self.header is not None and not self.header.spans
            self.said = beside_bars(self.rows, cells[headed:])
            self._needs = Needs(least, natural, cells, headed)
        return self._needs

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Set every cell in its column."""
        if not self.fixed and self._set_for != availWidth:
            room = availWidth - self.left - sum(self.gutters)
            needs = self._needed()
            self.columns = column_widths(with_bars(needs, self.said, room), room, self.rules.short)
            self._set_for, self.heights = availWidth, []
        repeated = (self.above, self.header, None if self.begins else self.group)
        self.head_height = sum(self._height(row) for row in repeated if row)
        if not self.begins:
            self.head_height += self.again_height(availWidth)
        if not self.heights:
            self.heights = [self._height(row) for row in self.rows]
        self.width = availWidth
        self.height = self.head_height + sum(self.heights)
        return self.width, self.height

    def again_height(self, width: float) -> float:
        """Return what the line takes that heads the table where it goes on."""
        return self.again.measured(width) + 2 * self.rules.padding if self.again else 0.0

    def _height(self, row: Row) -> float:
        if row.spans:
            placed = row.placed(self.columns, self.gutters)
            tall = max(cell.wrapOn(self.canv, width, 1e6)[1] for cell, _, width in placed)
        else:
            held = zip(row.cells, self.columns, strict=True)
            tall = max(cell.wrapOn(self.canv, width, 1e6)[1] for cell, width in held)
        return tall + 2 * self.rules.inset(tall)

    def split(self, availWidth: float, availHeight: float) -> list[Setting]:
        """Divide between rows; a row is divided only where a whole page cannot hold it."""
        self.wrap(availWidth, availHeight)
        if availHeight < self.height <= self.whole and not (self.at_top or self.parted):
            return []
        fitting, room = 0, availHeight - self.head_height + 0.01
        for height in self.heights:
            if height > room:
                break
            room -= height
            fitting += 1
        if fitting == len(self.rows):
            return [self]
        if not fitting:
            is_parted = self.rows[0].kind != "group"  # which has one cell, across the table
            return self._within_row(room) if self.at_top and is_parted else []
        least = _FEWEST_LAST if len(self.rows) >= 2 * _FEWEST_LAST else _FEWEST_ROWS
        most = max(len(self.rows) - least, 1)
        fitting = fitting_rows(self.rows, min(fitting, most))
        if fitting < self._fewest() and not self.at_top:
            return []
        heights = self.heights[:fitting], self.heights[fitting:]
        parts = self._parts(self.rows[:fitting], self.rows[fitting:], heights)
        for part in parts:
            part.apart = True
        return parts

    def _fewest(self) -> int:
        """Return how many rows stand at a page's foot at least, where more follow overleaf."""
        long = self.begins and len(self.rows) > 2 * self.fewest and not self.parted
        return self.fewest if long else _FEWEST_ROWS

    def _parts(
        self,
        upper: Sequence[Row],
        lower: Sequence[Row],
        heights: tuple[Sequence[float], Sequence[float]] = ((), ()),
    ) -> list[Setting]:
        part = partial(
            TableRows,
            self.header,
            rules=self.rules,
            item=self.item,
            left=self.left,
            gutters=self.gutters,
            widths=self.columns,
            above=self.above,
            again=self.again,
            said=self.said,
        )
        before, after = self.spaceBefore, self.spaceAfter
        goes_on = group_at(self.rows, len(upper), self.group)
        return [
            part(
                upper,
                before=before,
                begins=self.begins,
                ends=False,
                heights=heights[0],
                group=self.group,
            ),
            part(
                lower, after=after, begins=False, ends=self.ends, heights=heights[1], group=goes_on
            ),
        ]

    def _within_row(self, room: float) -> list[Setting]:
        """Divide the first row's cells at a height, each as far as it goes."""
        first, *others = self.rows
        uppers, lowers = list[Setting](), list[Setting]()
        for cell, width in zip(first.cells, self.columns, strict=True):
            pieces = self.divided(cell, width, room - 2 * self.rules.padding)
            if not pieces:
                return []
            uppers.append(pieces[0])
            lowers.append(pieces[-1] if len(pieces) > 1 else nothing_of(cell))
        return self._parts([Row(tuple(uppers), first.anchor)], [Row(tuple(lowers)), *others])

    def draw(self) -> None:
        """Draw header, rows and the rules between them."""
        y = self.height
        if self.again and not self.begins:
            with self.paper.furniture():
                self.again.drawOn(self.canv, self.left, y - self.again.height)
            y -= self.again_height(self.width)
        y = self._heads(y)
        for index, (row, height) in enumerate(zip(self.rows, self.heights, strict=True)):
            self._row(row, y, height)
            y -= height
            if index < len(self.rows) - 1:
                outer = self.rows[index + 1].kind == "total"
                self._rule(y, 0.5, self.rules.outer if outer else self.rules.inner)
        self._rule(0, *((0.9, self.rules.outer) if self.ends else (0.5, self.rules.inner)))

    def _heads(self, y: float) -> float:
        """Draw what stands above the rows from a height down; return where the rows begin."""
        # Its upper edge is the table's, as it is of what has a rule on top beside it.
        self._rule(y - 0.45, 0.9, self.rules.outer)
        # Said once: overleaf it is there for the eye alone.
        with nullcontext() if self.begins else self.paper.furniture():
            if self.above and self.header:
                for element in in_reading_order(self.above, self.header) if self.begins else ():
                    self.paper.marks.place(element)
                height = self._height(self.above)
                self._row(self.above, y, height)
                y -= height
                for _, left, width in self.above.placed(self.columns, self.gutters):
                    self.paper.box(self.left + left, y - 0.25, width, 0.5, self.rules.outer)
            if self.header:
                height = self._height(self.header)
                self._row(self.header, y, height)
                y -= height
        if self.header:
            self._rule(y, 0.6, self.rules.outer)
        if self.group and not self.begins:
            height = self._height(self.group)
            with self.paper.furniture():
                self._row(self.group, y, height)
            y -= height
            self._rule(y, 0.5, self.rules.inner)
        return y

    def _row(self, row: Row, top: float, height: float) -> None:
        if row.anchor:
            self.paper.anchor(row.anchor, top)
        if row.fills:
            self._fill(row, top, height)
        placed = list(self._placed(row))
        inset = self.rules.inset(max(cell.height for cell, _, _ in placed))
        for cell, left, _ in placed:
            if cell.element is not None:
                self.paper.marks.place(cell.element)
            cell.drawOn(self.canv, self.left + left, top - inset - cell.height)

    def _placed(self, row: Row) -> Iterator[tuple[Setting, float, float]]:
        if row.spans:
            yield from row.placed(self.columns, self.gutters)
            return
        left = 0.0
        for cell, width, gutter in zip(row.cells, self.columns, [*self.gutters, 0.0], strict=True):
            yield cell, left, width
            left += width + gutter

    def _fill(self, row: Row, top: float, height: float) -> None:
        """Draw the grounds of a row's cells, each as far as the middle of the gutters beside it."""
        edges = [0.0, *(gutter / 2 for gutter in self.gutters), 0.0]
        for at, ((_, left, width), fill) in enumerate(
            zip(self._placed(row), row.fills, strict=True)
        ):
            if fill is not None:
                wide = edges[at] + width + edges[at + 1]
                wide = fill.room(wide, edges[at] + width - self.said[at]) if fill.is_bar else wide
                x = self.left + left - edges[at] + fill.start * wide
                part = (fill.end - fill.start) * wide
                self.paper.box(x, top - height + 0.75, part, height - 1.5, fill.colour)

    def _rule(self, y: float, thick: float, colour: str) -> None:
        width = sum(self.columns) + sum(self.gutters)
        self.paper.box(self.left, y - thick / 2, width, thick, colour)
