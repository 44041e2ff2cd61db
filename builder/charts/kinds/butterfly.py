"""Butterfly: bars of two series from one line in the middle, to its left and to its right.

Population pyramids are read so. PowerPoint has the bars of the left with the other sign, which its
number format does not print.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final

from builder.charts import annotating, clusters, measuring, plotgrid, rowgrid
from builder.charts.frame import Frame
from builder.charts.labels import Heads
from builder.charts.native import (
    NativeAxis,
    NativeChart,
    NativePoint,
    NativeSeries,
    owners,
    rgb,
)
from builder.charts.registry import ChartType
from builder.charts.resolving.category import category_chart
from builder.charts.resolving.context import ChartContext
from builder.charts.scales import Scale, tick_format, value_axis
from builder.charts.style import ChartStyle, point_slot, series_slots, stands_out
from builder.charts.telling.several import series_told
from builder.charts.typeset import SetWords, one_line
from builder.model.annotation import Annotations, Level
from builder.model.chart import Axis, ChartSpec, Datum, ResolvedChart
from builder.model.land import Tick
from builder.theme.theme import Theme

_THICK: Final = 13.0
_THINNEST: Final = 0.5
_GAP: Final = 4.0
_SIDES: Final = (-1, 1)
_ZERO: Final = Decimal(0)


def resolve(spec: ChartSpec, bare: ResolvedChart, context: ChartContext) -> ResolvedChart | None:
    """Return the chart, its axis alike on both sides; None, with a problem, where two series
    above zero are not what it has.
    """
    chart = category_chart(spec, bare, context)
    if chart is None:
        return None
    values = [d.value for series in chart.series for d in series.data if d.value is not None]
    if len(chart.series) != len(_SIDES) or min(values, default=_ZERO) < 0:
        negative = len(chart.series) == len(_SIDES)
        context.problems.error(
            spec.place,
            f'chart "{spec.id}" has a value below 0, and its bars lead to either side'
            if negative
            else f'chart "{spec.id}" has {len(chart.series)} series, but a butterfly shows two',
            "use bars beside each other, or a line",
        )
        return None
    return replace(
        chart,
        value_axis=chart.value_axis and _mirrored(chart.value_axis),
        annotations=_on_sides(spec, chart),
        # Those on the left are below zero in the deck: a section for them prints no sign.
        number_format=f"{chart.number_format};{chart.number_format}",
    )


def _on_sides(spec: ChartSpec, chart: ResolvedChart) -> Annotations:
    """Return annotations with each line on the side of its series, one of none and bands on both;
    what stands on the left is below zero.
    """
    held, left = chart.annotations, chart.series[0].name.text
    stated = [each for each in spec.annotations if each.kind == "reference"]
    levels = list[Level]()
    for each, level in zip(stated, held.levels, strict=True):
        first = level.follows == 0 or each.series in (left, *spec.y[:1], *_groups(spec)[:1])
        if first or not each.series:
            levels.append(replace(level, value=-level.value))
        if not first:
            levels.append(level)
    mirrored = (replace(band, low=-band.high, high=-band.low) for band in held.bands)
    return replace(held, levels=tuple(levels), bands=(*mirrored, *held.bands))


def _groups(spec: ChartSpec) -> tuple[str, ...]:
    return tuple(name for name, _ in spec.groups)


def _mirrored(axis: Axis) -> Axis:
    """Return an axis that runs as far to the left as to the right, both ways from zero."""
    right = tuple(tick for tick in axis.ticks if tick.value > 0)
    left = tuple(Tick(-tick.value, tick.label) for tick in reversed(right))
    middle = tuple(tick for tick in axis.ticks if not tick.value)
    return replace(axis, min=-axis.max, ticks=(*left, *middle, *right))


def draw(frame: Frame, chart: ResolvedChart, style: ChartStyle) -> float:
    """Draw both sides below the frame's top; return the foot of the drawing.

    Raises:
        CrowdedError: the names of the series have no room above them.
    """
    heads = Heads.of(frame.width, chart, style)
    start, frame.top = frame.top, frame.top + annotating.above(chart, lying=True)
    roof, frame.top = frame.top, frame.top + heads.height
    close = rowgrid.closeness(chart, _THICK, _THINNEST)
    rows = rowgrid.rows(frame.width, frame.top, chart, style, _THICK * close, close)
    bottom, axis = rows.bottom, chart.value_axis
    frame.plot = (frame.top, bottom)
    rooms = [
        max((_label(chart, style, datum).width + _GAP for datum in series.data), default=0.0)
        for series in chart.series
    ]
    before, after = (*rooms, 0.0, 0.0)[:2]
    scale = rowgrid.scale_beside(chart, rows.left, frame.width, before, after)
    middles = [rows.middle(place) for place in range(len(rows.names))]
    stage = annotating.Stage(
        scale, lambda spot: middles[spot.category], middles, roof, bottom, lambda _: scale.end,
        start, lying=True,
    )  # fmt: skip
    annotating.under(frame, chart, style, stage)
    foot = bottom
    if axis is not None and axis.shown:
        foot = plotgrid.down(frame, style, axis, scale, frame.top, bottom)
    zero, reach = scale(_ZERO), abs(scale.end - scale.start) / 4
    heads.put(frame, style, [zero - reach, zero + reach])
    for place in range(len(chart.categories)):
        rows.put(frame, place)
        _pair(frame, chart, style, scale, place, rows.middle(place), _THICK * close)
    plotgrid.baseline(frame, style, (zero, frame.top), (zero, bottom))
    annotating.over(frame, chart, style, stage)
    return foot


def _label(chart: ResolvedChart, style: ChartStyle, datum: Datum) -> SetWords:
    return one_line((datum.label,), style.strong if stands_out(chart, datum) else style.value)


def _pair(
    frame: Frame,
    chart: ResolvedChart,
    style: ChartStyle,
    scale: Scale,
    place: int,
    middle: float,
    thick: float,
) -> None:
    """Draw the two bars of one category, each with its value beyond its end."""
    zero = scale(_ZERO)
    rows = zip(_SIDES, chart.series, series_slots(chart), strict=False)
    for number, (side, series, slot) in enumerate(rows):
        datum = series.data[place]
        if datum.value is None:
            continue
        end = scale(side * datum.value)
        if datum.value:
            fill = rgb(point_slot(chart, slot, datum), style.theme)
            bar = min(zero, end), middle - thick / 2, abs(end - zero), thick
            with frame.as_mark(number, place):
                frame.rectangle(*bar, fill)
        align = "left" if side > 0 else "right"
        frame.put(_label(chart, style, datum), end + side * _GAP, middle, align, "middle")  # type: ignore[arg-type]


def native(chart: ResolvedChart, theme: Theme) -> NativeChart:
    """Return the chart as PowerPoint's bars, one over the other, those on the left below zero."""
    axis = value_axis(chart)
    if chart.value_axis is not None:
        positive = tick_format(tuple(t for t in chart.value_axis.ticks if t.value >= 0))
        signless = f"{positive};{positive}" if positive and ";" not in positive else ""
        axis = replace(axis, number_format=signless)
    return NativeChart(
        type="BAR_CLUSTERED",
        series=tuple(
            NativeSeries(
                name=series.name,
                points=tuple(
                    NativePoint(
                        value=None if datum.value is None else side * datum.value,
                        label=(datum.label,) if datum.label.text else (),
                        colour=point_slot(chart, slot, datum),
                        strong=stands_out(chart, datum),
                        owners=owners(chart, datum),
                        opposite=side < 0 and bool(datum.value),
                    )
                    for datum in series.data
                ),
                colour=slot,
                label_position="outside_end",
            )
            for side, series, slot in zip(_SIDES, chart.series, series_slots(chart), strict=False)
        ),
        categories=chart.categories,
        value_axis=axis,
        category_axis=NativeAxis(),
        keys=clusters.keys(chart),
        legend="over",
        number_format=chart.number_format,
        reversed_categories=True,
        gap_width=round(rowgrid.BETWEEN / _THICK * 100 * 0.6),
        overlap=100,
    )


KIND: Final = ChartType(
    name="butterfly",
    called={
        "en": "Butterfly chart",
        "de": "Schmetterlingsdiagramm",
        "fr": "Graphique en papillon",
        "uk": "Діаграма «метелик»",
    },
    resolve=resolve,
    tells=series_told,
    draw=draw,
    gauges=measuring.both_ways,
    native=native,
    art="bars",
    labelled=True,
    annotates=("reference", "band"),
    crowded="show fewer, divide the chart in two, or leave it to the paper",
)
