"""The plot that `line` and `area` share: values over a sequence of categories, left to right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from builder.charts import ends, grid
from builder.charts.crowded import is_sequence
from builder.charts.frame import Frame
from builder.charts.native import NativeAxis
from builder.charts.scales import Scale, value_limits
from builder.charts.style import Style
from builder.charts.timeaxis import roomy, shares
from builder.charts.typeset import Block, one_line
from builder.model.chart import Axis, ResolvedChart, Series
from builder.model.text import Line, Run

_TICK: Final = 3.0
_HEADROOM: Final = 6.0
_BETWEEN_DATES: Final = 5.0
# A native chart is as wide, in proportion to its type, as a chart across a page.
_NATIVE_WIDTH: Final = 400.0


@dataclass(frozen=True)
class Plot:
    """Where the data stand: the value scale, and how far along from left to right each category
    does.
    """

    scale: Scale
    left: float
    right: float
    shares: tuple[float, ...]

    def x(self, place: int) -> float:
        """Return the place of a category."""
        return self.left + self.shares[place] * (self.right - self.left)


def plot(
    frame: Frame, chart: ResolvedChart, style: Style, names: Sequence[Block], headroom: float = 0.0
) -> Plot:
    """Return the plot beside its tick texts and the names at its right end."""
    first = one_line(chart.categories[:1], style.tick).width / 2 if chart.categories else 0.0
    top = frame.top + max(_HEADROOM, headroom)
    bottom = top + max(grid.plot_height(frame), ends.needed(names))
    return Plot(
        Scale(*value_limits(chart), bottom, top),
        max(grid.tick_room(_shown_axis(chart), style), first),
        frame.width - max(ends.room(names), 2.0),
        shares(chart),
    )


def back(frame: Frame, chart: ResolvedChart, style: Style, place: Plot) -> None:
    """Draw the grid, below the data."""
    axis = _shown_axis(chart)
    if axis is not None:
        grid.across(frame, style, axis, place.scale, place.left, place.right)


def front(frame: Frame, chart: ResolvedChart, style: Style, place: Plot) -> float:
    """Draw the baseline and the category labels over and below the data; return the foot."""
    low, high = value_limits(chart)
    zero = place.scale(min(max(Decimal(0), low), high))
    grid.baseline(frame, style, (place.left, zero), (place.right, zero))
    bottom = place.scale.start
    pitch = (place.right - place.left) / max(1, len(chart.categories) - 1)
    middles = [place.x(number) for number in range(len(chart.categories))]
    blocks = [one_line((run,), style.tick) for run in chart.categories]
    if chart.moments:
        shown = roomy(middles, [block.width for block in blocks], _BETWEEN_DATES)
    else:
        step = grid.every(chart.categories, style, pitch)
        if step > 1 and not is_sequence(chart.categories):
            # Nobody knows the names between two names.
            feet = grid.upright(chart, style, pitch)
            feet.put(frame, middles, bottom + _TICK + 3)
            return bottom + _TICK + 3 + feet.height
        shown = tuple(range(0, len(blocks), step))
    free_from = 0.0
    foot = bottom
    for number in shown:
        block, x = blocks[number], middles[number]
        left = min(max(x - block.width / 2, free_from), frame.width - block.width)
        if left < free_from or not block.lines:
            continue
        frame.line([(x, bottom), (x, bottom + _TICK)], style.theme.colours.ink, 0.7)
        frame.put(block, left, bottom + _TICK + 3, vertical="top")
        free_from = left + block.width + 3
        foot = bottom + _TICK + 3 + block.height
    return foot


def category_axis(chart: ResolvedChart, style: Style) -> NativeAxis:
    """Return the category axis of a native chart: as many labels as it has room for."""
    if not is_sequence(chart.categories):
        return NativeAxis()
    pitch = _NATIVE_WIDTH / max(1, len(chart.categories) - 1)
    return NativeAxis(every=grid.every(chart.categories, style, pitch))


def last_value(series: Series) -> int | None:
    """Return the place of a series' last value, or None if it has none."""
    known = [place for place, datum in enumerate(series.data) if datum.value is not None]
    return known[-1] if known else None


def end_line(chart: ResolvedChart, series: Series) -> Line:
    """Return what is printed at the end of a line: its name (if there are others) and value."""
    place = last_value(series)
    value = (series.data[place].label,) if place is not None else ()
    if len(chart.series) == 1:
        return value
    return (series.name, Run(" "), *value)


def _shown_axis(chart: ResolvedChart) -> Axis | None:
    axis = chart.value_axis
    return axis if axis is not None and axis.shown else None
