"""What layouts of diagrams share: native shapes, with points below where any are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

from builder.model.chart import ResolvedChart
from builder.outputs.pptx.layouts.base import TITLE_ONLY, Drafts, Layout, LayoutContext, SlideFrame
from builder.outputs.pptx.layouts.parts import (
    caption_placeholder,
    captioned,
    headline,
    side_text,
    source,
    text_below_placeholder,
    with_text_below,
)
from builder.outputs.pptx.plan.content import SlideContent
from builder.outputs.pptx.plan.measure import Ruler
from builder.outputs.pptx.plan.model import GroupItem, Item, Placeholder
from builder.outputs.pptx.plan.slide_grid import GUTTER
from builder.units import Box

Drawing: TypeAlias = Callable[[ResolvedChart, Box, Sequence[float], Ruler], tuple[GroupItem, ...]]
_CAPTION: Final = 20
_TEXT_SHARE: Final = 0.4


def _placeholders(frame: SlideFrame) -> tuple[Placeholder, ...]:
    return (
        headline(frame),
        caption_placeholder(_CAPTION, frame.grid.body),
        text_below_placeholder(frame),
        source(frame),
    )


def _filled(content: SlideContent, context: LayoutContext, drawing: Drawing) -> Drafts:
    (chart,) = content.charts
    body = context.grid.body
    caption, box = captioned((chart.title, chart.subtitle), body, content.title, context, _CAPTION)
    if content.points:
        strip = body._replace(height=body.height * _TEXT_SHARE)
        text = side_text(content.points, strip, context)
        if len(text.parts) == 1:
            high = context.height(text.parts[0], body.width) + 1
            box = box._replace(height=box.height - high - GUTTER)
    groups = drawing(chart, box, context.theme.deck.body[-2:], context.ruler)
    drafts: list[tuple[Item, ...]] = [(*caption, group) for group in groups]
    return with_text_below(tuple(drafts), content.points, box.top + box.height - body.top, context)


def diagram_layout(
    kind: str, title: str, one: str, drawing: Drawing, words: tuple[str, ...]
) -> Layout:
    """Return the layout of one diagram of a kind, drawn by `drawing`; `one` says what it is."""
    return Layout(
        name=kind,
        title=title,
        ooxml="obj",
        holds=f"one {one}, with lists or paragraphs",
        applies=lambda content: (
            [chart.kind for chart in content.charts] == [kind] and content.only("charts", "points")
        ),
        placeholders=_placeholders,
        fill=lambda content, context: _filled(content, context, drawing),
        match=TITLE_ONLY.called(*words),
    )
