"""What every block on a page can do, and how blocks stand one below another.

A `Flowable` has the part of Platypus's protocol that setting a paper needs, under the names that
ReportLab's users know. Importing Platypus costs more than setting a short paper: one pattern of
its own paragraphs, which stand nowhere here, takes 80 ms to compile. `descend` takes settings and
a width, and returns how far down each of them is.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from builder.outputs.pdf.write.canvas import PaperCanvas
    from builder.outputs.pdf.write.flowables import Setting


class Flowable:
    """Something that can be set to a width, divided at a height and drawn; lengths in points.

    `canv` is the canvas while one of these is under way, and otherwise not there.
    """

    width = height = spaceBefore = spaceAfter = 0.0
    canv: PaperCanvas

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Set this for a width; return the width and the height that it takes."""
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> Sequence[Flowable]:
        """Return this in two parts, or what it is whole, or nothing where no part would fit."""
        return []

    def draw(self) -> None:
        """Draw this from its lower left corner."""

    def wrapOn(
        self, canv: PaperCanvas, availWidth: float, availHeight: float
    ) -> tuple[float, float]:
        """Set this for a width, for a canvas."""
        self.canv = canv
        size = self.wrap(availWidth, availHeight)
        del self.canv
        return size

    def splitOn(
        self, canv: PaperCanvas, availWidth: float, availHeight: float
    ) -> Sequence[Flowable]:
        """Divide this at a height, for a canvas."""
        self.canv = canv
        parts = self.split(availWidth, availHeight)
        del self.canv
        return parts

    def drawOn(self, canv: PaperCanvas, x: float, y: float) -> None:
        """Draw this with its lower left corner at a point of a canvas.

        Only its origin moves: what is drawn says its own colours, so no state is kept.
        """
        canv.origin, (left, bottom) = (canv.origin[0] + x, canv.origin[1] + y), canv.origin
        self.canv = canv
        self.draw()
        del self.canv
        canv.origin = (left, bottom)

    def getSpaceBefore(self) -> float:
        """Return how far this wants to stand below what comes before it on a page."""
        return self.spaceBefore

    def getSpaceAfter(self) -> float:
        """Return how far this wants to stand above what follows it on a page."""
        return self.spaceAfter


HAIR: Final = 0.01  # points that rounding may cost


def descend(
    settings: Sequence[Setting],
    width: float,
    *,
    y: float = 0.0,
    owed: float | None = None,
    base: float = 0.0,
) -> list[float]:
    """Return how far down each of the settings stands, one below another, and where all end.

    They begin at `y`, below the space `owed` to what stands above (None: nothing does). Text
    moves down to the page's grid, whose first line is `base` above 0, and all that stands between
    it and the text before moves with it: no gap opens below a heading.
    """
    tops: list[float] = []
    loose = 0
    for index, setting in enumerate(settings):
        if owed is not None:
            y += max(owed, setting.getSpaceBefore())
        tops.append(y)
        height = setting.measured(width)
        if setting.pitch:
            down = ceil((base + y - HAIR) / setting.pitch) * setting.pitch - base - y
            tops[loose:] = [top + down for top in tops[loose:]]
            y, loose = y + down, index + 1
        y += height
        owed = setting.getSpaceAfter()
    return [*tops, y]
