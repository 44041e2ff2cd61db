"""Grouped columns: the series of each category side by side, a legend above them."""

from __future__ import annotations

from typing import Final

from builder.charts import clusters
from builder.charts.frame import Frame
from builder.charts.native import NativeChart
from builder.charts.registry import Kind
from builder.charts.resolving.category import category_chart
from builder.charts.style import ChartStyle
from builder.model.chart import ResolvedChart
from builder.theme.theme import Theme


def draw(frame: Frame, chart: ResolvedChart, style: ChartStyle) -> float:
    """Draw the clusters below the frame's top; return the foot of the drawing."""
    return clusters.draw(frame, chart, style)


def native(chart: ResolvedChart, theme: Theme) -> NativeChart:
    """Return the chart as PowerPoint's clustered columns."""
    return clusters.native(chart, theme)


KIND: Final = Kind(
    name="grouped",
    called={
        "en": "Grouped column chart",
        "de": "Gruppiertes Säulendiagramm",
        "fr": "Histogramme groupé",
        "uk": "Згрупована стовпчикова діаграма",
    },
    resolve=category_chart,
    draw=draw,
    native=native,
    labelled=True,
    in_time="evenly",
)
