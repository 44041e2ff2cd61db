"""The room inside a chart's axes: a native chart and its box in, plot and text size out.

Here its place is set, with room for every label as measured, so that text is placed against it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from builder.charts.native import CARTESIAN, TO_THE_EDGE, NativeChart
from builder.charts.registry import is_sequence
from builder.charts.scales import along
from builder.frozen import dataclass
from builder.model.annotation import NONE
from builder.outputs.pptx.plan.axes import (
    base_of,
    least_part,
    parted,
    share_along,
    spans,
    with_fitting_axes,
    with_headroom,
    with_names_aside,
    without_low,
)
from builder.outputs.pptx.plan.measure import PITCH, Ruler
from builder.outputs.pptx.plan.model import Paragraph, ParagraphStyle
from builder.outputs.pptx.plan.names import some_named, with_openings
from builder.outputs.pptx.plan.room import PlotRoom, beside, clusters, heads_of, names_width
from builder.theme.theme import LABEL, SMALL
from builder.units import Box

_SIZES: Final = (LABEL, SMALL)
_CLOSE: Final = (11.0, 10.0, 9.0, 8.5)  # of bars that are very many, down to nine points apart
_LEAST_PLOT: Final = 0.22  # of the chart's height that names on their side leave
_CLOSEST: Final = 1.05  # sizes from one row of a bar chart to the next
_WIDEST_COLUMN: Final = 96.0
_VALUE: Final = 0.95  # sizes that figures and a little air are high
_HOLDS: Final = 0.9  # sizes that a part of a stack is high in which figures stand
_LEAST_GAP: Final = 20  # percent of a bar
_OVER: Final = 100  # per cent of a bar that lies over its neighbour wholly
_BESIDE_ZERO: Final = 9.0
_RUNNING: Final = ("LINE", "AREA", "AREA_STACKED")


@dataclass(frozen=True)
class PlacedPlot:
    """A chart's `box`, its `inner` box within the axes, and the size of its text."""

    native: NativeChart
    box: Box
    inner: Box
    size: float

    @property
    def line(self) -> float:
        """The height of one line of its text."""
        return self.size * PITCH

    def height(self, value: float) -> float:
        """Return where a value of the value axis stands; its limits must be set."""
        share = share_along(value, self.native.value_axis)
        return self.inner.top + self.inner.height * (1 - share)

    def across(self, value: float) -> float:
        """Return where a value of the x axis stands; its limits must be set."""
        return self.inner.left + self.inner.width * share_along(value, self.native.category_axis)

    def reach(self, value: float) -> float:
        """Return how far bars reach that run from left to right; limits must be set."""
        return self.inner.left + self.inner.width * share_along(value, self.native.value_axis)

    def off_zero(self, ruler: Ruler) -> tuple[tuple[int, int, float], ...]:
        """Return how far a value of nothing moves left: programs print it on the right of zero,
        where that of the bar stands which runs the other way.
        """
        native = self.native
        if not native.across or native.stacked or native.overlap < _OVER:
            return ()
        return tuple(
            (0, at, -(ruler.width(point.label, self.size, bold=point.strong) + _BESIDE_ZERO))
            for at, point in enumerate(native.series[0].points)
            if point.label and point.value == 0
        )

    def off_error_bars(self) -> tuple[tuple[int, int, float], ...]:
        """Return how far values move off error bars: down from columns, right from lying bars."""
        place = self.reach if self.native.across else self.height
        return tuple(
            (number, at, place(float(end)) - place(float(point.value)))
            for number, series in enumerate(self.native.series)
            for at, point in enumerate(series.points)
            if point.interval is not None and point.label and point.value is not None
            for end in (point.interval[1 if point.value >= 0 else 0],)
        )

    @property
    def base(self) -> float:
        """The value at which marks begin."""
        return float(base_of(self.native))

    def middles(self) -> list[float]:
        """Return where each category stands: its date, an edge, or the middle of its share."""
        native, count = self.native, len(self.native.categories)
        shares: Sequence[float] = [(at + 0.5) / count for at in range(count)]
        if native.moments:
            shares = along(native.moments)
        elif native.to_edge or native.type in TO_THE_EDGE:
            shares = [at / max(1, count - 1) for at in range(count)]
        return [self.inner.left + self.inner.width * share for share in shares]


