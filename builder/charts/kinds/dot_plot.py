"""Dot plot: a dot per value on the row of its category; several series by colour and shape."""

from __future__ import annotations

from typing import Final

from builder.charts.resolving.category import category_chart
from builder.charts.rowdots import Joint
from builder.charts.rowkinds import row_kind

_LOOK: Final = Joint()


KIND: Final = row_kind(
    "dot_plot",
    {
        "en": "Dot plot",
        "de": "Punktdiagramm",
        "fr": "Diagramme à points",
        "uk": "Точковий графік",
    },
    category_chart,
    _LOOK,
    ("difference", "reference", "band", "text"),
)
