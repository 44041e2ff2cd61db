"""Scatter chart: a mark per point, its name beside it, groups told apart by colour and shape."""

from __future__ import annotations

from typing import Final

from builder.charts import measuring, points
from builder.charts.frame import Frame
from builder.charts.native import Marker, NativeChart
from builder.charts.registry import ChartType
from builder.charts.resolving.points import FEWER, point_chart
from builder.charts.scales import limited
from builder.charts.style import ChartStyle
from builder.charts.telling.clouds import points_told
from builder.model.chart import ResolvedChart
from builder.theme.theme import Theme

_RADIUS: Final = 3.2
_MORE: Final = 0.2  # of the radius of a mark that is to be seen first
_SHAPES: Final[tuple[Marker, ...]] = ("circle", "square", "diamond", "triangle", "plus", "x")


def draw(frame: Frame, chart: ResolvedChart, style: ChartStyle) -> float:
    """Draw the points below the frame's top; return the foot of the drawing."""
    colouring = points.Colouring.of(chart)
    radii = [_RADIUS * (1 + _MORE * points.prominence(colouring, point)) for point in chart.points]
    return points.draw(frame, chart, style, radii, _SHAPES)


def native(chart: ResolvedChart, theme: Theme) -> NativeChart:
    """Return the chart as PowerPoint's scatter chart."""
    across, up = points.limits(chart)
    return NativeChart(
        type="XY_SCATTER",
        series=points.native_series(chart, theme, _SHAPES),
        value_axis=limited(chart.value_axis, up, shown=True),
        category_axis=limited(chart.x_axis, across, shown=True),
        keys=points.keys(chart, theme, _SHAPES),
        legend="top" if len(chart.groups) > 1 else "none",
        number_format=chart.number_format,
    )


KIND: Final = ChartType(
    name="scatter",
    called={
        "en": "Scatter chart",
        "de": "Streudiagramm",
        "fr": "Nuage de points",
        "uk": "Точкова діаграма",
    },
    resolve=point_chart,
    tells=points_told,
    draw=draw,
    gauges=measuring.points,
    native=native,
    from_zero=False,
    logarithmic=True,
    axis_titled=True,
    fewer=FEWER,
    annotates=("reference", "band", "text"),
    ignores=("order", "ordered"),
)
