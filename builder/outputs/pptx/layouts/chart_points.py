"""Chart and points: a chart on the left, what it means (or key figures, or both) on the right."""

from __future__ import annotations

from builder.outputs.pptx.layouts.base import (
    ANYTHING,
    TEXT,
    TWO_CONTENT,
    Drafts,
    Layout,
    LayoutContext,
    SlideFrame,
)
from builder.outputs.pptx.layouts.cards import side_cards, side_placeholders
from builder.outputs.pptx.layouts.parts import (
    CAPTION_HEIGHT,
    caption_placeholder,
    chart_items,
    headline,
    points_placeholder,
    side_text,
    source,
)
from builder.outputs.pptx.plan.content import SlideContent
from builder.outputs.pptx.plan.deck import SlideGrid, below
from builder.outputs.pptx.plan.model import BODY, Item, Placeholder, TextItem
from builder.units import Box

_CAPTION, _CHART = 20, 21
_SHARES = (2.0, 1.0)
_MOST_FIGURES = 2
_UPPER = 0.6  # of the side's height, for key figures


def _boxes(grid: SlideGrid) -> tuple[Box, Box]:
    chart, text = grid.columns(_SHARES)
    return chart, text


def _placeholders(frame: SlideFrame) -> tuple[Placeholder, ...]:
    chart, side = _boxes(frame.grid)
    return (
        headline(frame),
        caption_placeholder(_CAPTION, chart, frame),
        Placeholder(_CHART, "chart", "Chart", below(chart, CAPTION_HEIGHT)),
        *side_placeholders(side._replace(height=side.height * _UPPER), _MOST_FIGURES),
        points_placeholder(frame, side),
        source(frame),
    )


def _fill(content: SlideContent, context: LayoutContext) -> Drafts:
    (chart,) = content.charts
    left, side = _boxes(context.grid)
    items = chart_items(chart, left, content.title, context, (_CAPTION, _CHART))
    cards: tuple[Item, ...] = ()
    if content.figures:
        cards, used = side_cards(content.figures, side, context)
        side = below(side, used)
    if not content.points:
        return ((*items, *cards),)
    fitted = side_text(content.points, side, context)
    first, *more = (TextItem(BODY, "Text", part, side) for part in fitted.parts)
    # The chart stays beside its points on every continuation.
    return ((*items, *cards, first), *((*items, text) for text in more))


LAYOUT = Layout(
    name="chart-points",
    title="Chart and points",
    ooxml="chartAndTx",
    holds="one chart that is no diagram, with lists or paragraphs, or up to two figures",
    applies=lambda content: (
        len(content.charts) == 1
        and not content.diagrams
        and bool(content.points or content.figures)
        and len(content.figures) <= _MOST_FIGURES
        and content.only("charts", "points", "figures")
    ),
    placeholders=_placeholders,
    fill=_fill,
    match=TWO_CONTENT.called(
        types=("chartAndTx", "txAndChart", "twoObj", "objTx"),
        slots=((_CHART, ANYTHING), (BODY, TEXT)),
    ),
)
