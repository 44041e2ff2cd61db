"""Comparison: two headed parts side by side, each on a panel."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import Final

from builder.outputs.pptx.layouts.base import (
    TEXT,
    TWO_CONTENT,
    Drafts,
    Layout,
    LayoutContext,
    SlideFrame,
)
from builder.outputs.pptx.layouts.parts import headline, set_points, source
from builder.outputs.pptx.layouts.tiles import PAD, RULE, decoration, inner, panel
from builder.outputs.pptx.plan.autofit import FittedText, autofit
from builder.outputs.pptx.plan.content import HeadedPart, SlideContent
from builder.outputs.pptx.plan.deck import SlideGrid
from builder.outputs.pptx.plan.model import (
    Item,
    Paragraph,
    ParagraphStyle,
    Placeholder,
    TextItem,
)
from builder.units import Box

_SIDES: Final = (20, 21)
_NAMES: Final = ("Left side", "Right side")
_LEAST: Final = 0.7  # of the body's height that the panels take
_BELOW: Final = 0.5  # sizes between a side's heading and its points


def _boxes(grid: SlideGrid) -> tuple[Box, Box]:
    left, right = grid.columns((1.0, 1.0))
    return left, right


def _placeholders(frame: SlideFrame) -> tuple[Placeholder, ...]:
    heading = ParagraphStyle(frame.type.body[0], bold=True, colour="accent")
    sides = (
        Placeholder(index, "body", name, inner(box), (heading,), prompt="What is compared")
        for index, name, box in zip(_SIDES, _NAMES, _boxes(frame.grid), strict=True)
    )
    return (headline(frame), *sides, source(frame))


def _text(part: HeadedPart, size: float, context: LayoutContext) -> tuple[Paragraph, ...]:
    """Return a side's text: its heading a step larger than its points."""
    sizes = context.theme.deck.body
    larger = min((each for each in sizes if each > size), default=size)
    bold = tuple(replace(run, strong=True) for run in part.heading)
    first = Paragraph(bold, ParagraphStyle(larger, colour="accent"))
    return (first, *set_points(part.points, size, context.theme.deck.below(size), _BELOW))


def _fitted(part: HeadedPart, size: float | None, box: Box, context: LayoutContext) -> FittedText:
    sizes = context.side_sizes if size is None else (size,)
    return autofit(
        lambda each: _text(part, each, context), box, sizes, context.ruler, divisible=True
    )


def _fill(content: SlideContent, context: LayoutContext) -> Drafts:
    boxes = _boxes(context.grid)
    rooms = tuple(map(inner, boxes))
    # Both sides have one size: what is compared looks alike.
    size = min(
        _fitted(part, None, room, context).size
        for part, room in zip(content.parts, rooms, strict=True)
    )
    sides = [
        _fitted(part, size, room, context).parts
        for part, room in zip(content.parts, rooms, strict=True)
    ]
    return tuple(_slide(texts, boxes, context) for texts in zip_longest(*sides, fillvalue=()))


def _slide(
    texts: tuple[tuple[Paragraph, ...], ...], boxes: tuple[Box, Box], context: LayoutContext
) -> tuple[Item, ...]:
    need = max(
        context.height(text, inner(box).width) for text, box in zip(texts, boxes, strict=True)
    )
    high = min(boxes[0].height, max(need + 2 * PAD + RULE, boxes[0].height * _LEAST))
    found: list[Item] = []
    for at, (text, box) in enumerate(zip(texts, boxes, strict=True)):
        if text:
            side = box._replace(height=high)
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
