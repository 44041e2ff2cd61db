"""What several layouts share: placing a chart with its caption, and text beside an exhibit."""

from __future__ import annotations

import contextlib
from dataclasses import replace

from builder.deck.layouts.base import (
    BODY,
    Drafts,
    LayoutContext,
    SlideFrame,
    autofit_points,
    points_placeholder,
)
from builder.deck.plan.autofit import FittedText, TooLargeError
from builder.deck.plan.charts import place
from builder.deck.plan.content import Point
from builder.deck.plan.model import Item, Paragraph, Placeholder, Style, TextItem
from builder.deck.plan.slide_grid import GUTTER, below
from builder.model.chart import ResolvedChart
from builder.model.text import Line, plain
from builder.units import Box

CAPTION_HEIGHT = 46.0
"""Two lines above a chart: its own title and its measure."""

CAPTION_STYLES = (Style(16, bold=True, colour="ink"), Style(14, colour="muted", before=2))


def caption_placeholder(index: int, box: Box) -> Placeholder:
    """Return the placeholder of a chart's title and measure, at the top of the chart's box."""
    strip = Box(box.left, box.top, box.width, CAPTION_HEIGHT)
    return Placeholder(index, "body", "Caption", strip, CAPTION_STYLES, prompt="Measure and unit")


def chart_items(
    chart: ResolvedChart, box: Box, headline: Line, context: LayoutContext, indices: tuple[int, int]
) -> tuple[Item, ...]:
    """Return a caption and its chart in `box`; `indices` are the placeholders of the two.

    A chart title that only repeats the headline is left out.
    """
    caption, box = captioned((chart.title, chart.subtitle), box, headline, context, indices[0])
    items: list[Item] = list(caption)
    items += place(chart, context.natives[chart.id], box, context.ruler, indices[1])
    return tuple(items)


def captioned(
    lines: tuple[Line, Line], box: Box, headline: Line, context: LayoutContext, index: int
) -> tuple[tuple[Item, ...], Box]:
    """Return the caption of a title and a measure, and what it leaves of `box`."""
    kept = [
        (line, style)
        for line, style in zip(lines, CAPTION_STYLES, strict=True)
        if line and plain(line) != plain(headline)
    ]
    if not kept:
        return (), box
    paragraphs = tuple(
        Paragraph(line, replace(style, before=style.before if at else 0.0))
        for at, (line, style) in enumerate(kept)
    )
    if sum(context.ruler.lines(paragraph, box.width) for paragraph in paragraphs) > 3:
        paragraphs = tuple(paragraph.at(paragraph.style.size - 2) for paragraph in paragraphs)
    high = context.height(paragraphs, box.width)
    return (TextItem(index, "Caption", paragraphs, box._replace(height=high)),), below(
        box, high + 10
    )


def side_text(points: tuple[Point, ...], box: Box, context: LayoutContext) -> FittedText:
    """Fit points beside an exhibit."""
    return autofit_points(points, box, context.side_sizes, context)


def with_text_below(
    drafts: Drafts, points: tuple[Point, ...], used: float, context: LayoutContext
) -> Drafts:
    """Return drafts with points under the last exhibit, `used` points below the body's top.

    What does not fit there goes to slides of its own.
    """
    if not points:
        return drafts
    body = context.grid.body
    box = below(body, used + GUTTER)
    # A paragraph too long for this strip may well fit a slide.
    with contextlib.suppress(TooLargeError):
        fitted = side_text(points, box, context)
        if len(fitted.parts) == 1:
            text = TextItem(BODY, "Text", fitted.parts[0], box)
            return (*drafts[:-1], (*drafts[-1], text))
    fitted = side_text(points, body, context)
    return (*drafts, *((TextItem(BODY, "Text", part, body),) for part in fitted.parts))


def text_below_placeholder(frame: SlideFrame) -> Placeholder:
    """Return the placeholder that such points stand in: the lower part of the body."""
    return points_placeholder(frame, below(frame.grid.body, frame.grid.body.height * 0.56))
