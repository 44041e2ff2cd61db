"""Stacked bars: parts from left to right, their names above the first bar, totals at the ends."""

from __future__ import annotations

from typing import Final

from builder.charts import lying

KIND: Final = lying.stacked_kind(
    "stacked_bar",
    {
        "en": "Stacked bar chart",
        "de": "Gestapeltes Balkendiagramm",
        "fr": "Diagramme à barres empilées",
        "uk": "Лінійчата діаграма з накопиченням",
    },
    annotates=("difference", "reference", "band"),
)
