"""Stacked bars: parts from left to right, their names above the first bar, totals at the ends."""

from __future__ import annotations

from typing import Final

from builder.charts import lying
from builder.charts.registry import Kind
from builder.charts.resolving.category import category_chart
from builder.charts.telling.several import series_told

KIND: Final = Kind(
    name="stacked_bar",
    called={
        "en": "Stacked bar chart",
        "de": "Gestapeltes Balkendiagramm",
        "fr": "Diagramme à barres empilées",
        "uk": "Лінійчата діаграма з накопиченням",
    },
    resolve=category_chart,
    tells=series_told,
    draw=lying.draw,
    native=lying.native,
    art="stacks",
    labelled=True,
    adds_up=True,
    totalled=True,
    crowded="show fewer, divide the chart in two, or leave it to the paper",
)
