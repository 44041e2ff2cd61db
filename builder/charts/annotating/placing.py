"""Where words at a mark go: sizes and what is in the way in, a box that is free out; and a frame
that keeps where its ink is, so that annotations can stand clear of it.

The nearest free place is taken to which a leader crosses nothing, if possible clear of hairlines.
Lengths are points, y downwards; page and slide place words by the same rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import field
from itertools import pairwise
from typing import Final, Literal, TypeAlias

from builder.charts.frame import NO_PATTERN, Edge, Frame, Horizontal, Pattern, Vertical
from builder.charts.markers import Leader, crosses, leader
from builder.charts.spots import Rectangle
from builder.charts.typeset import ASCENT, DESCENT, SetWords, to_baseline
from builder.frozen import dataclass
from builder.model.chart import Extent

Place: TypeAlias = tuple[float, float]
_RINGS: Final = (6.0, 12.0, 20.0, 30.0, 42.0, 56.0, 72.0)
_WAYS: Final = (
    (0.0, -1.0),
    (0.7, -0.7),
    (-0.7, -0.7),
    (1.0, 0.0),
    (-1.0, 0.0),
    (0.7, 0.7),
    (-0.7, 0.7),
    (0.0, 1.0),
)
_AIR: Final = 2.0
_RANK: Final = 1.5  # points that a way is worth before the next one
_HAIR: Final = 10.0
_OFFS: Final = (4.0, 1.0, 0.0)  # from words to a line that they interrupt
_SHORT: Final = 7.0
_UPRIGHT_OFFS: Final = (2.0, 1.0, 0.0)
_UPRIGHT_SHORT: Final = 2.0
_NEAR: Final = 9.0
_SAMPLES: Final = (0.0, 0.5, 1.0)
_THIN: Final = 1.0  # points: thinner lines are hairlines of the axes
_ALIGNED: Final = {"left": 0.0, "centre": 0.5, "right": 1.0}


@dataclass(frozen=True)
class Obstacles:
    """What words keep clear of: other `words` and `boxes`, `lines`, and filled `forms`.

    On hairlines (`hairs`) they stand where there is no better place.
    """

    words: list[Rectangle] = field(default_factory=list)
    boxes: list[Rectangle] = field(default_factory=list)
    lines: list[Leader] = field(default_factory=list)
    hairs: list[Leader] = field(default_factory=list)
    forms: list[tuple[Place, ...]] = field(default_factory=list)

    def meets(self, box: Rectangle) -> bool:
        """Say whether anything reaches into a box, or stands too near to it."""
        wide = Rectangle(box.left - _AIR, box.top - _AIR, box.right + _AIR, box.bottom + _AIR)
        return (
            any(_share(wide, other) for other in (*self.words, *self.boxes))
            or any(crosses(line, wide) for line in self.lines)
            or any(_holds(form, wide) for form in self.forms)
        )

    def crosses(self, line: Leader) -> bool:
        """Say whether a leader would run through words, or across a line: it would seem to lead to
        another mark.
        """
        return any(crosses(line, word) for word in self.words) or any(
            _cut(line, other) for other in self.lines
        )


def free(
    size: tuple[float, float], mark: Place, bounds: Rectangle, held: Obstacles
) -> Rectangle | None:
    """Return the box of words of a size (width, height) at a mark; None where none is free."""
    best: tuple[float, Rectangle] | None = None
    for cost, box in _candidates(size, mark):
        inside = (
            box.left >= bounds.left
            and box.top >= bounds.top
            and box.right <= bounds.right
            and box.bottom <= bounds.bottom
        )
        if not inside or (best is not None and cost >= best[0]) or held.meets(box):
            continue
        if held.crosses(_clear_of(mark, box)):
            continue
        whole = cost + _HAIR * sum(crosses(line, box) for line in held.hairs)
        if best is None or whole < best[0]:
            best = whole, box
    return best[1] if best is not None else None


def stretches(
    start: float, end: float, gaps: Iterable[tuple[float, float]], *, upright: bool = False
) -> list[Place]:
    """Return what is left of a stretch of a line off words, which stand in `gaps`: pairs from where
    to where.

    A line that ended at a number, or a short one before it, would be read as its sign: lines keep
    off, and short ones are left out where others remain, but for what leads on to the line's name.
    An `upright` line is read as no sign: what is left of it between the words of two rows stays, so
    that it is seen to go on from its name to its foot.
    Where words stand all along it keeps off them as far as something is left; else it is whole.
    """
    words = list(gaps)
    short = _UPRIGHT_SHORT if upright else _SHORT
    for off in _UPRIGHT_OFFS if upright else _OFFS:
        found = _between(start, end, sorted((left - off, right + off) for left, right in words))
        if found:
            if all(right - left < short for left, right in found):
                return found
            return [each for each in found if each[1] - each[0] >= short or each[1] == end]
    return [(start, end)]


def stands_off(mark: Place, box: Rectangle) -> bool:
    """Say whether words do not stand close above, below or beside their mark, so that only a leader
    tells whose they are.
    """
    across = max(box.left - mark[0], 0.0, mark[0] - box.right)
    down = max(box.top - mark[1], 0.0, mark[1] - box.bottom)
    return (across > 0 and down > 0) or across + down > _NEAR


class NotedFrame(Frame):
    """A frame whose words, filled forms and lines are known: `held`."""

    def __init__(self, width: float, extent: Extent = "normal") -> None:
        super().__init__(width, extent)
        self.held = Obstacles()

    def rectangle(
        self,
        left: float,
        top: float,
        width: float,
        height: float,
        fill: str,
        edge: Edge | None = None,
        pattern: Pattern = NO_PATTERN,
    ) -> None:
        super().rectangle(left, top, width, height, fill, edge, pattern)
        self.held.boxes.append(Rectangle(left, top, left + width, top + height))

    @contextmanager
    def shifted(self, across: float, width: float) -> Iterator[None]:
        """Let what is drawn meanwhile stand elsewhere, where it is in nobody's way."""
        kept, self.held = self.held, Obstacles()
        try:
            with super().shifted(across, width):
                yield
        finally:
            self.held = kept

    def ground(self, box: Rectangle, fill: str) -> None:
        """Draw a rectangle that words may stand on."""
        left, top, right, foot = box
        super().rectangle(left, top, right - left, foot - top, fill)

    def area(self, places: Sequence[Place], fill: str, edge: Edge | None = None) -> None:
        super().area(places, fill, edge)
        self.held.forms.append(tuple(places))

    def disc(
        self,
        x: float,
        y: float,
        radius: float,
        fill: str,
        edge: Edge | None = None,
        pattern: Pattern = NO_PATTERN,
    ) -> None:
        super().disc(x, y, radius, fill, edge, pattern)
        self.held.boxes.append(Rectangle(x - radius, y - radius, x + radius, y + radius))

    def line(
        self,
        places: Sequence[Place],
        colour: str,
        width: float,
        *,
        dash: tuple[float, ...] = (),
        cap: Literal["butt", "round"] = "butt",
    ) -> None:
        super().line(places, colour, width, dash=dash, cap=cap)
        if width >= _THIN:
            self.held.lines.extend(pairwise(places))
        else:
            self.held.hairs.extend(pairwise(places))

    def put(
        self,
        block: SetWords,
        x: float,
        y: float,
        align: Horizontal = "left",
        vertical: Vertical = "baseline",
        *,
        upright: bool = False,
    ) -> None:
        super().put(block, x, y, align, vertical, upright=upright)
        if not block.lines:
            return
        size = block.type.size
        if upright:
            first = x + to_baseline(block, "middle")
            last, foot = first + block.depth, y + _ALIGNED[align] * block.width
            box = Rectangle(first - ASCENT * size, foot - block.width, last + DESCENT * size, foot)
        else:
            baseline, left = y + to_baseline(block, vertical), x - _ALIGNED[align] * block.width
            top, foot = baseline - block.ascent, baseline + block.depth + DESCENT * size
            box = Rectangle(left, top, left + block.width, foot)
        self.held.words.append(box)


