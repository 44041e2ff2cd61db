"""Parts of a slide below one another, each on a band as wide as the body: what stands in no even
rows of panels.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from builder.outputs.pptx.layouts.base import LayoutContext
from builder.outputs.pptx.layouts.panels import large
from builder.outputs.pptx.layouts.tiles import (
    Tile,
    cells,
    decoration,
    icon,
    part_item,
    shared_size,
)
from builder.outputs.pptx.plan.model import FilledForm, Item
from builder.units import Box

UNEVEN: Final = 5
"""Parts that stand on bands rather than as three and two."""

_GAP: Final = 10.0
_BAR: Final = 4.0
_PAD: Final = 16.0  # beside the text
_ABOVE: Final = 5.0
_ICON: Final = 32.0


def banded(
    tiles: Sequence[Tile], context: LayoutContext, *, enlarging: bool = True
) -> tuple[Item, ...] | None:
    """Return a band for each part, all as high, which fill the body; None where they do not fit."""
    boxes = cells(context.grid.body, 1, len(tiles), _GAP)
    left = _BAR + _PAD + (_ICON + _PAD if any(tile.icon for tile in tiles) else 0.0)
    wide, high = boxes[0].width - left - _PAD, boxes[0].height - 2 * _ABOVE
    sizes = (*(large(tiles, wide, context) if enlarging else ()), *context.side_sizes)
    fitted = shared_size(tiles, (wide, high), sizes, context)
    if fitted is None or high < (_ICON if left > _BAR + _PAD else 0.0):
        return None
    found: list[Item] = []
    for at, (tile, text, box) in enumerate(zip(tiles, fitted[0], boxes, strict=True)):
        shapes = [
            FilledForm("Panel", box, "tint"),
            FilledForm("Rule", box._replace(width=_BAR), "accent"),
        ]
        if tile.icon:
            top = box.top + (box.height - _ICON) / 2
            shapes.append(icon(tile.icon, Box(box.left + _BAR + _PAD, top, _ICON, _ICON)))
        tall = context.height(text, wide) + 1
        place = Box(box.left + left, box.top + max(0.0, box.height - tall) / 2, wide, tall)
        found += [decoration(f"Card {at + 1}", shapes), part_item(at, "Card text", text, place)]
    return tuple(found)
