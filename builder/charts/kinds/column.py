"""Column chart: one column per category, its value above it, the highlighted one in colour."""

from __future__ import annotations

from typing import Final

from builder.charts import clusters, measuring
from builder.charts.registry import OF_POINTS, ChartType
from builder.charts.resolving.category import category_chart
from builder.charts.telling.values import ranked_or_in_time

KIND: Final = ChartType(
    name="column",
    called={
        "en": "Column chart",
        "de": "Säulendiagramm",
        "fr": "Diagramme en colonnes",
        "uk": "Стовпчикова діаграма",
    },
    resolve=category_chart,
    tells=ranked_or_in_time,
    draw=clusters.draw,
    gauges=measuring.columns,
    native=clusters.native,
    single=True,
    labelled=True,
    in_time="filled",
    annotates=("difference", "reference", "band", "period", "text", "label", "interval"),
    ignores=(*OF_POINTS, "ordered"),
)
