"""What boxes have in common: boxes in; the box around them, the area that they share, out."""

from __future__ import annotations

from collections.abc import Sequence

from builder.units import Box


def around(boxes: Sequence[Box]) -> Box:
    """Return the smallest box that holds all of these; there is one at least."""
    left, top = min(box.left for box in boxes), min(box.top for box in boxes)
    right = max(box.left + box.width for box in boxes)
    return Box(left, top, right - left, max(box.top + box.height for box in boxes) - top)


def shared(one: Box, other: Box) -> Box:
    """Return what two boxes share; it has no width, or no height, where they share nothing."""
    left, top = max(one.left, other.left), max(one.top, other.top)
    right = min(one.left + one.width, other.left + other.width)
    foot = min(one.top + one.height, other.top + other.height)
    return Box(left, top, max(0.0, right - left), max(0.0, foot - top))


def shared_area(one: Box, other: Box) -> float:
    """Return the area that two boxes share."""
    both = shared(one, other)
    return both.width * both.height


def covers(one: Box, other: Box) -> bool:
    """Say whether a box lies over most of another."""
    return shared_area(one, other) > other.width * other.height / 2
