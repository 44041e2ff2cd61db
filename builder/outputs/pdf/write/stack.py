"""Settings that hold others: takes settings, returns one that is set, divided and drawn as a whole.

One below another (`Stack`), side by side (`SideBySide`), moved or hung beside something.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, replace
from functools import partial
from math import inf
from operator import add

from builder.outputs.pdf.plan.items import Item
from builder.outputs.pdf.tags import Element
from builder.outputs.pdf.write.flowable import Setting, descend


@dataclass(frozen=True)
class Dress:
    """What is drawn around a stack: padding (top, right, bottom, left), tint, rules.

    `bar` is a rule down the left edge, `line` across the top, `foot` at the foot: width, colour.
    """

    padding: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    tint: str = ""
    bar: tuple[float, str] | None = None
    line: tuple[float, str] | None = None
    left: float = 0.0
    foot: tuple[float, str] | None = None

    @property
    def continued(self) -> Dress:
        """The dress of what goes on overleaf: a rule across the top opens a stack only once."""
        without = replace(self, line=None, padding=(0.0, *self.padding[1:]))
        return without if self.line else self


class Stack(Setting):
    """Children set downwards.

    The first `head` of them stay with at least a part of the next, the last `foot` with at least
    a part of the one before; one no taller than `whole` is not split where a page can hold it.
    """

    def __init__(
        self,
        children: Sequence[Setting],
        *,
        item: Item | None = None,
        dress: Dress = Dress(),
        head: int = 0,
        foot: int = 0,
        whole: float = 0.0,
        before: float | None = None,
        after: float | None = None,
        element: Element | None = None,
    ) -> None:
        first = children[0].getSpaceBefore() if children else 0.0
        last = children[-1].getSpaceAfter() if children else 0.0
        before, after = first if before is None else before, last if after is None else after
        super().__init__(item, before, after, element)
        self.children = list(children)
        self.dress, self.head, self.foot, self.whole = dress, head, foot, whole

    def parts(self) -> Sequence[Setting]:
        """Return the children."""
        return self.children

    @property
    def clear(self) -> float:
        """In the text column: all the way; else down to the first child that is not."""
        if self.dress.left:
            return inf
        below = [at + each.clear for at, each in zip(self.offsets, self.children, strict=False)]
        return 0.0 if self.dress.line else min(below, default=inf)

    def inner(self, width: float) -> float:
        """Return how wide the children are set."""
        _, right, _, left = self.dress.padding
        return width - right - left - self.dress.left

    def _offsets(self, width: float) -> list[float]:
        """Return where each child stands below the padding, and where the last ends."""
        return descend(self.children, self.inner(width), base=self.dress.padding[0])

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Set the children for this width."""
        self.offsets = self._offsets(availWidth)
        top, _, bottom, _ = self.dress.padding
        self.width, self.height = availWidth, self.offsets[-1] + top + bottom
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Setting]:
        """Divide between children or within one, keeping together what belongs together."""
        self.wrap(availWidth, availHeight)
        if self.height <= availHeight + 0.01:
            return [self]
        if self.height <= self.whole and not (self.at_top or self.parted):
            return []
        top, _, bottom, _ = self.dress.padding
        space = availHeight - top - bottom
        index = sum(end <= space + 0.01 for end in self._ends())
        divided = self._divided(index, availWidth, space)
        if divided is None and self.foot and index >= len(self.children) - self.foot:
            body = len(self.children) - self.foot - 1
            height = self._ends()[body] - self.offsets[body]
            divided = self._divided(body, availWidth, self.offsets[body] + height - 1)
        if divided is not None:
            return divided
        index = min(index, len(self.children) - self.foot - 1)
        if index > self.head:
            return self._halves(self.children[:index], self.children[index:], index)
        return []

    def _ends(self) -> list[float]:
        return list(map(add, self.offsets, [child.height for child in self.children]))

    def _divided(self, index: int, width: float, space: float) -> list[Setting] | None:
        """Return the halves with the child at `index` split between them, if it can be."""
        # At a page's top, what stays together is itself taller than the page.
        if index < self.head and not self.at_top:
            return None
        child = self.children[index]
        pieces = self.divided(child, self.inner(width), space - self.offsets[index])
        if len(pieces) < 2:
            return None
        upper = [*self.children[:index], pieces[0]]
        return self._halves(upper, [*pieces[1:], *self.children[index + 1 :]], index)

    def _halves(
        self, upper: Sequence[Setting], lower: Sequence[Setting], index: int
    ) -> list[Setting]:
        half = partial(type(self), item=self.item, element=self.element)
        above = half(upper, dress=replace(self.dress, foot=None), before=self.spaceBefore, after=0)
        below = half(lower, dress=self.dress.continued, before=0, after=self.spaceAfter)
        below.head, below.foot = max(0, self.head - index), min(self.foot, len(lower) - 1)
        return [above, below]

    def widths(self) -> tuple[float, float]:
        """Return the widest of the children's least and natural widths."""
        pairs = [child.widths() for child in self.children]
        return max(least for least, _ in pairs), max(natural for _, natural in pairs)

    def draw(self) -> None:
        """Draw tint and rules, then the children."""
        dress, box = self.dress, self.paper.box
        top, _, _, left = dress.padding
        width = self.width - dress.left
        if dress.tint:
            box(dress.left, 0, width, self.height, dress.tint)
        if dress.bar:
            thick, colour = dress.bar
            box(dress.left, 0, thick, self.height, colour)
        for rule, high in ((dress.line, self.height), (dress.foot, 0.0)):
            if rule:
                box(dress.left, max(0.0, high - rule[0]), width, *rule)
        with self.paper.marks.within(self.element):
            for offset, child in zip(self.offsets, self.children, strict=False):
                y = self.height - top - offset - child.height
                child.drawOn(self.canv, dress.left + left, y)


