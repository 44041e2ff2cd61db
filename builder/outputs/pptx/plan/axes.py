"""The axes of a native chart: the chart and the box within its axes in; where titles stand that no
program places, how far marks reach along the value axis, and the chart with its axes as they fit
there, out.

Programs break a title that is longer than its axis, over the ticks beside it, and print ticks over
one another. Such a title stands level above the plot instead, as on paper; ticks are laid beside
the axis, and those that have no room are left out.

Names of categories stand right beside the plot, where values below it would be printed. An axis
that nothing is read off goes on beyond the lowest bar instead, as it does on paper.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Final

from builder.charts.native import CARTESIAN, NativeAxis, NativeChart, NativePoint
from builder.outputs.pptx.plan.measure import PITCH, Ruler
from builder.outputs.pptx.plan.model import TitlePlace, TitleSide
from builder.outputs.pptx.plan.room import PAD, names_width
from builder.units import Box

_UPRIGHT: Final = 0.78  # of the plot's height: a longer title is broken by LibreOffice
_BETWEEN: Final = 4.0

_GAP: Final = 6.0
_BEYOND: Final = ("outside_end", "beyond_end")
_APART: Final = 1.0  # points between the bars of a cluster
_FARTHEST: Final = 100  # per cent of a bar (ECMA-376-1, 21.2.2.131)
_MOST: Final = 0.75  # of the plot that values may take


def share_along(value: float, axis: NativeAxis) -> float:
    """Return how far along an axis a value stands, from 0 to 1."""
    if axis.min is None or axis.max is None:
        raise ValueError("an axis without limits has no places")
    if axis.log:
        return math.log10(value / float(axis.min)) / math.log10(float(axis.max / axis.min))
    return (value - float(axis.min)) / float(axis.max - axis.min)


def tick_share(axis: NativeAxis, at: int) -> float:
    """Return how far along an axis one of its ticks stands, counted from 0."""
    if axis.min is None or axis.step is None:
        raise ValueError("an axis without limits has no ticks")
    value = axis.min * axis.step**at if axis.log else axis.min + axis.step * at
    return share_along(float(value), axis)


def axes_of(native: NativeChart) -> tuple[tuple[NativeAxis, bool], ...]:
    """Return the axes that have ticks, and whether these stand below the plot."""
    value = (native.value_axis, native.across)
    if native.second_axis is not None:
        return value, (native.second_axis, False)
    return (value, (native.category_axis, True)) if native.type in CARTESIAN else (value,)


def titles(
    native: NativeChart, box: Box, inner: Box, size: float, ruler: Ruler
) -> tuple[TitlePlace, ...]:
    """Return where the titles of axes stand whose ticks are laid, unknown to any program."""
    line, found = size * PITCH, []
    for axis, below in axes_of(native):
        if not axis.laid or not axis.title:
            continue
        width = ruler.width(axis.title, size)
        if below:
            middle = inner.left + inner.width / 2
            top = inner.top + inner.height + line + PAD
            found.append(TitlePlace("below", middle - width / 2, top))
        else:
            top = inner.top + (inner.height - width) / 2
            at_right = axis is native.second_axis
            side: TitleSide = "right" if at_right else "left"
            left = box.left + box.width - line if at_right else box.left
            found.append(TitlePlace(side, left, max(box.top, top)))
    return tuple(found)


def with_fitting_axes(native: NativeChart, inner: Box, size: float, ruler: Ruler) -> NativeChart:
    """Return the chart with long titles above it, and ticks laid that would meet; or as it is."""
    made = native
    for axis, below in axes_of(native):
        fitting = axis
        if below and axis.shown and not axis.laid and _meet(axis, inner.width, size, ruler):
            fitting = replace(axis, number_format="")
        elif not below and _has_no_room(native, axis, inner.height, size, ruler):
            fitting = replace(axis, title=(), unseen=axis.title, over=axis.title)
        if fitting is not axis:
            made = _with_axis(made, native, axis, fitting)
    return made


def with_names_aside(native: NativeChart, box: Box, size: float, ruler: Ruler) -> NativeChart:
    """Return the chart with the names of its bars as text, where any of them needs several lines;
    or as it is.
    """
    if not native.across or native.category_axis.aside:
        return native
    room = names_width(native, box, size, ruler)
    if all(ruler.width((name,), size) <= room for name in native.categories):
        return native
    return replace(native, category_axis=replace(native.category_axis, aside=True))


def _has_no_room(
    native: NativeChart, axis: NativeAxis, height: float, size: float, ruler: Ruler
) -> bool:
    """Return whether a title is longer than its axis. Of two axes that face each other, LibreOffice
    prints the second one's title over its ticks.
    """
    if not axis.title or not axis.shown:
        return False
    wide = ruler.width(axis.title, size, bold=True)
    return native.second_axis is not None or wide > _UPRIGHT * height


def _meet(axis: NativeAxis, length: float, size: float, ruler: Ruler) -> bool:
    """Return whether two ticks of an axis below a plot would meet."""
    ticks = [
        (length * tick_share(axis, at), ruler.width((tick,), size))
        for at, tick in enumerate(axis.ticks)
    ]
    return any(
        other - at < (width + wide) / 2 + _BETWEEN for (at, width), (other, wide) in pairwise(ticks)
    )


def _with_axis(
    made: NativeChart, native: NativeChart, axis: NativeAxis, fitting: NativeAxis
) -> NativeChart:
    if axis is native.value_axis:
        return replace(made, value_axis=fitting)
    if axis is native.second_axis:
        return replace(made, second_axis=fitting)
    return replace(made, category_axis=fitting)


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
    """Return it by series, as far as these are stacked columns and bear values within them."""
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
