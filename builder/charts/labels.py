"""Where labels go when they might meet: takes boxes and wishes, returns places without overlap.

Among them the names at the ends of lines, bands and stacks, right of the plot.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from builder.charts.frame import Frame
from builder.charts.leaders import Leader, crosses, leader
from builder.charts.native import Slot, rgb
from builder.charts.style import ChartStyle, text_slot
from builder.charts.typeset import SetWords, longest_word, wrapped
from builder.model.text import Line

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
_AIR: Final = 1.5
_CROSSED: Final = 100.0  # more than the farthest place costs: only where there is no other


class Rectangle(NamedTuple):
    """A box in points, y downwards."""

    left: float
    top: float
    right: float
    bottom: float


class Disc(NamedTuple):
    """A mark that labels keep clear of."""

    x: float
    y: float
    radius: float


class LabelPlace(NamedTuple):
    """Where a label was placed; `inside` on its own mark, `far` if it needs a leader line."""

    box: Rectangle
    inside: bool = False
    far: bool = False


class _Reach(NamedTuple):
    """All that a mark's label might meet: it stands no farther away than the outermost ring."""

    mark: Disc
    size: tuple[float, float]

    def holds(self, other: Disc) -> bool:
        """Return whether another mark is near enough."""
        away = self.mark.radius + _RINGS[-1] + other.radius
        return (
            abs(other.x - self.mark.x) <= away + self.size[0]
            and abs(other.y - self.mark.y) <= away + self.size[1]
        )


def spread(
    wanted: Sequence[float], heights: Sequence[float], low: float, high: float
) -> tuple[float, ...]:
    """Return middles for labels on one line, as near as can be to those wanted, none overlapping.

    The sum of squared shifts is the least possible (isotonic regression by pooling adjacent
    violators), within `low` to `high` where the heights together leave room.
    """
    order = sorted(range(len(wanted)), key=lambda item: (wanted[item], item))
    before, total = [], 0.0
    for item in order:
        before.append(total + heights[item] / 2)
        total += heights[item]
    pools: list[tuple[float, int]] = []  # mean wish and number of labels that move together
    for item, offset in zip(order, before, strict=True):
        mean, count = wanted[item] - offset, 1
        while pools and pools[-1][0] > mean:
            other, others = pools.pop()
            mean = (mean * count + other * others) / (count + others)
            count += others
        pools.append((mean, count))
    starts = [mean for mean, count in pools for _ in range(count)]
    places = [0.0] * len(wanted)
    for item, start, offset in zip(order, starts, before, strict=True):
        places[item] = min(max(start, low), max(low, high - total)) + offset
    return tuple(places)


def place(
    marks: Sequence[Disc],
    sizes: Sequence[tuple[float, float]],
    bounds: Rectangle,
    obstacles: Sequence[Disc] = (),
    only: Sequence[int] | None = None,
    covered: float = math.inf,
) -> tuple[LabelPlace | None, ...]:
    """Return a place for the label (width, height) of each mark; None where there is none.

    Greedy, the largest mark first: of places around and on the mark, the one that hides least
    of other marks and stays nearest. No label overlaps another or leaves the bounds. `only`
    names the marks that have a label (all of them unless said); `covered` is how many points
    deep marks may reach into a label in all.
    """
    labelled = range(len(marks)) if only is None else only
    order = sorted(labelled, key=lambda item: (-marks[item].radius, item))
    space = _Space(marks, sizes, bounds, obstacles, covered)
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


