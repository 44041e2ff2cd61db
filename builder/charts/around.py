"""Where the names of marks go: marks and sizes in, places out, none on another or on a mark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import cos, hypot, inf, pi, sin
from operator import itemgetter
from typing import Final, NamedTuple

from builder.charts.frame import Frame
from builder.charts.markers import Leader, crosses, leader
from builder.charts.spots import Disc, Grounds, LabelPlace, Rectangle

_RINGS: Final = (1.5, 8.0, 16.0, 26.0, 40.0)
_DIRECTIONS: Final = (
    (1.0, 0.0),
    (-1.0, 0.0),
    (0.0, -1.0),
    (0.0, 1.0),
    (0.75, -0.75),
    (0.75, 0.75),
    (-0.75, -0.75),
    (-0.75, 0.75),
)
_FARTHER: Final = (8.0, 16.0, 26.0, 40.0, 54.0, 70.0)  # where none of the rings has room
_BETWEEN: Final = tuple((cos(pi * at / 8), sin(pi * at / 8)) for at in range(16))
_AIR: Final = 1.5
_OFF: Final = 0.8
_PLATE: Final = 1.0
_CROSSED: Final = 100.0  # more than the farthest place costs: only where there is no other
_PLATED: Final = 1.0  # what it costs to reach beyond a mark
_PLATED_BESIDE: Final = 14.0  # and where labels may stand beside all of them
_BEYOND: Final = 0.25  # of a name, what may then stand on what bears another one
_CLEAR, _LONG = 6.0, 0.1  # what it costs to stand off all marks, and each point to there
_ASTRAY: Final = 0.75  # each point of a leader over what bears another name
_UPON: Final = 0.9  # of its height, the radius that its mark has at least
_MISLED: Final = 150.0  # of standing wholly on what bears another name


class _Reach(NamedTuple):
    """All that a mark's label might meet: it stands no farther away than the outermost ring."""

    mark: Disc
    size: tuple[float, float]

    def holds(self, other: Disc) -> bool:
        """Return whether another mark is near enough."""
        away = self.mark.radius + _FARTHER[-1] + other.radius
        return (
            abs(other.x - self.mark.x) <= away + self.size[0]
            and abs(other.y - self.mark.y) <= away + self.size[1]
        )


def place(
    marks: Sequence[Disc],
    sizes: Sequence[tuple[float, float]],
    bounds: Rectangle,
    obstacles: Sequence[Disc] = (),
    only: Sequence[int] | None = None,
    covered: float = inf,
    grounds: Grounds | None = None,
) -> tuple[LabelPlace | None, ...]:
    """Return a place for the label (width, height) of each mark; None where there is none.

    Greedy, the largest mark first: of places around and on the mark, the one that hides least
    of other marks and stays nearest. No label overlaps another or leaves the bounds. `only`
    names the marks that have a label (all of them unless said); `covered` is how many points
    deep marks may reach into a label in all. A label that would stand on others' `grounds` goes
    farther away, on a leader.
    """
    labelled = range(len(marks)) if only is None else only
    order = sorted(labelled, key=lambda item: (-marks[item].radius, item))
    space = _Space(marks, sizes, bounds, obstacles, covered, grounds)
    spots, crossed = _placed(order, space)
    if crossed:
        # A leader would run through a name: who had no better place chooses first.
        order.sort(key=lambda item: item not in crossed)
        again, still = _placed(order, space)
        if (again.count(None), len(still)) < (spots.count(None), len(crossed)):
            return tuple(again)
    return tuple(spots)


class _Space(NamedTuple):
    """Where labels are placed, as `place` takes it."""

    marks: Sequence[Disc]
    sizes: Sequence[tuple[float, float]]
    bounds: Rectangle
    obstacles: Sequence[Disc]
    covered: float
    grounds: Grounds | None


def _placed(order: Iterable[int], space: _Space) -> tuple[list[LabelPlace | None], set[int]]:
    """Return the places of labels in this order of choice, and those whose leaders cross names."""
    marks, sizes, bounds, obstacles, covered, grounds = space
    spots: list[LabelPlace | None] = [None] * len(marks)
    boxes: list[Rectangle] = []
    leaders: list[Leader] = []
    crossed = set()
    for item in order:
        reach = _Reach(marks[item], sizes[item])
        others = [mark for at, mark in enumerate(marks) if at != item and reach.holds(mark)]
        others += filter(reach.holds, obstacles)
        taken = _Taken(marks[item], bounds, others, boxes, leaders, covered, item, grounds)
        near = _candidates(marks[item], sizes[item])
        if grounds:
            near = _on_grounds(item, marks[item], sizes[item], near, grounds)
        best = taken.best(near)
        farther = _around(marks[item], sizes[item], _FARTHER, _BETWEEN)
        if best is None or best[1]:
            best = taken.best(farther) or best
        elif best[0] > _MISLED / 4 and grounds:
            best = min(best, taken.best(farther) or best, key=itemgetter(0))
        if best is not None and best[1] and covered < inf:
            crossed.add(item)
            continue  # a name that leaders would strike out is left out
        if best is not None:
            _, count, spots[item] = best
            boxes.append(best[2].box)
            leaders += [leader(marks[item][:2], best[2].box)] if best[2].far else []
            crossed |= {item} if count else set()
    return spots, crossed


