"""The ring of a doughnut chart: takes a chart's canvas, draws its parts clockwise from the top."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, pairwise
from math import ceil, cos, pi, sin, tan
from typing import Final

from builder.outputs.pptx.picture.charts.canvas import ChartCanvas
from builder.outputs.pptx.picture.sheet import Place

_EDGE: Final = 1.5


def ring(canvas: ChartCanvas) -> None:
    """Draw the parts of a whole; what they are called stands beside them."""
    box = canvas.item.plot
    centre = (box.left + box.width / 2, box.top + box.height / 2)
    outer = min(box.width, box.height) / 2
    inner = outer * canvas.item.native.hole_size / 100
    for series in canvas.item.native.series[:1]:
        values = [max(float(point.value or 0), 0.0) for point in series.points]
        whole = sum(values) or 1.0
        edges = [2 * pi * value / whole for value in accumulate(values, initial=0.0)]
        for point, (start, end) in zip(series.points, pairwise(edges), strict=True):
            if end > start:
                pieces = (
                    ("m", (_on(centre, outer, start),)),
                    *_arc(centre, outer, start, end),
                    ("l", (_on(centre, inner, end),)),
                    *_arc(centre, inner, end, start),
                )
                canvas.pen.sheet.path(pieces, canvas.fill(series, point), canvas.edge(_EDGE))


def _on(centre: Place, radius: float, angle: float) -> Place:
    """Return the place on a circle at an angle, clockwise from the top."""
    return centre[0] + radius * sin(angle), centre[1] - radius * cos(angle)


def _arc(
    centre: Place, radius: float, start: float, end: float
) -> Iterator[tuple[str, tuple[Place, ...]]]:
    """Yield the curves from one angle to another, none longer than a quarter."""
    count = max(1, ceil(abs(end - start) / (pi / 2)))
    step = (end - start) / count
    handle = 4 / 3 * tan(step / 4) * radius
    for at in range(count):
        first, last = start + step * at, start + step * (at + 1)
        begins, ends = _on(centre, radius, first), _on(centre, radius, last)
        leaving = (begins[0] + handle * cos(first), begins[1] + handle * sin(first))
        arriving = (ends[0] - handle * cos(last), ends[1] - handle * sin(last))
        yield "c", (leaving, arriving, ends)
