"""Outlines on a sheet: paths and places in; boxes, corners, and what is pointed at of them, out.

Places are points from the sheet's upper left corner.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil, cos, dist, pi, sin
from typing import Final, TypeAlias

from builder.preview.locating import Box, rounded
from builder.preview.svg import Matrix

Spot: TypeAlias = tuple[float, float]
Outline: TypeAlias = tuple[str, Matrix]
"""A path (SVG's own steps), and what takes it to the sheet."""

_STEP: Final = re.compile("([MLChv])([^MLChvz]*)")
_BENDS: Final = (0.25, 0.5, 0.75, 1.0)  # of a curve: where its outline has corners
_APART: Final = 0.5  # points: what is nearer is one corner
_FINE: Final = pi / 24  # of a ring, from corner to corner


def extent(outline: Outline) -> Box:
    """Return the box around a path, handles of its curves included."""
    data, matrix = outline
    return around([_on(matrix, place) for held in _steps(data) for place in held[1:]])


def around(spots: Sequence[Spot]) -> Box:
    """Return the box around some places."""
    across, down = zip(*spots, strict=True)
    return min(across), min(down), max(across) - min(across), max(down) - min(down)


def is_closed(outline: Outline) -> bool:
    """Say whether a path is a form, and no line."""
    return outline[0].endswith("z")


def corners(outline: Outline) -> list[Spot]:
    """Return where the steps of a path lead, one after another."""
    data, matrix = outline
    return [_on(matrix, held[-1]) for held in _steps(data)]


def bent(outline: Outline) -> tuple[Spot, ...]:
    """Return a path's corners, with some more along its curves, those that can be told apart; of
    several forms one line that leads around them all, and from each back to where it began.
    """
    data, matrix = outline
    forms: list[list[Spot]] = []
    for part in data.split("M")[1:]:
        made: list[Spot] = []
        for start, *held in _steps(f"M{part}"):
            places = [_curve((start, *held), at) for at in _BENDS] if len(held) > 1 else held
            for spot in (rounded_spot(_on(matrix, place)) for place in places):
                if not made or dist(spot, made[-1]) >= _APART:
                    made.append(spot)
        forms.append(made)
    first = [spot for form in forms[:1] for spot in form]
    return (*first, *(spot for form in forms[1:] for spot in (first[0], *form, form[0], first[0])))


def rounded_spot(spot: Spot) -> Spot:
    """Return a place as it is told."""
    x, y = spot
    return round(x, 1), round(y, 1)


def sector(centre: Spot, radii: Spot, shares: Spot) -> tuple[Spot, ...]:
    """Return the corners of a part of a ring: inner and outer radius, and from where to where of
    the turn it goes, clockwise from the top.
    """
    start, end = (2 * pi * share for share in shares)
    count = max(1, ceil((end - start) / _FINE))
    turns = [start + (end - start) * at / count for at in range(count + 1)]
    (x, y), (inner, outer) = centre, radii
    made = [(x + outer * sin(turn), y - outer * cos(turn)) for turn in turns]
    made += [(x + inner * sin(turn), y - inner * cos(turn)) for turn in reversed(turns)]
    return tuple(map(rounded_spot, made))


def stops(course: Sequence[Spot], most: float) -> Iterator[Box]:
    """Yield a box around each place that a line leads through: as far as `most` on each side, but
    not beyond halfway to the next place.
    """
    for before, (x, y), after in _beside(course):
        left = max(x - most, (before[0] + x) / 2) if before else x - most
        right = min(x + most, (after[0] + x) / 2) if after else x + most
        yield rounded((left, y - most, right - left, 2 * most))


def slices(upper: Sequence[Spot], lower: Sequence[Spot]) -> Iterator[tuple[Spot, ...]]:
    """Yield for each place of an area's two edges what is nearer to it than to others."""
    for above, below in zip(_beside(upper), _beside(lower), strict=True):
        yield tuple(map(rounded_spot, (*_halves(above), *reversed(_halves(below)))))


_Beside: TypeAlias = tuple[Spot | None, Spot, Spot | None]


def _beside(course: Sequence[Spot]) -> Iterator[_Beside]:
    padded: list[Spot | None] = [None, *course, None]
    yield from zip(padded, course, padded[2:], strict=False)


def _halves(place: _Beside) -> list[Spot]:
    """Return a place, and halfway to those beside it."""
    before, spot, after = place
    left = [_halfway(before, spot)] if before else []
    right = [_halfway(spot, after)] if after else []
    return [*left, spot, *right]


def _halfway(one: Spot, other: Spot) -> Spot:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2


def _steps(data: str) -> Iterator[tuple[Spot, ...]]:
    """Yield the steps of a path: where each begins, its handles, and where it leads."""
    x = y = 0.0
    for step, said in _STEP.findall(data):
        given = [float(each) for each in said.split()]
        if step == "h":
            held: list[Spot] = [(x + given[0], y)]
        elif step == "v":
            held = [(x, y + given[0])]
        else:
            held = list(zip(given[::2], given[1::2], strict=True))
        yield ((x, y) if step != "M" else held[0], *held)
        x, y = held[-1]


def _on(matrix: Matrix, spot: Spot) -> Spot:
    a, b, c, d, e, f = matrix
    x, y = spot
    return a * x + c * y + e, b * x + d * y + f


def _curve(places: Sequence[Spot], at: float) -> Spot:
    """Return a place on a curve of Bézier's, by De Casteljau's construction."""
    held = list(places)
    while len(held) > 1:
        held = [
            (one[0] + at * (other[0] - one[0]), one[1] + at * (other[1] - one[1]))
            for one, other in pairwise(held)
        ]
    return held[0]