def _candidates(size: tuple[float, float], mark: Place) -> Iterator[tuple[float, Rectangle]]:
    (width, height), (x, y) = size, mark
    for ring in _RINGS:
        for rank, (right, down) in enumerate(_WAYS):
            if right and down and ring == _RINGS[0]:
                continue  # askew, and with no room for a leader: nobody could tell whose words
            left = x + right * ring - width * (0.5 - right / 2 / max(abs(right), abs(down)))
            top = y + down * ring - height * (0.5 - down / 2 / max(abs(right), abs(down)))
            yield ring + _RANK * rank, Rectangle(left, top, left + width, top + height)


def _clear_of(mark: Place, box: Rectangle) -> Leader:
    """Return the leader from a little off the mark, whose own ink it would otherwise cross."""
    (x, y), (to_x, to_y) = leader(mark, box)
    return (x + (to_x - x) * 0.3, y + (to_y - y) * 0.3), (to_x, to_y)


def _share(one: Rectangle, other: Rectangle) -> bool:
    return (
        one.left < other.right
        and other.left < one.right
        and one.top < other.bottom
        and other.top < one.bottom
    )


def _holds(form: Sequence[Place], box: Rectangle) -> bool:
    """Say whether a filled form reaches into a box: by its edges, or around places of the box."""
    if any(crosses(edge, box) for edge in zip(form, (*form[1:], form[0]), strict=True)):
        return True
    return any(
        _inside(form, box.left + (box.right - box.left) * x, box.top + (box.bottom - box.top) * y)
        for x in _SAMPLES
        for y in _SAMPLES
    )


def _inside(form: Sequence[Place], x: float, y: float) -> bool:
    """Say whether a place lies in a polygon (the even-odd rule)."""
    within = False
    for (ax, ay), (bx, by) in zip(form, (*form[1:], form[0]), strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            within = not within
    return within


def _cut(one: Leader, other: Leader) -> bool:
    """Say whether two lines cross."""

    def side(line: Leader, place: Place) -> float:
        (ax, ay), (bx, by) = line
        return (bx - ax) * (place[1] - ay) - (by - ay) * (place[0] - ax)

    return (
        side(one, other[0]) * side(one, other[1]) < 0
        and side(other, one[0]) * side(other, one[1]) < 0
    )


def _between(start: float, end: float, gaps: Iterable[tuple[float, float]]) -> list[Place]:
    found, at = [], start
    for left, right in gaps:
        if right <= at or left >= end:
            continue
        if left > at:
            found.append((at, left))
        at = max(at, right)
    return [*found, (at, end)] if at < end else found