def _placed(order: Iterable[int], space: _Space) -> tuple[list[LabelPlace | None], set[int]]:
    """Return the places of labels in this order of choice, and those whose leaders cross names."""
    marks, sizes, bounds, obstacles, covered = space
    spots: list[LabelPlace | None] = [None] * len(marks)
    boxes: list[Rectangle] = []
    leaders: list[Leader] = []
    crossed = set()
    for item in order:
        best: tuple[float, int, LabelPlace] | None = None
        reach = _Reach(marks[item], sizes[item])
        others = [mark for at, mark in enumerate(marks) if at != item and reach.holds(mark)]
        others += filter(reach.holds, obstacles)
        for cost, spot in _candidates(marks[item], sizes[item]):
            if not _within(spot.box, bounds) or any(_meet(spot.box, box) for box in boxes):
                continue
            own = [] if spot.inside else [marks[item]]
            least = math.inf if best is None else best[0]
            count = _crossings(marks[item], spot, boxes, leaders)
            found = _cost(cost + _CROSSED * count, spot.box, (*own, *others), least, covered)
            if found < least:
                best = (found, count, spot)
        if best is not None:
            _, count, spots[item] = best
            boxes.append(best[2].box)
            leaders += [leader(marks[item][:2], best[2].box)] if best[2].far else []
            crossed |= {item} if count else set()
    return spots, crossed


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
            return math.inf
        hidden += _hidden(box, mark)
        found = cost + 12 * hidden
    return found if hidden <= covered else math.inf


def _candidates(mark: Disc, size: tuple[float, float]) -> list[tuple[float, LabelPlace]]:
    width, height = size
    found = []
    if (width**2 + height**2) ** 0.5 < 2 * mark.radius - 2:
        found.append(
            (0.0, LabelPlace(_box(mark.x - width / 2, mark.y - height / 2, size), inside=True))
        )
    for ring in _RINGS:
        for rank, (right, down) in enumerate(_DIRECTIONS):
            reach = mark.radius + ring
            left = mark.x + right * reach - width * _share(right)
            top = mark.y + down * reach - height * _share(down)
            spot = LabelPlace(_box(left, top, size), far=ring > _RINGS[0])
            found.append((0.4 * rank + 1.2 * ring, spot))
    return found


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
    """Return how deep a mark reaches into a box, in points."""
    across = max(box.left - mark.x, 0, mark.x - box.right)
    down = max(box.top - mark.y, 0, mark.y - box.bottom)
    return float(max(0.0, mark.radius - (across**2 + down**2) ** 0.5))


GAP: Final = 7.0
_SHARE: Final = 0.3  # of the chart's width that names may take
_WIDEST: Final = 0.45  # and that a long word of one may
APART: Final = 3.0  # points of one name from the next


class End(NamedTuple):
    """What is named: where it would stand best, and the set name."""

    wanted: float
    block: SetWords


def names(
    frame: Frame, style: ChartStyle, lines: Sequence[Line], slots: Sequence[Slot], language: str
) -> tuple[SetWords, ...]:
    """Return the names, set in the text variants of their marks' colours.

    They take more room than their share where a word would else be divided.
    """
    longest = max((longest_word(line, style.series) for line in lines), default=0.0)
    width = max(_SHARE * frame.width, min(longest, _WIDEST * frame.width))
    return tuple(
        wrapped(line, style.series.inked(rgb(text_slot(slot), style.theme)), width, language)
        for line, slot in zip(lines, slots, strict=True)
    )


def room(blocks: Sequence[SetWords]) -> float:
    """Return the width to keep free right of the plot, gap included."""
    widest = max((block.width for block in blocks), default=0.0)
    return widest + GAP if widest else 0.0


def needed(blocks: Sequence[SetWords]) -> float:
    """Return how high a plot must be for its names to stand beside it without touching."""
    return sum(block.height + APART for block in blocks if block.lines)


def put(frame: Frame, ends: Sequence[End], x: float, top: float, bottom: float) -> None:
    """Draw the names at `x`, each as near to its wish as the others allow."""
    shown = [end for end in ends if end.block.lines]
    heights = [end.block.height + APART for end in shown]
    middles = spread([end.wanted for end in shown], heights, top, bottom)
    for end, middle in zip(shown, middles, strict=True):
        frame.put(end.block, x, middle, vertical="middle")
