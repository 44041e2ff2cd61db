"""Histogram: raw values counted into bins of one width, whose columns touch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from builder.charts import annotating, clusters, measuring, plotgrid
from builder.charts.frame import Frame
from builder.charts.kinds.histogram.resolving import BINS, resolve
from builder.charts.native import NativeAxis, NativeChart, rgb
from builder.charts.registry import Account, ChartType, KindKey
from builder.charts.scales import Scale, value_limits
from builder.charts.style import ChartStyle, point_slot, series_slots, stands_out
from builder.charts.telling import Teller
from builder.charts.telling.values import ranking
from builder.charts.typeset import SetWords, all_on_lines, one_line, wrapped
from builder.model.annotation import NONE
from builder.model.chart import ResolvedChart
from builder.model.gauge import Gauge
from builder.theme.theme import Theme

_APART: Final = 0.6  # points between columns, so that each is seen
_LABEL_GAP: Final = 3.0
_TICK: Final = 3.0
_NATIVE_GAP: Final = 2  # of a column's width, in per cent


def draw(frame: Frame, chart: ResolvedChart, style: ChartStyle) -> float:
    """Draw columns that touch, and their bounds below; return the foot of the drawing."""
    axis, half = chart.value_axis, _half(chart, style)
    left = plotgrid.tick_room(axis, style) if axis is not None and axis.shown else half
    right = frame.width - half
    labelled = clusters.are_labelled(chart, style)
    values = _labels(chart, style, right - left) if labelled else None
    gridded = axis is not None and (axis.shown or values is None)
    left = plotgrid.tick_room(axis, style) if gridded else half
    head = style.value.size + _LABEL_GAP if values else 6.0
    start, frame.top = frame.top, frame.top + annotating.above(chart, lying=True)
    top = frame.top + head
    bottom = top + plotgrid.plot_height(frame, len(chart.categories))
    frame.plot = (top, bottom)
    scale = Scale(*value_limits(chart), bottom, top)
    if axis is not None and gridded:
        plotgrid.across(frame, style, axis, scale, left, right)
    stage = _stage(chart, (left, right), (start, frame.top, bottom))
    annotating.under(frame, chart, style, stage)
    pitch = (right - left) / len(chart.categories)
    slot = series_slots(chart)[0]
    for at, datum in enumerate(chart.series[0].data):
        if datum.value:
            end, x = scale(datum.value), left + at * pitch
            fill = rgb(point_slot(chart, slot, datum), style.theme)
            with frame.as_mark(0, at):
                frame.rectangle(x + _APART / 2, end, pitch - _APART, bottom - end, fill)
            if values:
                frame.put(values[at], x + pitch / 2, end - _LABEL_GAP, "centre", "bottom")
    plotgrid.baseline(frame, style, (left, bottom), (right, bottom))
    annotating.over(frame, chart, style, stage)
    return _bounds(frame, chart, style, left, pitch, bottom)


def _stage(
    chart: ResolvedChart, across: tuple[float, float], down: tuple[float, float, float]
) -> annotating.Stage:
    """Return where lines and bands stand, on the axis of what is counted: `down` are the tops of
    the strip of their names and of what is below it, and the foot of the plot.
    """
    axis, (top, roof, bottom) = chart.x_axis, down
    low, high = (axis.min, axis.max) if axis is not None else (Decimal(0), Decimal(1))
    return annotating.Stage(
        Scale(low, high, *across), lambda _: bottom, (bottom,), roof, bottom, lambda _: bottom, top,
        lying=True,
    )  # fmt: skip


def _half(chart: ResolvedChart, style: ChartStyle) -> float:
    """Return half of the width of the widest bound, which stands below the end of the plot."""
    ticks = chart.x_axis.ticks if chart.x_axis else ()
    return max(one_line((tick.label,), style.tick).width for tick in ticks) / 2


def _labels(chart: ResolvedChart, style: ChartStyle, width: float) -> tuple[SetWords, ...] | None:
    words = [
        ((datum.label,), style.strong if stands_out(chart, datum) else style.value)
        for datum in chart.series[0].data
    ]
    return all_on_lines(words, clusters.SIZES, width / len(words) - 2)


def _bounds(
    frame: Frame, chart: ResolvedChart, style: ChartStyle, left: float, pitch: float, bottom: float
) -> float:
    """Draw the bounds of the bins, and what is measured, below the columns; return the foot."""
    axis = chart.x_axis
    ticks = axis.ticks if axis else ()
    step = plotgrid.every(tuple(tick.label for tick in ticks), style, pitch)
    foot = bottom
    for at in range(0, len(ticks), step):
        x, block = left + at * pitch, one_line((ticks[at].label,), style.tick)
        with frame.as_mark("x", ticks[at].value):
            frame.line([(x, bottom), (x, bottom + _TICK)], style.theme.colours.ink, 0.7)
            frame.put(block, x, bottom + _TICK + 3, "centre", "top")
        foot = bottom + _TICK + 3 + block.height
    title = wrapped(axis.title if axis else (), style.caption, frame.width - left, chart.language)
    if title.lines:
        frame.put(title, left + (frame.width - left) / 2, foot + 3, "centre", "top")
        foot += 3 + title.height
    return foot


def native(chart: ResolvedChart, theme: Theme) -> NativeChart:
    """Return the chart as PowerPoint's columns, with hardly a gap between them."""
    axis = chart.x_axis
    every, called = plotgrid.category_axis(chart, ChartStyle.of(theme)).every, axis and axis.title
    along = NativeAxis(every=every, title=called or ())
    if every > 1:  # where a program would print it stand the names of some
        along = NativeAxis(every=every, unseen=called or (), over=called or ())
    return replace(
        clusters.native(chart, theme),
        gap_width=_NATIVE_GAP,
        category_axis=along,
        along=(axis.min, axis.max) if axis else None,
    )


def tell(chart: ResolvedChart, teller: Teller) -> Account:
    """Tell the least and the greatest value, and which bins hold the most and the fewest."""
    account, axis = ranking(chart, teller, "fullest", "emptiest"), chart.x_axis
    if axis is None or not chart.reach:
        return account
    low, high = (teller.value(datum) for datum in chart.reach)
    reach = teller.phrase("axis_range", name=axis.title, low=low, high=high)
    return replace(account, measures=(reach,))


def gauges(chart: ResolvedChart) -> Iterator[Gauge]:
    """Yield the gauges of the columns, and of lines and bands on the axis of what is counted."""
    yield from measuring.columns(replace(chart, annotations=NONE))
    if chart.annotations != NONE:
        yield measuring.scale(chart.x_axis, "x", measuring.noted(chart))


KIND: Final = ChartType(
    name="histogram",
    called={
        "en": "Histogram",
        "de": "Histogramm",
        "fr": "Histogramme",
        "uk": "Гістограма",
    },
    resolve=resolve,
    tells=tell,
    draw=draw,
    gauges=gauges,
    native=native,
    keys=(
        KindKey(
            BINS,
            "Bins of a histogram: about how many, or all their bounds; by numpy's rule if unsaid.",
            "only a histogram has bins: make it `kind: histogram`, or remove the key",
            form="words",
        ),
    ),
    drawn_from=("table",),
    raw=True,
    single=True,
    labelled=True,
    annotates=("reference", "band"),
    crowded="state fewer bins",
    ignores=(
        "label",
        "x_axis.min",
        "x_axis.max",
        "x_axis.step",
        "x",
        "series",
        "order",
        "ordered",
        "decimals",
    ),
)
