"""What layouts of an exhibit with words beside it share: a chart in eight of twelve columns, in the
others a panel that says what it means, with takeaways, points and key figures, from its top.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from builder.model.text import words
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
from builder.outputs.pptx.layouts.cards import figure_stack, stack_placeholders
from builder.outputs.pptx.layouts.parts import (
    CAPTION_HEIGHT,
    caption_placeholder,
    chart_items,
    headline,
    points_placeholder,
    set_points,
    side_text,
    source,
)
from builder.outputs.pptx.layouts.spacing import aired
from builder.outputs.pptx.layouts.tiles import OPTICAL, centred, decoration, inner, panel
from builder.outputs.pptx.plan.autofit import TooLargeError, autofit
from builder.outputs.pptx.plan.content import SlideContent
from builder.outputs.pptx.plan.deck import GUTTER, below
from builder.outputs.pptx.plan.model import (
    BODY,
    Item,
    Paragraph,
    ParagraphStyle,
    Placeholder,
    TextItem,
)
from builder.theme.theme import HEADLINE, LABEL
from builder.units import Box

_MOST_ALONE: Final = 0.75  # of it, for a takeaway in the size of headlines
_MOST_POINTS: Final = 0.85  # of it, for points in that size
_APART: Final = 20.0  # between words and figures
_MOST_TEXT: Final = 0.62  # of the panel's height, for words above figures

_CAPTION, _CHART = 20, 21
_MOST: Final = 3
"""Key figures on a panel."""

SHARES: Final = (2.0, 1.0)
"""The columns of an exhibit and of what stands beside it."""

_STRIP: Final = 0.42  # of the body's height, for a panel below the chart


def meaning_panel(content: SlideContent, box: Box, context: LayoutContext) -> Drafts:
    """Return a panel that fills a box: words from its top and figures below them; words, figures or
    points alone on its optical middle. On a user's template points alone stand as its points do.

    Words that do not fit go on in the panel of a further slide.

    Raises:
        TooLargeError: a sentence or the figures do not fit by themselves.
    """
    room = inner(box)
    ground = decoration("Panel", tuple(panel(box)))
    if not content.takeaways and not content.points:
        _, used = figure_stack(content.figures, room, context)
        figures, _ = figure_stack(content.figures, centred(room, used), context)
        return ((ground, *figures),)
    if not content.takeaways and not content.figures:
        return _points_alone(content, box, context)
    for share in (_MOST_TEXT, 1.0):
        upper = room._replace(height=room.height * (share if content.figures else 1.0))
        parts = _words(content, upper, context)
        if len(parts) == 1 or not content.figures:
            break
    if not content.figures:
        places = (centred(room, context.height(part, room.width) + 1) for part in parts)
        return tuple((ground, _text(part, at)) for part, at in zip(parts, places, strict=True))
    slides: list[tuple[Item, ...]] = [(ground, _text(part, room)) for part in parts]
    high = context.height(parts[-1], room.width) + _APART
    try:
        figures, _ = figure_stack(content.figures, below(room, high), context)
    except TooLargeError:
        figures, _ = figure_stack(content.figures, room, context)
        return (*slides, (ground, *figures))
    upper = room._replace(height=high - _APART)
    return (*slides[:-1], (ground, _text(parts[-1], upper), *figures))


def _points_alone(content: SlideContent, box: Box, context: LayoutContext) -> Drafts:
    """Return points on the panel, spread over it where they are short."""
    if not context.traits.composed:
        parts = side_text(content.points, box, context).parts
        return tuple((TextItem(BODY, "Text", part, box),) for part in parts)
    room, ground = inner(box), decoration("Panel", tuple(panel(box)))
    large = _large_points(content, room, context)
    parts = (large,) if large else side_text(content.points, room, context).parts
    texts = (aired(part, room, context, OPTICAL) for part in parts)
    return tuple((ground, TextItem(BODY, "Text", part, place)) for part, place in texts)


def _large_points(
    content: SlideContent, room: Box, context: LayoutContext
) -> tuple[Paragraph, ...]:
    """Return few points as large as headlines, if that breaks no word and leaves them room."""
    size = context.theme.deck.step(HEADLINE)
    if any(point.level for point in content.points):
        return ()
    said = set_points(content.points, size, size)
    width = room.width - said[0].style.indent(0)
    if any(context.ruler.longest_word(each.runs, size) > width for each in said):
        return ()
    return said if context.height(said, room.width) <= room.height * _MOST_POINTS else ()


def _text(part: tuple[Paragraph, ...], box: Box) -> TextItem:
    return TextItem(BODY, "Meaning", part, box)


def _words(
    content: SlideContent, box: Box, context: LayoutContext
) -> tuple[tuple[Paragraph, ...], ...]:
    sizes = context.theme.deck.body
    if not content.figures and not content.points:
        # By itself it may be as large as a headline, if that leaves the panel some room.
        size = context.theme.deck.step(HEADLINE)
        large = _set(content, size, context)
        broken = any(context.ruler.cuts(each, box.width) for each in large)
        if not broken and context.height(large, box.width) <= box.height * _MOST_ALONE:
            return (large,)
    fitted = autofit(
        lambda size: _set(content, size, context), box, sizes, context.ruler, divisible=True
    )
    return fitted.parts


def _set(content: SlideContent, size: float, context: LayoutContext) -> tuple[Paragraph, ...]:
    """Return takeaways under what they are called, then points, at a size."""
    face = context.theme.deck
    label = ParagraphStyle(min(size, face.step(LABEL)), colour="accent")
    called = tuple(replace(run, strong=True) for run in words(context.word("takeaway")))
    points = set_points(content.points, min(size, face.body[-1]), face.body[-1])
    if not content.takeaways:
        return set_points(content.points, size, face.below(size))
    said: Sequence[Paragraph] = [
        Paragraph(line, ParagraphStyle(size, before=round(size * 0.4)))
        for line in content.takeaways
    ]
    return (Paragraph(called, label), *said, *points)


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
