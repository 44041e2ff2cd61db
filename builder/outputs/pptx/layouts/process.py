"""Process: three to six steps from left to right, each a chevron over a panel that says it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from builder.model.text import Owner, Run, plain
from builder.outputs.pptx.layouts.base import TITLE_ONLY, Drafts, Layout, LayoutContext, SlideFrame
from builder.outputs.pptx.layouts.panels import large
from builder.outputs.pptx.layouts.parts import headline, source
from builder.outputs.pptx.layouts.tiles import (
    OPTICAL,
    Tile,
    cells,
    centred,
    decoration,
    length,
    part_item,
    part_placeholders,
    shared_size,
    tiles_of,
)
from builder.outputs.pptx.plan.autofit import TooLargeError, even_parts
from builder.outputs.pptx.plan.content import SlideContent
from builder.outputs.pptx.plan.deck import below
from builder.outputs.pptx.plan.forms import Outline
from builder.outputs.pptx.plan.model import (
    FilledForm,
    Item,
    Paragraph,
    ParagraphStyle,
    Placeholder,
)
from builder.theme.theme import HEADLINE, NUMBER
from builder.units import Box

_FEWEST, _MOST = 3, 6
_SHORT: Final = 90
"""Characters of a step that makes a process of a numbered list."""

_HIGH: Final = 16.0
_POINT: Final = 9.0  # how far a chevron's point reaches
_BETWEEN: Final = 8.0
_UNDER: Final = 18.0  # between a chevron and its text
_FOOT: Final = 20.0  # of a panel, below the text
_SIDE: Final = 12.0
_LEAST: Final = 0.72  # of the body's height, on whose optical middle the steps stand
_SLACK: Final = 1.5  # times what they need, to which they may be stretched


def _takes(content: SlideContent) -> bool:
    steps = content.points
    return (
        _FEWEST <= len(steps) <= _MOST
        and all(step.start and not step.level for step in steps)
        and not content.reveal
        and content.only("points")
    )


def _applies(content: SlideContent) -> bool:
    return _takes(content) and all(length(tile) <= _SHORT for tile in tiles_of(content))


def _columns(body: Box, count: int) -> tuple[Box, ...]:
    return cells(body, count, 1, _BETWEEN)


def _text_box(column: Box) -> Box:
    """Return the room for a step's text, clear of its neighbour's."""
    under = below(column, _HIGH + _UNDER)
    return under._replace(left=under.left + _SIDE, width=under.width - 2 * _SIDE)


def _placeholders(frame: SlideFrame) -> tuple[Placeholder, ...]:
    boxes = [_text_box(column) for column in _columns(frame.grid.body, _MOST)]
    steps = part_placeholders(boxes, frame.type.body[0], "Step", "What is done in this step")
    return (headline(frame), *steps, source(frame))


def _fill(content: SlideContent, context: LayoutContext) -> Drafts:
    tiles = tiles_of(content)
    starts = {id(tile): point.start for tile, point in zip(tiles, content.points, strict=True)}

    def laid(group: Sequence[Tile]) -> tuple[Item, ...] | None:
        return _laid(group, starts[id(group[0])], context)

    found = even_parts(tiles, laid)
    if found is None:
        worst = plain(max(tiles, key=length).points[0].runs)
        raise TooLargeError(
            worst,
            f'a step of a process does not hold "{worst}", even in the smallest type',
            "say it in fewer words, or ask for :layout: points",
        )
    return found


def _laid(tiles: Sequence[Tile], first: int, context: LayoutContext) -> tuple[Item, ...] | None:
    """Return the steps of one slide from number `first` on, None where they do not fit."""
    body = context.grid.body
    room = _text_box(_columns(body, len(tiles))[0])
    wide, high = room.width, room.height - _FOOT
    fitted = None
    for sizes, size in ((large(tiles, wide, context), NUMBER), (context.side_sizes, HEADLINE)):
        numbers = [_number(first + at, size, context) for at in range(len(tiles))]
        above = max(context.height((number,), wide) for number in numbers)
        fitted = shared_size(tiles, (wide, high), sizes, context, above) if sizes else None
        if fitted is not None:
            break
    if fitted is None:
        return None
    texts, tallest = fitted
    need = tallest + above + _HIGH + _UNDER + _FOOT
    high = max(need, min(need * _SLACK, body.height * _LEAST))
    columns = _columns(centred(body, high), len(tiles))
    lower = (high - need) * OPTICAL
    found: list[Item] = []
    for at, (number, text, column) in enumerate(zip(numbers, texts, columns, strict=True)):
        chevron = _chevron(at, column, 0 if at == len(tiles) - 1 else _BETWEEN)
        found.append(decoration(f"Step {at + 1}", (_panel(at, column), chevron)))
        found.append(part_item(at, "Step text", (number, *text), below(_text_box(column), lower)))
    return tuple(found)


def _number(number: int, size: float, context: LayoutContext) -> Paragraph:
    """Return a step's number: one above a few large words is larger than these."""
    style = ParagraphStyle(context.theme.deck.step(size), bold=True, colour="accent")
    said = Run(str(number), owner=Owner("furniture", str(number), "point"))
    return Paragraph((said,), style)


def _panel(at: int, column: Box) -> FilledForm:
    """Return the panel under a step's chevron."""
    return FilledForm(f"Panel {at + 1}", below(column, _HIGH), "tint")


def _chevron(at: int, column: Box, beyond: float) -> FilledForm:
    """Return a step's chevron, which reaches so far beyond its column, where another follows; the
    first has a straight back.
    """
    wide, tip = column.width + beyond, column.width + beyond - _POINT
    back = f"L {_POINT} {_HIGH / 2} Z" if at else "Z"
    path = f"M 0 0 L {tip} 0 L {wide} {_HIGH / 2} L {tip} {_HIGH} L 0 {_HIGH} {back}"
    box = Box(column.left, column.top, wide, _HIGH)
    return FilledForm(f"Chevron {at + 1}", box, "accent", outline=Outline(path, wide, _HIGH))


LAYOUT = Layout(
    name="process",
    title="Process",
    ooxml="obj",
    holds=f"a numbered list of three to six steps of up to {_SHORT} characters",
    applies=_applies,
    placeholders=_placeholders,
    fill=_fill,
    match=replace(TITLE_ONLY, slots=(), from_title=True),
    takes=_takes,
)
