"""A cover's art: a resolved chart in, its marks as bare outlines out, without a word or an axis.

Outlines stand in a frame 1 high and `ratio` wide, its origin in the lower left corner, and end at
the frame's edges: what bleeds off a page is cut there. Nothing here is measured or read off. The
marks of charts whose data stand in categories are drawn here: columns, stacks, lines, areas, rings;
`marks` has those of the others.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
    clouds,
    flows,
    greatest,
    grounded,
    heights,
    leading,
    outstanding,
    placed,
    reach,
    standing,
    steps,
    timeline,
    tone,
    value,
)
from builder.model.chart import ResolvedChart
from builder.model.gauge import known_runs

__all__ = ["FilledOutline", "art", "plain_art"]

_HIGH: Final = 0.96  # of the frame: the greatest value
_THICK: Final = 0.022  # a line, of the frame's height
_Drawn = Callable[[ResolvedChart, float], list[FilledOutline]]


def art(chart: ResolvedChart, shape: str, ratio: float) -> tuple[FilledOutline, ...]:
    """Return the marks of a chart; none where it has none that can be drawn so.

    A chart of categories is drawn in the `shape` of its kind, another by what it holds.
    """
    drawn = tuple(each.within(ratio) for each in _drawn(chart, shape)(chart, ratio))
    return tuple(each for each in drawn if each.outline)


def plain_art(ratio: float) -> tuple[FilledOutline, ...]:
    """Return the art of covers in type alone: quarters of rings around the lower right corner."""
    tones = ((0.98, 0.05), (0.72, 0.09), (0.46, 0.14))
    drawn = (
        FilledOutline(circle((ratio, 0.0), min(ratio, 1.0) * radius), tone)
        for radius, tone in tones
    )
    return tuple(each.within(ratio) for each in drawn)


def _drawn(chart: ResolvedChart, shape: str) -> _Drawn:
    if chart.spans:
        return steps
    if chart.points:
        return clouds
    if chart.events:
        return timeline
    if chart.flows:
        return flows
    return _SHAPES[shape]


def columns(chart: ResolvedChart, ratio: float) -> list[FilledOutline]:
    """Return columns, side by side in groups, the last bleeding off the right edge."""
    rows, chosen = heights(chart), outstanding(chart)
    groups = max(map(len, rows), default=0)
    if not groups:
        return []
    start, pitch = placed(groups, ratio)
    width = pitch * FILLED / len(rows)
    nought, unit = grounded(*reach(rows))
    found = []
    for at, row in enumerate(rows):
        for place, height in enumerate(row):
            if height is None:
                continue
            left = start + place * pitch + at * width
            foot, top = sorted((nought, nought + height * unit))
            outline = box(left, foot * _HIGH, left + width * 0.97, top * _HIGH)
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
    width, across = pitch * FILLED / len(rows), _HIGH * ratio
    nought, unit = grounded(*reach(rows))
    found = []
    for at, row in enumerate(rows):
        for place, length in enumerate(row):
            if length is None:
                continue
            top = 1.0 - place * pitch - at * width
            start, end = sorted((nought, nought + length * unit))
            outline = box(start * across, top - width * 0.97, end * across, top)
            found.append(
                FilledOutline(outline, tone(groups - place - 1, groups), (at, place) in chosen)
            )
    return found


def stacks(chart: ResolvedChart, ratio: float) -> list[FilledOutline]:
    """Return stacked columns, the series in tones; what is below nought is stacked downwards."""
    rows, chosen = heights(chart), outstanding(chart)
    groups = max(map(len, rows), default=0)
    columns = [[value(row[place]) for row in rows] for place in range(groups)]
    ends = [sum(each for each in column if each * way > 0) for column in columns for way in (1, -1)]
    if not any(ends):
        return []
    start, pitch = placed(groups, ratio)
    nought, unit = grounded(max(ends), min(ends))
    found = []
    for place, column in enumerate(columns):
        stacked = {True: 0.0, False: 0.0}  # above nought and below
        for at, height in enumerate(column):
            if rows[at][place] is None:
                continue
            begun = stacked[height >= 0]
            stacked[height >= 0] += height
            foot, top = sorted(nought + each * unit for each in (begun, begun + height))
            left = start + place * pitch
            outline = box(left, foot * _HIGH, left + pitch * FILLED, top * _HIGH)
            found.append(
                FilledOutline(outline, tone(len(rows) - at - 1, len(rows)), (at, place) in chosen)
            )
    return found


def lines(chart: ResolvedChart, ratio: float) -> list[FilledOutline]:
    """Return lines from edge to edge, the emphasised last and over a faint ground.

    A missing value interrupts them, and what stands alone is a dot.
    """
    rows, first = heights(chart), leading(chart)
    if not rows or max(map(len, rows)) < 2:
        return columns(chart, ratio)
    order = [at for at in range(len(rows)) if at != first] + [first]
    ground = grounded(*reach(rows))
    found = [
        FilledOutline((*run, (run[-1][0], 0.0), (run[0][0], 0.0)), FAINT)
        for run in _spots(rows[first], ratio, ground)
        if len(run) > 1
    ]
    for at in order:
        for run in _spots(rows[at], ratio, ground):
            # Each piece by itself: the outline of a line that turns sharply would cross itself.
            pieces = [_thick(one, other) for one, other in pairwise(run)]
            found += [
                FilledOutline(piece, STRONG * 0.85, at == first)
                for piece in pieces or [circle(run[0], _THICK)]
            ]
    return found


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


def _spots(
    row: Sequence[float | None], ratio: float, ground: tuple[float, float]
) -> list[list[Spot]]:
    """Return where a series' values stand, from edge to edge, run by run."""
    steps, (nought, unit) = max(len(row) - 1, 1), ground
    spots = [
        (ratio * at / steps, 0.04 + (nought + value(each) * unit) * (_HIGH - 0.06))
        for at, each in enumerate(row)
    ]
    return [[spots[at] for at in run] for run in known_runs([row])]


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


def _band(
    run: Sequence[int], edges: tuple[Sequence[float], Sequence[float]], step: float
) -> tuple[Spot, ...]:
    """Return the band between two edges over places side by side; over one alone a column."""
    foot, top = ([(step * at, edge[at]) for at in run] for edge in edges)
    if len(run) > 1:
        return (*top, *reversed(foot))
    (x, high), (_, low) = top[0], foot[0]
    return box(x - _THICK / 2, low, x + _THICK / 2, high)


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


_SHAPES: Final[dict[str, _Drawn]] = {
    "areas": areas,
    "bars": bars,
    "columns": columns,
    "lines": lines,
    "ring": ring,
    "stacks": stacks,
}
