"""Bars of shares: every bar is as long as a hundred per cent, and its parts share it.

Values stand in the parts as they are stated, and behind each bar what they come to; the axis says
the shares.
"""

from __future__ import annotations

from typing import Final

from builder.charts import lying

KIND: Final = lying.stacked_kind(
    "percent_bar",
    {
        "en": "Bar chart of shares",
        "de": "Balkendiagramm der Anteile",
        "fr": "Diagramme à barres des parts",
        "uk": "Лінійчата діаграма часток",
    },
    in_shares=True,
    annotates=("difference", "reference", "band"),
)
