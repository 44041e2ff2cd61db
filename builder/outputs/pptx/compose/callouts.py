"""Callouts on slides: boxes at the foot of the body, below whatever else a layout places there.

Where there is nothing else they are set larger, about the optical middle.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from builder.model.text import Line, Run, join
from builder.outputs.pptx.layouts.base import Layout, LayoutContext
from builder.outputs.pptx.layouts.spacing import aired
from builder.outputs.pptx.layouts.tiles import centred
from builder.outputs.pptx.plan.autofit import TooLargeError
from builder.outputs.pptx.plan.content import CalloutText, SlideContent
from builder.outputs.pptx.plan.deck import GUTTER
from builder.outputs.pptx.plan.model import FilledForm, GroupItem, Paragraph, ParagraphStyle
from builder.theme.theme import HEADLINE
from builder.units import Box

_PAD: Final = 12.0
_RULE: Final = 4.0
_BETWEEN: Final = 10.0
_MOST: Final = 0.6  # of the body's height
_SHARE: Final = 0.8  # of it, over which those that stand alone are spread


def with_callouts(
    content: SlideContent, layout: Layout, context: LayoutContext, *, low: bool = False
) -> tuple[tuple[GroupItem, ...], LayoutContext]:
    """Return a slide's callouts as boxes, and the context in which the body ends above them. Those
    that are to be `low` have the smallest size.

    Raises:
        TooLargeError: they take too much of the body, or the layout has no room for any.
    """
    if not content.callouts:
        return (), context
    if not layout.boxed:
        raise TooLargeError(
            "",
            f'a slide of the layout "{layout.name}" has no room for a callout',
            "give it a slide of its own, or move it to one with points, a chart or a table",
        )
    body, alone = context.grid.body, content.only()
    columns = _columns(content, context)
    width = columns[0].width - 2 * _PAD - _RULE
    limit = body.height * (1.0 if alone else _MOST)
    sizes = _sizes(content, context)
    room = Box(0, 0, width, _SHARE * body.height / len(content.callouts) - 2 * _PAD)
    for size in sizes[-1:] if low else sizes:
        texts = [_text(callout, size, context) for callout in content.callouts]
        if alone:
            texts = [aired(text, room, context)[0] for text in texts]
        heights = [context.height(text, width) + 2 * _PAD for text in texts]
        beside = len(columns) > 1
        used = max(heights) if beside else sum(heights) + _BETWEEN * (len(heights) - 1)
        if used <= limit:
            break
    else:
        raise TooLargeError("".join(run.text for run in max(texts, key=len)[0].runs))
    top = body.top + body.height - used
    if alone:
        top = centred(body, used).top if context.traits.composed else body.top
    boxes = []
    for number, (text, high) in enumerate(zip(texts, heights, strict=True), 1):
        callout = content.callouts[number - 1]
        column = columns[(number - 1) % len(columns)]
        box = Box(column.left, top, column.width, used if beside else high)
        boxes.append(_box(number, text, box, context, "" if callout.named else callout.kind))
        top += 0 if beside else high + _BETWEEN
    grid = replace(context.grid, reserved=context.grid.reserved + used + GUTTER / 2)
    return tuple(boxes), replace(context, frame=replace(context.frame, grid=grid))


def _columns(content: SlideContent, context: LayoutContext) -> tuple[Box, ...]:
    """Return the columns in which callouts stand: below each of two charts what it means."""
    two = len(content.callouts) == len(content.charts) == 2
    return context.grid.columns((1.0, 1.0)) if two else (context.grid.body,)


def _sizes(content: SlideContent, context: LayoutContext) -> tuple[float, ...]:
    """Return the sizes of callouts; below what the slide is about, without the largest."""
    sizes = context.side_sizes
    if content.only() and context.traits.enlarged:
        return (context.theme.deck.step(HEADLINE), *sizes)
    shared = content.charts or content.tables or content.points
    return sizes[1:] or sizes if shared else sizes


def _text(callout: CalloutText, size: float, context: LayoutContext) -> tuple[Paragraph, ...]:
    style = ParagraphStyle(size)
    called = (Run(context.word(callout.kind)),) if callout.named else ()
    words = join(filter(None, (called, callout.title)), context.language.colon)
    title = tuple(replace(run, strong=True) for run in words)
    first = (Paragraph(title, replace(style, colour="accent")),) if title else ()
    rest = (
        Paragraph(
            point.runs,
            replace(style, before=4 if at or first else 0, bullet=point.mark, digits=point.digits),
            point.level,
            point.start,
        )
        for at, point in enumerate(callout.points)
    )
    return (*first, *rest)


def _box(
    number: int, text: tuple[Paragraph, ...], box: Box, context: LayoutContext, kind: str
) -> GroupItem:
    """Return a callout's box; who listens hears its kind first, as in the paper.

    What begins with it has none here.
    """
    inner = Box(
        box.left + _PAD + _RULE,
        box.top + _PAD,
        box.width - 2 * _PAD - _RULE,
        box.height - 2 * _PAD,
    )
    shapes = (
        FilledForm("Panel", box, "tint"),
        FilledForm("Rule", Box(box.left, box.top, _RULE, box.height), "accent"),
        FilledForm("Words", inner, paragraphs=text),
    )
    alt: list[Run] = []
    for paragraph in text:
        alt += [Run(context.language.semicolon)] if alt else []
        alt += paragraph.runs
    first = (Run(context.word(kind)), Run(context.language.colon)) if kind else ()
    said: Line = (*first, *alt)
    # A description cannot lead anywhere: what has links is met as text.
    told = not any(run.link for run in said)
    return GroupItem(f"Callout {number}", shapes, said, told=told)
