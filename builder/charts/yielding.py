"""Hairlines that give way to words: operations in, the same with those lines parted out.

A grid helps to read values off an axis; where a word stands it would only strike that out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from builder.charts.meeting import Bounds, words_box
from builder.frozen import replace
from builder.model.displaylist import Operation, Path

HAIR: Final = "~"
"""Before the name that a frame gives such a line, for what records it."""

_AIR: Final = 1.5  # points from a word to what is left of a line
_SHORT: Final = 3.0  # what is left between two words says nothing


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
