"""Columns side by side: what `column` and `grouped` share. Draws, or returns a native chart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from builder.charts import annotating, house, plotgrid
from builder.charts.frame import Frame, pattern_of
from builder.charts.labels import put as put_names
from builder.charts.markers import told_apart
from builder.charts.native import (
    NativeAxis,
    NativeChart,
    NativePoint,
    NativeSeries,
    Swatch,
    owners,
    rgb,
)
from builder.charts.scales import Scale, reach, value_axis, value_limits
from builder.charts.style import ChartStyle, point_slot, series_slots, stands_out
from builder.charts.typeset import SetWords, all_on_lines, all_wrapped, one_line
from builder.frozen import dataclass
from builder.model.annotation import Spot
from builder.model.chart import ResolvedChart
from builder.theme.theme import Theme

WIDEST: Final = 56.0  # of a single column; wider ones look like slabs
CLUSTER: Final = 0.78  # share of its category that a cluster fills
SINGLE: Final = 0.62
GAP: Final = 0.06  # between the columns of a cluster, as a share of one
APART: Final = 1.0  # and in points, at least
MOST_LABELS: Final = 30  # columns that carry their values
ACROSS: Final = 400.0  # points, about a chart across a page
_LABEL_GAP: Final = 3.0
SIZES: Final = (9.0, 8.0, 7.0)  # the smallest only where no other fits
_WRAPPED_SIZE: Final = 8.0


class Value(NamedTuple):
    """A value, set, that is printed beyond the end of a bar: above, or below one that hangs."""

    block: SetWords
    end: Decimal
    hangs: bool

    def put(self, frame: Frame, middle: float, scale: Scale) -> None:
        """Draw it around the middle of its bar."""
        if self.hangs:
            frame.put(self.block, middle, scale(self.end) + _LABEL_GAP, "centre", "top")
        else:
            frame.put(self.block, middle, scale(self.end) - _LABEL_GAP, "centre", "bottom")


def headroom(
    values: Iterable[Value], limits: tuple[Decimal, Decimal], high: float
) -> tuple[float, float]:
    """Return the room that values take above and below a plot `high` points high."""
    ends = Scale(*limits, 0, high)
    above, below = 4.0, 0.0
    for block, end, hangs in values:
        reach = block.height + _LABEL_GAP
        if hangs:
            below = max(below, reach - ends(end))
        else:
            above = max(above, reach - (high - ends(end)))
    return above, below


@dataclass(frozen=True)
class ColumnPlot:
    """Where the columns stand: left end, width of a category and of one series' column in it."""

    left: float
    slot: float
    pitch: float

    def middle(self, category: int, series: int, of: int) -> float:
        """Return the middle of one column."""
        offset = (series - (of - 1) / 2) * self.pitch
        return self.left + (category + 0.5) * self.slot + offset


def draw(frame: Frame, chart: ResolvedChart, style: ChartStyle) -> float:
    """Draw one cluster of columns per category; return the foot of the drawing."""
    if len(chart.series) > 1:
        house.legend(frame, keys(chart, style.theme), style)
    axis = chart.value_axis
    width = frame.width - annotating.aside(frame, chart, style)
    plot = plot_of(width, chart, plotgrid.tick_room(axis, style) if axis and axis.shown else 0.0)
    labels = _labels(chart, style, plot.pitch) if are_labelled(chart, style) else None
    gridded = axis is not None and (axis.shown or labels is None)
    if axis is not None and gridded and not axis.shown:
        plot = plot_of(width, chart, plotgrid.tick_room(axis, style))
    high = plotgrid.plot_height(frame, len(chart.categories))
    values = {
        (number, place): Value(block, annotating.farthest(chart, (number, place), value), value < 0)
        for (number, place), block in (labels or _asked(chart, style)).items()
        if (value := chart.series[number].data[place].value) is not None
    }
    above, below = headroom(values.values(), value_limits(chart), high)
    top = frame.top + annotating.above(chart) + above
    bottom = top + high
    frame.plot = (top, bottom)
    scale = Scale(*value_limits(chart), bottom, top)
    stage = _stage(chart, plot, scale, values, (width, frame.top))
    annotating.under(frame, chart, style, stage)
    if axis is not None and gridded:
        plotgrid.across(frame, style, axis, scale, plot.left, width)
    columns(frame, chart, style, scale, plot)
    zero = scale(Decimal(0))
    plotgrid.baseline(frame, style, (plot.left, zero), (width, zero))
    for (number, place), label in values.items():
        label.put(frame, plot.middle(place, number, len(chart.series)), scale)
    named = annotating.ends(chart, annotating.names(frame, chart, style), scale)
    put_names(frame, named, width + annotating.GAP, top, bottom)
    annotating.over(frame, chart, style, stage)
    names = plotgrid.feet(chart, style, plot.slot)
    middles = [plot.middle(place, 0, 1) for place in range(len(chart.categories))]
    names.put(frame, middles, bottom + below + 5)
    return bottom + below + 5 + names.height


def _asked(chart: ResolvedChart, style: ChartStyle) -> dict[tuple[int, int], SetWords]:
    """Return the values that are printed on request, where those of all have no room."""
    return {
        spot: one_line((chart.series[spot.series].data[spot.category].label,), style.value.at(8))
        for spot in chart.annotations.labelled
    }


