"""Chart with three numbers: the chart in eight of twelve columns, key figures in the other four."""

from __future__ import annotations

from typing import Final

from builder.outputs.pptx.layouts.base import (
    ANYTHING,
    TWO_CONTENT,
    Drafts,
    Layout,
    LayoutContext,
    SlideFrame,
)
from builder.outputs.pptx.layouts.figure_stack import figure_stack, stack_placeholders
from builder.outputs.pptx.layouts.parts import (
    CAPTION_HEIGHT,
    caption_placeholder,
    chart_items,
    headline,
    source,
)
from builder.outputs.pptx.layouts.tiles import centred, decoration, inner, panel
from builder.outputs.pptx.plan.content import SlideContent
from builder.outputs.pptx.plan.deck import below
from builder.outputs.pptx.plan.model import Placeholder

_CAPTION, _CHART = 20, 21
_SHARES: Final = (2.0, 1.0)
_COUNT: Final = 3


def _placeholders(frame: SlideFrame) -> tuple[Placeholder, ...]:
    chart, side = frame.grid.columns(_SHARES)
    return (
        headline(frame),
        caption_placeholder(_CAPTION, chart, frame),
        Placeholder(_CHART, "chart", "Chart", below(chart, CAPTION_HEIGHT)),
        *stack_placeholders(inner(side), _COUNT),
        source(frame),
    )


def _fill(content: SlideContent, context: LayoutContext) -> Drafts:
    (chart,) = content.charts
    left, side = context.grid.columns(_SHARES)
    items = chart_items(chart, left, content.title, context, (_CAPTION, _CHART))
    room = inner(side)
    _, used = figure_stack(content.figures, room, context)
    figures, _ = figure_stack(content.figures, centred(room, used), context)
    return ((*items, decoration("Panel", tuple(panel(side))), *figures),)


LAYOUT = Layout(
    name="chart-figures",
    title="Chart and three numbers",
    ooxml="chartAndTx",
    holds="one chart that is no diagram, with three figures",
    applies=lambda content: (
        len(content.charts) == 1
        and not content.diagrams
        and len(content.figures) == _COUNT
        and content.only("charts", "figures")
    ),
    placeholders=_placeholders,
    fill=_fill,
    match=TWO_CONTENT.called(types=("chartAndTx", "twoObj"), slots=((_CHART, ANYTHING),)),
)
