"""Projections that keep areas: takes rings in degrees, returns rings on a plane, cut where it ends.

The world is Equal Earth (Šavrič, Patterson and Jenny, 2018), a part of it Lambert's azimuthal
equal-area projection about the part's middle (Snyder, USGS Professional Paper 1395, chapter 24).
Lengths are radii of the earth, x to the east and y to the north.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import asin, atan2, cos, hypot, pi, radians, sin, sqrt
from typing import Final, NamedTuple, TypeAlias

from builder.maps.atlas import Degrees, Ring

Place: TypeAlias = tuple[float, float]
_A: Final = (1.340264, -0.081106, 0.000893, 0.003796)
_LONGEST: Final = 2.5  # degrees of a straight line that a projection bends
_FARTHEST: Final = 1.9  # radii from the middle of a part: all beyond lies on that circle


class World(NamedTuple):
    """The whole world, cut along a meridian: 180 degrees from `middle`."""

    middle: float = 0.0

    def rings(self, ring: Ring) -> Iterator[tuple[Place, ...]]:
        """Yield a ring as it lies on the plane, in as many pieces as the cut makes of it."""
        for piece in _cut(ring, self.middle):
            yield tuple(self.place(each) for each in _dense(piece, around=False))

    def place(self, degrees: Degrees) -> Place:
        """Return where a place lies."""
        lambda_, phi = radians(degrees[0] - self.middle), radians(degrees[1])
        theta = asin(sqrt(3) / 2 * sin(phi))
        a1, a2, a3, a4 = _A
        square = theta * theta
        sixth = square**3
        slope = a1 + 3 * a2 * square + sixth * (7 * a3 + 9 * a4 * square)
        x = 2 * sqrt(3) * lambda_ * cos(theta) / (3 * slope)
        return x, theta * (a1 + a2 * square + sixth * (a3 + a4 * square))

    def outline(self) -> tuple[Place, ...]:
        """Return the edge of the world."""
        up = [(180.0 + self.middle, float(each)) for each in range(-90, 91, 3)]
        down = [(self.middle - 180.0, float(each)) for each in range(90, -91, -3)]
        return tuple(self.place(each) for each in (*up, *down))


class WorldPart(NamedTuple):
    """A part of the world about its middle, in degrees."""

    middle: Degrees

    def rings(self, ring: Ring) -> Iterator[tuple[Place, ...]]:
        """Yield the ring as it lies on the plane; nothing where all of it lies far away."""
        places = tuple(self.place(each) for each in _dense(ring, around=True))
        if any(hypot(*place) < _FARTHEST - 0.01 for place in places):
            yield places

    def place(self, degrees: Degrees) -> Place:
        """Return where a place lies; what is too far away lies on a circle around everything."""
        lambda_, phi = radians(degrees[0] - self.middle[0]), radians(degrees[1])
        phi1 = radians(self.middle[1])
        x = cos(phi) * sin(lambda_)
        y = cos(phi1) * sin(phi) - sin(phi1) * cos(phi) * cos(lambda_)
        nearness = sin(phi1) * sin(phi) + cos(phi1) * cos(phi) * cos(lambda_)
        distance = sqrt(2 * max(0.0, 1 - nearness))
        if distance < _FARTHEST:
            scale = sqrt(2 / (1 + nearness))
            return x * scale, y * scale
        way = atan2(y, x)
        return _FARTHEST * cos(way), _FARTHEST * sin(way)


def middle_of(rings: Iterable[Ring]) -> Degrees:
    """Return the middle of rings on the globe: where their box, turned to its side, has it."""
    east, north = _box(rings)
    return (east[0] + east[1]) / 2, (north[0] + north[1]) / 2


def _box(rings: Iterable[Ring]) -> tuple[Degrees, Degrees]:
    """Return from where to where rings reach: in longitude across the widest gap, in latitude."""
    places = [place for ring in rings for place in ring]
    east = sorted({round(each[0], 1) for each in places})
    gaps = [(after - before, after) for before, after in pairwise(east)]
    gaps.append((east[0] + 360 - east[-1], east[0]))
    _, start = max(gaps)
    shifted = [(each - start) % 360 for each in east]
    norths = [each[1] for each in places]
    return (start, start + max(shifted)), (min(norths), max(norths))


def _cut(ring: Ring, middle: float) -> Iterator[tuple[Degrees, ...]]:
    """Yield the pieces of a ring between the two edges of a world about a meridian."""
    unrolled = _unrolled(ring)
    turn = unrolled[-1][0] - unrolled[0][0]
    if abs(turn) > pi:  # around a pole: down to it at both ends
        pole = 90.0 if sum(each[1] for each in unrolled) > 0 else -90.0
        unrolled = [*unrolled, (unrolled[-1][0], pole), (unrolled[0][0], pole)]
    left, right = middle - 180.0, middle + 180.0
    least, most = (extreme(each[0] for each in unrolled) for extreme in (min, max))
    for turns in range(-2, 3):
        shift = 360.0 * turns
        if least + shift < right and most + shift > left:
            moved = [(x + shift, y) for x, y in unrolled]
            for part in clipped(moved, 0, left, above=True):
                pieces = clipped(part, 0, right, above=False)
                yield from (tuple(piece) for piece in pieces if len(piece) > 2)


def _unrolled(ring: Ring) -> list[Degrees]:
    """Return a ring without leaps from one edge of the world to the other."""
    places = [ring[0]]
    for x, y in ring[1:]:
        before = places[-1][0]
        places.append((x + 360 * round((before - x) / 360), y))
    return places


def clipped(ring: Sequence[Place], axis: int, limit: float, *, above: bool) -> list[list[Place]]:
    """Return the parts of a ring on one side of a line, each by itself: what joined them would be
    drawn along the line.
    """
    chains = _chains(ring, axis, limit, 1 if above else -1)
    if chains is None:
        return [list(ring)]
    # Of the places where a ring crosses the line, every second begins a stretch within it.
    ends = sorted(
        (chain[end][1 - axis], at, end) for at, chain in enumerate(chains) for end in (0, -1)
    )
    beside: dict[int, int] = {}
    for (_, one, end), (_, other, other_end) in zip(ends[::2], ends[1::2], strict=True):
        if end == other_end:  # the ring meets itself
            return [[place for chain in chains for place in chain]]
        before, after = (one, other) if end else (other, one)
        beside[before] = after
    found, left = [], set(beside)
    while left:
        at, part = min(left), list[Place]()
        while at in left:
            left.remove(at)
            part += chains[at]
            at = beside[at]
        found.append(part)
    return found


def _chains(ring: Sequence[Place], axis: int, limit: float, sign: int) -> list[list[Place]] | None:
    """Return the stretches of a ring on one side of a line, cut there; None where it has no other
    side.
    """
    inside = [sign * (place[axis] - limit) >= 0 for place in ring]
    if all(inside):
        return None
    start = inside.index(False)
    found: list[list[Place]] = []
    before, was = ring[start], False
    for step in range(1, len(ring) + 1):
        at = (start + step) % len(ring)
        place = ring[at]
        if inside[at] != was:
            share = (limit - before[axis]) / (place[axis] - before[axis])
            other = before[1 - axis] + share * (place[1 - axis] - before[1 - axis])
            cut = (limit, other) if axis == 0 else (other, limit)
            if was:
                found[-1].append(cut)
            else:
                found.append([cut])
        if inside[at]:
            found[-1].append(place)
        before, was = place, inside[at]
    return found


def _dense(ring: Sequence[Degrees], *, around: bool) -> Iterator[Degrees]:
    """Yield the corners of a ring, and places between those that are far apart.

    `around` says that a leap from one edge of the world to the other is none.
    """
    for before, after in zip(ring, [*ring[1:], ring[0]], strict=True):
        yield before
        across = after[0] - before[0]
        if around and abs(across) > 180:
            across -= 360 if across > 0 else -360
        up = after[1] - before[1]
        count = int(max(abs(across), abs(up)) / _LONGEST)
        for number in range(1, count + 1):
            share = number / (count + 1)
            yield before[0] + share * across, before[1] + share * up
