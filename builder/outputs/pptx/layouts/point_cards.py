"""Cards: three to six short points or headed parts, each on a panel, with an icon where it has one.

Two by two before they go on: what does not fit in rows of three stands in rows of two, over several
slides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from typing import Final

from builder.model.text import plain
from builder.outputs.pptx.layouts.base import TITLE_ONLY, Drafts, Layout, LayoutContext, SlideFrame
from builder.outputs.pptx.layouts.parts import headline, source
from builder.outputs.pptx.layouts.tiles import (
    GAP,
    PAD,
    RULE,
    Tile,
    cells,
    centred,
    decoration,
    filled_cells,
    grid_of,
    icon,
    inner,
    length,
    panel,
    part_item,
    part_placeholders,
    shared_size,
    tiles_of,
)
from builder.outputs.pptx.plan.autofit import TooLargeError, even_parts
from builder.outputs.pptx.plan.content import SlideContent
from builder.outputs.pptx.plan.model import Area, Item, Paragraph, Placeholder
from builder.units import Box

_FEWEST, _MOST = 3, 6
_SHORT: Final = 90
_LONGEST: Final = 220
"""Characters of a point that is a card by itself, and of one that has an icon or a heading."""

_ICON: Final = 40.0
_BESIDE: Final = 16.0
_BELOW: Final = 12.0
_WIDE: Final = 320.0  # from which an icon stands beside the text, not above it
_LEAST, _LEAST_HEADED = 0.8, 0.6
"""Of the body that cards take, as far as there are rows for it; those whose text stands at the top,
below a heading or an icon, take less.
"""
_SLACK: Final = 2.2  # times what the text needs, to which a card may be stretched


def _takes(content: SlideContent) -> bool:
    return (
        _FEWEST <= len(tiles_of(content)) <= _MOST
        and content.only("points", "parts")
        and not content.axes
        and not content.reveal
    )


def _applies(content: SlideContent) -> bool:
    if not _takes(content):
        return False
    tiles = tiles_of(content)
    marked = all(tile.icon or tile.heading for tile in tiles)
    listed = content.parts or all(
        point.mark and not point.start and (marked or not point.level) for point in content.points
    )
    longest = _LONGEST if marked else _SHORT
    return bool(listed) and all(length(tile) <= longest for tile in tiles)


def _placeholders(frame: SlideFrame) -> tuple[Placeholder, ...]:
    boxes = [inner(box) for box in cells(frame.grid.body, *grid_of(_MOST))]
    cards = part_placeholders(boxes, frame.type.body[0], "Card", "One short point")
    return (headline(frame), *cards, source(frame))


def _fill(content: SlideContent, context: LayoutContext) -> Drafts:
    tiles = tiles_of(content)

    def laid(group: Sequence[Tile]) -> tuple[Item, ...] | None:
        columns = (grid_of(len(group))[0], min(2, len(group)))
        tried = product((_WIDE, 0.0), columns)  # icons above text, then beside it, which is lower
        found = (_laid(group, count, wide, context) for wide, count in tried)
        return next((items for items in found if items is not None), None)

    found = even_parts(tiles, laid)
    if found is None:
        worst = max(tiles, key=length)
        runs = worst.heading or worst.points[0].runs
        raise TooLargeError(
            plain(runs),
            f'a card does not hold what begins "{plain(runs)[:40]}", even in the smallest type',
            "say it in fewer words, or leave :layout: out and the points go on as a list",
        )
    return found


def _laid(
    tiles: Sequence[Tile], columns: int, wide: float, context: LayoutContext
) -> tuple[Item, ...] | None:
    """Return the cards of one slide, icons at the left of those that are so `wide` in points; None
    where they do not fit.
    """
    body = context.grid.body
    rows = -(-len(tiles) // columns)
    whole = cells(body, columns, rows)[0]
    icons = any(tile.icon for tile in tiles)
    left, top = _taken(whole, wide, icons=icons)
    room = inner(whole, left, top)
    fitted = shared_size(tiles, (room.width, room.height), context.side_sizes, context)
    if fitted is None:
        return None
    texts, tallest = fitted
    need = max(tallest, _ICON if left else 0.0) + top + 2 * PAD + RULE
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
        found += _card(at, tile, text, (box, left, top), max(tall[first : first + columns]))
    return tuple(found)


def _taken(box: Box, wide: float, *, icons: bool) -> tuple[float, float]:
    """Return what icons take of a card: at the left where it is so `wide`, else at the top."""
    if not icons:
        return 0.0, 0.0
    return (_ICON + _BESIDE, 0.0) if box.width >= wide else (0.0, _ICON + _BELOW)


def _card(
    at: int,
    tile: Tile,
    text: tuple[Paragraph, ...],
    place: tuple[Box, float, float],
    tall: float,
) -> tuple[Item, Item]:
    """Return a card's panel and its text, which stands in the middle of what the icon leaves.

    All of a row begin at one height: `tall` is what the tallest of them needs.
    """
    box, left, top = place
    room = inner(box, left, top)
    spare = max(0.0, room.height - tall)
    # Headed cards are read across: their headings stand at one height.
    down = 0.0 if top or tile.heading else spare / 2
    shapes: list[Area] = [*panel(box)]
    if tile.icon:
        corner = inner(box)
        drop = (corner.height - _ICON) / 2 if left and not tile.heading else 0.0
        square = Box(corner.left, corner.top + drop, _ICON, _ICON)
        shapes.append(icon(tile.icon, square))
    words = room._replace(top=room.top + down, height=room.height - down)
    return decoration(f"Card {at + 1}", shapes), part_item(at, "Card text", text, words)


LAYOUT = Layout(
    name="point-cards",
    title="Cards",
    ooxml="obj",
    holds=f"three to six points of up to {_SHORT} characters, or with icons, or parts headed by ##",
    applies=_applies,
    placeholders=_placeholders,
    fill=_fill,
    match=replace(TITLE_ONLY, slots=(), from_title=True),
    shows=frozenset({"icons"}),
    takes=_takes,
)
