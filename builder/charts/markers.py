"""Shapes that tell the points of groups apart: takes a shape and a place, returns its corners."""

from __future__ import annotations

from functools import cache
from math import hypot
from typing import Final

from builder.charts.leaders import Leader

_HALF: Final = 0.36  # of an arm of a plus, how wide it is
# Corners of a plus around its middle, whose arms are 1 long.
PLUS: Final = tuple(
    (right * across - down * along, down * across + right * along)
    for right, down in ((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0))
    for across, along in ((1.0, -_HALF), (1.0, _HALF), (_HALF, _HALF))
)

# Corners of markers around their middle, in radii of the disc that they look as large as.
_CORNERS: Final = {
    "square": ((-0.89, -0.89), (0.89, -0.89), (0.89, 0.89), (-0.89, 0.89)),
    "diamond": ((0.0, -1.25), (1.25, 0.0), (0.0, 1.25), (-1.25, 0.0)),
    "triangle": ((0.0, -1.4), (1.2, 0.7), (-1.2, 0.7)),  # its middle is where its lines meet
    "plus": tuple((right * 1.25, down * 1.25) for right, down in PLUS),
    "x": tuple((right * 0.9 - down * 0.9, right * 0.9 + down * 0.9) for right, down in PLUS),
}


def corners(shape: str, x: float, y: float, radius: float) -> list[tuple[float, float]]:
    """Return the corners of a shape that looks as large as a disc; none for a disc itself."""
    return [(x + right * radius, y + down * radius) for right, down in _CORNERS.get(shape, ())]


@cache
def reach(shape: str) -> float:
    """Return how far a shape reaches from its middle, in radii of the disc that it looks as large
    as.
    """
    return max((hypot(*corner) for corner in _CORNERS.get(shape, ())), default=1.0)


def breaks(x: float, y: float, reach: float) -> tuple[Leader, ...]:
    """Return the two strokes across a baseline that say that its axis does not begin at zero.

    They begin at `x`, y downwards, and go `reach` points beyond the line on either side.
    """
    slant = 0.4 * reach
    return tuple(((at - slant, y + reach), (at + slant, y - reach)) for at in (x, x + reach))


def breaks_up(x: float, y: float, reach: float) -> tuple[Leader, ...]:
    """Return the two strokes that say it of an axis that stands upright; they begin at `y`."""
    slant = 0.4 * reach
    return tuple(((x - reach, at + slant), (x + reach, at - slant)) for at in (y, y - reach))


def foot_broken(x: float, foot: float, reach: float, clear: float) -> tuple[Leader, ...]:
    """Return the foot of an upright axis that has no line of its own, and the two strokes across
    it: those on the baseline would break the axis that lies there.

    The strokes begin `clear` points above `foot`, where the lowest tick is printed beside it.
    """
    low = foot - clear
    return (((x, foot), (x, low - 2 * reach)), *breaks_up(x, low, reach))
