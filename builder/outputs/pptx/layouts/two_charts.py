"""Two charts side by side, each under its own title."""

from __future__ import annotations

from builder.outputs.pptx.layouts.base import (
    ANYTHING,
    TWO_CONTENT,
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

_INDICES = ((20, 21), (22, 23))
_SHARES = (1.0, 1.0)


def _placeholders(frame: SlideFrame) -> tuple[Placeholder, ...]:
    boxes = frame.grid.columns(_SHARES)
    return (
        headline(frame),
        *(
            placeholder
            for box, (caption, chart) in zip(boxes, _INDICES, strict=True)
            for placeholder in (
                caption_placeholder(caption, box),
                Placeholder(chart, "chart", "Chart", below(box, CAPTION_HEIGHT)),
            )
        ),
        source(frame),
    )


def _fill(content: SlideContent, context: LayoutContext) -> Drafts:
    boxes = context.grid.columns(_SHARES)
    return (
        tuple(
            item
            for chart, box, indices in zip(content.charts, boxes, _INDICES, strict=True)
            for item in chart_items(chart, box, content.title, context, indices)
        ),
    )


LAYOUT = Layout(
    name="two-charts",
    title="Two charts",
    ooxml="twoObj",
    holds="two charts that are no diagrams",
    applies=lambda content: (
        len(content.charts) == 2 and not content.diagrams and content.only("charts")
    ),
    placeholders=_placeholders,
    fill=_fill,
    match=TWO_CONTENT.called(
        types=("twoObj", "twoTxTwoObj"), slots=tuple((chart, ANYTHING) for _, chart in _INDICES)
    ),
)
