"""Where the names of a map's places stand: a fitted map and the sizes of names in, their boxes out.

A name stands within its place. Where that has no room for it, it stands on nothing else beside it,
on a line that leads there: off all places, where a map of an author's own has room at its sides;
else where it hides least of others.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from builder.charts.around import place
from builder.charts.mapping import FittedMap, marks
from builder.charts.markers import Leader, crosses
from builder.charts.spots import Disc, LabelPlace, Rectangle
from builder.model.chart import ResolvedChart
from builder.model.land import PlaceOutline

_UPON: Final = 0.3  # of a name that stands on others' places, from which a line says whose it is
_AROUND: Final = 1.1  # of a disc about the corners of a name that stands in its place
_OFF: Final = 9.0  # points from a map to a name at its side, which a line can be seen in
_SIDES: Final = 0.5  # of its own width, what names at both sides of a map may take
_UP_AND_DOWN: Final = (0.0, -0.5, 0.5, -1.0, 1.0, -1.75, 1.75, -2.5, 2.5, -3.5, 3.5)
"""By how much of its height a name at a map's side stands off the middle of its place, in turn."""
_ACROSS: Final = tuple(each / 8 for each in range(9))
_DOWN: Final = (0.1, 0.5, 0.9)
"""Of a name's width and height, where it is asked whose place it stands on."""
_OFF_MIDDLE: Final = tuple(
    sorted(
        ((a / 8, b / 2) for a in range(-4, 5) for b in range(-4, 5)),
        key=lambda off: (abs(off[0]) + abs(off[1]) / 4, off),
    )
)
"""By how much of its width and height a name is moved off the middle of its place, in turn."""


def label_places(
    sheet: FittedMap, chart: ResolvedChart, sizes: Mapping[int, tuple[float, float]]
) -> Mapping[int, LabelPlace]:
    """Return where the names of some rows stand, by their sizes in points; none overlap, and of
    those beside their places as few as can be stand on others'.
    """
    discs = {mark.row: mark.disc for mark in marks(sheet, chart)}
    shapes = [shape for shape in sheet.land.shapes if shape.row >= 0]
    spots = [discs.get(shape.row) or _spot(sheet, shape, sizes.get(shape.row)) for shape in shapes]
    measured = [sizes.get(shape.row, (0.0, 0.0)) for shape in shapes]
    only = [number for number, shape in enumerate(shapes) if shape.row in sizes]
    grounds = _Lands(sheet, tuple(shapes), tuple(tuple(_edges(sheet, each)) for each in shapes))
    before, after = sheet.aside
    right, bottom = sheet.left + sheet.width, sheet.top + sheet.height
    bounds = Rectangle(sheet.left - before, sheet.top, right + after, bottom)
    found = place(spots, measured, bounds, only=only, grounds=grounds)
    return {
        shape.row: spot._replace(far=True)
        if not (spot.inside or spot.far) and grounds.upon(number, spot.box) > _UPON
        else spot
        for number, (shape, spot) in enumerate(zip(shapes, found, strict=True))
        if spot is not None
    }


def with_sides(
    sheet: FittedMap,
    chart: ResolvedChart,
    sizes: Mapping[int, tuple[float, float]],
    free: float,
) -> FittedMap:
    """Return the map with as much room at its sides as its names take there, of `free` points: what
    stands at its left moves it to the right. Maps whose land goes on have none.
    """
    outside = [size for row, size in sizes.items() if not has_room(sheet, row, size)]
    if not sheet.land.alone or not outside:
        return sheet
    most = min(max(wide for wide, _ in outside) + _OFF, free / 2, _SIDES * sheet.width)
    aside = sheet._replace(aside=(most, most))
    boxes = [spot.box for spot in label_places(aside, chart, sizes).values()]
    before = sheet.left - min([sheet.left, *(box.left for box in boxes)])
    after = max([0.0, *(box.right - sheet.left - sheet.width for box in boxes)])
    # The places are those that were found with more room: what is left keeps all of them.
    return aside._replace(left=sheet.left + before, reach=(before, after))


def has_room(sheet: FittedMap, row: int, size: tuple[float, float]) -> bool:
    """Return whether a name of a width and height has room within the place of its row."""
    shapes = (shape for shape in sheet.land.shapes if shape.row == row)
    return any(_room(sheet, shape, size) is not None for shape in shapes)


def middle_of(sheet: FittedMap, row: int) -> tuple[float, float]:
    """Return the middle of a row's place, in points."""
    return next(sheet.at(shape.middle) for shape in sheet.land.shapes if shape.row == row)


