"""Hairlines from marks to their names: places in points in, lines and what they cross out."""

from __future__ import annotations

Leader = tuple[tuple[float, float], tuple[float, float]]
Sides = tuple[float, float, float, float]
"""Of a box: left, top, right, bottom."""


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
