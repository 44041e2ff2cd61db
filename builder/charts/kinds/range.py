"""Ranges: a bar on the row of each category from its least value to its greatest."""

from __future__ import annotations

from dataclasses import replace
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

_LOOK: Final = rowdots.Look(join=9.0, dotted=False, native_join=18.0)


def resolve(spec: ChartSpec, bare: ResolvedChart, context: ChartContext) -> ResolvedChart | None:
    """Return the chart; None, with problems, where a row is no range."""
    chart = category_chart(spec, bare, context)
    if chart is None:
        return None
    wrong = list(_wrong(chart))
    for found in wrong:
        context.problems.error(
            spec.place,
            f'chart "{spec.id}" {found}',
            "name two columns by `y`, the least and the greatest of each row",
        )
    if wrong:
        return None
    # Both ends are of one bar.
    return replace(chart, series=tuple(replace(each, colour=0) for each in chart.series))


def _wrong(chart: ResolvedChart) -> list[str]:
    """Return why rows are no ranges."""
    if len(chart.series) != len(("least", "greatest")):
        return [f"has {len(chart.series)} series, but a range has two ends"]
    rows = zip(chart.categories, *(series.data for series in chart.series), strict=True)
    found = []
    for name, low, high in rows:
        if (low.value is None) != (high.value is None):
            found.append(f'has one end of "{name.text}" alone')
        elif low.value is not None and high.value is not None and low.value > high.value:
            found.append(f'has a range of "{name.text}" that ends below where it begins')
    return found


def draw(frame: Frame, chart: ResolvedChart, style: ChartStyle) -> float:
    """Draw the bars below the frame's top; return the foot of the drawing."""
    return rowdots.draw(frame, chart, style, _LOOK)


def native(chart: ResolvedChart, theme: Theme) -> NativeChart:
    """Return the chart as PowerPoint's scatter chart; the bars lie over it."""
    return rowdots.native(chart, theme, _LOOK)


KIND: Final = Kind(
    name="range",
    called={
        "en": "Range chart",
        "de": "Spannendiagramm",
        "fr": "Graphique d’étendues",
        "uk": "Діаграма діапазонів",
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
