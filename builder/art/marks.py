"""What art is made of: outlines, how much they stand out, and what stands out of a chart; and the
marks of charts that have no categories, or float: points, steps, events, flows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from math import cos, pi, sin, sqrt
from typing import Final, TypeAlias

from builder.frozen import dataclass
from builder.model.chart import MUTED, ResolvedChart
from builder.model.figure import Moment

Spot: TypeAlias = tuple[float, float]
Heights: TypeAlias = tuple[tuple[float | None, ...], ...]
"""How high each value stands, series by series; None where one is missing."""

FAINT: Final = 0.10
STRONG: Final = 0.34
"""How much of the paper lies over the cover's colour: the least and the most of any mark."""

FILLED: Final = 0.82
"""Of a place, what its mark takes."""

_CORNERS: Final = 48  # of what stands for a circle
_FEW: Final = 6  # places that there are at least
_BLEEDS: Final = 0.38  # of a place: how much of the last lies beyond the edge
_BANDS: Final = 24  # pieces that a flow's edge is drawn in


@dataclass(frozen=True)
class FilledOutline:
    """A filled outline; `tone` is how much of the paper lies over the cover's colour.

    An `emphasised` one has the second colour instead.
    """

    outline: tuple[Spot, ...]
    tone: float = FAINT
    emphasised: bool = False

    def within(self, ratio: float) -> FilledOutline:
        """Return what of it lies in the frame (Sutherland and Hodgman, 1974)."""
        found: Sequence[Spot] = self.outline
        for axis, limit, sign in ((0, 0.0, 1), (0, ratio, -1), (1, 0.0, 1), (1, 1.0, -1)):
            found = tuple(_cut(found, axis, limit, sign))
        rounded = tuple((round(x, 5), round(y, 5)) for x, y in found)
        return FilledOutline(rounded, self.tone, self.emphasised)


def steps(chart: ResolvedChart, ratio: float) -> list[FilledOutline]:
    """Return the bars that float between totals; what stands is the stronger."""
    ends = [(value(span.start), value(span.end)) for span in chart.spans]
    low = min((min(pair) for pair in ends), default=0.0)
    high = max((max(pair) for pair in ends), default=0.0)
    if high <= low:
        return []
    least = min(low, 0.0)
    left, pitch = placed(len(ends), ratio)
    found = []
    for at, ((start, end), span) in enumerate(zip(ends, chart.spans, strict=True)):
        foot, top = sorted(((start - least) / (high - least), (end - least) / (high - least)))
        x = left + at * pitch
        outline = box(x, foot * 0.96, x + pitch * FILLED, max(top, foot + 0.01) * 0.96)
        last = at == len(ends) - 1
        found.append(
            FilledOutline(outline, STRONG if span.standing else tone(at, len(ends)) * 0.8, last)
        )
    return found


def clouds(chart: ResolvedChart, ratio: float) -> list[FilledOutline]:
    """Return points, large ones first; coloured ones stand out where not all are."""
    points = chart.points
    across = [value(point.x.value) for point in points]
    up = [value(point.y.value) for point in points]
    sizes = [value(point.size.value) if point.size else 0.0 for point in points]
    most = max(sizes, default=0.0)
    chosen = {at for at, point in enumerate(points) if point.coloured}
    if len(chosen) == len(points):
        chosen = {max(range(len(points)), key=lambda at: sizes[at] or up[at])}
    found = []
    for at in sorted(range(len(points)), key=lambda at: -sizes[at]):
        radius = _SMALL + (_LARGE - _SMALL) * sqrt(sizes[at] / most) if most > 0 else _SMALL * 1.4
        spot = (_placed(across[at], across) * ratio, _placed(up[at], up))
        outline = circle(spot, radius)
        found.append(FilledOutline(outline, tone(at, len(points)), at in chosen))
    return found


def timeline(chart: ResolvedChart, ratio: float) -> list[FilledOutline]:
    """Return events as stems from the lower edge with a head each, in the order of their dates."""
    when = [_in_years(event.when) for event in chart.events]
    found = [FilledOutline(box(0.0, 0.0, ratio, 0.012), STRONG)]
    for at, moment in enumerate(when):
        x = _placed(moment, when) * ratio if len(when) > 1 else ratio / 2
        high = 0.38 + 0.5 * ((at * 2 + 1) % 3) / 2
        last = at == len(when) - 1
        shade = tone(at, len(when))
        found.append(FilledOutline(box(x - 0.006, 0.0, x + 0.006, high), shade, last))
        found.append(FilledOutline(circle((x, high), 0.055), shade, last))
    return found


def flows(chart: ResolvedChart, ratio: float) -> list[FilledOutline]:
    """Return flows as bands that leave the left edge as a bundle and fan out to the right one."""
    takers = list(dict.fromkeys(flow.right for flow in chart.flows))
    count = len(chart.flows)
    order = sorted(range(count), key=lambda at: (takers.index(chart.flows[at].right), at))
    chosen = [at for at, flow in enumerate(chart.flows) if flow.emphasised]
    if len(chosen) == count:
        chosen = chosen[:1]
    wide = min(0.4 / max(count, 1), 0.14)
    found = []
    for rank, at in enumerate(order):
        start = 0.3 - (rank - (count - 1) / 2) * wide * 1.12
        end = 0.94 - 0.88 * (rank + 0.5) / count
        outline = _band((start, end), wide, ratio)
        found.append(FilledOutline(outline, tone(count - rank - 1, count), at in chosen))
    return sorted(found, key=lambda shape: shape.emphasised)


