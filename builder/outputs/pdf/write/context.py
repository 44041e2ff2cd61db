"""What every setter needs at hand: page geometry, styles, the typesetter, the theme, the cache."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field, replace
from pathlib import Path
from typing import Any, Final, TypeAlias

from builder.charts import Margin
from builder.charts.registry import kind_of
from builder.frozen import dataclass
from builder.model.briefing import PageLayout
from builder.model.chart import ResolvedChart
from builder.model.text import Line
from builder.outputs.pdf.plan.data import DataFile
from builder.outputs.pdf.plan.items import Item
from builder.outputs.pdf.write.flowable import Setting
from builder.outputs.pdf.write.flowables import TextBlock
from builder.outputs.pdf.write.page import TextArea
from builder.outputs.pdf.write.styles import Styles, TextStyle
from builder.outputs.pdf.write.typeset import Typesetter
from builder.text.metrics import FontMetrics
from builder.theme.theme import Theme
from builder.units import PAGE_SIZES, Size, mm

_GUTTER_MM: Final = 7.0
MARGIN_GAP: Final = mm(8)  # points between words in the margin and what they belong to
BELOW_LABEL: Final = 3.0
_MANY_CATEGORIES: Final = 14
_PLAIN: Final = PageLayout()
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
    column: TextColumn
    area: TextArea
    verso: float
    gap: float = MARGIN_GAP

    def left_of(self, page: int) -> float:
        """Return where the text area of a page (from 1) begins: left-hand pages have even numbers.

        They differ where the inner margin is widened for binding.
        """
        return self.left if page % 2 else self.verso

    @property
    def turned(self) -> Geometry:
        """The same page with its long side across: one column of its whole width."""
        right = self.page.width - self.left - self.width
        top = self.page.height - self.bottom - self.height
        width = self.page.height - self.left - right
        height = self.page.width - self.bottom - top
        return replace(
            self,
            page=Size(self.page.height, self.page.width),
            width=width,
            height=height,
            column=TextColumn(0.0, width),
            area=TextArea(width, height, 1, 0.0, self.area.grid),
        )


@dataclass(frozen=True)
class TextColumn:
    """Where running text stands in the space given: `left` points in, `width` wide.

    Labels hang in the space on its left where there is any. `page` is the width of the page's
    text where it has several such columns.
    """

    left: float
    width: float
    page: float = 0.0

    @property
    def full(self) -> float:
        """The whole width, margin column or other columns included."""
        return self.page or self.left + self.width

    @property
    def is_part(self) -> bool:
        """Whether something could be set wider than in this column."""
        return self.full > self.width


def chart_place(chart: ResolvedChart, column: TextColumn, styles: Styles) -> tuple[float, Margin]:
    """Return how wide a chart is drawn, in points, and the margin that its words stand in."""
    if is_wide(chart, column, styles):
        return column.full, Margin()
    if not column.left:
        return column.width, Margin()
    below = styles.label.leading + BELOW_LABEL
    return column.width, Margin(column.left - MARGIN_GAP, MARGIN_GAP, below)


def is_wide(chart: ResolvedChart, column: TextColumn, styles: Styles) -> bool:
    """Return whether a chart stands across the page, not in the text column, where one has room
    that would not be larger on a wider page.
    """
    kind = kind_of(chart.kind)
    if chart.extent == "hero":
        return True
    if kind.widest is not None:
        return kind.widest(chart) * styles.scale > column.width
    return len(chart.categories) > _MANY_CATEGORIES or kind.is_diagram


def geometry(page: str, theme: Theme, layout: PageLayout = _PLAIN) -> Geometry:
    """Return the geometry of A4 or Letter.

    A single column is `theme.paper.measure` characters wide, the rest of the page its margin;
    two columns share the page.
    """
    size = PAGE_SIZES[page]
    top, right, bottom, left = (mm(margin) for margin in theme.paper.margins_mm)
    binding = mm(layout.binding_mm)
    width, height = size.width - left - right - binding, size.height - top - bottom
    measure = min(width, round(theme.paper.measure * _character(theme), 1))
    verso = right if binding else left
    if layout.columns > 1:
        area = TextArea(width, height, layout.columns, mm(_GUTTER_MM), theme.paper.leading)
        column = TextColumn(0.0, area.column, width)
    else:
        area = TextArea(width, height, 1, 0.0, theme.paper.leading / 2)
        column = TextColumn(width - measure, measure)
    return Geometry(size, left + binding, bottom, width, height, column, area, verso)


def _character(theme: Theme) -> float:
    """Return how wide a character of running text is on average, in points."""
    return FontMetrics.of(theme.serif.regular).width(_SAMPLE, theme.paper.body) / len(_SAMPLE)


def characters(page: str, theme: Theme, layout: PageLayout) -> int:
    """Return how many characters a line of running text holds, about."""
    return round(geometry(page, theme, layout).column.width / _character(theme))


Setter: TypeAlias = Callable[[Any, "LayoutContext"], Setting]
"""Sets items of one kind."""


@dataclass(frozen=True)
class LayoutContext:
    """One paper's setting; `column` is that of the text being set, `decimal` the decimal mark.

    `setters` are those of kinds of items that the paper has none of; `files` ride along with the
    items of these anchors.
    """

    theme: Theme
    styles: Styles
    setter: Typesetter
    geometry: Geometry
    column: TextColumn
    cache: Path | None
    decimal: str = "."
    setters: Mapping[type[Item], Setter] = field(default_factory=dict)
    files: Mapping[str, DataFile] = field(default_factory=dict)

    def inside(self, width: float) -> LayoutContext:
        """Return the context for text in a box of this inner width."""
        return replace(self, column=TextColumn(0.0, width))

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
