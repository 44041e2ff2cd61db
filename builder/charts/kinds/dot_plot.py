"""Dot plot: a dot per value on the row of its category; several series by colour and shape."""

from __future__ import annotations

from typing import Final

from builder.charts import rowdots
from builder.charts.resolving.category import category_chart

_LOOK: Final = rowdots.Joint()


KIND: Final = rowdots.row_kind(
    "dot_plot",
    {
        "en": "Dot plot",
        "de": "Punktdiagramm",
        "fr": "Diagramme à points",
        "uk": "Точковий графік",
    },
    category_chart,
    _LOOK,
)
