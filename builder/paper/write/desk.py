"""What every setter needs at hand: page geometry, styles, the typesetter, the theme, the cache."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from builder.model.text import Line
from builder.paper.plan.items import Item
from builder.paper.write.flowables import TextBlock
from builder.paper.write.pages import Area
from builder.paper.write.styles import Styles, TextStyle
from builder.paper.write.typeset import Typesetter
from builder.theme.metrics import FontMetrics
from builder.theme.theme import Theme
from builder.units import PAGE_SIZES, Size, mm

# Letters as often as they occur in running text: what a line of so many characters measures.
_SAMPLE: Final = (
    "The relationship goes beyond trade: both governments have signed an agreement, and recent"
    " reports suggest that help flows in either direction, as analysts of the region have noted."
)


@dataclass(frozen=True)
class Geometry:
    """The page in points: its size, the area inside its margins, the text column within it."""

    page: Size
    left: float
    bottom: float
    width: float
    height: float
    column: Column
    grid: float

    def left_of(self, page: int) -> float:
        """Return where the text area of a page (from 1) begins."""
        return self.left

    @property
    def area(self) -> Area:
        """The text area as pages are made of it."""
        return Area(self.width, self.height, 1, 0.0, self.grid)


@dataclass(frozen=True)
class Column:
    """Where running text stands in the space given: `left` points in, `width` wide.

    Labels hang in the space on its left where there is any.
    """

    left: float
    width: float

    @property
    def full(self) -> float:
        """The whole width, margin column included."""
        return self.left + self.width


def geometry(page: str, theme: Theme) -> Geometry:
    """Return the geometry of A4 or Letter, its column `theme.paper.measure` characters wide."""
    size = PAGE_SIZES[page]
    top, right, bottom, left = (mm(margin) for margin in theme.paper.margins_mm)
    width, height = size.width - left - right, size.height - top - bottom
    metrics = FontMetrics.of(theme.serif.regular)
    character = metrics.width(_SAMPLE, theme.paper.body) / len(_SAMPLE)
    measure = min(width, round(theme.paper.measure * character, 1))
    column, grid = Column(width - measure, measure), theme.paper.leading / 2
    return Geometry(size, left, bottom, width, height, column, grid)


@dataclass(frozen=True)
class Desk:
    """One paper's setting; `column` is that of the text being set."""

    theme: Theme
    styles: Styles
    setter: Typesetter
    geometry: Geometry
    column: Column
    cache: Path | None

    def inside(self, width: float) -> Desk:
        """Return the desk for text in a box of this inner width."""
        return replace(self, column=Column(0.0, width))

    def text(self, line: Line, style: TextStyle, **options: Any) -> TextBlock:
        """Return a block of text across the whole width given to it."""
        return TextBlock(line, style, self.setter, **options)

    def columned(self, line: Line, style: TextStyle, **options: Any) -> TextBlock:
        """Return a block of text in the text column."""
        return TextBlock(
            line, style, self.setter, left=self.column.left, measure=self.column.width, **options
        )

    def texts(self, item: Item, *lines: tuple[Line, TextStyle, float]) -> list[TextBlock]:
        """Return blocks for an item's lines that say anything, each with the space before it."""
        return [
            self.text(line, style, within=item.anchor, before=before)
            for line, style, before in lines
            if line
        ]
