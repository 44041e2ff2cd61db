"""A frame that keeps where its ink is, so that annotations can stand clear of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from typing import Final, Literal

from builder.charts.annotating.placing import Obstacles
from builder.charts.around import Rectangle
from builder.charts.frame import NO_PATTERN, Edge, Frame, Horizontal, Pattern, Place, Vertical
from builder.charts.typeset import ASCENT, DESCENT, SetWords, to_baseline
from builder.model.chart import Extent

_THIN: Final = 1.0  # points: thinner lines are hairlines of the axes
_SHARES: Final = {"left": 0.0, "centre": 0.5, "right": 1.0}


class NotedFrame(Frame):
    """A frame whose words, filled forms and lines are known: `held`."""

    def __init__(self, width: float, extent: Extent = "normal") -> None:
        super().__init__(width, extent)
        self.held = Obstacles()

    def rectangle(
        self,
        left: float,
        top: float,
        width: float,
        height: float,
        fill: str,
        edge: Edge | None = None,
        pattern: Pattern = NO_PATTERN,
    ) -> None:
        super().rectangle(left, top, width, height, fill, edge, pattern)
        self.held.boxes.append(Rectangle(left, top, left + width, top + height))

    @contextmanager
    def shifted(self, across: float, width: float) -> Iterator[None]:
        """Let what is drawn meanwhile stand elsewhere, where it is in nobody's way."""
        kept, self.held = self.held, Obstacles()
        try:
            with super().shifted(across, width):
                yield
        finally:
            self.held = kept

    def ground(self, box: Rectangle, fill: str) -> None:
        """Draw a rectangle that words may stand on."""
        left, top, right, foot = box
        super().rectangle(left, top, right - left, foot - top, fill)

    def area(self, places: Sequence[Place], fill: str, edge: Edge | None = None) -> None:
        super().area(places, fill, edge)
        self.held.forms.append(tuple(places))

    def disc(
        self,
        x: float,
        y: float,
        radius: float,
        fill: str,
        edge: Edge | None = None,
        pattern: Pattern = NO_PATTERN,
    ) -> None:
        super().disc(x, y, radius, fill, edge, pattern)
        self.held.boxes.append(Rectangle(x - radius, y - radius, x + radius, y + radius))

    def line(
        self,
        places: Sequence[Place],
        colour: str,
        width: float,
        *,
        dash: tuple[float, ...] = (),
        cap: Literal["butt", "round"] = "butt",
    ) -> None:
        super().line(places, colour, width, dash=dash, cap=cap)
        if width >= _THIN:
            self.held.lines.extend(pairwise(places))
        else:
            self.held.hairs.extend(pairwise(places))

    def put(
        self,
        block: SetWords,
        x: float,
        y: float,
        align: Horizontal = "left",
        vertical: Vertical = "baseline",
        *,
        upright: bool = False,
    ) -> None:
        super().put(block, x, y, align, vertical, upright=upright)
        if not block.lines:
            return
        size = block.type.size
        if upright:
            first = x + to_baseline(block, "middle")
            last, foot = first + block.depth, y + _SHARES[align] * block.width
            box = Rectangle(first - ASCENT * size, foot - block.width, last + DESCENT * size, foot)
        else:
            baseline, left = y + to_baseline(block, vertical), x - _SHARES[align] * block.width
            top, foot = baseline - block.ascent, baseline + block.depth + DESCENT * size
            box = Rectangle(left, top, left + block.width, foot)
        self.held.words.append(box)
