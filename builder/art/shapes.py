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
    circle,
    greatest,
    heights,
    leading,
    outstanding,
    placed,
    standing,
    tone,
    value,
)
from builder.model.chart import ResolvedChart
from builder.model.holes import known_runs

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
            if height is None:
                continue
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
            if length is None:
                continue
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
    most = greatest(rows)
    if not most:
        return []
    start, pitch = placed(groups, ratio)
    found = []
    for place in range(groups):
        foot = 0.0
        for at, row in enumerate(rows):
            if row[place] is None:
                continue
            top = foot + standing(row[place]) / most * _HIGH
            left = start + place * pitch
            outline = box(left, foot, left + pitch * FILLED, top)
            found.append(
                FilledOutline(outline, tone(len(rows) - at - 1, len(rows)), (at, place) in chosen)
            )
            foot = top
    return found


def _spots(row: Sequence[float | None], ratio: float) -> list[list[Spot]]:
    """Return where a series' values stand, from edge to edge, run by run."""
    steps = max(len(row) - 1, 1)
    spots = [
        (ratio * at / steps, 0.04 + value(each) * (_HIGH - 0.06)) for at, each in enumerate(row)
    ]
    return [[spots[at] for at in run] for run in known_runs([row])]


def lines(chart: ResolvedChart, ratio: float) -> list[FilledOutline]:
    """Return lines from edge to edge, the emphasised last and over a faint ground.

    A missing value interrupts them, and what stands alone is a dot.
    """
    rows, first = heights(chart), leading(chart)
    if not rows or max(map(len, rows)) < 2:
        return columns(chart, ratio)
    order = [at for at in range(len(rows)) if at != first] + [first]
    found = [
        FilledOutline((*run, (run[-1][0], 0.0), (run[0][0], 0.0)), FAINT)
        for run in _spots(rows[first], ratio)
        if len(run) > 1
    ]
    for at in order:
        for run in _spots(rows[at], ratio):
            # Each piece by itself: the outline of a line that turns sharply would cross itself.
            pieces = [_thick(one, other) for one, other in pairwise(run)]
            found += [
                FilledOutline(piece, STRONG * 0.85, at == first)
                for piece in pieces or [circle(run[0], _THICK)]
            ]
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
    """Return areas one above another, in tones, with a gap where a value is missing."""
    rows, first = heights(chart), leading(chart)
    count = max(map(len, rows), default=0)
    most = greatest(rows)
    if count < 2 or not most:
        return columns(chart, ratio)
    found, foot = [], [0.0] * count
    for at, row in enumerate(rows):
        top = [low + standing(each) / most * _HIGH for low, each in zip(foot, row, strict=True)]
        emphasised = at == first and len(rows) > 1
        for run in known_runs(rows):
            outline = _band(run, (foot, top), ratio / (count - 1))
            found.append(FilledOutline(outline, tone(at, len(rows)), emphasised))
        foot = top
    return found


def _band(
    run: Sequence[int], edges: tuple[Sequence[float], Sequence[float]], step: float
) -> tuple[Spot, ...]:
    """Return the band between two edges over places side by side; over one alone a column."""
    foot, top = ([(step * at, edge[at]) for at in run] for edge in edges)
    if len(run) > 1:
        return (*top, *reversed(foot))
    (x, high), (_, low) = top[0], foot[0]
    return box(x - _THICK / 2, low, x + _THICK / 2, high)


def ring(chart: ResolvedChart, ratio: float) -> list[FilledOutline]:
    """Return a ring, larger than the frame holds, at the right."""
    rows, chosen = heights(chart), outstanding(chart)
    row = rows[0] if rows else ()
    whole = sum(map(standing, row))
    if not whole:
        return []
    centre = (ratio - min(ratio * 0.3, 0.5), 0.4)
    found, begun = [], 0.0
    for at, each in enumerate(row):
        if each is None:
            continue
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
