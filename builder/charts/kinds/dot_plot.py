"""Dot plot: a dot per value on the row of its category; several series by colour and shape."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from builder.charts import rowdots
from builder.charts.frame import Frame
from builder.charts.native import NativeChart
from builder.charts.registry import Kind
from builder.charts.resolving.category import category_chart
from builder.charts.resolving.context import ChartContext
from builder.charts.style import ChartStyle
from builder.charts.telling.several import series_told
from builder.model.chart import ChartSpec, ResolvedChart
from builder.theme.theme import Theme

_LOOK: Final = rowdots.Look()


def resolve(spec: ChartSpec, bare: ResolvedChart, context: ChartContext) -> ResolvedChart | None:
    """Return the chart; where its dots bear no values, an axis says them. None with problems."""
    chart = category_chart(spec, bare, context)
    if chart is None or chart.value_axis is None or rowdots.is_labelled(chart):
        return chart
    return replace(chart, value_axis=replace(chart.value_axis, shown=True))


def draw(frame: Frame, chart: ResolvedChart, style: ChartStyle) -> float:
    """Draw the dots below the frame's top; return the foot of the drawing."""
    return rowdots.draw(frame, chart, style, _LOOK)


def native(chart: ResolvedChart, theme: Theme) -> NativeChart:
    """Return the chart as PowerPoint's scatter chart."""
    return rowdots.native(chart, theme, _LOOK)


KIND: Final = Kind(
    name="dot_plot",
    called={
        "en": "Dot plot",
        "de": "Punktdiagramm",
        "fr": "Diagramme à points",
        "uk": "Точковий графік",
    },
    resolve=resolve,
    tells=series_told,
    draw=draw,
    native=native,
    art="bars",
    from_zero=False,
    labelled=True,
    crowded="show fewer, divide the chart in two, or leave it to the paper",
)
