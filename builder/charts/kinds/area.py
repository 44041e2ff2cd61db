"""Area chart: bands that add up, kept apart by white lines and named beside the last category."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from builder.charts import annotating, labels, plotgrid, scales
from builder.charts.calendars import calendars
from builder.charts.frame import Edge, Frame
from builder.charts.native import Key, NativeChart, NativePoint, NativeSeries, Slot, owners, rgb
from builder.charts.registry import Kind
from builder.charts.resolving.category import category_chart
from builder.charts.scales import segments, value_axis
from builder.charts.style import ChartStyle, series_slots
from builder.charts.telling.several import lines_told
from builder.model.chart import ResolvedChart, Series
from builder.theme.theme import Theme

_SEPARATOR: Final = 1.0


def draw(frame: Frame, chart: ResolvedChart, style: ChartStyle) -> float:
    """Draw the bands below the frame's top; return the foot of the drawing."""
    slots = series_slots(chart)
    lines = [plotgrid.end_line(chart, series) for series in chart.series]
    names = labels.names(frame, style, lines, slots, chart.language)
    further = annotating.names(frame, chart, style)
    top, frame.top = frame.top, frame.top + annotating.above(chart)
    plot = plotgrid.plot(frame, chart, style, (*names, *further))
    bands = _bands(chart)
    stage = annotating.running(chart, plot, top)
    annotating.under(frame, chart, style, stage)
    plotgrid.back(frame, chart, style, plot)
    separator = Edge(style.theme.colours.paper, _SEPARATOR)
    for slot, band in zip(slots, bands, strict=True):
        upper = [(plot.x(place), plot.scale(high)) for place, (_, high) in enumerate(band)]
        lower = [(plot.x(place), plot.scale(low)) for place, (low, _) in enumerate(band)]
        if len(band) > 1:
            frame.area([*upper, *reversed(lower)], rgb(slot, style.theme), separator)
        elif band:
            (x, high), (_, low) = upper[0], lower[0]
            frame.rectangle(x - 8, min(high, low), 16, abs(low - high), rgb(slot, style.theme))
    foot = plotgrid.front(frame, chart, style, plot)
    wishes = [
        labels.End(plot.scale(_named_at(chart, band)) if band else 0.0, name)
        for band, name in zip(bands, names, strict=True)
    ]
    wishes += annotating.ends(chart, further, plot.scale)
    labels.put(frame, wishes, plot.right + labels.GAP, plot.scale.end - 6, plot.scale.start + 6)
    annotating.over(frame, chart, style, stage)
    return foot


def _named_at(chart: ResolvedChart, band: Sequence[tuple[Decimal, Decimal]]) -> Decimal:
    """Return the value beside which a band is named: its middle, or the edge of one alone."""
    low, high = band[-1]
    return max(low, high, key=abs) if len(chart.series) == 1 else (low + high) / 2


def native(chart: ResolvedChart, theme: Theme) -> NativeChart:
    """Return the chart as PowerPoint's areas, stacked where there are several.

    PowerPoint cannot place a label at a band's end, so the last values stand in the legend.
    """
    named = tuple(zip(chart.series, series_slots(chart), strict=True))
    return NativeChart(
        type="AREA_STACKED" if len(named) > 1 else "AREA",
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
    )


def _key(chart: ResolvedChart, series: Series, slot: Slot) -> Key:
    """Return what names a band: of one alone its last value does, as in the paper."""
    last = plotgrid.last_value(series)
    if last is None:
        return Key(series.name, slot)
    label = series.data[last].label
    return Key(label, slot) if len(chart.series) == 1 else Key(series.name, slot, (label,))


def _bands(chart: ResolvedChart) -> tuple[Sequence[tuple[Decimal, Decimal]], ...]:
    """Return lower and upper edge of each series' band; a missing value leaves it no height."""
    bands: list[list[tuple[Decimal, Decimal]]] = [[] for _ in chart.series]
    for place in range(len(chart.categories)):
        below = Decimal(0)
        for band, part in zip(bands, segments(chart, place), strict=True):
            band.append(part or (below, below))
            below = band[-1][1]
    return tuple(bands)


KIND: Final = Kind(
    name="area",
    called={
        "en": "Area chart",
        "de": "Flächendiagramm",
        "fr": "Graphique en aires",
        "uk": "Діаграма з областями",
    },
    resolve=category_chart,
    tells=lines_told,
    draw=draw,
    native=native,
    art="areas",
    adds_up=True,
    gapless=True,
    in_time="axis",
    crowded="use a bar chart: an area joins what follows one another in time",
    annotates=("difference", "reference", "band", "period", "text"),
)
