"""Area chart: bands that add up, kept apart by white lines and named beside the last category."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from builder.charts import annotating, classes, courses, labels, plotgrid, scales
from builder.charts.courses import calendars
from builder.charts.frame import Edge, Frame, pattern_of
from builder.charts.labels import end_line, end_value
from builder.charts.native import (
    NativeChart,
    NativePoint,
    NativeSeries,
    Slot,
    Swatch,
    owners,
    rgb,
)
from builder.charts.registry import ChartType
from builder.charts.resolving.category import category_chart
from builder.charts.resolving.context import ChartContext
from builder.charts.scales import segments, value_axis
from builder.charts.style import ChartStyle, series_slots
from builder.charts.telling.several import lines_told
from builder.language.dates import word
from builder.model.chart import ChartSpec, ResolvedChart, Series
from builder.model.gauge import LONE, holes, known_runs
from builder.model.text import Run
from builder.theme.theme import Theme

_SEPARATOR: Final = 1.0
_ALONE: Final = 8.0


def draw(frame: Frame, chart: ResolvedChart, style: ChartStyle) -> float:
    """Draw the bands below the frame's top; return the foot of the drawing."""
    slots = series_slots(chart)
    lines = [end_line(chart, series) for series in chart.series]
    names = labels.names(frame, style, lines, slots, chart.language)
    further = annotating.names(frame, chart, style)
    top, frame.top = frame.top, frame.top + annotating.above(chart)
    plot = plotgrid.plot(frame, chart, style, (*names, *further))
    bands = _bands(chart)
    stage = annotating.running(chart, plot, top)._replace(covered=True)
    annotating.under(frame, chart, style, stage)
    plotgrid.back(frame, chart, style, plot)
    separator = Edge(style.theme.colours.paper, _SEPARATOR)
    _holes(frame, chart, style, plot)
    runs = known_runs(_rows(chart))
    for number, (slot, band) in enumerate(zip(slots, bands, strict=True)):
        for run in runs:
            upper = [(plot.x(place), plot.scale(band[place][1])) for place in run]
            lower = [(plot.x(place), plot.scale(band[place][0])) for place in run]
            fill = rgb(slot, style.theme)
            if len(run) > 1:
                with frame.as_mark(number, "from", run[0]):
                    frame.area([*upper, *reversed(lower)], fill, separator)
                continue
            (x, high), (_, low) = upper[0], lower[0]
            half = _ALONE if len(band) == 1 else LONE
            with frame.as_mark(number, run[0]):
                frame.rectangle(x - half, min(high, low), 2 * half, abs(low - high), fill)
    foot = plotgrid.front(frame, chart, style, plot)
    wishes = [
        labels.End(plot.scale(_named_at(chart, band[runs[-1][-1]])) if runs else 0.0, name)
        for band, name in zip(bands, names, strict=True)
    ]
    wishes += annotating.ends(chart, further, plot.scale)
    beside = plot.x(0) + _ALONE if len(chart.categories) == 1 else plot.right
    labels.put(frame, wishes, beside + labels.GAP, plot.scale.end - 6, plot.scale.start + 6)
    annotating.over(frame, chart, style, stage)
    return foot


def _rows(chart: ResolvedChart) -> list[list[Decimal | None]]:
    return [[datum.value for datum in series.data] for series in chart.series]


def _holes(frame: Frame, chart: ResolvedChart, style: ChartStyle, plot: plotgrid.Plot) -> None:
    """Hatch the plot from the last place before a gap to the first behind it."""
    slot = classes.UNKNOWN
    fill, pattern = rgb(slot, style.theme), pattern_of(slot, style.theme)
    for first, last in holes(_rows(chart)):
        left, right = plot.x(first), plot.x(last)
        top, foot = plot.scale.end, plot.scale.start
        frame.rectangle(left, top, right - left, foot - top, fill, pattern=pattern)


def _named_at(chart: ResolvedChart, end: tuple[Decimal, Decimal]) -> Decimal:
    """Return the value beside which a band is named: its middle, or the edge of one alone."""
    low, high = end
    return max(low, high, key=abs) if len(chart.series) == 1 else (low + high) / 2


def resolve(spec: ChartSpec, bare: ResolvedChart, context: ChartContext) -> ResolvedChart | None:
    """Return the chart, its note with what is hatched; None, with problems, where nothing is left.

    Where a part of a stack is not known, nothing of what stands on it is.
    """
    chart = category_chart(spec, bare, context)
    if chart is None or not holes(_rows(chart)):
        return chart
    if not known_runs(_rows(chart)):
        context.problems.error(
            spec.place,
            f'chart "{spec.id}" has no category of which every series has a value',
            "fill in its table (0 where it is zero), or use `kind: line`",
        )
        return None
    said = Run(word(context.tag, "hatched"))
    return replace(chart, note=(*chart.note, Run(" "), said) if chart.note else (said,))


def native(chart: ResolvedChart, theme: Theme) -> NativeChart:
    """Return the chart as PowerPoint's areas, stacked where there are several; as columns where
    there is one category alone, along which an area has no width.

    PowerPoint cannot place a label at a band's end, so the last values stand in the legend.
    """
    named = tuple(zip(chart.series, series_slots(chart), strict=True))
    alone = len(chart.categories) == 1
    return NativeChart(
        type="COLUMN_STACKED" if alone else "AREA_STACKED" if len(named) > 1 else "AREA",
        series=tuple(
            NativeSeries(
                name=series.name,
                points=tuple(
                    NativePoint(datum.value, owners=owners(chart, datum)) for datum in series.data
                ),
                colour=slot,
                label_position="none",
            )
            for series, slot in named
        ),
        categories=chart.categories,
        value_axis=value_axis(chart),
        category_axis=plotgrid.category_axis(chart, ChartStyle.of(theme)),
        keys=tuple(_key(chart, series, slot) for series, slot in named),
        legend="right",
        moments=scales.moments(chart),
        calendars=calendars(chart),
        in_days=scales.in_days(chart),
        number_format=chart.number_format,
        overlap=100 if alone else 0,
    )


def _key(chart: ResolvedChart, series: Series, slot: Slot) -> Swatch:
    """Return what names a band: of one alone its last value does, as in the paper."""
    value = end_value(chart, series)
    if len(chart.series) > 1 or not value:
        return Swatch(series.name, slot, value)
    return Swatch(value[0], slot, value[2:])  # whose name and value a space parts


def _bands(chart: ResolvedChart) -> tuple[Sequence[tuple[Decimal, Decimal]], ...]:
    """Return lower and upper edge of each series' band; what is missing leaves it no height."""
    bands: list[list[tuple[Decimal, Decimal]]] = [[] for _ in chart.series]
    for place in range(len(chart.categories)):
        below = Decimal(0)
        for band, part in zip(bands, segments(chart, place), strict=True):
            band.append(part or (below, below))
            below = band[-1][1]
    return tuple(bands)


KIND: Final = ChartType(
    name="area",
    called={
        "en": "Area chart",
        "de": "Flächendiagramm",
        "fr": "Graphique en aires",
        "uk": "Діаграма з областями",
    },
    resolve=resolve,
    tells=lines_told,
    draw=draw,
    gauges=courses.areas,
    native=native,
    art="areas",
    adds_up=True,
    in_time="axis",
    crowded="use a bar chart: an area joins what follows one another in time",
    annotates=("difference", "reference", "band", "period", "text"),
)
