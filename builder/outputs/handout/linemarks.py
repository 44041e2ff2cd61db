"""Lines and error bars of a slide's chart: a placed plot and a pen in, ink out."""

from __future__ import annotations

from typing import Final

from builder.charts.native import NativePoint, NativeSeries
from builder.model.displaylist import Stroke
from builder.outputs.handout.pen import Pen, Place
from builder.outputs.pptx.plan.marks import bars_of, on_grid
from builder.outputs.pptx.plan.model import Align, ChartItem, Side
from builder.outputs.pptx.plan.plot import PlacedPlot
from builder.outputs.pptx.plan.shifting import label_box
from builder.units import Box

_LINE: Final = 2.5
_THIN: Final = 1.25
_DASH: Final = (5.0, 3.75)
_ROUND: Final = 1
_DOT: Final = 4.0
_BESIDE: Final = 8.0
_CAP: Final = 4.0


def lines(item: ChartItem, plot: PlacedPlot, pen: Pen, first: int = 0) -> None:
    """Draw series from the `first` on as lines, interrupted by missing values, with a dot and a
    label where a point has one.
    """
    middles = plot.middles()
    shifts = {(series, point): down for series, point, down in item.shifts}
    sides = {(series, point): side for series, point, side in item.sides}
    dots: list[tuple[Place, NativeSeries, NativePoint, float, Side]] = []
    for number, series in enumerate(item.native.series[first:], first):
        stroke = _course(pen, series)
        part: list[Place] = []
        for at, point in enumerate((*series.points, None)):
            if point is not None and point.value is not None:
                part.append((middles[at], plot.height(float(point.value))))
                if point.label or point.marked:
                    side = sides.get((number, at), "right")
                    dots.append((part[-1], series, point, shifts.get((number, at), 0.0), side))
                continue
            if len(part) > 1:
                pen.sheet.line(part, stroke)
            part = []
    for place, series, point, down, side in dots:
        _dot(pen, item, series, point, place, side, down)


def _course(pen: Pen, series: NativeSeries) -> Stroke:
    """Return how the line of a series is drawn."""
    colour = pen.colour(f"chart:{series.colour}")
    if series.dashed:
        return Stroke(colour, _THIN, dash=_DASH)
    return Stroke(colour, _LINE, _ROUND, _ROUND)


def _dot(
    pen: Pen,
    item: ChartItem,
    series: NativeSeries,
    point: NativePoint,
    place: Place,
    side: Side,
    down: float,
) -> None:
    """Draw the dot of a point that has a label, or stands alone, and the label at a side of it, so
    far `down` from there.
    """
    (x, y), size = place, item.size
    if not series.dashed:
        colour = pen.colour(f"chart:{point.colour or series.colour}")
        pen.sheet.marker("circle", place, _DOT, colour)
    if not point.label:
        return
    before = side == "left" or point.side == "left"
    left = (x - _BESIDE if before else x + _BESIDE, y + down)
    align: Align = "r" if before else "l"
    if side in ("above", "below"):
        wide = pen.setter.one_line(point.label, size, bold=point.strong).width
        mark = Box(x - _DOT, y - _DOT, 2 * _DOT, 2 * _DOT)
        box = label_box(mark, side, wide, size)
        left = (box.left, box.top + box.height / 2)
    colour, bold = f"chart:{point.label_colour}", point.strong
    ground = "paper" if on_grid(item.native, series) else ""
    pen.label(point.label, size, left, colour, align, bold=bold, ground=ground)


def error_bars(plot: PlacedPlot, pen: Pen) -> None:
    """Draw the error bars of a chart, with a cap at either end."""
    native, stroke = plot.native, pen.stroke("ink", _THIN)
    across = native.type == "BAR_CLUSTERED"
    middles = {}
    if native.type == "LINE":
        for number in range(len(native.series)):
            middles.update({(number, at): x for at, x in enumerate(plot.middles())})
    elif native.type.endswith("CLUSTERED"):
        for bar in bars_of(plot):
            box = bar.box
            middle = box.top + box.height / 2 if across else box.left + box.width / 2
            middles[bar.series, bar.point] = middle
    for number, series in enumerate(native.series):
        for at, point in enumerate(series.points):
            if point.interval is None or (number, at) not in middles:
                continue
            middle = middles[number, at]
            ends = [(plot.reach if across else plot.height)(float(e)) for e in point.interval]
            for path in (
                ((middle, ends[0]), (middle, ends[1])),
                *(((middle - _CAP, end), (middle + _CAP, end)) for end in ends),
            ):
                pen.sheet.line([(y, x) for x, y in path] if across else list(path), stroke)
