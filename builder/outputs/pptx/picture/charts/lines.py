"""Lines, each with a dot and its label where it ends: takes a chart's canvas, draws."""

from __future__ import annotations

from typing import Final

from builder.charts.native import NativeSeries
from builder.outputs.pptx.picture.charts import marker
from builder.outputs.pptx.picture.charts.canvas import ChartCanvas

_WIDTH: Final = 2.5
_DOT: Final = 4.0
_TO_LABEL: Final = 8.0
_ROUND: Final = 1


def lines(canvas: ChartCanvas) -> None:
    """Draw a line per series; a missing value interrupts it."""
    canvas.value_axis()
    canvas.base_line()
    middles = canvas.middles()
    for series in canvas.item.native.series:
        _line(canvas, series, middles)
    shifts = {(series, point): down for series, point, down in canvas.item.shifts}
    for number, series in enumerate(canvas.item.native.series):
        for at, point in enumerate(series.points):
            if (point.label or point.marked) and point.value is not None:
                x, y = middles[at], canvas.plot.height(float(point.value))
                colour = canvas.fill(series, point)
                marker.draw(canvas.pen.sheet, "circle", (x, y), _DOT, colour, None)
                canvas.label(point, (x + _TO_LABEL, y + shifts.get((number, at), 0.0)))
    canvas.names_below(middles)


def _line(canvas: ChartCanvas, series: NativeSeries, middles: list[float]) -> None:
    stroke = canvas.pen.stroke(f"chart:{series.colour}", _WIDTH, _ROUND)
    part: list[tuple[float, float]] = []
    for at, point in enumerate(series.points):
        if point.value is not None:
            part.append((middles[at], canvas.plot.height(float(point.value))))
        if part and (point.value is None or at == len(series.points) - 1):
            if len(part) > 1:
                canvas.pen.sheet.line(part, stroke)
            part = []
