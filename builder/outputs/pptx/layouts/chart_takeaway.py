"""Chart with takeaway: the chart in eight of twelve columns, in the others a panel that says what
it means, with up to two key figures.
"""

from __future__ import annotations

from typing import Final

from builder.outputs.pptx.layouts.base import (
    ANYTHING,
    TEXT,
    TWO_CONTENT,
    Drafts,
    Layout,
    LayoutContext,
    SlideFrame,
)
from builder.outputs.pptx.layouts.figure_stack import stack_placeholders
from builder.outputs.pptx.layouts.meaning import meaning_panel
from builder.outputs.pptx.layouts.parts import (
    CAPTION_HEIGHT,
    caption_placeholder,
    chart_items,
    headline,
    points_placeholder,
    source,
)
from builder.outputs.pptx.layouts.tiles import inner
from builder.outputs.pptx.plan.content import SlideContent
from builder.outputs.pptx.plan.deck import below
from builder.outputs.pptx.plan.model import BODY, Placeholder

_CAPTION, _CHART = 20, 21
_SHARES: Final = (2.0, 1.0)
_MOST_FIGURES: Final = 2


def _placeholders(frame: SlideFrame) -> tuple[Placeholder, ...]:
    chart, side = frame.grid.columns(_SHARES)
    room = inner(side)
    upper = room._replace(height=room.height / 2)
    return (
        headline(frame),
        caption_placeholder(_CAPTION, chart, frame),
        Placeholder(_CHART, "chart", "Chart", below(chart, CAPTION_HEIGHT)),
        points_placeholder(frame, upper),
        *stack_placeholders(below(room, upper.height), _MOST_FIGURES),
        source(frame),
    )


def _fill(content: SlideContent, context: LayoutContext) -> Drafts:
    (chart,) = content.charts
    left, side = context.grid.columns(_SHARES)
    items = chart_items(chart, left, content.title, context, (_CAPTION, _CHART))
    # The chart stays beside what is said of it on every continuation.
    return tuple((*items, *said) for said in meaning_panel(content, side, context))


LAYOUT = Layout(
    name="chart-takeaway",
    title="Chart and takeaway",
    ooxml="chartAndTx",
    holds="one chart that is no diagram, with its takeaway or up to two figures",
    applies=lambda content: (
        len(content.charts) == 1
        and not content.diagrams
        and len(content.figures) <= _MOST_FIGURES
        and bool(content.takeaways or (content.figures and not content.points))
        and content.only("charts", "figures", "points")
    ),
    placeholders=_placeholders,
    fill=_fill,
    match=TWO_CONTENT.called(
        types=("chartAndTx", "txAndChart", "twoObj", "objTx"),
        slots=((_CHART, ANYTHING), (BODY, TEXT)),
    ),
    shows=frozenset({"takeaways"}),
)
