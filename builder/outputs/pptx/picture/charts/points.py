"""Points and bubbles between two value axes: takes a chart's canvas, draws."""

from __future__ import annotations

from typing import Final

from builder.charts.native import Marker
from builder.outputs.pptx.picture.charts import marker
from builder.outputs.pptx.picture.charts.canvas import ChartCanvas
from builder.outputs.pptx.plan.labels import label_box, marks_of

_EDGE: Final = 0.75
_BUBBLE_EDGE: Final = 1.5


def markers(canvas: ChartCanvas) -> None:
    """Draw a scatter chart: each group's points in its own symbol."""
    shapes = [series.marker for series in canvas.item.native.series]
    _points(canvas, ["circle" if shape == "none" else shape for shape in shapes], _EDGE)


def bubbles(canvas: ChartCanvas) -> None:
    """Draw a bubble chart: discs whose areas show the third value."""
    _points(canvas, ["circle"] * len(canvas.item.native.series), _BUBBLE_EDGE)


def _points(canvas: ChartCanvas, shapes: list[Marker], edge: float) -> None:
    native = canvas.item.native
    canvas.axis_below(native.category_axis)
    canvas.value_axis()
    sides = {(series, point): side for series, point, side in canvas.item.sides}
    marks = tuple(marks_of(canvas.plot))
    for mark in marks:
        series = native.series[mark.series]
        place = (mark.box.left + mark.box.width / 2, mark.box.top + mark.box.height / 2)
        colour = canvas.fill(series, series.points[mark.point])
        shape, radius = shapes[mark.series], mark.box.width / 2
        marker.draw(canvas.pen.sheet, shape, place, radius, colour, canvas.edge(edge))
    for mark in marks:
        point = native.series[mark.series].points[mark.point]
        side = sides.get((mark.series, mark.point), "right")
        wide = canvas.pen.setter.one_line(point.label, canvas.item.size, bold=point.strong).width
        box = label_box(mark.box, side, wide, canvas.plot.line)
        canvas.label(point, (box.left, box.top + box.height / 2))
