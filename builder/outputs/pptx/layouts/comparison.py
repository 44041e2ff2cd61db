"""Comparison: two headed parts side by side, each on a panel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from builder.model.text import plain
from builder.outputs.pptx.layouts.base import (
    TEXT,
    TWO_CONTENT,
    Drafts,
    Layout,
    LayoutContext,
    SlideFrame,
)
from builder.outputs.pptx.layouts.parts import headline, set_points, source
from builder.outputs.pptx.layouts.tiles import PAD, RULE, centred, decoration, inner, panel
from builder.outputs.pptx.plan.autofit import FittedText, TooLargeError, autofit
from builder.outputs.pptx.plan.content import HeadedPart, SlideContent
from builder.outputs.pptx.plan.deck import SlideGrid, below
from builder.outputs.pptx.plan.model import (
    Item,
    Paragraph,
    ParagraphStyle,
    Placeholder,
    TextItem,
)
from builder.theme.theme import HEADLINE
from builder.units import Box

_SIDES: Final = (20, 21)
_NAMES: Final = ("Left side", "Right side")
_LEAST: Final = 0.6  # of the body's height that the panels take
_BELOW: Final = 0.5  # sizes between a side's heading and its points


def _boxes(grid: SlideGrid) -> tuple[Box, Box]:
    left, right = grid.columns((1.0, 1.0))
    return left, right


def _placeholders(frame: SlideFrame) -> tuple[Placeholder, ...]:
    style = ParagraphStyle(frame.type.body[0])
    sides = (
        Placeholder(index, "body", name, inner(box), (style,), prompt="What is compared")
        for index, name, box in zip(_SIDES, _NAMES, _boxes(frame.grid), strict=True)
    )
    return (headline(frame), *sides, source(frame))


def _heading(part: HeadedPart, size: float, context: LayoutContext) -> Paragraph:
    """Return a side's heading, a step larger than its points."""
    face = context.theme.deck
    sizes = (*face.body, *(face.steps(HEADLINE) if context.traits.enlarged else ()))
    larger = min((each for each in sizes if each > size), default=size)
    bold = tuple(replace(run, strong=True) for run in part.heading)
    return Paragraph(bold, ParagraphStyle(larger, colour="accent"))


def _fitted(
    part: HeadedPart, sizes: Sequence[float], box: Box, context: LayoutContext
) -> FittedText:
    """Fit a side's points below its heading, which stands above each part of them.

    Raises:
        TooLargeError: the heading or a sentence does not fit.
    """
    high = max(context.height((_heading(part, size, context),), box.width) for size in sizes)
    face, spacing = context.theme.deck, sizes[0] * _BELOW

    def setter(size: float) -> tuple[Paragraph, ...]:
        return set_points(part.points, size, face.below(size), _BELOW)

    room = below(box, high + spacing)
    if room.height <= 0:
        raise TooLargeError(plain(part.heading))
    fitted = autofit(setter, room, sizes, context.ruler, divisible=True)
    heading = _heading(part, fitted.size, context)
    parts = tuple((heading, *text) for text in fitted.parts)
    return FittedText(fitted.size, parts)


def _fill(content: SlideContent, context: LayoutContext) -> Drafts:
    boxes = _boxes(context.grid)
    both = tuple(zip(content.parts, map(inner, boxes), strict=True))
    # Both sides have one size: what is compared looks alike.
    size = min(_fitted(part, context.side_sizes, room, context).size for part, room in both)
    sides = [_fitted(part, (size,), room, context).parts for part, room in both]
    most = max(map(len, sides))
    # What is shorter stands beside what goes on.
    return tuple(
        _slide(tuple(side[min(at, len(side) - 1)] for side in sides), boxes, context)
        for at in range(most)
    )


def _slide(
    texts: tuple[tuple[Paragraph, ...], ...], boxes: tuple[Box, Box], context: LayoutContext
) -> tuple[Item, ...]:
    need = max(
        context.height(text, inner(box).width) for text, box in zip(texts, boxes, strict=True)
    )
    high = min(boxes[0].height, max(need + 2 * PAD + RULE, boxes[0].height * _LEAST))
    found: list[Item] = []
    for at, (text, box) in enumerate(zip(texts, boxes, strict=True)):
        side = centred(box, high)
        found.append(decoration(f"Side {at + 1}", tuple(panel(side))))
        found.append(TextItem(_SIDES[at], _NAMES[at], text, inner(side)))
    return tuple(found)


LAYOUT = Layout(
    name="comparison",
    title="Comparison",
    ooxml="twoTxTwoObj",
    holds="two parts headed by ##, side by side",
    applies=lambda content: (
        len(content.parts) == len(_SIDES) and content.only("parts") and not content.axes
    ),
    placeholders=_placeholders,
    fill=_fill,
    match=TWO_CONTENT.called(
        "comparison",
        "vergleich",
        "comparaison",
        "порівняння",
        types=("twoTxTwoObj", "twoObj"),
        slots=tuple((index, TEXT) for index in _SIDES),
    ),
)
