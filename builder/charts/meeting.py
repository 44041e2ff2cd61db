"""Where words of a drawing meet something: takes a display list, returns pairs of its operations,
or the operations with the hairlines parted that give way.

What holds of a chart at one height is asked again at another: no word that stood free may touch
another word, a mark's edge or a line there. A grid helps to read values off an axis; where a word
stands it would only strike that out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from math import cos, radians, sin
from typing import Final, NamedTuple

from builder.frozen import replace
from builder.model.displaylist import DisplayList, Markers, Operation, Path, Text
from builder.text.metrics import FontMetrics

HAIR: Final = "~"
"""Before the name that a frame gives a hairline, for what records it."""

_ABOVE: Final = 0.74  # sizes above the baseline that letters reach
_BELOW: Final = 0.22  # and below; figures do not
_FIGURES: Final = frozenset("0123456789.%+\u2212\u2013 ")
_EDGE: Final = 1.0  # points that words may reach beyond a drawing's edge
_HAIR: Final = 0.05  # points that rounding may cost
_PART: Final = re.compile(r"[a-z]+|-?\d+(?:\.\d+)?")
_PLACES: Final = 4  # that stand for a curve
_ENDS: Final = {"m": 2, "l": 2, "c": 6, "re": 4}
_AIR: Final = 1.5  # points from a word to what is left of a line
_SHORT: Final = 3.0  # what is left between two words says nothing

Point = tuple[float, float]


class Bounds(NamedTuple):
    """Left, foot, right and top in points."""

    left: float
    foot: float
    right: float
    top: float


def meetings(drawn: DisplayList) -> frozenset[tuple[int, int]]:
    """Return which words meet which other operation, each by its place in the list.

    Words meet words, markers and small shapes that they overlap, and lines and edges of areas that
    run through them.
    """
    boxes = {at: box for at, each in enumerate(drawn.operations) if (box := words_box(each))}
    edges = {
        at: lines
        for at, each in enumerate(drawn.operations)
        if at not in boxes and (lines := list(_edges(each)))
    }
    around = {at: _around(point for line in lines for point in line) for at, lines in edges.items()}
    found: set[tuple[int, int]] = set()
    listed = list(boxes.items())
    for number, (at, box) in enumerate(listed):
        found.update((at, other) for other, its in listed[number + 1 :] if _overlap(box, its))
        for other, whole in around.items():
            if _near(box, whole) and any(_crosses(box, *line) for line in edges[other]):
                found.add((at, other))
    return frozenset(found)


def is_readable(drawn: DisplayList) -> bool:
    """Return whether a drawing's words stand within its width, apart, none of them divided."""
    boxes = [box for each in drawn.operations if (box := words_box(each))]
    if any(box.left < -_EDGE or box.right > drawn.width + _EDGE for box in boxes):
        return False
    if any(_overlap(one, other) for one, other in combinations(boxes, 2)):
        return False
    whole = {word for text in drawn.texts for word in text.text.split()}
    words = (word for run in drawn.printed for word in run.text.split())
    return all(any(word in each for each in whole) for word in words)


def words_box(item: Operation) -> Bounds | None:
    """Return the box that words stand in, level with the page; nothing for other operations."""
    if not isinstance(item, Text):
        return None
    wide = FontMetrics.of(item.font).width(item.text, item.size)
    turn = radians(item.angle)
    below = 0.0 if _FIGURES.issuperset(item.text) else _BELOW
    corners = [
        (item.x + x * cos(turn) - y * sin(turn), item.y + x * sin(turn) + y * cos(turn))
        for x in (0.0, wide)
        for y in (-below * item.size, _ABOVE * item.size)
    ]
    return _around(corners)


def giving_way(operations: Sequence[Operation]) -> Sequence[Operation]:
    """Return operations whose `hair` lines leave out where words stand; all else is as it was.

    A line keeps its ends' places, by which an axis is measured, as far as anything of it is left.
    """
    if not any(isinstance(each, Path) and each.hair for each in operations):
        return operations
    boxes = [box for each in operations if (box := words_box(each))]
    return tuple(
        replace(each, data=_parted(each.data, boxes))
        if isinstance(each, Path) and each.hair
        else each
        for each in operations
    )