class Around(Stack):
    """Words in the margin, of which the last `foot` are read after what they stand beside."""

    def draw(self) -> None:
        """Draw what is read before."""
        whole, self.children = self.children, self.children[: len(self.children) - self.foot]
        super().draw()
        self.children = whole

    def rest(self) -> Stack:
        """Return what is read after, as it stands in the whole."""
        rest, foot = copy(self), self.foot
        rest.dress, rest.foot = Dress(padding=self.dress.padding, left=self.dress.left), 0
        rest.children, rest.offsets = self.children[-foot:], self.offsets[-foot - 1 :]
        return rest


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

    clear = 0.0

    def parts(self) -> Sequence[Setting]:
        """Return label and body."""
        return (self.label, self.body)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Set the label in the margin and the body in what is left."""
        _, tall = self.label.wrapOn(self.canv, self.left - self.gap, availHeight)
        _, height = self.body.wrapOn(self.canv, availWidth - self.left, availHeight)
        self.width, self.height = availWidth, max(tall, height)
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Setting]:
        """Divide the body where the label has room beside its first part."""
        _, tall = self.label.wrapOn(self.canv, self.left - self.gap, availHeight)
        pieces = self.divided(self.body, availWidth - self.left, availHeight)
        if len(pieces) < 2 or (tall > availHeight and not self.at_top):
            return []
        first = Hung(self.label, pieces[0], self.left, item=self.item, gap=self.gap)
        return [first, *(Moved(piece, self.left) for piece in pieces[1:])]

    def draw(self) -> None:
        """Draw both from the same top, the label beside the first line."""
        top = self.height - self.body.lowered
        self.label.drawOn(self.canv, 0, top - self.label.height)
        self.body.drawOn(self.canv, self.left, self.height - self.body.height)
        if isinstance(self.label, Around) and self.label.foot:
            self.label.rest().drawOn(self.canv, 0, top - self.label.height)


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

    def split(self, availWidth: float, availHeight: float) -> list[Setting]:
        """Divide the body."""
        pieces = self.divided(self.body, availWidth - self.left, availHeight)
        return [Moved(piece, self.left) for piece in pieces]

    @property
    def clear(self) -> float:
        """In the text column all the way."""
        return inf if self.left else self.body.clear

    def widths(self) -> tuple[float, float]:
        """Return the body's widths."""
        return self.body.widths()

    def draw(self) -> None:
        """Draw the body further right."""
        self.body.drawOn(self.canv, self.left, 0)


class SideBySide(Setting):
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
