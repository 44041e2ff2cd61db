"""Native charts as PowerPoint draws them: a planned chart and a pen in, ink out: bars, areas, rings
and points, lines and error bars.

Where marks stand is the plan's to say. The paper's drawing cannot stand here: what a slide's chart
prints (names turned or left out, an axis instead of values) is settled by its type and room.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import Final

from builder.charts.native import BARS, CARTESIAN, TO_THE_EDGE, ChartType, NativePoint, NativeSeries
from builder.model.displaylist import Stroke
from builder.outputs.handout.chart_axes import (
    Chart,
    base_line,
    first_axis,
    legend,
    names_below,
    names_beside,
    second_axis,
)
from builder.outputs.handout.pen import Pen, Place
from builder.outputs.pptx.plan.axes import spans
from builder.outputs.pptx.plan.marks import bars_of, on_grid, points_of
from builder.outputs.pptx.plan.model import Align, ChartItem, Side
from builder.outputs.pptx.plan.plot import PlacedPlot
from builder.outputs.pptx.plan.shifting import label_box
from builder.units import Box

_EDGE: Final = 1.5
_EDGE_OF_POINT: Final = 1.0
_BEYOND: Final = 5.0
_BESIDE_BAR: Final = 6.0
_LINE: Final = 2.5
_THIN: Final = 1.25
_DASH: Final = (5.0, 3.75)
_ROUND: Final = 1
_DOT: Final = 4.0
_BESIDE: Final = 8.0
_CAP: Final = 4.0


def draw_chart(item: ChartItem, pen: Pen) -> None:
    """Draw a chart in its box.

    Raises:
        KeyError: its type has no rule, which is a bug of ours.
    """
    chart = Chart(item, pen)
    RULES[item.native.type](chart)
    _error_bars(chart.plot, pen)
    if item.native.legend == "top":
        legend(chart)


def _bars(chart: Chart) -> None:
    """Draw columns, or bars from left to right, with their values inside or beyond their ends."""
    native, plot, beyond = chart.native, chart.plot, chart.item.size * 0.5 + _BEYOND
    across = native.across
    first_axis(chart, native.value_axis, plot.reach if across else plot.height, below=across)
    edge = chart.edge(_EDGE) if native.stacked and not native.connectors else None
    bounded = [point.interval for series in native.series for point in series.points]
    moved = {(at, to): off for at, to, off in chart.item.shifts} if any(bounded) else {}
    for bar in bars_of(plot):
        series, point = native.at(bar.series, bar.point)
        left, top, width, height = bar.box
        if width and height and (point.colour or series.colour) != "none":
            chart.pen.sheet.rectangle(bar.box, chart.fill(series, point), edge)
        if series.label_position == "centre":
            chart.label(series, point, (left + width / 2, top + height / 2), "ctr")
        elif across:
            end = left + width + _BESIDE_BAR if bar.forwards else left - _BESIDE_BAR
            end += moved.get((bar.series, bar.point), 0.0)
            chart.label(series, point, (end, top + height / 2), "l" if bar.forwards else "r")
        else:
            end = top - beyond if bar.forwards else top + height + beyond
            end += moved.get((bar.series, bar.point), 0.0)
            chart.label(series, point, (left + width / 2, end), "ctr")
    base_line(chart, across=across)
    if native.second_axis is not None:
        other = replace(plot, native=replace(native, value_axis=native.second_axis))
        second_axis(chart, native.second_axis, other.height)
        _courses(chart.item, other, chart.pen, native.bars)
    (names_beside if across else names_below)(chart)


def _lines(chart: Chart) -> None:
    """Draw lines, interrupted by missing values, each with a dot and its label where it ends."""
    first_axis(chart, chart.native.value_axis, chart.plot.height, below=False)
    base_line(chart)
    _courses(chart.item, chart.plot, chart.pen)
    names_below(chart)


def _areas(chart: Chart) -> None:
    """Draw a band per series from the plot's left edge to its right one, one upon the other."""
    first_axis(chart, chart.native.value_axis, chart.plot.height, below=False)
    across, held = chart.plot.middles(), spans(chart.native)
    edge = chart.edge(_EDGE) if chart.native.type == "AREA_STACKED" else None
    for number, series in enumerate(chart.native.series if len(across) > 1 else ()):
        sides = zip(*(held[number, at] for at in range(len(across))), strict=True)
        heights = (map(chart.plot.height, map(float, side)) for side in sides)
        lower, upper = (list(zip(across, side, strict=True)) for side in heights)
        chart.pen.sheet.area([*upper, *reversed(lower)], chart.fill(series), edge)
    base_line(chart)
    names_below(chart)


def _ring(chart: Chart) -> None:
    """Draw the parts of a whole, clockwise from the top; what they are called stands beside."""
    box = chart.item.plot
    centre = (box.left + box.width / 2, box.top + box.height / 2)
    outer = min(box.width, box.height) / 2
    inner = outer * chart.native.hole_size / 100
    for series in chart.native.series[:1]:
        values = [max(float(point.value or 0), 0.0) for point in series.points]
        whole = sum(values) or 1.0
        edges = [value / whole for value in accumulate(values, initial=0.0)]
        for point, shares in zip(series.points, pairwise(edges), strict=True):
            if shares[1] > shares[0]:
                fill = chart.fill(series, point)
                chart.pen.sheet.sector(centre, (inner, outer), shares, fill, chart.edge(_EDGE))


def _courses(item: ChartItem, plot: PlacedPlot, pen: Pen, first: int = 0) -> None:
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


def _error_bars(plot: PlacedPlot, pen: Pen) -> None:
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


def _points(chart: Chart) -> None:
    """Draw points, each group's in its own symbol, or bubbles whose areas show the third value."""
    native, bubbles = chart.native, chart.native.type == "BUBBLE"
    first_axis(chart, native.category_axis, chart.plot.across, below=True)
    first_axis(chart, chart.native.value_axis, chart.plot.height, below=False)
    sides = {(series, point): side for series, point, side in chart.item.sides}
    for mark in points_of(chart.plot):
        series, point = native.at(mark.series, mark.point)
        if not series.dotted:
            continue
        place = (mark.box.left + mark.box.width / 2, mark.box.top + mark.box.height / 2)
        symbol = "circle" if bubbles or series.marker == "none" else series.marker
        edge = chart.edge(_EDGE if bubbles else _EDGE_OF_POINT)
        chart.pen.sheet.marker(symbol, place, mark.box.width / 2, chart.fill(series, point), edge)
    for mark in points_of(chart.plot):
        series, point = native.at(mark.series, mark.point)
        side = sides.get((mark.series, mark.point), "right")
        wide = chart.pen.setter.one_line(point.label, chart.item.size, bold=point.strong).width
        box = label_box(mark.box, side, wide, chart.plot.line)
        chart.label(series, point, (box.left, box.top + box.height / 2))


RULES: Final[Mapping[ChartType, Callable[[Chart], None]]] = {
    **dict.fromkeys(BARS, _bars),
    "LINE": _lines,
    "DOUGHNUT": _ring,
    **dict.fromkeys(TO_THE_EDGE, _areas),
    **dict.fromkeys(CARTESIAN, _points),
}
