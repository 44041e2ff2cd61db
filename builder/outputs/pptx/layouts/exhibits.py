"""What layouts of charts and of diagrams share: native charts side by side, each under its own
title, or native shapes, with points below where any are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final, TypeAlias

from builder.model.chart import ResolvedChart
from builder.outputs.pptx.layouts.base import (
    ANYTHING,
    TITLE_ONLY,
    Drafts,
    Layout,
    LayoutContext,
    SlideFrame,
    TemplateMatch,
)
from builder.outputs.pptx.layouts.parts import (
    CAPTION_HEIGHT,
    CAPTION_SIZES,
    caption_placeholder,
    captioned,
    headline,
    side_text,
    source,
    text_below_placeholder,
    with_text_below,
)
from builder.outputs.pptx.plan.charts import place
from builder.outputs.pptx.plan.content import SlideContent, TextLine
from builder.outputs.pptx.plan.deck import GUTTER, SlideGrid, below
from builder.outputs.pptx.plan.measure import Ruler
from builder.outputs.pptx.plan.model import ChartItem, GroupItem, Item, Placeholder, TextItem
from builder.units import Box, Size

Drawing: TypeAlias = Callable[[ResolvedChart, Box, Sequence[float], Ruler], tuple[GroupItem, ...]]
CAPTION: Final = 20
_OF_CHARTS: Final = ((20, 21), (22, 23))
"""The indices of each chart's caption and of its own placeholder."""

_TEXT_SHARES: Final = (0.2, 0.25, 0.3, 0.4)
"""Of the body, for points below a diagram: the least that does not make them smaller."""

_LEAST: Final = 0.085  # of the slide, for the plot of each of several charts
_MOST_RAISED: Final = 48.0  # points, by which the foot of one chart moves up to that of the other


def charts_layout(
    name: str, title: str, ooxml: str, holds: str, count: int, match: TemplateMatch
) -> Layout:
    """Return the layout of so many charts that are no diagrams, side by side."""
    indices = _OF_CHARTS[:count]

    def boxes(grid: SlideGrid) -> tuple[Box, ...]:
        return grid.columns((1.0,) * count) if count > 1 else (grid.body,)

    def placeholders(frame: SlideFrame) -> tuple[Placeholder, ...]:
        places = [headline(frame)]
        for box, (caption, chart) in zip(boxes(frame.grid), indices, strict=True):
            places.append(caption_placeholder(caption, box, frame))
            places.append(Placeholder(chart, "chart", "Chart", below(box, CAPTION_HEIGHT)))
        return (*places, source(frame))

    def fill(content: SlideContent, context: LayoutContext) -> Drafts:
        placed = tuple(zip(content.charts, boxes(context.grid), indices, strict=True))

        def captioned_in(*sizes: tuple[float, float]) -> list[tuple[tuple[Item, ...], Box]]:
            return [
                captioned((chart.title, chart.subtitle), box, content.title, context, at[0], sizes)
                for chart, box, at in placed
            ]

        captions = captioned_in(*CAPTION_SIZES)
        # Captions side by side look alike.
        if len({_size(caption) for caption, _ in captions if caption}) > 1:
            captions = captioned_in(CAPTION_SIZES[-1])
        # Charts side by side begin at one height, whichever has the longer title.
        top = max(left.top for _, left in captions)
        rooms = [(chart, below(box, top - box.top), at[1]) for chart, box, at in placed]
        heads = (caption for caption, _ in captions)
        both = zip(heads, _side_by_side(rooms, context), strict=True)
        return (tuple(item for head, drawn in both for item in (*head, *drawn)),)

    return Layout(
        name=name,
        title=title,
        ooxml=ooxml,
        holds=holds,
        applies=lambda content: (
            len(content.charts) == count and not content.diagrams and content.only("charts")
        ),
        placeholders=placeholders,
        fill=fill,
        match=replace(match, slots=tuple((chart, ANYTHING) for _, chart in indices)),
    )


def _side_by_side(
    rooms: Sequence[tuple[ResolvedChart, Box, int]], context: LayoutContext
) -> list[tuple[Item, ...]]:
    """Return charts in their rooms, each in a placeholder, their plots on one line."""

    def drawn(raised: Sequence[float]) -> list[tuple[Item, ...]]:
        lower = (
            box._replace(height=box.height - up)
            for (_, box, _), up in zip(rooms, raised, strict=True)
        )
        return [
            place(chart, context.natives[chart.id], box, context.drawn_ruler, index)
            for (chart, _, index), box in zip(rooms, lower, strict=True)
        ]

    charts = drawn([0.0] * len(rooms))
    plots = [_plots(items) for items in charts]
    if len(rooms) < 2 or not all(plots):
        return charts
    feet = [max(plot.top + plot.height for plot in each) for each in plots]
    raised = [foot - min(feet) for foot in feet]
    if not 0 < max(raised) <= _MOST_RAISED or _cramped(charts, context):
        return charts
    level = drawn(raised)
    return charts if _cramped(level, context) else level


def _cramped(charts: Sequence[tuple[Item, ...]], context: LayoutContext) -> bool:
    return any(too_small(plot, context.grid.size) for items in charts for plot in _plots(items))


def _plots(items: Sequence[Item]) -> list[Box]:
    return [item.plot for item in items if isinstance(item, ChartItem)]


def too_small(plot: Box, size: Size) -> bool:
    """Say whether a plot beside another is too small to be read."""
    return plot.width * plot.height < _LEAST * size.width * size.height


def _size(caption: tuple[Item, ...]) -> float:
    """Return the largest size of a caption."""
    return max(
        paragraph.style.size
        for item in caption
        if isinstance(item, TextItem)
        for paragraph in item.paragraphs
    )


def _placeholders(frame: SlideFrame) -> tuple[Placeholder, ...]:
    return (
        headline(frame),
        caption_placeholder(CAPTION, frame.grid.body, frame),
        text_below_placeholder(frame),
        source(frame),
    )


def _filled(content: SlideContent, context: LayoutContext, drawing: Drawing) -> Drafts:
    (chart,) = content.charts
    body = context.grid.body
    caption, box = captioned((chart.title, chart.subtitle), body, content.title, context, CAPTION)
    if content.points:
        high = _text_height(content.points, body, context)
        box = box._replace(height=box.height - (high + GUTTER if high else 0.0))
    groups = drawing(chart, box, context.diagram_sizes, context.drawn_ruler)
    drafts: list[tuple[Item, ...]] = [(*caption, group) for group in groups]
    return with_text_below(tuple(drafts), content.points, box.top + box.height - body.top, context)


def _text_height(points: Sequence[TextLine], body: Box, context: LayoutContext) -> float:
    """Return the height of points below a diagram; 0 where they need a slide of their own."""
    strips = (body._replace(height=body.height * share) for share in _TEXT_SHARES)
    fitted = [side_text(tuple(points), strip, context) for strip in strips]
    most = fitted[-1]
    if len(most.parts) != 1:
        return 0.0
    least = next(text for text in fitted if len(text.parts) == 1 and text.size == most.size)
    return context.height(least.parts[0], body.width) + 1


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
