"""Bubble chart: a disc per point whose area shows a third value."""

from __future__ import annotations

import re
from decimal import Decimal
from operator import itemgetter
from typing import Final

from builder.charts import measuring, points
from builder.charts.frame import Frame
from builder.charts.native import NativeChart
from builder.charts.registry import ChartType
from builder.charts.resolving.context import ChartContext
from builder.charts.resolving.points import FEWER, point_chart
from builder.charts.scales import limited
from builder.charts.style import ChartStyle
from builder.charts.telling.clouds import points_told
from builder.frozen import replace
from builder.language.language import language_of, module_of
from builder.model.chart import ChartSpec, ResolvedChart
from builder.model.text import Line, Run
from builder.theme.theme import Theme

_SMALLEST: Final = 1.8
# PowerPoint's largest bubble is a quarter of the plot's shorter side across; ours is smaller.
_BUBBLE_SCALE: Final = 80


def resolve(spec: ChartSpec, bare: ResolvedChart, context: ChartContext) -> ResolvedChart | None:
    """Return the chart with a note on what the areas of its bubbles mean, which no axis says: of
    the smallest and of the largest, by which the others are read.
    """
    chart = point_chart(spec, bare, context)
    if chart is None:
        return None
    area = module_of(context.tag, "labels").PHRASES["size_shown"]
    colon = Run(f"{area}{language_of(context.tag).colon}")
    said = (colon, *chart.size_title, *_span(chart, context.tag))
    return replace(chart, note=(*chart.note, Run(" "), *said) if chart.note else said)


def _span(chart: ResolvedChart, tag: str) -> Line:
    """Return between which sizes the bubbles are, and whose these are; nothing for alike ones."""
    known = [(point.size.value, point) for point in chart.points if point.size and point.size.value]
    ends = [pick(known, key=itemgetter(0), default=None) for pick in (min, max)]
    if ends[0] is None or ends[1] is None or ends[0][0] == ends[1][0]:
        return ()
    between = module_of(tag, "labels").PHRASES["span_of_values"]
    before, middle, after = re.split(r"\{\w+\}", between)
    line: list[Run] = [Run(language_of(tag).semicolon + before)]
    for (_, point), behind in zip(filter(None, ends), (middle, after), strict=True):
        named = (Run(" ("), point.label, Run(")")) if point.label.text else ()
        line += [*((point.size.label,) if point.size else ()), *named, Run(behind)]
    return tuple(run for run in line if run.text)


def draw(frame: Frame, chart: ResolvedChart, style: ChartStyle) -> float:
    """Draw the bubbles below the frame's top; return the foot of the drawing."""
    largest = min(max(0.042 * frame.width, 12.0), 19.0)
    sizes = [(point.size.value if point.size else None) or Decimal(0) for point in chart.points]
    whole = max(map(abs, sizes), default=Decimal(0)) or Decimal(1)
    radii = [max(_SMALLEST, largest * float(abs(size) / whole) ** 0.5) for size in sizes]
    return points.draw(frame, chart, style, radii)


def native(chart: ResolvedChart, theme: Theme) -> NativeChart:
    """Return the chart as PowerPoint's bubble chart, sizes shown by area."""
    across, up = points.limits(chart)
    return NativeChart(
        type="BUBBLE",
        series=points.native_series(chart, theme),
        value_axis=limited(chart.value_axis, up, shown=True),
        category_axis=limited(chart.x_axis, across, shown=True),
        keys=points.keys(chart, theme),
        legend="top" if len(chart.groups) > 1 else "none",
        number_format=chart.number_format,
        bubble_scale=_BUBBLE_SCALE,
    )


KIND: Final = ChartType(
    name="bubble",
    called={
        "en": "Bubble chart",
        "de": "Blasendiagramm",
        "fr": "Graphique à bulles",
        "uk": "Бульбашкова діаграма",
    },
    resolve=resolve,
    tells=points_told,
    draw=draw,
    gauges=measuring.points,
    native=native,
    from_zero=False,
    logarithmic=True,
    axis_titled=True,
    fewer=FEWER,
    needs=("size",),
    ignores=("order", "ordered"),
)
