"""What layouts of an exhibit with words beside it share: a chart in eight of twelve columns, in the
others a panel that says what it means, with points and key figures.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from builder.outputs.pptx.layouts.base import (
    ANYTHING,
    TEXT,
    TWO_CONTENT,
    Drafts,
    Layout,
    LayoutContext,
    Shown,
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
from builder.outputs.pptx.plan.autofit import TooLargeError
from builder.outputs.pptx.plan.content import SlideContent
from builder.outputs.pptx.plan.deck import GUTTER, below
from builder.outputs.pptx.plan.model import BODY, Placeholder
from builder.units import Box

_CAPTION, _CHART = 20, 21
_MOST: Final = 3
"""Key figures on a panel."""

SHARES: Final = (2.0, 1.0)
"""The columns of an exhibit and of what stands beside it."""

_STRIP: Final = 0.42  # of the body's height, for a panel below the chart


def chart_beside(
    name: str,
    title: str,
    holds: str,
    applies: Callable[[SlideContent], bool],
    shows: frozenset[Shown] = frozenset(),
) -> Layout:
    """Return a layout of one chart that is no diagram, with a panel for what else a slide holds;
    takeaways stand there if it `shows` them.
    """

    def fill(content: SlideContent, context: LayoutContext) -> Drafts:
        held = content if "takeaways" in shows else replace(content, takeaways=())
        return _fill(held, context)

    return Layout(
        name=name,
        title=title,
        ooxml="chartAndTx",
        holds=holds,
        applies=lambda content: (
            len(content.charts) == 1
            and not content.diagrams
            and applies(content)
            and content.only("charts", "figures", "points")
        ),
        placeholders=_placeholders,
        fill=fill,
        match=TWO_CONTENT.called(
            types=("chartAndTx", "txAndChart", "twoObj", "objTx"),
            slots=((_CHART, ANYTHING), (BODY, TEXT)),
        ),
        shows=shows,
    )


def _placeholders(frame: SlideFrame) -> tuple[Placeholder, ...]:
    chart, side = frame.grid.columns(SHARES)
    room = inner(side)
    upper = room._replace(height=room.height / 2)
    return (
        headline(frame),
        caption_placeholder(_CAPTION, chart, frame),
        Placeholder(_CHART, "chart", "Chart", below(chart, CAPTION_HEIGHT)),
        points_placeholder(frame, upper),
        *stack_placeholders(below(room, upper.height), _MOST),
        source(frame),
    )


def _fill(content: SlideContent, context: LayoutContext) -> Drafts:
    left, side = context.grid.columns(SHARES)
    try:
        return _drafts(content, left, side, context)
    except TooLargeError:
        # A word that is wider than the panel has room on one below the chart.
        body = context.grid.body
        strip = body.height * _STRIP
        upper = body._replace(height=body.height - strip - GUTTER / 2)
        return _drafts(content, upper, below(body, body.height - strip), context)


def _drafts(content: SlideContent, left: Box, side: Box, context: LayoutContext) -> Drafts:
    """Return the chart in one box, and beside or below it, on every continuation, what is said."""
    (chart,) = content.charts
    panels = meaning_panel(content, side, context)
    items = chart_items(chart, left, content.title, context, (_CAPTION, _CHART))
    return tuple((*items, *said) for said in panels)
