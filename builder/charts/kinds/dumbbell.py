"""Dumbbell: two dots on the row of each category, and the line between them that is their gap."""

from __future__ import annotations

from typing import Final

from builder.charts.resolving.category import category_chart
from builder.charts.resolving.context import ChartContext
from builder.charts.rowdots import Joint
from builder.charts.rowkinds import row_kind
from builder.model.chart import ChartSpec, ResolvedChart

_LOOK: Final = Joint(join=2.0, native_join=3.0)


def resolve(spec: ChartSpec, bare: ResolvedChart, context: ChartContext) -> ResolvedChart | None:
    """Return the chart; None, with problems, where it has not two series."""
    chart = category_chart(spec, bare, context)
    if chart is not None and len(chart.series) != len(("from", "to")):
        context.problems.error(
            spec.place,
            f'chart "{spec.id}" has {len(chart.series)} series, but a dumbbell shows two',
            "name two columns by `y`, or use dots alone",
        )
        return None
    return chart


KIND: Final = row_kind(
    "dumbbell",
    {
        "en": "Dumbbell chart",
        "de": "Hanteldiagramm",
        "fr": "Graphique en haltères",
        "uk": "Діаграма «гантелі»",
    },
    resolve,
    _LOOK,
)
