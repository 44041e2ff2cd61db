"""The marks of scatter charts and legends: a symbol, its place and its size in; ink out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from builder.charts.native import Marker
from builder.model.displaylist import Stroke
from builder.outputs.pptx.picture.sheet import Place, Sheet
from builder.units import Box

# Corners around the middle, in radii, downwards.
_CORNERS: Final[Mapping[Marker, tuple[Place, ...]]] = {
    "square": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
    "diamond": ((0, -1), (1, 0), (0, 1), (-1, 0)),
    "triangle": ((0, -1), (1, 1), (-1, 1)),
}


def draw(
    sheet: Sheet, symbol: Marker, place: Place, radius: float, fill: str, edge: Stroke | None
) -> None:
    """Draw a mark around a place."""
    x, y = place
    if symbol in _CORNERS:
        corners = _CORNERS[symbol]
        sheet.area([(x + right * radius, y + down * radius) for right, down in corners], fill, edge)
    else:
        sheet.ellipse(Box(x - radius, y - radius, 2 * radius, 2 * radius), fill, edge)
