"""Maps: takes which part of the world and which places are to be shown, returns outlines on a
plane.

The sheet is `UNITS` wide and as high as the window needs. Outlines are rounded to its units, so
that neighbours keep the line between them in common; what is not seen at that size is left out.
`atlas` has the world's borders and knows what its places are called, `projecting` makes places of
degrees, cut where the sheet ends.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from math import inf
from typing import Final, NamedTuple, TypeAlias

from builder.frozen import replace
from builder.maps.atlas import WORLD, Borders, Polygon, Ring, polygons, within
from builder.maps.projecting import World, WorldPart, clipped, middle_of
from builder.model.land import Land, PlaceOutline
from builder.theme import assets

UNITS: Final = 3000
_MARGIN: Final = 0.02  # of the window, around what is fitted into it
_LEAST: Final = 6.0  # square units of a ring that is seen
_DEEP: Final = 1.6  # as high as wide, at most
_FLAT: Final = 0.42
_SQUARE: Final = 0.8  # of its height, what a map is wide that is given more of what lies beside it
_FULL: Final = 1.25  # of its height, how wide it is then: it nearly fills a column
_LARGE: Final = 0.03  # of the main land's area, an island that belongs to the picture
_BESIDE: Final = 0.15  # of the window, how far it may reach beyond
_FAR: Final = 1.8
_POLAR: Final = "AQ"
_GRID: Final = 16
_SAMPLED: Final = 8
_TURNED: Final = 180
_WIDE: Final = 1.05  # radii of the earth: what is wider is drawn coarser

_Box: TypeAlias = tuple[float, float, float, float]
_Ring: TypeAlias = Sequence[tuple[float, float]]
Shapes: TypeAlias = Mapping[str, Sequence[Polygon]]


class Window(NamedTuple):
    """A part of the plane: left, foot, right and top, and how it is projected."""

    projection: World | WorldPart
    box: _Box

    @property
    def width(self) -> float:
        """How much of the plane it is, in radii of the earth."""
        return self.box[2] - self.box[0]

    @property
    def height(self) -> int:
        """The height of the sheet in units."""
        left, foot, right, top = self.box
        return round(UNITS * (top - foot) / (right - left))

    def on_sheet(self, place: tuple[float, float]) -> tuple[int, int]:
        """Return a place of the plane in units from the sheet's upper left corner."""
        left, _, right, top = self.box
        scale = UNITS / (right - left)
        return round((place[0] - left) * scale), round((top - place[1]) * scale)

    def middle(self, ring: Ring) -> tuple[int, int] | None:
        """Return where the middle of a small ring is on the sheet; None where that is off it."""
        across, up = ([place[axis] for place in ring] for axis in (0, 1))
        if max(across) - min(across) > _TURNED:
            across = [each % 360 for each in across]
        degrees = (min(across) + max(across)) / 2, (min(up) + max(up)) / 2
        x, y = self.on_sheet(self.projection.place(degrees))
        return (x, y) if 0 <= x <= UNITS and 0 <= y <= self.height else None

    def may_hold(self, ring: Ring) -> bool:
        """Return False where a ring lies outside for certain, by some of its corners."""
        if isinstance(self.projection, World):
            return True
        left, foot, right, top = self.box
        wide = right - left + top - foot
        for corner in ring[::_SAMPLED]:
            x, y = self.projection.place(corner)
            if left - wide < x < right + wide and foot - wide < y < top + wide:
                return True
        return False

    def rings(self, ring: Ring) -> Iterator[list[tuple[int, int]]]:
        """Yield what is seen of a ring, in units."""
        left, foot, right, top = self.box
        for piece in self.projection.rings(ring):
            seen: _Ring = piece
            for axis, limit, above in (
                (0, left, True), (0, right, False), (1, foot, True), (1, top, False),
            ):  # fmt: skip
                seen = clipped(seen, axis, limit, above=above)
            rounded = list(_distinct(self.on_sheet(each) for each in seen))
            if len(rounded) > 2 and abs(area(rounded)) >= _LEAST:
                yield rounded


