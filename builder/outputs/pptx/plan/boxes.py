"""What boxes have in common: boxes in; the box around them, the area that they share, out."""

from __future__ import annotations

from collections.abc import Sequence

from builder.units import Box


def around(boxes: Sequence[Box]) -> Box:
    """Return the smallest box that holds all of these; there is one at least."""
    left, top = min(box.left for box in boxes), min(box.top for box in boxes)
    right = max(box.left + box.width for box in boxes)
    return Box(left, top, right - left, max(box.top + box.height for box in boxes) - top)


def shared_area(one: Box, other: Box) -> float:
    """Return the area that two boxes share."""
    width = min(one.left + one.width, other.left + other.width) - max(one.left, other.left)
    height = min(one.top + one.height, other.top + other.height) - max(one.top, other.top)
    return width * height if width > 0 and height > 0 else 0.0
