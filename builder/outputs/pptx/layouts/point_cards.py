"""Cards: three to six short points or headed parts, each on a panel, with an icon where it has one.

Five, which make no even rows, stand below one another. Two by two before they go on: what does not
fit in rows of three stands in rows of two, over several slides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from typing import Final

from builder.model.text import plain
from builder.outputs.pptx.layouts.base import TITLE_ONLY, Drafts, Layout, LayoutContext, SlideFrame
from builder.outputs.pptx.layouts.panels import UNEVEN, banded, laid
from builder.outputs.pptx.layouts.parts import headline, source
from builder.outputs.pptx.layouts.tiles import (
    Tile,
    cells,
    grid_of,
    inner,
    length,
    part_placeholders,
    tiles_of,
)
from builder.outputs.pptx.plan.autofit import TooLargeError, even_parts
from builder.outputs.pptx.plan.content import SlideContent
from builder.outputs.pptx.plan.model import Item, Placeholder

_FEWEST, _MOST = 3, 6
_SHORT: Final = 90
_LONGEST: Final = 220
"""Characters of a point that is a card by itself, and of one that has an icon or a heading."""

_WIDE: Final = 320.0  # from which an icon stands beside the text, not above it


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

    def tried(group: Sequence[Tile]) -> tuple[Item, ...] | None:
        if len(group) == UNEVEN and (bands := banded(group, context)):
            return bands
        columns = (grid_of(len(group))[0], min(2, len(group)))
        ways = product((_WIDE, 0.0), columns)  # icons above text, then beside it, which is lower
        found = (laid(group, count, wide, context) for wide, count in ways)
        return next((items for items in found if items is not None), None)

    found = even_parts(tiles, tried)
    if found is None:
        worst = max(tiles, key=length)
        runs = worst.heading or worst.points[0].runs
        raise TooLargeError(
            plain(runs),
            f'a card does not hold what begins "{plain(runs)[:40]}", even in the smallest type',
            "say it in fewer words, or leave :layout: out and the points go on as a list",
        )
    return found


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
