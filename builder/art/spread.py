"""The marks of charts that have no categories, or float: points, steps, events, flows."""

from __future__ import annotations

from math import sqrt
from typing import Final

from builder.art.marks import FILLED, STRONG, FilledOutline, Spot, box, circle, placed, tone, value
from builder.model.chart import ResolvedChart
from builder.model.figure import Moment

_SMALL, _LARGE = 0.028, 0.15  # radii of points
_BANDS: Final = 24  # pieces that a flow's edge is drawn in


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


def _placed(number: float, among: list[float]) -> float:
    """Return where a number stands between the least and the most, off the frame's edges."""
    least, most = min(among), max(among)
    share = (number - least) / (most - least) if most > least else 0.5
    return 0.06 + 0.88 * share


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


def _in_years(moment: Moment) -> float:
    return moment.year + max(moment.month - 1, 0) / 12 + max(moment.day - 1, 0) / 365


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


def _band(heights: tuple[float, float], wide: float, ratio: float) -> tuple[Spot, ...]:
    """Return a band that leaves one height level and comes to another level."""
    start, end = heights
    eased = [(at / _BANDS, _eased(at / _BANDS)) for at in range(_BANDS + 1)]
    upper = [(x * ratio, start + (end - start) * y + wide / 2) for x, y in eased]
    return (*upper, *((x, y - wide) for x, y in reversed(upper)))


def _eased(share: float) -> float:
    return share * share * (3 - 2 * share)