def of_world(
    region: str, codes: Mapping[str, int], borders: Borders, listed: Collection[str] = ()
) -> Land:
    """Return a map of the world (`region` 001), a region, or of places ("").

    `codes` are the rows of the places that have one. These are shown unless others are `listed`;
    where they lie far apart, it is the world.
    """
    finer, coarse = polygons("50m", borders), polygons("110m", borders)
    window = world(coarse, codes)
    if region != WORLD:
        near = part(finer, within(region) if region else listed or codes, region)
        window = near if region or listed or near.width < _FAR else window
    return laid(window, coarse if window.width > _WIDE else finer, codes, finer)


def of_own(shapes: Shapes, codes: Mapping[str, int]) -> Land:
    """Return a map of an author's own shapes, all of them in its window."""
    window = part(shapes, shapes, alone=True)
    return replace(laid(window, shapes, codes, shapes), alone=True)


def world(shapes: Shapes, shown: Collection[str]) -> Window:
    """Return the window of the whole world, without Antarctica where nothing is said of it."""
    projection = World()
    lands = [_main(several) for code, several in shapes.items() if code != _POLAR or code in shown]
    seen = [place for ring in lands for piece in projection.rings(ring) for place in piece]
    across, up = [each[0] for each in seen], [each[1] for each in seen]
    return Window(projection, (min(across), min(up), max(across), max(up)))


def part(
    shapes: Shapes, shown: Collection[str], region: str = "", *, alone: bool = False
) -> Window:
    """Return the window that holds the main land of some places, or that of a named region.

    Unless nothing lies beside them (`alone`), it shows more of that where it would leave a part of
    a column empty.
    """
    corners = _windows().get(region)
    if corners:
        rings: list[Ring] = [_frame(*corners)]
    else:
        rings = [_main(shapes[code]) for code in shown if shapes.get(code)]
    projection = WorldPart(middle_of(rings))
    box = _seen(projection, rings)
    left, foot, right, top = box if corners else _with_islands(projection, shapes, shown, box)
    wide, high = right - left, top - foot
    margin = _MARGIN * max(wide, high)
    more_wide = max(0.0, high / _DEEP - wide) / 2 + margin
    if not alone and wide > _SQUARE * high:
        more_wide = max(more_wide, ((high + 2 * margin) * _FULL - wide) / 2)
    more_high = max(0.0, _FLAT * wide - high) / 2 + margin
    return Window(
        projection, (left - more_wide, foot - more_high, right + more_wide, top + more_high)
    )


def _with_islands(projection: WorldPart, shapes: Shapes, shown: Collection[str], box: _Box) -> _Box:
    """Return the box of main lands with the large islands beside them that belong to these."""
    left, foot, right, top = box
    near = _BESIDE * max(right - left, top - foot)
    for code in shown:
        several = shapes.get(code, ())
        least = _LARGE * abs(area(_main(several))) if len(several) > 1 else inf
        for ring in (each[0] for each in several if abs(area(each[0])) >= least):
            west, south, east, north = _seen(projection, (ring,))
            out = box[0] - west, box[1] - south, east - box[2], north - box[3]
            if max(out) <= near:
                left, foot = min(left, west), min(foot, south)
                right, top = max(right, east), max(top, north)
    return left, foot, right, top


def _seen(projection: WorldPart, rings: Iterable[Ring]) -> _Box:
    """Return the box that rings take on the plane, endless where none is near."""
    seen = [place for ring in rings for piece in projection.rings(ring) for place in piece]
    across, up = [each[0] for each in seen] or [-inf, inf], [each[1] for each in seen] or [0.0]
    return min(across), min(up), max(across), max(up)


