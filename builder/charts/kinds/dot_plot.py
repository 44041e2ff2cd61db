"""Dot plot: a dot per value on the row of its category; several series by colour and shape."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from builder.charts import rowdots
from builder.charts.resolving.category import category_chart
from builder.charts.resolving.context import ChartContext
from builder.model.chart import ChartSpec, ResolvedChart

_LOOK: Final = rowdots.Look()


def resolve(spec: ChartSpec, bare: ResolvedChart, context: ChartContext) -> ResolvedChart | None:
    """Return the chart; where its dots bear no values, an axis says them. None with problems."""
    chart = category_chart(spec, bare, context)
    if chart is None or chart.value_axis is None or rowdots.is_labelled(chart):
        return chart
    return replace(chart, value_axis=replace(chart.value_axis, shown=True))


KIND: Final = rowdots.row_kind(
    "dot_plot",
    {
        "en": "Dot plot",
        "de": "Punktdiagramm",
        "fr": "Diagramme à points",
        "uk": "Точковий графік",
    },
    resolve,
    _LOOK,
)
