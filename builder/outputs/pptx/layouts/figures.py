"""Key figures: panels of large numbers, with points below where there are any."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from typing import TypeAlias

from builder.outputs.pptx.layouts.base import TITLE_ONLY, Drafts, Layout, LayoutContext, SlideFrame
from builder.outputs.pptx.layouts.beside import SHARES
from builder.outputs.pptx.layouts.big_numbers import MOST, big_numbers
from builder.outputs.pptx.layouts.cards import (
    NUMBER_SIZES,
    card_row,
    grid_of_placeholders,
    per_slide,
)
from builder.outputs.pptx.layouts.figure_stack import figure_stack
from builder.outputs.pptx.layouts.meaning import meaning_panel
from builder.outputs.pptx.layouts.parts import (
    headline,
    set_points,
    source,
    text_below_placeholder,
    with_text_below,
)
from builder.outputs.pptx.layouts.tiles import centred, decoration, inner, panel
from builder.outputs.pptx.plan.autofit import TooLargeError
from builder.outputs.pptx.plan.content import SlideContent
from builder.outputs.pptx.plan.deck import GUTTER
from builder.outputs.pptx.plan.model import Item, Placeholder, TextItem
from builder.units import Box

Row: TypeAlias = tuple[tuple[Item, ...], float]


def _placeholders(frame: SlideFrame) -> tuple[Placeholder, ...]:
    text, body = text_below_placeholder(frame), frame.grid.body
    above = body._replace(height=text.box.top - body.top - GUTTER)
    return (headline(frame), *grid_of_placeholders(above), text, source(frame))


def _fill(content: SlideContent, context: LayoutContext) -> Drafts:
    if len(content.figures) <= MOST and not content.points:
        # On a low slide they stand on cards, which go on over several.
        with contextlib.suppress(TooLargeError):
            return (big_numbers(content.figures, context),)
    body = context.grid.body
    rows = _rows(content.figures, body, context)
    large = _with_points(rows, content, context)
    if len(large) == len(rows):
        return large
    # The points stand on a slide of their own: smaller figures may leave them room below.
    points = set_points(
        content.points, context.side_sizes[-1], context.theme.deck.below(context.side_sizes[-1])
    )
    least = context.height(points, body.width) + GUTTER + 1
    with contextlib.suppress(TooLargeError):
        rows = _rows(content.figures, body._replace(height=body.height - least), context)
        small = _with_points(rows, content, context)
        if len(small) < len(large):
            return small
    with contextlib.suppress(TooLargeError):
        beside = _beside(content, context)
        return beside if len(beside) < len(large) else large
    return large


def _beside(content: SlideContent, context: LayoutContext) -> Drafts:
    """Return figures on cards, or below one another, with their points on a panel beside them.

    Raises:
        TooLargeError: they do not fit there.
    """
    left, side = context.grid.columns(SHARES)
    try:
        cards, used = card_row(content.figures, left, context)
    except TooLargeError:
        room, used = inner(left), left.height
        _, high = figure_stack(content.figures, room, context)
        stack, _ = figure_stack(content.figures, centred(room, high), context)
        cards = (decoration("Panel", tuple(panel(left))), *stack)
    panels = meaning_panel(replace(content, figures=()), side._replace(height=used), context)
    return tuple((*cards, *said) for said in panels)


def _rows(figures: tuple[str, ...], box: Box, context: LayoutContext) -> list[Row]:
    """Return the cards of each slide, on as few slides as hold them, and the height they use.

    Raises:
        TooLargeError: one card alone does not fit.
    """
    count = len(figures)
    for parts in range(-(-count // per_slide(box.width)), count + 1):
        each = -(-count // parts)
        groups = [figures[at : at + each] for at in range(0, count, each)]
        try:
            return _alike(groups, box, context)
        except TooLargeError:
            if parts == count:
                raise
    raise ValueError("a slide of figures without figures")


def _alike(groups: list[tuple[str, ...]], box: Box, context: LayoutContext) -> list[Row]:
    """Return the cards of each slide, numbers of one size on all.

    Raises:
        TooLargeError: one card alone does not fit.
    """
    rows: list[Row] = []
    for start in range(len(NUMBER_SIZES)):
        rows = [card_row(group, box, context, NUMBER_SIZES[start:]) for group in groups]
        if len({_largest(cards) for cards, _ in rows}) == 1:
            break
    return rows


def _largest(cards: tuple[Item, ...]) -> float:
    texts = (item for item in cards if isinstance(item, TextItem))
    return max(paragraph.style.size for text in texts for paragraph in text.paragraphs)


def _with_points(rows: list[Row], content: SlideContent, context: LayoutContext) -> Drafts:
    return with_text_below(tuple(cards for cards, _ in rows), content.points, rows[-1][1], context)


LAYOUT = Layout(
    name="figures",
    title="Key figures",
    ooxml="obj",
    holds="figures set large, with lists or paragraphs",
    applies=lambda content: bool(content.figures) and content.only("figures", "points"),
    placeholders=_placeholders,
    fill=_fill,
    match=replace(TITLE_ONLY, from_title=True),
)
