"""Headline and chart: one chart, as wide as the slide."""

from __future__ import annotations

from builder.outputs.pptx.layouts.base import (
    ANYTHING,
    CONTENT,
    Drafts,
    Layout,
    LayoutContext,
    SlideFrame,
)
from builder.outputs.pptx.layouts.parts import (
    CAPTION_HEIGHT,
    caption_placeholder,
    chart_items,
    headline,
    source,
)
from builder.outputs.pptx.plan.content import SlideContent
from builder.outputs.pptx.plan.model import Placeholder
from builder.outputs.pptx.plan.slide_grid import below

_CAPTION, _CHART = 20, 21


def _placeholders(frame: SlideFrame) -> tuple[Placeholder, ...]:
    body = frame.grid.body
    return (
        headline(frame),
        caption_placeholder(_CAPTION, body),
        Placeholder(_CHART, "chart", "Chart", below(body, CAPTION_HEIGHT)),
        source(frame),
    )


def _fill(content: SlideContent, context: LayoutContext) -> Drafts:
    (chart,) = content.charts
    return (chart_items(chart, context.grid.body, content.title, context, (_CAPTION, _CHART)),)


LAYOUT = Layout(
    name="chart",
    title="Headline and chart",
    ooxml="chart",
    holds="one chart that is no diagram",
    applies=lambda content: (
        len(content.charts) == 1 and not content.diagrams and content.only("charts")
    ),
    placeholders=_placeholders,
    fill=_fill,
    match=CONTENT.called(
        "chart", "diagramm", types=("chart", "obj", "titleOnly"), slots=((_CHART, ANYTHING),)
    ),
)
