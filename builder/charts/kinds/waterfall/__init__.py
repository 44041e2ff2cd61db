"""Waterfall: steps that float from one level to the next, totals that stand on the axis."""

from __future__ import annotations

from typing import Final

from builder.charts.kind import Key, Kind
from builder.charts.kinds.waterfall.drawing import draw, native
from builder.charts.kinds.waterfall.resolving import resolve

_TOTALS: Final = Key(
    "totals",
    "Bars of a waterfall that stand on the axis: figures or categories.",
    "they are the bars of a waterfall that stand on the axis: remove the key; stacked columns are "
    "totalled by themselves",
)

KIND: Final = Kind(
    name="waterfall",
    called={
        "en": "Waterfall chart",
        "de": "Wasserfalldiagramm",
        "fr": "Graphique en cascade",
        "uk": "Каскадна діаграма",
    },
    resolve=resolve,
    draw=draw,
    native=native,
    keys=(_TOTALS,),
    single=True,
    labelled=True,
)
