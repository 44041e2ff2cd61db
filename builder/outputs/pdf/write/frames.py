"""Flowables that stand beside others: labels hung in the margin, key figures in columns."""

from __future__ import annotations

from collections.abc import Sequence

from builder.outputs.pdf.plan.items import Item
from builder.outputs.pdf.write.flowable import Flowable
from builder.outputs.pdf.write.flowables import Setting


class Hung(Setting):
    """A label in the margin of `left` points, beside what it belongs to."""

    def __init__(
        self,
        label: Setting,
        body: Setting,
        left: float,
        *,
        item: Item | None = None,
        gap: float = 14.0,
    ) -> None:
        super().__init__(item, body.getSpaceBefore(), body.getSpaceAfter())
        self.label, self.body, self.left, self.gap = label, body, left, gap

    def parts(self) -> Sequence[Setting]:
        """Return label and body."""
        return (self.label, self.body)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Set the label in the margin and the body in what is left."""
        _, tall = self.label.wrapOn(self.canv, self.left - self.gap, availHeight)
        _, height = self.body.wrapOn(self.canv, availWidth - self.left, availHeight)
        self.width, self.height = availWidth, max(tall, height)
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        """Divide the body; the label stays with its first part."""
        pieces = self.divided(self.body, availWidth - self.left, availHeight)
        if len(pieces) < 2:
            return []
        first = Hung(self.label, pieces[0], self.left, item=self.item, gap=self.gap)
        return [first, *(Moved(piece, self.left) for piece in pieces[1:])]

    def draw(self) -> None:
        """Draw both from the same top."""
        self.label.drawOn(self.canv, 0, self.height - self.label.height)
        self.body.drawOn(self.canv, self.left, self.height - self.body.height)


class Moved(Setting):
    """A flowable set `left` points in from the left."""

    def __init__(self, body: Setting, left: float) -> None:
        super().__init__(body.item, body.getSpaceBefore(), body.getSpaceAfter())
        self.body, self.left = body, left

    def parts(self) -> Sequence[Setting]:
        """Return the body."""
        return (self.body,)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Set the body in the width that is left."""
        _, self.height = self.body.wrapOn(self.canv, availWidth - self.left, availHeight)
        self.width = availWidth
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        """Divide the body."""
        pieces = self.divided(self.body, availWidth - self.left, availHeight)
        return [Moved(piece, self.left) for piece in pieces]

    def widths(self) -> tuple[float, float]:
        """Return the body's widths."""
        return self.body.widths()

    def draw(self) -> None:
        """Draw the body further right."""
        self.body.drawOn(self.canv, self.left, 0)


class Columns(Setting):
    """Cells side by side in rows of `count`, with hairlines between rows; never divided."""

    def __init__(
        self, cells: Sequence[Setting], count: int, rule: str, *, gap: float = 16.0
    ) -> None:
        super().__init__(None)
        self.cells, self.count, self.rule, self.gap = list(cells), count, rule, gap

    def parts(self) -> Sequence[Setting]:
        """Return the cells."""
        return self.cells

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Set every cell in its column; a row is as tall as its tallest cell."""
        self.column = (availWidth - self.gap * (self.count - 1)) / self.count
        heights = [cell.wrapOn(self.canv, self.column, 1e6)[1] for cell in self.cells]
        self.rows = [
            max(heights[at : at + self.count]) for at in range(0, len(heights), self.count)
        ]
        self.width = availWidth
        self.height = sum(self.rows) + self.gap * (len(self.rows) - 1)
        return self.width, self.height

    def draw(self) -> None:
        """Draw row by row, each cell from the row's top."""
        top = self.height
        for row, height in enumerate(self.rows):
            if row:
                self.paper.box(0, top + self.gap / 2, self.width, 0.5, self.rule)
            for column, cell in enumerate(self.cells[row * self.count :][: self.count]):
                x = column * (self.column + self.gap)
                cell.drawOn(self.canv, x, top - cell.height)
            top -= height + self.gap