def box(left: float, bottom: float, right: float, top: float) -> tuple[Spot, ...]:
    """Return a rectangle's corners."""
    return ((left, bottom), (right, bottom), (right, top), (left, top))


def circle(centre: Spot, radius: float) -> tuple[Spot, ...]:
    """Return a circle's outline."""
    turns = (2 * pi * at / _CORNERS for at in range(_CORNERS))
    return tuple((centre[0] + radius * cos(t), centre[1] + radius * sin(t)) for t in turns)


def placed(count: int, ratio: float) -> tuple[float, float]:
    """Return where the first of several marks side by side begins, and how far apart they are.

    Few stand at the right; the last bleeds off the edge.
    """
    pitch = ratio / (max(count, _FEW) - _BLEEDS)
    return ratio - (count - _BLEEDS) * pitch, pitch


def tone(at: int, count: int) -> float:
    """Return the tone of one of several marks, the later the stronger."""
    return round(FAINT + (STRONG - FAINT) * (at + 1) / max(count, 1), 3)


def value(number: Decimal | float | None) -> float:
    """Return a number to draw by; none is nought."""
    return 0.0 if number is None else float(number)


def heights(chart: ResolvedChart) -> Heights:
    """Return the values of a chart, series by series, as shares of the greatest there is."""
    numbers = [[datum.value for datum in series.data] for series in chart.series]
    most = max((abs(each) for row in numbers for each in row if each is not None), default=0) or 1
    return tuple(
        tuple(None if each is None else float(each / most) for each in row) for row in numbers
    )


def grounded(highest: float, lowest: float) -> tuple[float, float]:
    """Return how high nought stands in a frame of 1, and how high 1 is above it, where values reach
    from the lowest to the highest: what is below nought goes down from it.
    """
    up, down = max(highest, 0.0), max(-lowest, 0.0)
    unit = 1.0 / (up + down or 1.0)
    return down * unit, unit


def reach(rows: Heights) -> tuple[float, float]:
    """Return the highest and the lowest of all values, nought where there is none."""
    known = [each for row in rows for each in row if each is not None]
    return max(known, default=0.0), min(known, default=0.0)


def greatest(rows: Heights) -> float:
    """Return how high all that stands in one place comes to, where that is the most."""
    return max((sum(map(standing, column)) for column in zip(*rows, strict=True)), default=0.0)


def standing(height: float | None) -> float:
    """Return how much of a stack a value takes: one that is missing takes nothing."""
    return abs(value(height))


def outstanding(chart: ResolvedChart) -> frozenset[tuple[int, int]]:
    """Return which data are emphasised, by series and category: those that the chart highlights,
    or the greatest.
    """
    found = {
        (at, place): datum.emphasised
        for at, series in enumerate(chart.series)
        for place, datum in enumerate(series.data)
    }
    chosen = frozenset(key for key, emphasised in found.items() if emphasised)
    if 0 < len(chosen) < len(found):
        return chosen
    coloured = {at for at, series in enumerate(chart.series) if series.colour != MUTED}
    if 0 < len(coloured) < len(chart.series):
        return frozenset(key for key in found if key[0] in coloured)
    rows = heights(chart)
    return frozenset([max(found, key=lambda key: standing(rows[key[0]][key[1]]))] if found else [])


def leading(chart: ResolvedChart) -> int:
    """Return which series is emphasised: the highlighted, or that with the greatest value."""
    chosen = outstanding(chart)
    return min((at for at, _ in chosen), default=0)


_SMALL, _LARGE = 0.028, 0.15  # radii of points


def _cut(outline: Sequence[Spot], axis: int, limit: float, sign: int) -> Iterator[Spot]:
    """Yield the outline on one side of a line along an axis."""
    for before, here in zip((*outline[-1:], *outline[:-1]), outline, strict=True):
        was, is_ = (sign * (spot[axis] - limit) for spot in (before, here))
        if (was >= 0) != (is_ >= 0):
            share = was / (was - is_)
            x, y = (one + share * (other - one) for one, other in zip(before, here, strict=True))
            yield (x, y)
        if is_ >= 0:
            yield here


def _placed(number: float, among: list[float]) -> float:
    """Return where a number stands between the least and the most, off the frame's edges."""
    least, most = min(among), max(among)
    share = (number - least) / (most - least) if most > least else 0.5
    return 0.06 + 0.88 * share


def _in_years(moment: Moment) -> float:
    return moment.year + max(moment.month - 1, 0) / 12 + max(moment.day - 1, 0) / 365


def _band(heights: tuple[float, float], wide: float, ratio: float) -> tuple[Spot, ...]:
    """Return a band that leaves one height level and comes to another level."""
    start, end = heights
    eased = [(at / _BANDS, _eased(at / _BANDS)) for at in range(_BANDS + 1)]
    upper = [(x * ratio, start + (end - start) * y + wide / 2) for x, y in eased]
    return (*upper, *((x, y - wide) for x, y in reversed(upper)))


def _eased(share: float) -> float:
    return share * share * (3 - 2 * share)
