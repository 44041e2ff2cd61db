"""How far marks reach along the value axis, and room for values below it: a chart in; its spans, or
the chart with its axis long enough, out.

Names of categories stand right beside the plot, where those values would be printed. An axis
that nothing is read off goes on beyond the lowest bar instead, as it does on paper.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from builder.charts.native import NativeChart, NativePoint
from builder.outputs.pptx.plan.measure import PITCH, Ruler
from builder.units import Box

_GAP: Final = 6.0
_BEYOND: Final = ("outside_end", "beyond_end")
_APART: Final = 1.0  # points between the bars of a cluster
_FARTHEST: Final = 100  # per cent of a bar (ECMA-376-1, 21.2.2.131)
_MOST: Final = 0.75  # of the plot that values may take


def with_headroom(native: NativeChart, inner: Box, size: float, ruler: Ruler) -> NativeChart:
    """Return the chart with its hidden value axis long enough for every value below zero."""
    axis = native.value_axis
    if axis.shown or axis.min is None or axis.max is None:
        return native
    length = inner.width if native.across else inner.height
    least = axis.min
    for end, point in _hanging(native):
        share = Decimal(min(_MOST, _needed(native, point, size, ruler) / length))
        least = min(least, (end - share * axis.max) / (1 - share))
    if least == axis.min:
        return native
    return replace(native, value_axis=replace(axis, min=Decimal(f"{least:.6g}")))


def _needed(native: NativeChart, point: NativePoint, size: float, ruler: Ruler) -> float:
    """Return how long the room is that a value takes beyond the end of its bar."""
    wide = ruler.width(point.label, size, bold=True) if native.across else size * PITCH
    return wide + _GAP


def hang_too_far(native: NativeChart, inner: Box, size: float, ruler: Ruler) -> bool:
    """Return whether a value below zero takes more of a plot than it may, beside a hidden axis."""
    most = _MOST * (inner.width if native.across else inner.height)
    return not native.value_axis.shown and any(
        _needed(native, point, size, ruler) > most for _, point in _hanging(native)
    )


def parted(native: NativeChart, inner: Box) -> NativeChart:
    """Return the chart with the bars of a cluster a point apart, however narrow they are."""
    several = native.type.endswith("CLUSTERED") and native.bars > 1 and native.overlap < 100
    if not several or not native.categories:
        return native
    length = inner.height if native.across else inner.width
    slot, count = length / len(native.categories), native.bars
    least = next(
        (
            share
            for share in range(-native.overlap, _FARTHEST)
            if share * slot / (100 * count + (count - 1) * share + native.gap_width) >= _APART
        ),
        _FARTHEST,
    )
    return replace(native, overlap=-least)


def _hanging(native: NativeChart) -> Iterator[tuple[Decimal, NativePoint]]:
    """Yield each point whose value is printed below it, and where its bar ends."""
    lowest: dict[int, Decimal] = {}
    for (_, place), (_, end) in spans(native).items():
        lowest[place] = min(end, lowest.get(place, end))
    for series in native.series:
        if series.label_position not in _BEYOND:
            continue
        for place, point in enumerate(series.points):
            if point.label and point.value is not None and point.value < 0:
                stacked = native.type == "COLUMN_STACKED"
                yield lowest[place] if stacked else point.value, point


def least_part(native: NativeChart, inner: Box) -> float:
    """Return how high the lowest part of a stack is that bears its value, in points."""
    return min(_least_parts(native, inner).values(), default=inner.height)


def _least_parts(native: NativeChart, inner: Box) -> dict[int, float]:
    """Return it by series, as far as these are stacked columns and bear values within."""
    axis, found = native.value_axis, dict[int, float]()
    if native.type != "COLUMN_STACKED" or axis.min is None or axis.max is None:
        return found
    for (number, place), (start, end) in spans(native).items():
        series = native.series[number]
        if series.points[place].label and series.label_position not in _BEYOND:
            high = inner.height * float(abs(end - start) / (axis.max - axis.min))
            found[number] = min(high, found.get(number, high))
    return found


def without_low(native: NativeChart, inner: Box, least: float) -> NativeChart:
    """Return stacks without the values of series one of whose parts is lower than so many points,
    which an axis says then.
    """
    low = {number for number, high in _least_parts(native, inner).items() if high < least}
    series = tuple(
        replace(each, points=tuple(replace(point, label=()) for point in each.points))
        if number in low
        else each
        for number, each in enumerate(native.series)
    )
    return replace(native, series=series, value_axis=replace(native.value_axis, shown=True))


def base_of(native: NativeChart) -> Decimal:
    """Return the value at which marks begin: zero, or the limit nearest to it."""
    axis, none = native.value_axis, Decimal(0)
    return min(max(none, axis.min or none), axis.max or none)


def _wholes(native: NativeChart) -> Sequence[Decimal]:
    """Return by what the values of each category are divided: where shares are shown, their sum."""
    count = max((len(series.points) for series in native.series), default=0)
    if native.type != "BAR_STACKED_100":
        return (Decimal(1),) * count
    rows = zip(*(series.points for series in native.series), strict=True)
    return [sum((p.value or Decimal(0) for p in row), Decimal(0)) or Decimal(1) for row in rows]


def spans(native: NativeChart) -> dict[tuple[int, int], tuple[Decimal, Decimal]]:
    """Return where the mark of each point, by series and place, begins and ends.

    Where there is no value it has no length. Those of stacks stand upon one another, what is
    below zero below; those of shares come to 1.
    """
    stacked, base = native.stacked, base_of(native)
    piles: dict[tuple[int, bool], Decimal] = {}
    wholes = _wholes(native)
    found = {}
    for number, series in enumerate(native.series[: native.bars]):
        for at, point in enumerate(series.points):
            value = Decimal(0) if point.value is None else point.value / wholes[at]
            pile = at, value >= 0
            low = piles.get(pile, Decimal(0)) if stacked else base
            high = low + value if stacked else base if point.value is None else value
            piles[pile] = high
            found[number, at] = low, high
    return found
