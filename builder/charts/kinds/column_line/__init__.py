"""Columns with lines: what the lines count stands on a second axis at the right.

Both scales are named, in the colours of their marks; the second has as many ticks as the first, so
that one grid serves both. Two scales can make any two courses meet, which a warning says where no
claim states what they show together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from builder.charts import clusters, courses, house, measuring, plotgrid
from builder.charts.frame import Edge, Frame
from builder.charts.kinds.column_line.resolving import resolve, runs_through
from builder.charts.markers import breaks_up, told_apart
from builder.charts.native import (
    NativeAxis,
    NativeChart,
    NativePoint,
    NativeSeries,
    Slot,
    Swatch,
    owners,
    rgb,
)
from builder.charts.registry import Account, ChartType, KindKey
from builder.charts.resolving.axes import plain_format
from builder.charts.scales import Scale, limited, limits_of, value_axis, value_limits
from builder.charts.style import ChartStyle, point_slot, series_slots, text_slot
from builder.charts.telling import Teller
from builder.charts.telling.several import each_told
from builder.charts.typeset import SetWords, balanced, one_line
from builder.facts.units import CALENDAR
from builder.model.chart import Axis, ResolvedChart, Series
from builder.model.gauge import Gauge
from builder.model.text import Line
from builder.theme.theme import Theme

_ZERO: Final = Decimal(0)
_WIDTH: Final = 1.8
_DOT: Final = 2.4
_RIM: Final = 0.8
_TITLE: Final = 0.48  # of the width that the name of a scale may take
_TO_TICK: Final = 5.0
_BELOW_TITLES: Final = 7.0
_BREAK: Final = 3.0


def draw(frame: Frame, chart: ResolvedChart, style: ChartStyle) -> float:
    """Draw columns, and lines over them, below the frame's top; return the foot of the drawing."""
    columns = replace(chart, series=chart.series[: len(chart.series) - chart.lines])
    if len(chart.series) > 2:
        house.legend(frame, _keys(chart, style.theme), style)
    first, second = chart.value_axis, chart.second_axis
    titles = [_title(frame, chart, style, axis, at) for at, axis in ((0, first), (-1, second))]
    for block, align, x in zip(titles, ("left", "right"), (0.0, frame.width), strict=True):
        frame.put(block, x, frame.top, align, "top")  # type: ignore[arg-type]
    top = frame.top + max(block.height for block in titles) + _BELOW_TITLES
    bottom = top + plotgrid.plot_height(frame, len(chart.categories))
    frame.plot = (top, bottom)
    left, right = plotgrid.tick_room(first, style), plotgrid.tick_room(second, style)
    width = frame.width - right
    scale = Scale(*value_limits(columns), bottom, top)
    if first is not None:
        plotgrid.across(frame, style, first, scale, left, width)
    if second is not None:
        other = Scale(*_second_limits(chart), bottom, top)
        _ticks(frame, style, second, other, width)
        if not other.low <= 0 <= other.high:
            _broken(frame, chart, style, width, bottom)
    plot = clusters.plot_of(width, columns, left)
    clusters.columns(frame, columns, style, scale, plot)
    zero = scale(Decimal(0))
    plotgrid.baseline(frame, style, (left, zero), (width, zero))
    middles = [plot.middle(place, 0, 1) for place in range(len(chart.categories))]
    if second is not None:
        _lines(frame, chart, style, other, middles)
    names = plotgrid.feet(chart, style, plot.slot)
    names.put(frame, middles, bottom + 5)
    return bottom + 5 + names.height


def _keys(chart: ResolvedChart, theme: Theme) -> tuple[Swatch, ...]:
    """Return the legend, in which lines are lines, and no pattern tells them from columns."""
    first = len(chart.series) - chart.lines
    return (
        *clusters.keys(chart, theme)[:first],
        *(replace(key, marker="dash") for key in clusters.keys(chart)[first:]),
    )


def _ticks(frame: Frame, style: ChartStyle, axis: Axis, scale: Scale, right: float) -> None:
    """Print the ticks of the second axis right of the plot."""
    free_below = float("inf")
    for tick in sorted(axis.ticks, key=lambda tick: tick.value):
        block, y = one_line((tick.label,), style.tick), scale(tick.value)
        if y + block.height / 2 <= free_below:
            with frame.as_mark("second", tick.value):
                frame.put(block, right + _TO_TICK, y, vertical="middle")
            free_below = y - block.height / 2 - 1


def _broken(
    frame: Frame, chart: ResolvedChart, style: ChartStyle, right: float, bottom: float
) -> None:
    """Draw the line of the second axis, and the mark that says that it does not begin at zero."""
    assert frame.plot is not None
    colour, thick = rgb(_name_slot(chart, -1), style.theme), style.theme.habits.baseline
    frame.hairline((right, frame.plot[0]), (right, bottom), colour, thick)
    for stroke in breaks_up(right, bottom - _BREAK, _BREAK):
        frame.line(stroke, colour, thick)


def _title(
    frame: Frame, chart: ResolvedChart, style: ChartStyle, axis: Axis | None, at: int
) -> SetWords:
    line = axis.title if axis is not None else ()
    colour = rgb(_name_slot(chart, at), style.theme)
    return balanced(line, style.series.inked(colour), _TITLE * frame.width, chart.language)


def _name_slot(chart: ResolvedChart, at: int) -> Slot:
    """Return the colour that names a scale: that of its marks, where all of them have one."""
    count = len(chart.series) - chart.lines if at == 0 else chart.lines
    return text_slot(series_slots(chart)[at]) if count == 1 else "ink"