class _Taken(NamedTuple):
    """What is in the way of the label of a mark."""

    mark: Disc
    bounds: Rectangle
    others: Sequence[Disc]
    boxes: Sequence[Rectangle]
    leaders: Sequence[Leader]
    covered: float
    item: int = 0
    grounds: Grounds | None = None

    def best(
        self, candidates: Iterable[tuple[float, LabelPlace]]
    ) -> tuple[float, int, LabelPlace] | None:
        """Return the place that costs least, with its cost and how many names a leader crosses."""
        best: tuple[float, int, LabelPlace] | None = None
        for cost, spot in candidates:
            if not _within(spot.box, self.bounds) or any(
                _meet(spot.box, box) for box in self.boxes
            ):
                continue
            own = [] if spot.inside else [self.mark]
            least = inf if best is None else best[0]
            count = _crossings(self.mark, spot, self.boxes, self.leaders)
            marks = (*own, *self.others)
            if self.grounds and (spot.plated or not spot.inside) and cost < least:
                share = self.grounds.upon(self.item, spot.box)
                if spot.plated and share > _BEYOND:
                    continue
                line = leader(self.mark[:2], spot.box)
                cost += _MISLED * share
                cost += _ASTRAY * self.grounds.across(self.item, line) if spot.far else 0.0
            found = _cost(cost + _CROSSED * count, spot.box, marks, least, self.covered)
            if found < least:
                best = (found, count, spot)
        return best


def _crossings(
    mark: Disc, spot: LabelPlace, boxes: Iterable[Rectangle], leaders: Iterable[Leader]
) -> int:
    """Return how many names a leader would cross: this one's others, or another's this one."""
    own = leader(mark[:2], spot.box)
    through = sum(crosses(own, box) for box in boxes) if spot.far else 0
    return through + sum(crosses(line, spot.box) for line in leaders)


def _cost(
    cost: float, box: Rectangle, marks: Iterable[Disc], least: float, covered: float
) -> float:
    """Return the cost of a place, marks that it hides included; infinity from `least` on."""
    hidden, found = 0.0, cost
    for mark in marks:
        if hidden > covered or found >= least:
            return inf
        hidden += _hidden(box, mark)
        found = cost + 12 * hidden
    return found if hidden <= covered else inf


def _on_grounds(
    item: int,
    mark: Disc,
    size: tuple[float, float],
    near: list[tuple[float, LabelPlace]],
    grounds: Grounds,
) -> list[tuple[float, LabelPlace]]:
    """Return the places of a label on the part of a mark, also where that has no room for all of
    it, and those off all parts, on leaders, or else `near` the mark.
    """
    found = []
    for box in grounds.clear(item, size):
        (x, y), (end_x, end_y) = leader(mark[:2], box)
        cost = _CLEAR + _LONG * hypot(end_x - x, end_y - y)
        found.append((cost, LabelPlace(box, far=True)))
    beside = [each for each in near if each[1].inside] + found if found else near
    if hypot(*size) >= 2 * mark.radius - 2 and mark.radius > _UPON * size[1]:
        spot = LabelPlace(grounds.beyond(item, size), inside=True, plated=True)
        return [*beside, (_PLATED_BESIDE if found else _PLATED, spot)]
    return beside


def _candidates(mark: Disc, size: tuple[float, float]) -> list[tuple[float, LabelPlace]]:
    """Return the places on a mark and about it."""
    width, height = size
    found = []
    middle = _box(mark.x - width / 2, mark.y - height / 2, size)
    if (width**2 + height**2) ** 0.5 < 2 * mark.radius - 2:
        found.append((0.0, LabelPlace(middle, inside=True)))
    return [*found, *_around(mark, size, _RINGS, _DIRECTIONS)]


def _around(
    mark: Disc,
    size: tuple[float, float],
    rings: Iterable[float],
    ways: Sequence[tuple[float, float]],
) -> Iterator[tuple[float, LabelPlace]]:
    width, height = size
    for ring in rings:
        for rank, (right, down) in enumerate(ways):
            reach = mark.radius + ring
            left = mark.x + right * reach - width * _share(right)
            top = mark.y + down * reach - height * _share(down)
            spot = LabelPlace(_box(left, top, size), far=ring > _RINGS[0])
            yield 0.4 * rank + 1.2 * ring, spot


def _share(direction: float) -> float:
    """Return how much of a label lies before its anchor, for a direction from the mark."""
    return 0.5 if direction == 0 else float(direction < 0)


def _box(left: float, top: float, size: tuple[float, float]) -> Rectangle:
    return Rectangle(left, top, left + size[0], top + size[1])


def _within(box: Rectangle, bounds: Rectangle) -> bool:
    return (
        box.left >= bounds.left
        and box.top >= bounds.top
        and box.right <= bounds.right
        and box.bottom <= bounds.bottom
    )


def _meet(one: Rectangle, other: Rectangle) -> bool:
    return (
        one.left - _AIR < other.right
        and other.left < one.right + _AIR
        and one.top - _AIR < other.bottom
        and other.top < one.bottom + _AIR
    )


def _hidden(box: Rectangle, mark: Disc) -> float:
    """Return how deep a mark, and what little air is about it, reaches into a box, in points."""
    across = max(box.left - mark.x, 0, mark.x - box.right)
    down = max(box.top - mark.y, 0, mark.y - box.bottom)
    return float(max(0.0, mark.radius + _OFF - (across**2 + down**2) ** 0.5))


def plate(frame: Frame, box: Sequence[float], colour: str) -> None:
    """Draw what hides all that would run through the words that stand in a box: left, top, right,
    foot.
    """
    left, top, right, foot = box
    wide, high = right - left + 2 * _PLATE, foot - top + 2 * _PLATE
    frame.rectangle(left - _PLATE, top - _PLATE, wide, high, colour)


def is_met(box: Rectangle, marks: Iterable[Disc]) -> bool:
    """Say whether any mark reaches into a box."""
    return any(_hidden(box, mark) for mark in marks)
