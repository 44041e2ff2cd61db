"""Areas, one upon the other: takes a chart's canvas, draws."""

from __future__ import annotations

from typing import Final

from builder.outputs.pptx.picture.charts.canvas import ChartCanvas

_EDGE: Final = 1.5


def areas(canvas: ChartCanvas) -> None:
    """Draw a band per series from the plot's left edge to its right one."""
    native, inner = canvas.item.native, canvas.item.plot
    canvas.value_axis()
    steps = max(1, len(native.categories) - 1)
    across = [inner.left + inner.width * at / steps for at in range(len(native.categories))]
    across = canvas.middles() if native.moments else across
    low = [canvas.zero] * len(across)
    edge = canvas.edge(_EDGE) if native.type == "AREA_STACKED" else None
    for series in native.series:
        values = [float(point.value or 0) for point in series.points]
        high = [under + value for under, value in zip(low, values, strict=True)]
        upper = [(x, canvas.plot.height(value)) for x, value in zip(across, high, strict=True)]
        lower = [(x, canvas.plot.height(value)) for x, value in zip(across, low, strict=True)]
        if len(across) > 1:
            colour = canvas.colour(series.colour)
            canvas.pen.sheet.area([*upper, *reversed(lower)], colour, edge)
        low = high if native.type == "AREA_STACKED" else low
    canvas.base_line()
    canvas.names_below(across)
