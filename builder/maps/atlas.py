"""The world's borders: takes a scale and whose borders, returns each place's polygons.

The shipped data are arcs that neighbours share (`assets/maps/README.md`). A place that borders in
dispute are drawn otherwise for is joined to its neighbour by leaving out the arc between them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Final, Literal, TypeAlias

from builder.theme import assets

Degrees: TypeAlias = tuple[float, float]
"""Longitude east and latitude north."""

Ring: TypeAlias = tuple[Degrees, ...]
Polygon: TypeAlias = tuple[Ring, ...]
"""Its outline, then its holes."""

Borders = Literal["un", "natural-earth"]
Scale = Literal["110m", "50m"]
NAMES: Final = ("un", "natural-earth")
"""Whose borders there are."""
_Arcs: TypeAlias = list[list[int]]


@lru_cache(maxsize=4)
def polygons(scale: Scale, borders: Borders) -> Mapping[str, tuple[Polygon, ...]]:
    """Return the polygons of every place by its code: ISO 3166 where it has one, else `x-...`."""
    data = json.loads(assets.path("maps", f"world-{scale}.json").read_text("utf-8"))
    arcs = [_line(steps, data["grid"]) for steps in data["arcs"]]
    places: dict[str, list[_Arcs]] = data["places"]
    if borders == "un":
        for patch in patches():
            _give(places, patch, arcs)
    return {
        code: tuple(tuple(_ring(ring, arcs) for ring in polygon) for polygon in found)
        for code, found in places.items()
        if found
    }


@lru_cache(maxsize=1)
def patches() -> tuple[Mapping[str, Any], ...]:
    """Return what `borders: un` draws otherwise than Natural Earth, each with its ground."""
    stated = json.loads(assets.path("maps", "borders.json").read_text("utf-8"))
    return tuple(stated["patches"])


def _line(steps: Sequence[int], grid: int) -> Ring:
    x = y = 0
    places = []
    for dx, dy in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + dx, y + dy
        places.append((x / grid, y / grid))
    return tuple(places)


def _ring(ring: Sequence[int], arcs: Sequence[Ring]) -> Ring:
    places: list[Degrees] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        places += arc[1:] if places else arc
    return tuple(places)


def _give(places: dict[str, list[_Arcs]], patch: Mapping[str, Any], arcs: Sequence[Ring]) -> None:
    """Move what a patch names to the place that it is drawn with."""
    around = patch.get("around")
    taken = [
        polygon
        for polygon in places.get(patch["take"], ())
        if around is None or within(around, _ring(polygon[0], arcs))
    ]
    kept = [polygon for polygon in places.get(patch["take"], ()) if polygon not in taken]
    places[patch["take"]] = kept
    for polygon in taken:
        places[patch["give"]] = _joined(places.get(patch["give"], []), polygon)


def _joined(own: list[_Arcs], other: _Arcs) -> list[_Arcs]:
    """Return polygons with one more, in one outline with the one that it shares arcs with."""
    found = {~number for number in other[0]}
    for at, polygon in enumerate(own):
        shared = found.intersection(polygon[0])
        if shared:
            whole = [
                *(number for number in polygon[0] if number not in shared),
                *(number for number in other[0] if ~number not in shared),
            ]
            rings = _rings(whole, arcs_ends=_ends(polygon[0], other[0]))
            return [*own[:at], [*rings, *polygon[1:], *other[1:]], *own[at + 1 :]]
    return [*own, other]


def _ends(*rings: Sequence[int]) -> Mapping[int, int]:
    """Return which corner each arc of some rings begins at; corners are numbered by meeting."""
    corner: dict[tuple[int, bool], int] = {}
    parent: dict[int, int] = {}

    def root(number: int) -> int:
        while parent[number] != number:
            number = parent[number]
        return number

    def of(number: int, *, end: bool) -> int:
        # The end of an arc is the beginning of the same arc backwards.
        name = (number, end) if number >= 0 else (~number, not end)
        if name not in corner:
            corner[name] = len(corner)
            parent[corner[name]] = corner[name]
        return corner[name]

    for ring in rings:
        for number, after in zip(ring, [*ring[1:], ring[0]], strict=True):
            one, two = root(of(number, end=True)), root(of(after, end=False))
            parent[one] = two
            of(number, end=False)
            of(after, end=True)
    numbers = {number for ring in rings for number in ring}
    begins = {number: root(of(number, end=False)) for number in numbers}
    return begins | {~number: root(of(number, end=True)) for number in numbers}


def _rings(numbers: Sequence[int], arcs_ends: Mapping[int, int]) -> list[list[int]]:
    """Return arcs as closed rings, the longest first: each arc ends where the next begins."""
    left = list(numbers)
    rings = []
    while left:
        ring = [left.pop(0)]
        while arcs_ends[~ring[-1]] != arcs_ends[ring[0]]:
            after = next(each for each in left if arcs_ends[each] == arcs_ends[~ring[-1]])
            left.remove(after)
            ring.append(after)
        rings.append(ring)
    return sorted(rings, key=len, reverse=True)


def within(place: Sequence[float], ring: Ring) -> bool:
    """Return whether a place lies in a ring, by how often a line from it crosses the ring."""
    x, y = place
    inside = False
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside
