"""Where bars and points stand, and the names of points: right, left, above or below them.

A placed plot in; marks with their boxes, and a side per labelled point out, chosen so that names
keep clear of each other and of the marks. A name that none of the four sides has room for is left
out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from builder.charts.native import CARTESIAN, NativeChart, NativePoint, NativeSeries
from builder.outputs.pptx.plan.axes import spans
from builder.outputs.pptx.plan.forms import shared, shared_area
from builder.outputs.pptx.plan.measure import Ruler
from builder.outputs.pptx.plan.model import Side
from builder.outputs.pptx.plan.plot import PlacedPlot
from builder.outputs.pptx.plan.shifting import label_box, off_lines
from builder.units import Box

SIDES: Final[tuple[Side, ...]] = ("right", "left", "above", "below")
RING: Final = 2.5
"""The radius, in points, of the ring that stands for a bubble of no size."""

_MARK: Final = 5.0
_MORE: Final = 0.2  # of the radius of a mark that is to be seen first
# The largest bubble of PowerPoint is a quarter of the plot's shorter side across.
_LARGEST: Final = 0.125
_ROUNDS: Final = 4
_SETTLED: Final = 120  # names; of more, few have room, wherever the others go
_RIM: Final = 2.0
_CELL: Final = 40.0  # points: of the squares by which marks near a name are found
_WITHIN: Final = 0.9  # of a name, line height and all, that stands inside the plot


class PointMark(NamedTuple):
    """The mark of a point: its series and its place there, and the box that it fills."""

    series: int
    point: int
    box: Box


class Bar(NamedTuple):
    """A bar or column: its series and its place there, its box, and which way its value runs."""

    series: int
    point: int
    box: Box
    forwards: bool


class _NamedMark(NamedTuple):
    mark: PointMark
    width: float
    height: float


def sides(plot: PlacedPlot, ruler: Ruler) -> tuple[tuple[int, int, Side], ...]:
    """Return (series, point, side) for each point whose name has room.

    The others go without, the smallest marks first: names that cannot be told apart, or that
    stand across other marks, say less than none. There must be room in every program.
    """
    native = plot.native
    if native.rows or native.to_edge:
        return tuple(
            (number, at, point.side)
            for number, series in enumerate(native.series)
            for at, point in enumerate(series.points)
            if point.label and point.side
        )
    if native.type == "LINE":
        return tuple((*spot, side) for spot, side, *_ in off_lines(plot, ruler))
    if native.type not in CARTESIAN:
        return ()
    sheets = [_sheet(each, ruler) for each in (plot, _unscaled(plot))]
    names = sheets[0].named
    chosen = _settled(sheets[0], plot.inner)
    kept: list[tuple[int, Side]] = []
    for at in sorted(range(len(names)), key=lambda at: -names[at].mark.box.width):
        for side in (chosen[at], *(side for side in SIDES if side != chosen[at])):
            if all(_is_free(at, side, kept, sheet, plot.inner) for sheet in sheets):
                kept.append((at, side))
                break
    return tuple(sorted((names[at].mark.series, names[at].mark.point, s) for at, s in kept))


def named_only(native: NativeChart, sides: Iterable[tuple[int, int, Side]]) -> NativeChart:
    """Return a scatter or bubble chart with the names of those points alone that have a side."""
    if native.type not in CARTESIAN:
        return native
    placed = {
        (series, at) for series, at, _ in sides if not is_ring(native.series[series].points[at])
    }
    return replace(
        native,
        series=tuple(
            replace(
                series,
                points=tuple(
                    point if (number, at) in placed else replace(point, label=())
                    for at, point in enumerate(series.points)
                ),
            )
            for number, series in enumerate(native.series)
        ),
    )


class _Sheet(NamedTuple):
    """All marks of a plot, those that have a name, and which marks each square touches."""

    marks: tuple[PointMark, ...]
    named: tuple[_NamedMark, ...]
    near: Mapping[tuple[int, int], tuple[PointMark, ...]]


def _sheet(plot: PlacedPlot, ruler: Ruler) -> _Sheet:
    marks = tuple(points_of(plot))
    named = (
        _NamedMark(mark, ruler.width(point.label, plot.size, bold=point.strong), plot.line)
        for mark in marks
        if (point := plot.native.series[mark.series].points[mark.point]).label
    )
    near: dict[tuple[int, int], list[PointMark]] = defaultdict(list)
    for mark in marks:
        for square in _squares(mark.box):
            near[square].append(mark)
    return _Sheet(marks, tuple(named), {square: tuple(held) for square, held in near.items()})


def _squares(box: Box) -> Iterator[tuple[int, int]]:
    """Yield the squares of a grid over the slide that a box touches."""
    right, foot = box.left + box.width, box.top + box.height
    for across in range(int(box.left // _CELL), int(right // _CELL) + 1):
        for down in range(int(box.top // _CELL), int(foot // _CELL) + 1):
            yield across, down


def _unscaled(plot: PlacedPlot) -> PlacedPlot:
    """Return the plot as LibreOffice draws it, which knows no smaller bubbles."""
    return replace(plot, native=replace(plot.native, bubble_scale=100))


def _settled(sheet: _Sheet, inner: Box) -> list[Side]:
    """Return a side for each name, in a few rounds of each giving way to the others."""
    marks, named = sheet.marks, sheet.named
    chosen: list[Side] = ["right"] * len(named)
    labels = [_label(mark_named, "right") for mark_named in named]
    for _ in range(_ROUNDS if len(named) <= _SETTLED else 0):
        before = list(chosen)
        for at, mark_named in enumerate(named):
            others = [label for place, label in enumerate(labels) if place != at]
            others += [mark.box for mark in marks if mark.box != mark_named.mark.box]
            chosen[at] = min(SIDES, key=lambda side: _cost(_label(mark_named, side), others, inner))
            labels[at] = _label(mark_named, chosen[at])
        if chosen == before:
            break
    return _as_in_paper(named, chosen)


def _as_in_paper(named: Sequence[_NamedMark], chosen: Sequence[Side]) -> list[Side]:
    """Return the sides of names so that of marks on one place the first has the first side, as in
    the paper.
    """
    places = defaultdict[Box, list[int]](list)
    for at, each in enumerate(named):
        places[each.mark.box].append(at)
    found = list(chosen)
    for group in places.values():
        taken = sorted((chosen[at] for at in group), key=SIDES.index)
        for at, side in zip(group, taken, strict=True):
            found[at] = side
    return found


def _is_free(
    at: int, side: Side, kept: Iterable[tuple[int, Side]], sheet: _Sheet, inner: Box
) -> bool:
    """Say whether a name stands in the plot, clear of other names and of all but marks' rims.

    It may stand out a little above or below, but not at a side, where ticks are.
    """
    mark_named = sheet.named[at]
    label = _label(mark_named, side)
    return (
        shared(label, inner).width > label.width - _RIM
        and shared_area(label, inner) >= label.width * label.height * _WITHIN
        and all(
            _depth(label, mark.box) <= _RIM
            for square in _squares(label)
            for mark in sheet.near.get(square, ())
            if mark != mark_named.mark
        )
        and not any(shared_area(label, _label(sheet.named[one], other)) for one, other in kept)
    )


def _depth(label: Box, mark: Box) -> float:
    """Return how far a round mark reaches into a name."""
    radius = mark.width / 2
    x, y = mark.left + radius, mark.top + radius
    across = max(label.left - x, 0.0, x - label.left - label.width)
    down = max(label.top - y, 0.0, y - label.top - label.height)
    return float(radius - (across**2 + down**2) ** 0.5)


def bars_of(plot: PlacedPlot) -> Iterator[Bar]:
    """Yield the columns of a chart, or the bars that run from left to right."""
    native, inner = plot.native, plot.inner
    count, rows = max(1, len(native.categories)), max(1, native.bars)
    stacked, overlap, gap = native.stacked, native.overlap / 100, native.gap_width / 100
    beside = 1 if stacked else rows
    wide = 1 / count / (beside - (beside - 1) * overlap + gap)
    for (number, at), ends in spans(native).items():
        low, high = map(float, ends)
        start = at / count + gap * wide / 2 + (0 if stacked else number * wide * (1 - overlap))
        if native.across:
            down = start if native.reversed_categories else 1 - start - wide
            left, right = sorted((plot.reach(low), plot.reach(high)))
            box = Box(left, inner.top + inner.height * down, right - left, inner.height * wide)
        else:
            top, foot = sorted((plot.height(low), plot.height(high)))
            box = Box(inner.left + inner.width * start, top, inner.width * wide, foot - top)
        yield Bar(number, at, box, high >= low)


def is_ring(point: NativePoint) -> bool:
    """Say whether a point is a bubble of no size, which programs neither draw nor name."""
    return point.size == 0


def points_of(plot: PlacedPlot) -> Iterator[PointMark]:
    """Yield the marks of a scatter or bubble chart."""
    sizes = [float(p.size or 0) for series in plot.native.series for p in series.points]
    largest = max(sizes, default=0.0) or 1.0
    unit = min(plot.inner.width, plot.inner.height) * _LARGEST * plot.native.bubble_scale / 100
    for number, series in enumerate(plot.native.series):
        for at, point in enumerate(series.points):
            if point.x is None or point.value is None:
                continue
            radius = _MARK * (1 + _MORE * point.prominence)
            if plot.native.type == "BUBBLE":
                radius = unit * (max(float(point.size or 0), 0.0) / largest) ** 0.5 or RING
            middle, height = plot.across(float(point.x)), plot.height(float(point.value))
            box = Box(middle - radius, height - radius, 2 * radius, 2 * radius)
            yield PointMark(number, at, box)


def on_grid(native: NativeChart, series: NativeSeries) -> bool:
    """Return whether grid lines would run through the labels of a series, which stand beside its
    marks: they need a ground of their own.
    """
    gridded = native.value_axis.shown or (native.type in CARTESIAN and native.category_axis.shown)
    return gridded and series.label_position not in ("centre", "none")


def _label(mark_named: _NamedMark, side: Side) -> Box:
    return label_box(mark_named.mark.box, side, mark_named.width, mark_named.height)


def _cost(label: Box, others: Iterable[Box], inner: Box) -> float:
    """Return how much of a label lies on others or, which is worse, outside the plot."""
    outside = label.width * label.height - shared_area(label, inner)
    return sum(shared_area(label, other) for other in others) + 3 * outside