def laid(window: Window, shapes: Shapes, asked: Mapping[str, int], finer: Shapes) -> Land:
    """Return what is seen of the shapes; those `asked` for have the number of their row.

    A place that is too small to be seen has no outline, only a middle: `finer` shapes have those
    that the others lack. What lies outside the window, or nowhere, is `unseen`.
    """
    found = []
    for code, several in shapes.items():
        near = (ring for polygon in several for ring in polygon if window.may_hold(ring))
        rings = [piece for ring in near for piece in window.rings(ring)]
        if not rings:
            continue
        row = asked.get(code, -1)
        largest = max(rings, key=lambda ring: abs(area(ring)))
        middle, room = _inside(largest) if row >= 0 else ((0, 0), 0)
        found.append(PlaceOutline(code, _path(rings), row, middle, room))
    drawn = {shape.row for shape in found}
    for code, row in asked.items():
        several = shapes.get(code) or finer.get(code, ())
        if row not in drawn and several:
            seen = window.middle(_main(several))
            if seen is not None:
                found.append(PlaceOutline(code, "", row, seen))
                drawn.add(row)
    unseen = tuple(row for row in asked.values() if row not in drawn)
    return Land(UNITS, window.height, tuple(found), unseen)


def area(ring: _Ring) -> float:
    """Return the area of a ring on a plane, below 0 where it runs clockwise as y grows upwards."""
    total = 0.0
    x1, y1 = ring[-1]
    for x2, y2 in ring:
        total += x1 * y2 - x2 * y1
        x1, y1 = x2, y2
    return total / 2


@lru_cache(maxsize=1)
def _windows() -> Mapping[str, tuple[float, float, float, float]]:
    stated = json.loads(assets.path("maps", "windows.json").read_text("utf-8"))
    return {code: tuple(box) for code, box in stated["windows"].items()}


def _frame(west: float, south: float, east: float, north: float) -> Ring:
    """Return the edge of a window of degrees."""
    middle = (west + east) / 2
    return (
        (west, south),
        (middle, south),
        (east, south),
        (east, north),
        (middle, north),
        (west, north),
    )


def _main(several: Sequence[Polygon]) -> Ring:
    """Return the largest outline: what a place mostly is, without what lies overseas."""
    return max((polygon[0] for polygon in several), key=lambda ring: abs(area(ring)))


def _distinct(places: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    last = None
    for place in places:
        if place != last:
            yield place
        last = place


def _path(rings: Iterable[Sequence[tuple[int, int]]]) -> str:
    """Return rings as the commands of an outline."""
    written = []
    for ring in rings:
        head, *rest = (f"{x} {y}" for x, y in ring)
        written.append(f"M{head}" + "".join(f"L{each}" for each in rest) + "Z")
    return "".join(written)


def _inside(ring: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], int]:
    """Return a place well within a ring, and how far its edge is: of a grid, the farthest."""
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    left, right, top, foot = min(xs), max(xs), min(ys), max(ys)
    step = max(right - left, foot - top) / _GRID or 1.0
    best, far = ((left + right) / 2, (top + foot) / 2), -1.0
    thinned = ring[:: max(1, len(ring) // 60)]
    sides = list(zip(thinned, [*thinned[1:], thinned[0]], strict=True))
    y = top + step / 2
    while y < foot:
        crossings = sorted(_crossings(ring, y))
        for start, end in zip(crossings[::2], crossings[1::2], strict=False):
            x = start + step / 2
            while x < end:
                near = min(_away(x, y, *one, *other) for one, other in sides)
                near = min(near, (x - start) ** 2, (end - x) ** 2)
                if near > far:
                    best, far = (x, y), near
                x += step
        y += step
    return (round(best[0]), round(best[1])), round(max(far, 0.0) ** 0.5)


def _away(x: float, y: float, x1: float, y1: float, x2: float, y2: float) -> float:
    """Return the square of how far a place is from a side."""
    across, down = x2 - x1, y2 - y1
    length = across * across + down * down
    share = ((x - x1) * across + (y - y1) * down) / length if length else 0.0
    share = 0.0 if share < 0 else min(share, 1.0)
    return (x - x1 - share * across) ** 2 + (y - y1 - share * down) ** 2


def _crossings(ring: Sequence[tuple[int, int]], y: float) -> Iterator[float]:
    x1, y1 = ring[-1]
    for x2, y2 in ring:
        if (y1 > y) != (y2 > y):
            yield x1 + (y - y1) * (x2 - x1) / (y2 - y1)
        x1, y1 = x2, y2