def plotted(native: NativeChart, box: Box, ruler: Ruler) -> PlacedPlot | None:
    """Return the largest text with which nothing under or on the marks meets its neighbour.

    Where the smallest does not do, names are divided at their signs, only some dates or numbers are
    named, and other names are laid on their side: no word is ever divided. Where the values of
    columns or bars would meet, they give way to an axis; so do those of stacks wider than their
    columns, totals included. In a theme of large type words are at last set in the smallest of any:
    it refuses no chart. Bars of one series have smaller text yet where they are very many. There is
    no plot where that does not do.
    """
    found = _in_any_size(native, box, ruler)
    opened = with_openings(native)
    if opened is not native and (found is None or found.native.category_axis.turned):
        divided = _in_any_size(opened, box, ruler)
        if divided is not None and not divided.native.category_axis.turned:
            return divided
    return close_together(native, box, ruler, _CLOSE) if found is None else found


def _in_any_size(native: NativeChart, box: Box, ruler: Ruler) -> PlacedPlot | None:
    sizes = ruler.steps(*_SIZES)
    found = _plotted(native, box, ruler, sizes)
    if found is None and sizes[-1] > _SIZES[-1]:
        found = _plotted(native, box, ruler, _SIZES[-1:])
    return found


def close_together(
    native: NativeChart, box: Box, ruler: Ruler, sizes: Sequence[float]
) -> PlacedPlot | None:
    """Return bars of one series with text of the largest of some sizes at which it has room."""
    if not native.across or len(native.series) != 1:
        return None
    plots = (_plot(native, box, size, ruler) for size in sizes)
    return next((plot for plot in plots if _is_clear(plot, ruler)), None)


def _plotted(
    native: NativeChart, box: Box, ruler: Ruler, sizes: Sequence[float]
) -> PlacedPlot | None:
    plots = [_plot(native, box, size, ruler) for size in sizes]
    if clear := [plot for plot in plots if _is_clear(plot, ruler)]:
        for least in (1.0, _HOLDS):
            for plot in clear:
                if least_part(plot.native, plot.inner) >= least * plot.size:
                    return plot
        last = clear[-1]
        if not last.native.value_axis.ticks:
            return last
        return _plotted(without_low(native, last.inner, _HOLDS * last.size), box, ruler, sizes)
    bars, axis = native.across, native.value_axis
    on_columns = native.type.startswith("COLUMN") and _labels_meet(plots[-1], ruler)
    printed = not axis.shown or (native.stacked and _labelled(native))
    if axis.ticks and (on_columns or (bars and printed)):
        return _plotted(_on_axis(native), box, ruler, sizes)
    if bars or native.rows:
        return None
    turned = replace(native, category_axis=replace(native.category_axis, turned=True))
    tried = some_named(native) if is_sequence(native.categories) else (turned,)
    others = (_plot(each, box, size, ruler) for each in tried for size in sizes[-1:])
    return next((plot for plot in others if _is_clear(plot, ruler)), None)


def _on_axis(native: NativeChart) -> NativeChart:
    """Return the chart with its values read off an axis instead of labels."""
    series = tuple(
        replace(each, points=tuple(replace(point, label=()) for point in each.points))
        for each in native.series
    )
    axis = replace(native.value_axis, shown=True)
    return replace(native, series=series, totals=(), value_axis=axis)


def _plot(native: NativeChart, box: Box, size: float, ruler: Ruler) -> PlacedPlot:
    box, inner = _within(native, box, size, ruler)
    fitting = with_fitting_axes(with_names_aside(native, box, size, ruler), inner, size, ruler)
    if fitting is not native:
        native = fitting
        box, inner = _within(native, box, size, ruler)
    native = replace(native, gap_width=_gap(native, inner, size))
    native = with_headroom(parted(native, inner), inner, size, ruler)
    return PlacedPlot(native, box, inner, size)


def _within(native: NativeChart, box: Box, size: float, ruler: Ruler) -> tuple[Box, Box]:
    """Return a chart's box, and the one within its axes."""
    room = PlotRoom(native, box, size, ruler)
    if native.row_names:
        box = room.bars_box()
        inner = PlotRoom(native, box, size, ruler).beside_bars()
    else:
        inner = room.above_categories()
    return box, beside(inner, native, box, size, ruler)