def _stage(
    chart: ResolvedChart,
    plot: ColumnPlot,
    scale: Scale,
    values: Mapping[tuple[int, int], Value],
    ends: tuple[float, float],
) -> annotating.Stage:
    """Return where annotations find columns; `ends` are the plot's right side, and
    the strip's top.
    """

    def beyond(spot: Spot) -> float:
        value = values.get(spot)
        words = value.block.height + _LABEL_GAP if value is not None and not value.hangs else 0.0
        end = annotating.farthest(chart, spot, reach(chart, spot))
        return scale(max(end, Decimal(0))) - words

    return annotating.Stage(
        scale,
        lambda spot: plot.middle(spot.category, spot.series, len(chart.series)),
        [plot.middle(place, 0, 1) for place in range(len(chart.categories))],
        plot.left,
        ends[0],
        beyond,
        ends[1],
    )


def keys(chart: ResolvedChart, theme: Theme | None = None) -> tuple[Swatch, ...]:
    """Return the legend of several series; where nothing but it names them, a theme's patterns
    tell them apart.
    """
    slots = series_slots(chart) if theme is None else told_apart(series_slots(chart), theme)
    return tuple(
        Swatch(series.name, slot) for series, slot in zip(chart.series, slots, strict=True)
    )


def native(chart: ResolvedChart, theme: Theme) -> NativeChart:
    """Return the chart as PowerPoint's clustered columns."""
    several = len(chart.series) > 1
    labelled = are_labelled(chart, ChartStyle.of(theme))
    share = CLUSTER if several else SINGLE
    column = share / (len(chart.series) * (1 + GAP) - GAP) if chart.series else share
    return NativeChart(
        type="COLUMN_CLUSTERED",
        series=native_series(chart, theme, labelled=labelled),
        categories=chart.categories,
        value_axis=value_axis(chart, needed=not labelled),
        keys=keys(chart, theme) if several else (),
        legend="top" if several else "none",
        number_format=chart.number_format,
        gap_width=round((1 - share) / column * 100),
        overlap=-round(GAP * 100) if several else 0,
        category_axis=NativeAxis(),
    )


def native_series(
    chart: ResolvedChart, theme: Theme, *, labelled: bool
) -> tuple[NativeSeries, ...]:
    """Return series of bars or columns, their values printed beyond their ends."""
    asked = chart.annotations.labelled
    return tuple(
        NativeSeries(
            name=series.name,
            points=tuple(
                NativePoint(
                    value=datum.value,
                    label=(datum.label,)
                    if datum.label.text and (labelled or (number, place) in asked)
                    else (),
                    colour=point_slot(chart, slot, datum),
                    strong=stands_out(chart, datum),
                    owners=owners(chart, datum),
                )
                for place, datum in enumerate(series.data)
            ),
            colour=slot,
            label_position="outside_end" if labelled or asked else "none",
        )
        for number, (series, slot) in enumerate(
            zip(chart.series, told_apart(series_slots(chart), theme), strict=True)
        )
    )


def are_labelled(chart: ResolvedChart, style: ChartStyle) -> bool:
    """Return whether columns carry their values, in paper and deck alike; else an axis says them.

    They do where that can be read across a page. What stands on less room has an axis even so.
    """
    if len(chart.series) * len(chart.categories) > MOST_LABELS:
        return False
    return _labels(chart, style, plot_of(ACROSS, chart, 0.0).pitch) is not None


def plot_of(width: float, chart: ResolvedChart, left: float) -> ColumnPlot:
    """Return where columns stand between `left` and the right edge of a width."""
    slot = (width - left) / max(1, len(chart.categories))
    if len(chart.series) > 1:
        return ColumnPlot(left, slot, CLUSTER * slot / len(chart.series))
    return ColumnPlot(left, slot, slot)


def _labels(
    chart: ResolvedChart, style: ChartStyle, pitch: float
) -> dict[tuple[int, int], SetWords] | None:
    """Return a block per column (series, category), or None where they have no room."""
    data = {
        (number, place): datum
        for number, series in enumerate(chart.series)
        for place, datum in enumerate(series.data)
        if datum.value is not None
    }
    words = [
        ((datum.label,), style.strong if stands_out(chart, datum) else style.value)
        for datum in data.values()
    ]
    blocks = all_on_lines(words, SIZES, pitch - 2)
    if blocks is None and len(chart.series) == 1:
        blocks = all_wrapped(words, _WRAPPED_SIZE, pitch - 2)
    return None if blocks is None else dict(zip(data, blocks, strict=True))


def columns(
    frame: Frame, chart: ResolvedChart, style: ChartStyle, scale: Scale, plot: ColumnPlot
) -> None:
    """Draw the columns of every series from zero to their values."""
    of = len(chart.series)
    width = plot.pitch - max(plot.pitch * GAP, APART) if of > 1 else min(plot.slot * SINGLE, WIDEST)
    zero = scale(Decimal(0))
    slots = told_apart(series_slots(chart), style.theme)
    for number, (series, slot) in enumerate(zip(chart.series, slots, strict=True)):
        for place, datum in enumerate(series.data):
            if datum.value:
                end = scale(datum.value)
                left = plot.middle(place, number, of) - width / 2
                own = point_slot(chart, slot, datum)
                fill, pattern = rgb(own, style.theme), pattern_of(own, style.theme)
                bar = left, min(end, zero), width, abs(end - zero)
                with frame.as_mark(number, place):
                    frame.rectangle(*bar, fill, pattern=pattern)
