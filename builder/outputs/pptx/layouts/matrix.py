"""Two-by-two matrix: four headed cells between two named axes, across and upwards.

The cells stand as they are written: upper left, upper right, lower left, lower right.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from builder.model.text import Line, plain
from builder.outputs.pptx.layouts.base import TITLE_ONLY, Drafts, Layout, LayoutContext, SlideFrame
from builder.outputs.pptx.layouts.parts import headline, source
from builder.outputs.pptx.layouts.tiles import (
    Tile,
    cells,
    decoration,
    inner,
    length,
    panel,
    part_item,
    part_placeholders,
    shared_size,
    tiles_of,
)
from builder.outputs.pptx.plan.autofit import TooLargeError, autofit
from builder.outputs.pptx.plan.content import SlideContent
from builder.outputs.pptx.plan.forms import Outline
from builder.outputs.pptx.plan.measure import HEIGHT_MARGIN, PITCH
from builder.outputs.pptx.plan.model import (
    Align,
    FilledForm,
    Item,
    Paragraph,
    ParagraphStyle,
    Placeholder,
    TextItem,
)
from builder.theme.theme import HEADLINE
from builder.units import Box

_ACROSS, _UPWARDS = 20, 21
_COUNT: Final = 4
_STEM: Final = 2.0
_HEAD: Final = 12.0  # of an arrow, each way
_GAP: Final = 10.0  # between cells, and beside the axes
_UP: Final = Outline("M 0 2 L 1 0 L 2 2 Z", 2, 2)
_RIGHT: Final = Outline("M 0 0 L 2 1 L 0 2 Z", 2, 2)


def _strip(size: float) -> float:
    """Return the height of an axis' name."""
    return size * PITCH * (1 + HEIGHT_MARGIN) + 4


def _boxes(body: Box, high: float) -> tuple[Box, Box, Box]:
    """Return the boxes of the upward axis' name, of the cells and of the name across; names are so
    high.
    """
    indent = _HEAD + _GAP
    block = Box(
        body.left + indent,
        body.top + high + _GAP / 2,
        body.width - indent,
        body.height - 2 * high - 2 * _GAP - _HEAD / 2,
    )
    foot = body.top + body.height - high
    return body._replace(height=high), block, Box(block.left, foot, block.width, high)


def _axis(size: float, align: Align) -> ParagraphStyle:
    return ParagraphStyle(size, colour="muted", align=align)


def _placeholders(frame: SlideFrame) -> tuple[Placeholder, ...]:
    size = frame.type.body[-1]
    upwards, block, across = _boxes(frame.grid.body, _strip(size))
    boxes = [inner(box) for box in cells(block, 2, 2, _GAP)]
    return (
        headline(frame),
        *part_placeholders(boxes, frame.type.body[0], "Cell", "Heading, and a few words"),
        Placeholder(_UPWARDS, "body", "Axis upwards", upwards, (_axis(size, "l"),), prompt="Axis"),
        Placeholder(_ACROSS, "body", "Axis across", across, (_axis(size, "r"),), prompt="Axis"),
        source(frame),
    )


def _fill(content: SlideContent, context: LayoutContext) -> Drafts:
    """Return all four cells on one slide, or else each row on one, between the same axes."""
    tiles = tiles_of(content)
    whole = _laid(tuple(enumerate(tiles)), content, context)
    if whole is not None:
        return (whole,)
    rows = [_laid(tuple(enumerate(tiles))[at : at + 2], content, context) for at in (0, 2)]
    found = tuple(row for row in rows if row is not None)
    if len(found) == len(rows):
        return found
    worst = max(tiles, key=length)
    raise TooLargeError(
        plain(worst.heading),
        f'the cell "{plain(worst.heading)}" of a matrix does not hold its text, even in the '
        "smallest type",
        "say it in fewer words, or remove :x: and :y: for cards or a list",
    )


def _laid(
    numbered: Sequence[tuple[int, Tile]], content: SlideContent, context: LayoutContext
) -> tuple[Item, ...] | None:
    """Return cells with their numbers between the axes, None where their text does not fit."""
    body, style = context.grid.body, _axis(context.smallest, "l")
    names = [context.height((Paragraph(line, style),), body.width) for line in content.axes]
    high = max(_strip(context.smallest), *(name + 1 for name in names))
    up_box, block, across_box = _boxes(body, high)
    boxes = cells(block, 2, len(numbered) // 2, _GAP)
    room = inner(boxes[0])
    tiles = [tile for _, tile in numbered]
    large = context.theme.deck.steps(HEADLINE) if context.traits.enlarged else ()
    sizes = (*large, *context.side_sizes)
    fitted = shared_size(tiles, (room.width, room.height), sizes, context)
    if fitted is None:
        return None
    across, upwards = content.axes
    found: list[Item] = [
        decoration("Axes", _arrows(block)),
        _named(_UPWARDS, "Axis upwards", upwards, up_box, context),
    ]
    for (at, _), text, box in zip(numbered, fitted[0], boxes, strict=True):
        found.append(decoration(f"Cell {at + 1}", tuple(panel(box))))
        found.append(part_item(at, "Cell text", text, inner(box)))
    found.append(_named(_ACROSS, "Axis across", across, across_box, context))
    return tuple(found)


def _named(index: int, name: str, line: Line, box: Box, context: LayoutContext) -> TextItem:
    style = _axis(context.smallest, "l" if index == _UPWARDS else "r")
    text = autofit(lambda _: (Paragraph(line, style),), box, (style.size,), context.ruler)
    return TextItem(index, name, text.parts[0], box)


def _arrows(block: Box) -> tuple[FilledForm, ...]:
    """Return the axes: a stem each, with a head at its end."""
    foot, right = block.top + block.height, block.left + block.width
    x, y = block.left - _GAP - _STEM / 2, foot + _GAP
    return (
        FilledForm("Stem upwards", Box(x, block.top + _HEAD, _STEM, y - block.top - _HEAD), "soft"),
        FilledForm(
            "Head upwards",
            Box(x + _STEM / 2 - _HEAD / 2, block.top, _HEAD, _HEAD),
            "soft",
            outline=_UP,
        ),
        FilledForm("Stem across", Box(x, y - _STEM / 2, right - x - _HEAD, _STEM), "soft"),
        FilledForm(
            "Head across", Box(right - _HEAD, y - _HEAD / 2, _HEAD, _HEAD), "soft", outline=_RIGHT
        ),
    )


LAYOUT = Layout(
    name="matrix",
    title="Matrix",
    ooxml="fourObj",
    holds="four parts headed by ##, with :x: and :y:",
    applies=lambda content: (
        len(content.parts) == _COUNT and len(content.axes) == 2 and content.only("parts")
    ),
    placeholders=_placeholders,
    fill=_fill,
    match=replace(TITLE_ONLY, slots=(), from_title=True),
    boxed=False,
    shows=frozenset({"axes"}),
)