def _second_limits(chart: ResolvedChart) -> tuple[Decimal, Decimal]:
    lines = chart.series[len(chart.series) - chart.lines :]
    values = [datum.value for series in lines for datum in series.data if datum.value is not None]
    return limits_of(chart.second_axis, values)


def _lines(
    frame: Frame, chart: ResolvedChart, style: ChartStyle, scale: Scale, middles: Sequence[float]
) -> None:
    """Draw the lines with a dot at each value; a missing one interrupts them, a date that was left
    out does not.
    """
    paper = style.theme.colours.paper
    first = len(chart.series) - chart.lines
    rows = zip(chart.series[first:], series_slots(chart)[first:], strict=True)
    for number, (series, slot) in enumerate(rows, start=first):
        colour = rgb(slot, style.theme)
        dots: dict[int, tuple[float, float]] = {}
        for run in courses.runs(series, through=runs_through(chart)):
            part = {at: (middles[at], scale(series.data[at].value or _ZERO)) for at in run}
            if len(run) > 1:
                frame.line([*part.values()], paper, _WIDTH + 2 * _RIM, cap="round")
                with frame.as_mark(number, "from", run[0]):
                    frame.line([*part.values()], colour, _WIDTH, cap="round")
            dots |= part
        for place, dot in dots.items():
            with frame.as_mark(number, place):
                frame.disc(*dot, _DOT, colour, Edge(paper, _RIM))


def native(chart: ResolvedChart, theme: Theme) -> NativeChart:
    """Return the chart as PowerPoint's columns and, on a second axis, its lines."""
    columns = replace(chart, series=chart.series[: len(chart.series) - chart.lines])
    slots = told_apart(series_slots(chart), theme)[: len(columns.series)]
    several = len(columns.series) > 1
    share = clusters.CLUSTER if several else clusters.SINGLE
    count = max(1, len(columns.series))
    column = share / (count * (1 + clusters.GAP) - clusters.GAP)
    second = limited(chart.second_axis, _second_limits(chart), shown=True)
    first = len(columns.series)
    held = [datum for series in chart.series[first:] for datum in series.data]
    counted = any(datum.unit != CALENDAR for datum in held if datum.value is not None)
    code = plain_format([datum.value for datum in held], grouped=counted)
    return NativeChart(
        type="COLUMN_CLUSTERED",
        series=(
            *(_series(columns, row, slot) for row, slot in zip(columns.series, slots, strict=True)),
            *(
                replace(_series(chart, row, slot), number_format=code)
                for row, slot in zip(chart.series[first:], series_slots(chart)[first:], strict=True)
            ),
        ),
        lines=chart.lines,
        spanned=runs_through(chart),
        categories=chart.categories,
        value_axis=replace(value_axis(columns), title_colour=_name_slot(chart, 0)),
        second_axis=replace(second, title_colour=_name_slot(chart, -1)),
        category_axis=NativeAxis(),
        keys=_keys(chart, theme) if len(chart.series) > 2 else (),
        legend="top" if len(chart.series) > 2 else "none",
        number_format=chart.number_format,
        gap_width=round((1 - share) / column * 100),
        overlap=-round(clusters.GAP * 100) if several else 0,
    )


def _series(chart: ResolvedChart, series: Series, slot: Slot) -> NativeSeries:
    return NativeSeries(
        name=series.name,
        points=tuple(
            NativePoint(
                datum.value,
                colour=point_slot(chart, slot, datum),
                owners=owners(chart, datum),
                marked=True,
            )
            for datum in series.data
        ),
        colour=slot,
        label_position="none",
    )


def tell(chart: ResolvedChart, teller: Teller) -> Account:
    """Tell each series by itself: no two of them count the same."""
    axes = (chart.value_axis, chart.second_axis)
    measures = tuple(axis.title for axis in axes if axis is not None and axis.title)
    names = {series.name for series in chart.series}
    # A scale that is called as its series is is told with it.
    kept = tuple(line for line in measures if not names.intersection(line))
    return replace(each_told(chart, teller), measures=(*kept, *_begins(chart, teller)))


def _begins(chart: ResolvedChart, teller: Teller) -> Iterator[Line]:
    """Yield where the second axis begins, if not at zero."""
    axis = chart.second_axis
    if axis is None or axis.min <= 0 <= axis.max:
        return
    first = next((tick.label for tick in axis.ticks if tick.value == axis.min), None)
    name = axis.title or (chart.series[-1].name,)
    if first is not None:
        yield teller.phrase("begins_at", name=name, value=first)


def gauges(chart: ResolvedChart) -> Iterator[Gauge]:
    """Yield the gauges of the columns and, on their own axis, of the lines."""
    first = len(chart.series) - chart.lines
    yield from measuring.columns(replace(chart, series=chart.series[:first]))
    if chart.second_axis is not None:
        yield from courses.lines(
            chart, range(first, len(chart.series)), chart.second_axis, through=runs_through(chart)
        )


KIND: Final = ChartType(
    name="column_line",
    called={
        "en": "Column and line chart",
        "de": "Säulen- und Liniendiagramm",
        "fr": "Colonnes et courbe",
        "uk": "Стовпчикова діаграма з лінією",
    },
    resolve=resolve,
    tells=tell,
    draw=draw,
    gauges=gauges,
    native=native,
    keys=(
        KindKey(
            "lines",
            "Series drawn as lines on a second axis: the last one unless said.",
            "they are the series that a column_line draws as lines: remove the key",
        ),
        KindKey(
            "second_axis",
            "The axis of the lines, at the right.",
            "only a column_line has a second axis: remove the key, or change the kind",
            form="axis",
        ),
    ),
    in_time="filled",
    axis_titled=True,
)
