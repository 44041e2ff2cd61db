"""Bars of shares: every bar is as long as a hundred per cent, and its parts share it.

Values stand in the parts as they are stated, and behind each bar what they come to; the axis says
the shares.
"""

from __future__ import annotations

from typing import Final

from builder.charts import lying
from builder.charts.registry import Kind
from builder.charts.resolving.category import category_chart
from builder.charts.telling.several import series_told

KIND: Final = Kind(
    name="percent_bar",
    called={
        "en": "Bar chart of shares",
        "de": "Balkendiagramm der Anteile",
        "fr": "Diagramme à barres des parts",
        "uk": "Лінійчата діаграма часток",
    },
    resolve=category_chart,
    tells=series_told,
    draw=lying.draw,
    native=lying.native,
    art="stacks",
    adds_up=True,
    totalled=True,
    in_shares=True,
    crowded="show fewer, divide the chart in two, or leave it to the paper",
)
