"""The boxes of a display list's texts, to see whether any two meet or one leaves the sheet."""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple

from builder.model.displaylist import DisplayList, Text
from builder.text.metrics import FontMetrics


class Box(NamedTuple):
    """A text's ink, in points from the lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


def box(text: Text) -> Box:
    """Return the box of one text, level or upright: its width, ascenders and descenders."""
    width = FontMetrics.of(text.font).width(text.text.rstrip(), text.size)
    above, below = 0.70 * text.size, 0.20 * text.size
    if text.angle == 90:
        return Box(text.text, text.x - above, text.y, text.x + below, text.y + width)
    return Box(text.text, text.x, text.y - below, text.x + width, text.y + above)


def overlaps(drawn: DisplayList) -> list[tuple[str, str]]:
    """Return the pairs of texts that meet by more than a hair."""
    boxes = [box(text) for text in drawn.texts]
    return [
        (one.text, other.text)
        for one, other in combinations(boxes, 2)
        if min(one.right, other.right) - max(one.left, other.left) > 0.2
        and min(one.top, other.top) - max(one.bottom, other.bottom) > 0.2
    ]


def outside(drawn: DisplayList) -> list[str]:
    """Return the texts that leave the sheet by more than a hair."""
    return [
        item.text
        for item in map(box, drawn.texts)
        if item.left < -0.2
        or item.bottom < -0.2
        or item.right > drawn.width + 0.2
        or item.top > drawn.height + 0.2
    ]
