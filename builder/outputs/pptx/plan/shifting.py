"""Where labels stand beside their marks: a mark's box, a side and a size in, the label's box out.

And how far those of a native chart move: a placed plot in; shifts of labels that would meet each
other, or stand on their marks, out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple, TypeAlias

from builder.charts.markers import Leader, crosses
from builder.model.annotation import Spot
from builder.outputs.pptx.plan.measure import Ruler
from builder.outputs.pptx.plan.model import Side
from builder.outputs.pptx.plan.plot import PlacedPlot
from builder.units import Box

_GAP: Final = 4.0

_LEAST_SHIFT: Final = 0.5
_OFF_COLUMN: Final = 4.0
_OFF_POINT: Final = 5.0
_AIR: Final = 4.0  # points between labels side by side: programs set words a little wider
_AROUND: Final[tuple[Side, ...]] = ("above", "below", "right", "left")
_STEPS: Final = (0.0, *(sign * step / 2 for step in range(1, 13) for sign in (-1, 1)))
"""Lines that a label beside its mark is moved down, where others or lines run there."""
_MOVED: Final = 0.5  # of a line crossed
_MET: Final = 100.0  # lines crossed: rather than that two labels meet

Place: TypeAlias = tuple[float, float]
Shift: TypeAlias = tuple[int, int, float]
"""A series, a point, and by how many points its label moves."""


def label_box(mark: Box, side: Side, width: float, height: float) -> Box:
    """Return where a label of this size stands at a side of its mark."""
    middle, centre = mark.left + mark.width / 2, mark.top + mark.height / 2
    if side == "right":
        return Box(mark.left + mark.width + _GAP, centre - height / 2, width, height)
    if side == "left":
        return Box(mark.left - _GAP - width, centre - height / 2, width, height)
    top = mark.top - _GAP - height if side == "above" else mark.top + mark.height + _GAP
    return Box(middle - width / 2, top, width, height)


class Beside(NamedTuple):
    """Where the label of a value within a line stands: at a side of it, so far down from there."""

    spot: Spot
    side: Side
    down: float
    box: Box


def shifts(plot: PlacedPlot, ruler: Ruler) -> tuple[Shift, ...]:
    """Return how far down (of bars that lie, right) labels move.

    Labels of lines move apart, others off stacked columns that they end, off error bars, and off
    the bar that runs the other way.
    """
    if plot.native.type != "LINE":
        off = plot.line + _OFF_COLUMN
        return (
            plot.off_error_bars()
            or plot.off_zero(ruler)
            or tuple(
                (number, at, -off if (point.value or 0) >= 0 else off)
                for number, series in enumerate(plot.native.series)
                if series.label_position == "beyond_end"
                for at, point in enumerate(series.points)
                if point.label
            )
        )
    found: list[Shift] = []
    for at_left in (False, True)[: 1 + plot.native.to_edge]:
        found += _of_ends(plot, at_left=at_left)
    within = off_lines(plot, ruler)
    return (*found, *((*each.spot, each.down) for each in within if each.down))


def _of_ends(plot: PlacedPlot, *, at_left: bool) -> list[Shift]:
    ends = []
    for number, series in enumerate(plot.native.series):
        labelled = [
            (at, point.value)
            for at, point in enumerate(series.points)
            if point.label and point.value is not None and (point.side == "left") == at_left
        ]
        if labelled:
            at, value = labelled[-1]
            ends.append((plot.height(float(value)), number, at))
    ends.sort()
    foot = plot.inner.top + plot.inner.height
    placed = apart((wanted for wanted, _, _ in ends), plot.line, foot)
    return [
        (series, point, down - wanted)
        for (wanted, series, point), down in zip(ends, placed, strict=True)
        if abs(down - wanted) > _LEAST_SHIFT
    ]


def off_lines(plot: PlacedPlot, ruler: Ruler) -> Iterator[Beside]:
    """Yield where each value within a line stands: at the side, and as far down from there, where
    least runs through it, above all that to which its own line does not turn. Those at the ends of
    lines stand beside them.
    """
    native, middles, line = plot.native, plot.middles(), plot.line
    if native.type != "LINE" or native.to_edge:
        return
    lines, held, within = list(_drawn(plot)), list[Box](), list[tuple[Spot, float, Place]]()
    moved = {(number, at): down for number, at, down in _of_ends(plot, at_left=False)}
    lines += _legs(plot)
    for number, series in enumerate(native.series):
        labelled = [at for at, p in enumerate(series.points) if p.label and p.value is not None]
        for at in labelled:
            point, spot = series.points[at], Spot(number, at)
            width = ruler.width(point.label, plot.size, bold=True)
            place = middles[at], plot.height(float(point.value or 0))
            if at == labelled[-1]:
                down = moved.get((number, at), 0.0)
                held.append(Box(place[0] + _OFF_POINT, place[1] - line / 2 + down, width, line))
            else:
                within.append((spot, width, place))
    for spot, width, place in sorted(within, key=lambda each: each[2]):
        side, down, box = _best(plot, place, width, lines, held)
        held.append(box)
        yield Beside(spot, side, down, box)


def _drawn(plot: PlacedPlot) -> Iterator[Leader]:
    """Yield the lines of a plot and its error bars, piece by piece."""
    for series in plot.native.series:
        course = []
        for x, point in zip(plot.middles(), series.points, strict=True):
            if point.value is None:
                continue
            course.append((x, plot.height(float(point.value))))
            if point.interval:
                low, high = (plot.height(float(end)) for end in point.interval)
                yield (x, low), (x, high)
        yield from pairwise(course)


def _legs(plot: PlacedPlot) -> Iterator[Leader]:
    """Yield where arrows come down to their marks."""
    for arrow in plot.native.annotations.differences:
        for spot in (arrow.start, arrow.end):
            value = plot.native.series[spot.series].points[spot.category].value
            x = plot.middles()[spot.category]
            yield (x, plot.inner.top), (x, plot.height(float(value or 0)))


def _best(
    plot: PlacedPlot, place: Place, width: float, lines: Sequence[Leader], held: Sequence[Box]
) -> tuple[Side, float, Box]:
    """Return the side of a value, how far down it stands from there, and its box."""
    native, (x, y), line = plot.native, place, plot.line
    mark = Box(x - _OFF_POINT, y - _OFF_POINT, 2 * _OFF_POINT, 2 * _OFF_POINT)
    first = plot.inner.left if native.value_axis.shown else plot.box.left
    top, foot = plot.inner.top - line / 2, plot.inner.top + plot.inner.height + line / 2
    found = []
    for rank, side in enumerate(_AROUND):
        beside = side in ("left", "right")
        for step in _STEPS if beside else (0.0,):
            wanted = label_box(mark, side, width, line)
            box = wanted._replace(top=wanted.top + step * line)
            around = box.left, box.top, box.left + box.width, box.top + box.height
            cost = sum(crosses(each, around) for each in lines) + _MOVED * abs(step)
            cost += _MET * (box.left < first) + (box.top < top) + _MET * (around[3] > foot)
            cost += _MET * sum(_meet(box, other) for other in held)
            found.append((cost, rank, side, step * line, box))
    _, _, best, down, box = min(found)
    return best, down, box


def _meet(one: Box, other: Box) -> bool:
    return (
        one.left < other.left + other.width + _AIR
        and other.left < one.left + one.width + _AIR
        and one.top < other.top + other.height - _LEAST_SHIFT
        and other.top < one.top + one.height - _LEAST_SHIFT
    )


def apart(wanted: Iterable[float], pitch: float, last: float) -> list[float]:
    """Return ascending places at least `pitch` apart, near those wanted, none beyond `last`."""
    placed: list[float] = []
    for place in wanted:
        placed.append(max(place, placed[-1] + pitch) if placed else place)
    for at in range(len(placed) - 1, -1, -1):
        placed[at] = min(placed[at], last)
        last = placed[at] - pitch
    return placed