def _around(points: Iterable[Point]) -> Bounds:
    xs, ys = zip(*points, strict=True)
    return Bounds(min(xs), min(ys), max(xs), max(ys))


def _near(one: Bounds, other: Bounds) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    return across >= 0 and min(one.top, other.top) >= max(one.foot, other.foot)


def _overlap(one: Bounds, other: Bounds) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    return across > _HAIR and min(one.top, other.top) - max(one.foot, other.foot) > _HAIR


def _edges(item: Operation) -> Iterator[tuple[Point, Point]]:
    """Yield the straight lines that bound what is drawn, of curves those from place to place."""
    if isinstance(item, Path):
        yield from _lines(item.data, 0.0, 0.0)
    elif isinstance(item, Markers):
        for x, y in item.places:
            yield from _lines(item.data, x, y)


def _lines(data: str, x: float, y: float) -> Iterator[tuple[Point, Point]]:
    begun, at = (0.0, 0.0), (0.0, 0.0)
    numbers: list[float] = []
    for part in _PART.findall(data):
        if not part[0].isalpha():
            numbers.append(float(part))
            continue
        if part == "re":
            left, foot, wide, tall = numbers
            right, top = x + left + wide, y + foot + tall
            left, foot = x + left, y + foot
            yield from pairwise(
                [(left, foot), (right, foot), (right, top), (left, top), (left, foot)]
            )
        elif part == "h":
            yield at, begun
            at = begun
        elif part in _ENDS:
            points = [
                (x + numbers[each], y + numbers[each + 1]) for each in range(0, len(numbers), 2)
            ]
            if part == "m":
                begun = points[-1]
            else:
                yield from pairwise([at, *(_along(at, *points) if part == "c" else points)])
            at = points[-1]
        numbers = []


def _along(start: Point, one: Point, other: Point, end: Point) -> Iterator[Point]:
    """Yield places along a cubic of Bézier's, its end among them."""
    for at in range(1, _PLACES + 1):
        t = at / _PLACES
        shares = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        x, y = (
            sum(
                share * place[way]
                for share, place in zip(shares, (start, one, other, end), strict=True)
            )
            for way in (0, 1)
        )
        yield x, y


def _crosses(box: Bounds, one: Point, other: Point) -> bool:
    """Return whether a line goes through a box (Liang and Barsky's clipping)."""
    (x, y), (dx, dy) = one, (other[0] - one[0], other[1] - one[1])
    enters, leaves = 0.0, 1.0
    for by, room in (
        (-dx, x - box.left - _HAIR),
        (dx, box.right - _HAIR - x),
        (-dy, y - box.foot - _HAIR),
        (dy, box.top - _HAIR - y),
    ):
        if by == 0:
            if room <= 0:
                return False
        elif by < 0:
            enters = max(enters, room / by)
        else:
            leaves = min(leaves, room / by)
    return enters < leaves


def _parted(data: str, boxes: Sequence[Bounds]) -> str:
    """Return a level or upright line off the boxes; whole, where nothing of it would be left."""
    x, y, _, end_x, end_y, _ = data.split()
    start, end = (float(x), float(y)), (float(end_x), float(end_y))
    along = 0 if start[1] == end[1] else 1
    at, (low, high) = start[1 - along], sorted((start[along], end[along]))
    gaps = sorted(
        (box[along] - _AIR, box[along + 2] + _AIR)
        for box in boxes
        if box[1 - along] - _AIR < at < box[3 - along] + _AIR
    )
    left = [part for part in _off(low, high, gaps) if part[1] - part[0] >= _SHORT]
    if not gaps or not left:
        return data

    if start[along] > end[along]:
        left = [(top, foot) for foot, top in reversed(left)]

    def place(value: float) -> str:
        pair = (value, at) if along == 0 else (at, value)
        return " ".join(f"{each:.2f}".rstrip("0").rstrip(".") for each in pair)

    return " ".join(f"{place(one)} m {place(other)} l" for one, other in left)


def _off(low: float, high: float, gaps: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return what gaps leave of a stretch."""
    left, at = [], low
    for start, end in gaps:
        if start > at:
            left.append((at, min(start, high)))
        at = max(at, end)
    return [*left, (at, high)] if at < high else left
