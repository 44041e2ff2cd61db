"""What every block on a page can do: the part of Platypus's protocol that setting a paper needs.

Importing Platypus costs more than setting a short paper: one pattern of its own paragraphs, which
stand nowhere here, takes 80 ms to compile. Names are as ReportLab's users know them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from builder.outputs.pdf.write.canvas import PaperCanvas


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
