"""The marks of charts whose data stand in categories: columns, stacks, lines, areas, rings."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import cos, hypot, pi, sin
from typing import Final

from builder.art.marks import (
    FAINT,
    FILLED,
    STRONG,
    FilledOutline,
    Spot,
    box,
    heights,
    leading,
    outstanding,
    placed,
    tone,
)
from builder.model.chart import ResolvedChart

_HIGH: Final = 0.96  # of the frame: the greatest value
_THICK: Final = 0.022  # a line, of the frame's height


def columns(chart: ResolvedChart, ratio: float) -> list[FilledOutline]:
    """Return columns, side by side in groups, the last bleeding off the right edge."""
    rows, chosen = heights(chart), outstanding(chart)
    groups = max(map(len, rows), default=0)
    if not groups:
        return []
    start, pitch = placed(groups, ratio)
    width = pitch * FILLED / len(rows)
    found = []
    for at, row in enumerate(rows):
        for place, height in enumerate(row):
            left = start + place * pitch + at * width
            outline = box(left, 0.0, left + width * 0.97, abs(height) * _HIGH)
            shade = tone(place, groups) * (1.0 if at % 2 == 0 else 0.7)
            found.append(FilledOutline(outline, shade, (at, place) in chosen))
    return found


def bars(chart: ResolvedChart, ratio: float) -> list[FilledOutline]:
    """Return bars from the left edge, the first at the top."""
    rows, chosen = heights(chart), outstanding(chart)
    groups = max(map(len, rows), default=0)
    if not groups:
        return []
    pitch = 1.0 / groups
    width = pitch * FILLED / len(rows)
    found = []
    for at, row in enumerate(rows):
        for place, length in enumerate(row):
            top = 1.0 - place * pitch - at * width
            outline = box(0.0, top - width * 0.97, abs(length) * _HIGH * ratio, top)
            found.append(
                FilledOutline(outline, tone(groups - place - 1, groups), (at, place) in chosen)
            )
    return found


def stacks(chart: ResolvedChart, ratio: float) -> list[FilledOutline]:
    """Return stacked columns, the series in tones."""
    rows, chosen = heights(chart), outstanding(chart)
    groups = max(map(len, rows), default=0)
    most = max((sum(abs(row[at]) for row in rows) for at in range(groups)), default=0.0)
    if not most:
        return []
    start, pitch = placed(groups, ratio)
    found = []
    for place in range(groups):
        foot = 0.0
        for at, row in enumerate(rows):
            top = foot + abs(row[place]) / most * _HIGH
            left = start + place * pitch
            outline = box(left, foot, left + pitch * FILLED, top)
            found.append(
                FilledOutline(outline, tone(len(rows) - at - 1, len(rows)), (at, place) in chosen)
            )
            foot = top
    return found


def _spots(row: Sequence[float], ratio: float) -> list[Spot]:
    """Return where a series' values stand, from edge to edge."""
    steps = max(len(row) - 1, 1)
    return [(ratio * at / steps, 0.04 + each * (_HIGH - 0.06)) for at, each in enumerate(row)]


def lines(chart: ResolvedChart, ratio: float) -> list[FilledOutline]:
    """Return lines from edge to edge, the emphasised last and over a faint ground."""
    rows, first = heights(chart), leading(chart)
    if not rows or max(map(len, rows)) < 2:
        return columns(chart, ratio)
    order = [at for at in range(len(rows)) if at != first] + [first]
    under = _spots(rows[first], ratio)
    found = [FilledOutline((*under, (ratio, 0.0), (0.0, 0.0)), FAINT)]
    for at in order:
        spots = _spots(rows[at], ratio)
        # Each piece by itself: the outline of a whole line that turns sharply would cross itself.
        for one, other in pairwise(spots):
            found.append(FilledOutline(_thick(one, other), STRONG * 0.85, at == first))
    return found


def _thick(one: Spot, other: Spot) -> tuple[Spot, ...]:
    """Return a stretch of a line, a little longer than it is so that stretches join."""
    along, up = other[0] - one[0], other[1] - one[1]
    length = hypot(along, up) or 1.0
    x, y = along / length * _THICK / 2, up / length * _THICK / 2
    start, end = (one[0] - x / 2, one[1] - y / 2), (other[0] + x / 2, other[1] + y / 2)
    return (
        (start[0] + y, start[1] - x),
        (end[0] + y, end[1] - x),
        (end[0] - y, end[1] + x),
        (start[0] - y, start[1] + x),
    )


def areas(chart: ResolvedChart, ratio: float) -> list[FilledOutline]:
    """Return areas one above another, in tones."""
    rows, first = heights(chart), leading(chart)
    count = max(map(len, rows), default=0)
    most = max((sum(abs(row[at]) for row in rows) for at in range(count)), default=0.0)
    if count < 2 or not most:
        return columns(chart, ratio)
    found, foot = [], [0.0] * count
    for at, row in enumerate(rows):
        top = [low + abs(each) / most * _HIGH for low, each in zip(foot, row, strict=True)]
        upper = [(ratio * n / (count - 1), each) for n, each in enumerate(top)]
        lower = [(ratio * n / (count - 1), each) for n, each in enumerate(foot)]
        alone = len(rows) == 1
        found.append(
            FilledOutline(
                (*upper, *reversed(lower)), tone(at, len(rows)), at == first and not alone
            )
        )
        foot = top
    return found


def ring(chart: ResolvedChart, ratio: float) -> list[FilledOutline]:
    """Return a ring, larger than the frame holds, at the right."""
    rows, chosen = heights(chart), outstanding(chart)
    row = rows[0] if rows else ()
    whole = sum(map(abs, row))
    if not whole:
        return []
    centre = (ratio - min(ratio * 0.3, 0.5), 0.4)
    found, begun = [], 0.0
    for at, each in enumerate(row):
        ended = begun + abs(each) / whole
        outline = _wedge(centre, (0.27, 0.56), (begun, ended))
        found.append(FilledOutline(outline, tone(at, len(row)), (0, at) in chosen))
        begun = ended
    return found


def _wedge(
    centre: Spot, radii: tuple[float, float], shares: tuple[float, float]
) -> tuple[Spot, ...]:
    """Return part of a ring, clockwise from the top; a hair's breadth is left between parts."""
    start, end = (2 * pi * share for share in shares)
    gap = min(0.012, (end - start) / 4)
    steps = max(2, round((end - start) * 12))
    turns = [start + gap + (end - start - 2 * gap) * at / steps for at in range(steps + 1)]

    def at(radius: float, turn: float) -> Spot:
        return centre[0] + radius * sin(turn), centre[1] + radius * cos(turn)

    outer = [at(radii[1], turn) for turn in turns]
    return (*outer, *(at(radii[0], turn) for turn in reversed(turns)))
