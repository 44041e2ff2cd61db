"""Patterns that tell marks apart where their lightness alone does not: a chart's slots in, the
slots with patterns, or the stripes of a pattern over a box, out.

They are for charts whose key stands apart from its marks, so that no name stands beside each one.
The names of patterns are PowerPoint's presets (ECMA-376-1, 20.1.10.33).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import cycle
from typing import Final, TypeAlias

from builder.charts.native import PATTERN, Slot, rgb
from builder.theme.ramp import RAMP, is_striped, place_of
from builder.theme.theme import Theme, contrast

Line: TypeAlias = tuple[tuple[float, float], tuple[float, float]]

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


def stripes(pattern: str, box: tuple[float, float, float, float]) -> list[Line]:
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
