"""Grouped columns: the series of each category side by side, a legend above them."""

from __future__ import annotations

from typing import Final

from builder.charts import clusters, measuring
from builder.charts.registry import ChartType
from builder.charts.resolving.category import category_chart
from builder.charts.telling.several import series_told

KIND: Final = ChartType(
    name="grouped",
    called={
        "en": "Grouped column chart",
        "de": "Gruppiertes Säulendiagramm",
        "fr": "Colonnes groupées",
        "uk": "Згрупована стовпчикова діаграма",
    },
    resolve=category_chart,
    tells=series_told,
    draw=clusters.draw,
    gauges=measuring.columns,
    native=clusters.native,
    labelled=True,
    in_time="filled",
    annotates=("difference", "reference", "band", "period", "text", "label", "interval"),
)
