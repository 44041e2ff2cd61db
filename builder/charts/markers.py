"""What tells marks apart where colour does not: the shapes of points, the patterns of fills, and
the hairlines from marks to their names.

Takes a shape and a place, returns its corners; takes a chart's slots, returns those with patterns,
or the stripes of a pattern over a box; takes a mark and its name's box, returns the line between
them, and whether a line crosses a box.

Patterns are for charts whose key stands apart from its marks, so that no name stands beside each
one. Their names are PowerPoint's presets (ECMA-376-1, 20.1.10.33).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import cycle
from math import hypot
from typing import Final, TypeAlias

from builder.charts.native import PATTERN, Slot, rgb
from builder.theme.ramp import RAMP, is_striped, place_of
from builder.theme.theme import Theme, contrast

Leader: TypeAlias = tuple[tuple[float, float], tuple[float, float]]
"""A straight line, from end to end."""
Sides: TypeAlias = tuple[float, float, float, float]
"""Of a box: left, top, right, bottom."""

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

PATTERNS: Final = ("wdUpDiag", "wdDnDiag", "dashHorz", "dashVert", "dotGrid")
HATCH: Final = f"{PATTERN}dashHorz"
"""What tells one side of a middle from the other where no values are written."""
_STRIPED: Final = {"": f"{PATTERN}wdDnDiag", HATCH: f"{PATTERN}dotGrid"}
"""What tells a step from those beside it, plain or hatched ones."""
WIDTH: Final = 0.8
"""Points that a stripe is wide."""
_APART: Final = 3.0
"""How far apart in contrast marks are that need no pattern (WCAG 2.2, 1.4.11)."""
_PITCH: Final = 4.0


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


def leader(mark: tuple[float, float], box: Sides) -> Leader:
    """Return the line from the middle of a mark to the nearest point of its name."""
    left, top, right, bottom = box
    return mark, (min(max(mark[0], left), right), min(max(mark[1], top), bottom))


def crosses(line: Leader, box: Sides) -> bool:
    """Return whether a line runs through a box: what each axis leaves of it overlaps."""
    (x, y), (end_x, end_y) = line
    left, top, right, bottom = box
    first, last = 0.0, 1.0
    for start, way, low, high in ((x, end_x - x, left, right), (y, end_y - y, top, bottom)):
        if way == 0:
            if not low < start < high:
                return False
            continue
        near, far = sorted(((low - start) / way, (high - start) / way))
        first, last = max(first, near), min(last, far)
    return first < last


def told_apart(slots: Sequence[Slot], theme: Theme) -> tuple[Slot, ...]:
    """Return the slots of a key, with a pattern each where one is too like one before it, or a grey
    too like a colour, which what is highlighted stands in.

    Steps of a ramp lie each apart from the next.
    """
    plain: list[str] = []
    patterns = cycle(PATTERNS)
    found = list(slots)
    for at in sorted(range(len(found)), key=lambda at: not slots[at].startswith("accent")):
        slot, colour = slots[at], rgb(slots[at], theme)
        if slot.startswith(RAMP):
            found[at] = striped(slot)
        elif all(contrast(colour, other) >= _APART for other in plain):
            plain.append(colour)
        else:
            found[at] = f"{slot}{PATTERN}{next(patterns)}"
    return tuple(found)


def striped(slot: Slot, hatch: str = "") -> Slot:
    """Return a step of a ramp with its hatch, if any; with stripes if it is every second of many,
    which nothing else tells from those beside it.
    """
    return slot + (_STRIPED[hatch] if is_striped(*place_of(slot)) else hatch)


def stripes(pattern: str, box: tuple[float, float, float, float]) -> list[Leader]:
    """Return the stripes of a pattern over a box: left, foot, right, top, with y upwards."""
    left, foot, right, top = box
    if pattern == "dotGrid":
        return stripes("dashHorz", box) + stripes("dashVert", box)
    if pattern == "dashHorz":
        return [((left, y), (right, y)) for y in _steps(foot, top)]
    if pattern == "dashVert":
        return [((x, foot), (x, top)) for x in _steps(left, right)]
    high = top - foot
    starts = _steps(left - high, right, _PITCH * 2**0.5)
    if pattern == "wdUpDiag":
        return [((x, foot), (x + high, top)) for x in starts]
    return [((x, top), (x + high, foot)) for x in starts]


def _steps(low: float, high: float, pitch: float = _PITCH) -> list[float]:
    """Return places between two, so far apart, none at an end."""
    return [low + pitch * (step + 0.5) for step in range(max(1, round((high - low) / pitch)))]