class _Lands(NamedTuple):
    """The places of a map that names stand on or beside, and the edges of each in points."""

    sheet: FittedMap
    shapes: tuple[PlaceOutline, ...]
    edges: tuple[tuple[Leader, ...], ...]

    def upon(self, number: int, box: Rectangle) -> float:
        """Return how much of a name stands on other places than its own, from 0 to 1."""
        on = (_share_on(each, box) for at, each in enumerate(self.edges) if at != number and each)
        return min(sum(on), 1.0)

    def across(self, number: int, line: Leader) -> float:
        """Return how many points of a line run over other places."""
        (x, y), (end_x, end_y) = line
        length = math.hypot(end_x - x, end_y - y)
        steps = max(1, round(length / 4))
        along = [
            (x + (end_x - x) * at / steps, y + (end_y - y) * at / steps) for at in range(steps)
        ]
        others = [each for at, each in enumerate(self.edges) if at != number and each]
        on = sum(any(_holds(each, point) for each in others) for point in along)
        return length * on / steps

    def beyond(self, number: int, size: tuple[float, float]) -> Rectangle:
        """Return where a name that is too large for its place hides least of others on it."""
        wide, high = size
        (x, y), own = self.sheet.at(self.shapes[number].middle), self.edges[number]
        best, least = Rectangle(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2), math.inf
        for across, down in _OFF_MIDDLE:
            left, top = x + (across - 0.5) * wide, y + (down - 0.5) * high
            box = Rectangle(left, top, left + wide, top + high)
            if not _holds(own, (left + wide / 2, top + high / 2)):
                continue
            share = self.upon(number, box)
            if share < least - 1e-9:
                best, least = box, share
        return best

    def clear(self, number: int, size: tuple[float, float]) -> Iterator[Rectangle]:
        """Yield places at the sides of a map that has room there, off all that it shows."""
        if not any(self.sheet.aside):
            return
        wide, high = size
        _, y = self.sheet.at(self.shapes[number].middle)
        for down in _UP_AND_DOWN:
            top = y + (down - 0.5) * high
            reach = [each for edges in self.edges for each in _between(edges, top, top + high)]
            if reach:
                left, right = min(reach) - _OFF, max(reach) + _OFF
                yield Rectangle(left - wide, top, left, top + high)
                yield Rectangle(right, top, right + wide, top + high)


def _spot(sheet: FittedMap, shape: PlaceOutline, size: tuple[float, float] | None) -> Disc:
    """Return a disc within a place: one that its name has room in, where the place has it, else the
    largest.
    """
    found = _room(sheet, shape, size) if size is not None else None
    return found or Disc(*sheet.at(shape.middle), shape.room * sheet.scale)


def _room(sheet: FittedMap, shape: PlaceOutline, size: tuple[float, float]) -> Disc | None:
    """Return a disc about the corners of a name that stands within a place; None without room."""
    (x, y), (width, height), edges = sheet.at(shape.middle), size, list(_edges(sheet, shape))
    for across, down in _OFF_MIDDLE:
        left, top = x + (across - 0.5) * width, y + (down - 0.5) * height
        box = left, top, left + width, top + height
        middle = (left + width / 2, top + height / 2)
        if _holds(edges, middle) and not any(crosses(edge, box) for edge in edges):
            return Disc(*middle, math.hypot(width, height) / 2 + _AROUND)
    return None


def _edges(sheet: FittedMap, shape: PlaceOutline) -> Iterator[Leader]:
    """Yield the edges of a place, in points."""
    for ring in shape.outline.split("Z")[:-1]:
        corners = [each.split() for each in ring.removeprefix("M").split("L")]
        places = [
            (sheet.left + sheet.scale * float(x), sheet.top + sheet.scale * float(y))
            for x, y in corners
        ]
        yield from zip(places, (*places[1:], places[0]), strict=True)


def _between(edges: Iterable[Leader], top: float, bottom: float) -> Iterator[float]:
    """Yield how far edges reach across between two heights."""
    for (x, y), (end_x, end_y) in edges:
        if max(y, end_y) < top or min(y, end_y) > bottom:
            continue
        for height in (top, bottom):
            if min(y, end_y) <= height <= max(y, end_y) and y != end_y:
                yield x + (height - y) / (end_y - y) * (end_x - x)
        yield from (at for at, down in ((x, y), (end_x, end_y)) if top <= down <= bottom)


def _share_on(edges: Sequence[Leader], box: Rectangle) -> float:
    """Return how much of a box stands within edges, by some places of it."""
    left, top, right, bottom = box
    if all(max(one[0], to[0]) < left for one, to in edges) or all(
        min(one[0], to[0]) > right for one, to in edges
    ):
        return 0.0
    asked = [
        (left + across * (right - left), top + down * (bottom - top))
        for across in _ACROSS
        for down in _DOWN
    ]
    return sum(_holds(edges, each) for each in asked) / len(asked)


def _holds(edges: Iterable[Leader], place: tuple[float, float]) -> bool:
    """Return whether edges enclose a place: a ray from it crosses an odd number of them."""
    x, y = place
    above = [(one, other) for one, other in edges if (one[1] > y) != (other[1] > y)]
    return (
        sum(x < one[0] + (y - one[1]) / (to[1] - one[1]) * (to[0] - one[0]) for one, to in above)
        % 2
        == 1
    )
