"""Dumbbell: two dots on the row of each category, and the line between them that is their gap."""

from __future__ import annotations

from typing import Final

from builder.charts import rowdots
from builder.charts.frame import Frame
from builder.charts.native import NativeChart
from builder.charts.registry import Kind
from builder.charts.resolving.category import category_chart
from builder.charts.resolving.context import ChartContext
from builder.charts.style import ChartStyle
from builder.charts.telling.several import series_told
from builder.model.chart import ChartSpec, ResolvedChart
from builder.theme.theme import Theme

_LOOK: Final = rowdots.Look(join=2.0, native_join=3.0)


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


def draw(frame: Frame, chart: ResolvedChart, style: ChartStyle) -> float:
    """Draw the dumbbells below the frame's top; return the foot of the drawing."""
    return rowdots.draw(frame, chart, style, _LOOK)


def native(chart: ResolvedChart, theme: Theme) -> NativeChart:
    """Return the chart as PowerPoint's scatter chart; lines over it join its points."""
    return rowdots.native(chart, theme, _LOOK)


KIND: Final = Kind(
    name="dumbbell",
    called={
        "en": "Dumbbell chart",
        "de": "Hanteldiagramm",
        "fr": "Graphique en haltères",
        "uk": "Діаграма «гантелі»",
    },
    resolve=resolve,
    tells=series_told,
    draw=draw,
    native=native,
    art="bars",
    from_zero=False,
    labelled=True,
    crowded="show fewer, divide the chart in two, or leave it to the paper",
)
