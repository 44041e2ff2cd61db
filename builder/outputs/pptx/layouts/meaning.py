"""The panel that says what an exhibit means: takeaways, points and key figures, from its top."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from builder.model.text import words
from builder.outputs.pptx.layouts.airing import aired
from builder.outputs.pptx.layouts.base import Drafts, LayoutContext
from builder.outputs.pptx.layouts.figure_stack import figure_stack
from builder.outputs.pptx.layouts.parts import set_points, side_text
from builder.outputs.pptx.layouts.tiles import OPTICAL, centred, decoration, inner, panel
from builder.outputs.pptx.plan.autofit import TooLargeError, autofit
from builder.outputs.pptx.plan.content import SlideContent
from builder.outputs.pptx.plan.deck import below
from builder.outputs.pptx.plan.model import BODY, Item, Paragraph, ParagraphStyle, TextItem
from builder.theme.theme import HEADLINE, LABEL
from builder.units import Box

_MOST_ALONE: Final = 0.75  # of it, for a takeaway in the size of headlines
_MOST_POINTS: Final = 0.85  # of it, for points in that size
_APART: Final = 20.0  # between words and figures
_MOST_TEXT: Final = 0.62  # of the panel's height, for words above figures


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
