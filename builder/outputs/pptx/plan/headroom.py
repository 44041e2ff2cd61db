"""Room for the values of bars that end below nought: a chart and its plot in, the chart out.

Names of categories stand right beside the plot, where those values would be printed. An axis
that nothing is read off goes on beyond the lowest bar instead, as it does on paper.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from builder.charts.native import NativeChart, NativePoint
from builder.outputs.pptx.plan.measure import PITCH, Ruler
from builder.units import Box

_GAP: Final = 6.0
_BEYOND: Final = ("outside_end", "beyond_end")
_MOST: Final = 0.5  # of the plot that values may take


def with_headroom(native: NativeChart, inner: Box, size: float, ruler: Ruler) -> NativeChart:
    """Return the chart with its hidden value axis long enough for every value below nought."""
    axis = native.value_axis
    if axis.shown or axis.min is None or axis.max is None:
        return native
    across = native.type == "BAR_CLUSTERED"
    length = inner.width if across else inner.height
    least = axis.min
    for end, point in _hanging(native):
        needed = ruler.width(point.label, size, bold=True) if across else size * PITCH
        share = Decimal(min(_MOST, (needed + _GAP) / length))
        least = min(least, (end - share * axis.max) / (1 - share))
    if least == axis.min:
        return native
    return replace(native, value_axis=replace(axis, min=Decimal(f"{least:.6g}")))


def _hanging(native: NativeChart) -> Iterator[tuple[Decimal, NativePoint]]:
    """Yield each point whose value is printed below it, and where its bar ends."""
    for series in native.series:
        if series.label_position not in _BEYOND:
            continue
        for place, point in enumerate(series.points):
            if point.label and point.value is not None and point.value < 0:
                yield _end(native, place, point.value), point


def _end(native: NativeChart, place: int, value: Decimal) -> Decimal:
    if native.type != "COLUMN_STACKED":
        return value
    pile = (series.points[place].value or Decimal(0) for series in native.series)
    return sum((part for part in pile if part < 0), Decimal(0))