def _gap(native: NativeChart, inner: Box, size: float) -> int:
    """Return a gap that keeps few columns from growing into blocks, and bars that hold their values
    as thick as these are high, where their rows have room for it. What is counted between bounds
    fills all of the room between them.
    """
    if not native.categories or native.along:
        return native.gap_width
    if native.type.startswith("BAR_STACKED"):
        row, held = inner.height / len(native.categories), _VALUE * size
        thick = row / (1 + native.gap_width / 100)
        return native.gap_width if thick >= held else max(_LEAST_GAP, int(100 * (row / held - 1)))
    if not native.type.startswith("COLUMN"):
        return native.gap_width
    slot, widest = inner.width / len(native.categories), _WIDEST_COLUMN * clusters(native) ** 0.5
    bars = slot / (1 + native.gap_width / 100)
    return native.gap_width if bars <= widest else min(500, round(100 * (slot / widest - 1)))


def _is_clear(plot: PlacedPlot, ruler: Ruler) -> bool:
    """Say whether category names and labels keep to their own columns or rows."""
    native = plot.native
    if native.annotations != NONE and plot.inner.height < _LEAST_PLOT * plot.box.height:
        return False
    if native.row_names:
        return _rows_are_clear(plot, ruler)
    if native.type in CARTESIAN or not native.categories:
        return True
    slot, axis = plot.inner.width / len(native.categories), native.category_axis
    if axis.turned:
        return slot >= plot.line and plot.inner.height >= _LEAST_PLOT * plot.box.height
    if axis.every > 1 and native.type in TO_THE_EDGE:
        slot = plot.inner.width / max(1, len(native.categories) - 1)
    measure = ruler.width if axis.every > 1 else ruler.longest_word
    room = slot * axis.every - (8 if axis.every > 1 else 4)
    if not native.moments and any(
        measure((name,), plot.size) > room for name in native.categories[:: axis.every]
    ):
        return False
    return native.type in _RUNNING or not _labels_meet(plot, ruler)


def _rows_are_clear(plot: PlacedPlot, ruler: Ruler) -> bool:
    """Say whether the names beside bars and the values at their ends keep to their own rows."""
    native, size = plot.native, plot.size
    over = native.legend == "over"
    if over and heads_of(native, plot.box.width, size, ruler) is None:
        return False
    row = plot.inner.height / (len(native.row_names) + bool(native.rows))
    room = names_width(native, plot.box, plot.size, ruler) + 1
    labels = row / clusters(native) if _labelled(native) else row
    if min(row, labels) < size * _CLOSEST or _parts_are_short(plot, ruler):
        return False
    named = [Paragraph((name,), ParagraphStyle(size)) for name in native.row_names]
    lines = max((ruler.lines(each, room) for each in named), default=1)
    whole = all(ruler.longest_word(each.runs, size) <= room for each in named)
    return whole and (lines == 1 or lines * size * PITCH <= row + 1)


def _labelled(native: NativeChart) -> bool:
    return any(point.label for series in native.series for point in series.points)


def _parts_are_short(plot: PlacedPlot, ruler: Ruler) -> bool:
    """Say whether a value within a bar is longer than its part."""
    native, held = plot.native, spans(plot.native)
    return any(
        ruler.width(point.label, plot.size, bold=point.strong)
        > abs(plot.reach(float(end)) - plot.reach(float(start)))
        for (number, at), (start, end) in held.items()
        if native.series[number].label_position == "centre"
        and (point := native.series[number].points[at]).label
    )


def _labels_meet(plot: PlacedPlot, ruler: Ruler) -> bool:
    """Say whether a column's value or a stack's total is wider than its place."""
    native, slot = plot.native, plot.inner.width / len(plot.native.categories)
    count = clusters(native)
    column = slot / (count + native.gap_width / 100)
    beyond = slot * 0.98 if count == 1 else column
    labels = [
        (point.label, column if series.label_position == "centre" else beyond)
        for series in native.series
        for point in series.points
        if point.label
    ]
    labels += [(total.label, slot) for total in native.totals]
    return any(ruler.width(label, plot.size, bold=True) > width for label, width in labels)
