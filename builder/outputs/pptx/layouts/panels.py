"""Parts of a slide on panels in even rows: parts and how many stand in a row in, items out.

Text stands in the largest size that all share, a few words as large as headlines; icons above it,
or at its left. What stands in no even rows stands on bands as wide as the body, one below another.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from builder.outputs.pptx.layouts.base import LayoutContext
from builder.outputs.pptx.layouts.tiles import (
    GAP,
    PAD,
    RULE,
    Tile,
    cells,
    centred,
    decoration,
    filled_cells,
    icon,
    inner,
    panel,
    part_item,
    shared_size,
    tile_text,
)
from builder.outputs.pptx.plan.model import FilledForm, Item, Paragraph
from builder.theme.theme import HEADLINE
from builder.units import Box

_ICON, _LARGE_ICON = 40.0, 56.0
"""Points of an icon's side, beside text and above words that are as large as headlines."""

_BESIDE: Final = 16.0
_BELOW: Final = 12.0
_LEAST, _LEAST_HEADED = 0.8, 0.6
"""Of the body that cards take, as far as there are rows for it; those whose text stands at the top,
below a heading or an icon, take less.
"""
_SLACK: Final = 1.5  # times what the text needs, to which a card may be stretched
_FEW_LINES: Final = 5  # of a card whose words are as large as headlines

UNEVEN: Final = 5
"""Parts that stand on bands rather than as three and two."""

_GAP: Final = 10.0
_BAR: Final = 4.0
_PAD: Final = 16.0  # beside the text
_ABOVE: Final = 5.0
_BAND_ICON: Final = 32.0


def laid(
    tiles: Sequence[Tile],
    columns: int,
    wide: float,
    context: LayoutContext,
    *,
    enlarging: bool = True,
) -> tuple[Item, ...] | None:
    """Return the cards of one slide, icons at the left of those that are so `wide` in points; None
    where they do not fit.
    """
    icons = any(tile.icon for tile in tiles)
    whole = cells(context.grid.body, columns, -(-len(tiles) // columns))[0]
    sides = [(_ICON, context.side_sizes)]
    if enlarging and not (icons and whole.width >= wide):
        sides.insert(0, (_LARGE_ICON, large(tiles, inner(whole).width, context)))
    for side, sizes in sides:
        left, top = _taken(whole, wide, side if icons else 0.0)
        room = inner(whole, left, top)
        fitted = shared_size(tiles, (room.width, room.height), sizes, context)
        if fitted is not None:
            return _placed(tiles, fitted, columns, (side, left, top), context)
    return None


def _placed(
    tiles: Sequence[Tile],
    fitted: tuple[list[tuple[Paragraph, ...]], float],
    columns: int,
    taken: tuple[float, float, float],
    context: LayoutContext,
) -> tuple[Item, ...]:
    """Return the cards of texts with the height of the tallest; icons of a side take what is left
    and above of them.
    """
    (texts, tallest), (side, left, top) = fitted, taken
    body, rows = context.grid.body, -(-len(tiles) // columns)
    whole = cells(body, columns, rows)[0]
    need = max(tallest, side if left else 0.0) + top + 2 * PAD + RULE
    headed = top > 0 or any(tile.heading for tile in tiles)
    least = whole.height * (_LEAST_HEADED if headed else _LEAST)
    high = min(whole.height, max(need, min(need * _SLACK, least)))
    block = centred(body, high * rows + GAP * (rows - 1))
    boxes = filled_cells(block, len(tiles), columns)
    tall = [
        context.height(text, inner(box, left, top).width)
        for text, box in zip(texts, boxes, strict=True)
    ]
    found: list[Item] = []
    for at, (tile, text, box) in enumerate(zip(tiles, texts, boxes, strict=True)):
        first = at - at % columns
        # Beside icons the words of a row stand about their middle.
        tallest = max(tall[first : first + columns] if left else tall)
        found += _card(at, tile, text, (box, side, left, top), tallest)
    return tuple(found)


def large(tiles: Sequence[Tile], width: float, context: LayoutContext) -> tuple[float, ...]:
    """Return the size of headlines for parts of a few words each, if the template lets them."""
    few = all(len(tile.points) == 1 and not tile.heading for tile in tiles)
    if not few or not context.traits.enlarged:
        return ()
    size = context.theme.deck.step(HEADLINE)
    said = (tile_text(tile, size, size)[0] for tile in tiles)
    few = all(context.ruler.lines(each, width) <= _FEW_LINES for each in said)
    return (size,) if few else ()


def _taken(box: Box, wide: float, side: float) -> tuple[float, float]:
    """Return what icons of a side, if any, take of a card: at the left where it is so `wide`, else
    at the top.
    """
    if not side:
        return 0.0, 0.0
    return (side + _BESIDE, 0.0) if box.width >= wide else (0.0, side + _BELOW)


def _card(
    at: int,
    tile: Tile,
    text: tuple[Paragraph, ...],
    place: tuple[Box, float, float, float],
    tall: float,
) -> tuple[Item, Item]:
    """Return a card's panel and its text, which stands in the middle of what the icon leaves.

    All begin as far below their panel's edge: `tall` is what the tallest of them needs.
    """
    box, side, left, top = place
    room = inner(box, left, top)
    spare = max(0.0, room.height - tall)
    # Headed cards are read across: their headings stand at one height.
    down = 0.0 if top or tile.heading else spare / 2
    shapes: list[FilledForm] = [*panel(box)]
    if tile.icon:
        corner = inner(box)
        drop = (corner.height - side) / 2 if left and not tile.heading else 0.0
        square = Box(corner.left, corner.top + drop, side, side)
        shapes.append(icon(tile.icon, square))
    words = room._replace(top=room.top + down, height=room.height - down)
    return decoration(f"Card {at + 1}", shapes), part_item(at, "Card text", text, words)


def banded(
    tiles: Sequence[Tile], context: LayoutContext, *, enlarging: bool = True
) -> tuple[Item, ...] | None:
    """Return a band for each part, all as high, which fill the body; None where they do not fit."""
    boxes = cells(context.grid.body, 1, len(tiles), _GAP)
    left = _BAR + _PAD + (_BAND_ICON + _PAD if any(tile.icon for tile in tiles) else 0.0)
    wide, high = boxes[0].width - left - _PAD, boxes[0].height - 2 * _ABOVE
    sizes = (*(large(tiles, wide, context) if enlarging else ()), *context.side_sizes)
    fitted = shared_size(tiles, (wide, high), sizes, context)
    if fitted is None or high < (_BAND_ICON if left > _BAR + _PAD else 0.0):
        return None
    found: list[Item] = []
    for at, (tile, text, box) in enumerate(zip(tiles, fitted[0], boxes, strict=True)):
        shapes = [
            FilledForm("Panel", box, "tint"),
            FilledForm("Rule", box._replace(width=_BAR), "accent"),
        ]
        if tile.icon:
            top = box.top + (box.height - _BAND_ICON) / 2
            shapes.append(icon(tile.icon, Box(box.left + _BAR + _PAD, top, _BAND_ICON, _BAND_ICON)))
        tall = context.height(text, wide) + 1
        place = Box(box.left + left, box.top + max(0.0, box.height - tall) / 2, wide, tall)
        found += [decoration(f"Card {at + 1}", shapes), part_item(at, "Card text", text, place)]
    return tuple(found)
