"""The boxes of a display list's texts, to see whether any two meet or one leaves the sheet."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from matplotlib.transforms import Bbox

from builder.charts import meeting
from builder.charts.meeting import giving_way, meetings, words_box
from builder.frozen import replace
from builder.model.displaylist import DisplayList, Operation, Path, Text
from builder.text.metrics import FontMetrics
from tests.charts.apart import outline


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


def crossed(drawn: DisplayList) -> list[tuple[str, str]]:
    """Return the texts that a line or the edge of a mark runs through where it is seen, each with
    what does: hairlines give way to words, and what is painted over is not seen.
    """
    whole = replace(drawn, operations=tuple(giving_way(drawn.operations)))
    shown = whole.operations
    found = []
    for one, other in sorted(meetings(whole)):
        word, ink = shown[one], shown[other]
        assert isinstance(word, Text)
        around = words_box(word)
        assert around is not None
        if isinstance(ink, Text) or _is_hidden(shown, other, around):
            continue
        stroke = ink.stroke.colour if ink.stroke else ""
        found.append((word.text, f"{ink.fill or ''} {stroke} {getattr(ink, 'mark', '')}"))
    return found


def _is_hidden(shown: Sequence[Operation], at: int, box: meeting.Bounds) -> bool:
    """Say whether what is drawn at a place in the list does not show within a box: a form that is
    drawn later covers the box, or its own clip leaves the box out.
    """
    inside = Bbox([[box.left, box.foot], [box.right, box.top]])
    clip = shown[at].clip
    if clip is not None and not outline(clip).intersects_bbox(inside, filled=True):
        return True
    corners = [(x, y) for x in (box.left, box.right) for y in (box.foot, box.top)]
    return any(
        isinstance(later, Path)
        and later.fill is not None
        and later.clip is None
        and all(outline(later.data).contains_points(corners))
        and not outline(later.data).intersects_bbox(inside, filled=False)
        for later in shown[at + 1 :]
    )
