"""Native charts as PowerPoint draws them: a planned chart and a pen in, ink out.

Where marks stand is the plan's to say, which has placed labels against them; limits, labels and
colours are those of the chart part that the deck's writer makes of the same item. The paper's own
drawing cannot stand here: what a slide's chart prints (names turned or left out, an axis instead of
values) is settled by the slide's type and room.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import accumulate, pairwise
from typing import Final

from builder.charts.native import (
    CARTESIAN,
    ChartType,
    NativePoint,
    NativeSeries,
)
from builder.outputs.handout.chart import (
    Chart,
    axis_below,
    base_line,
    legend,
    names_below,
    value_axis,
)
from builder.outputs.handout.pen import Pen, Place
from builder.outputs.pptx.plan.marks import bars_of, label_box, points_of
from builder.outputs.pptx.plan.model import ChartItem
from builder.outputs.pptx.plan.plot import PAD
from builder.outputs.pptx.plan.spans import spans
from builder.units import Box

_AXIS: Final = 1.0
_EDGE: Final = 1.5
_EDGE_OF_POINT: Final = 0.75
_BEYOND: Final = 5.0
_BESIDE_BAR: Final = 6.0
_LINE: Final = 2.5
_DOT: Final = 4.0
_BESIDE_DOT: Final = 8.0
_ROUND: Final = 1


def draw_chart(item: ChartItem, pen: Pen) -> None:
    """Draw a chart in its box.

    Raises:
        KeyError: its type has no rule, which is a bug of ours.
    """
    chart = Chart(item, pen)
    RULES[item.native.type](chart)
    legend(chart)


def _columns(chart: Chart) -> None:
    """Draw columns with their values inside or beyond their ends."""
    value_axis(chart)
    stacked = chart.native.type == "COLUMN_STACKED" and not chart.native.connectors
    away = chart.item.size * 0.5 + _BEYOND
    for bar in bars_of(chart.plot):
        series, point = chart.native.at(bar.series, bar.point)
        if bar.box.height and (point.colour or series.colour) != "none":
            edge = chart.edge(_EDGE) if stacked else None
            chart.pen.sheet.rectangle(bar.box, chart.fill(series, point), edge)
        middle, top, foot = bar.box.left + bar.box.width / 2, bar.box.top, bar.box.height
        if series.label_position == "centre":
            y = top + foot / 2
        else:
            y = top - away if bar.forwards else top + foot + away
        chart.label(point, (middle, y), "ctr")
    base_line(chart)
    names_below(chart)


def _bars(chart: Chart) -> None:
    """Draw bars with their values at their ends, and the categories at their left."""
    native, inner, box = chart.native, chart.item.plot, chart.item.box
    axis_below(chart, native.value_axis, chart.plot.reach)
    for bar in bars_of(chart.plot):
        series, point = native.at(bar.series, bar.point)
        if bar.box.width:
            chart.pen.sheet.rectangle(bar.box, chart.fill(series, point))
        left, middle = bar.box.left, bar.box.top + bar.box.height / 2
        end = left + bar.box.width + _BESIDE_BAR if bar.forwards else left - _BESIDE_BAR
        chart.label(point, (end, middle), "l" if bar.forwards else "r")
    x = chart.plot.reach(chart.plot.base)
    chart.rule((x, inner.top), (x, inner.top + inner.height), "ink", _AXIS)
    high = inner.height / max(1, len(native.categories))
    room = inner.left - box.left - PAD
    for at, name in enumerate(native.categories):
        row = at if native.reversed_categories else len(native.categories) - 1 - at
        chart.name(name, Box(box.left, inner.top + high * row, room, high), "r", "ctr")


def _lines(chart: Chart) -> None:
    """Draw lines, interrupted by missing values, each with a dot and its label where it ends."""
    value_axis(chart)
    base_line(chart)
    middles = chart.plot.middles()
    shifts = {(series, point): down for series, point, down in chart.item.shifts}
    dots: list[tuple[Place, NativeSeries, NativePoint, float]] = []
    for number, series in enumerate(chart.native.series):
        stroke = chart.pen.stroke(f"chart:{series.colour}", _LINE, _ROUND)
        part: list[Place] = []
        for at, point in enumerate((*series.points, None)):
            if point is not None and point.value is not None:
                part.append((middles[at], chart.plot.height(float(point.value))))
                if point.label or point.marked:
                    dots.append((part[-1], series, point, shifts.get((number, at), 0.0)))
                continue
            if len(part) > 1:
                chart.pen.sheet.line(part, stroke)
            part = []
    for (x, y), series, point, down in dots:
        chart.pen.sheet.marker("circle", (x, y), _DOT, chart.fill(series, point))
        chart.label(point, (x + _BESIDE_DOT, y + down))
    names_below(chart)


def _areas(chart: Chart) -> None:
    """Draw a band per series from the plot's left edge to its right one, one upon the other."""
    value_axis(chart)
    across, held = chart.plot.middles(), spans(chart.native)
    edge = chart.edge(_EDGE) if chart.native.type == "AREA_STACKED" else None
    for number, series in enumerate(chart.native.series if len(across) > 1 else ()):
        ends = [held[number, at] for at in range(len(across))]
        lower, upper = (
            [(x, chart.plot.height(float(end[side]))) for x, end in zip(across, ends, strict=True)]
            for side in (0, 1)
        )
        chart.pen.sheet.area([*upper, *reversed(lower)], chart.fill(series), edge)
    base_line(chart)
    names_below(chart)


def _ring(chart: Chart) -> None:
    """Draw the parts of a whole, clockwise from the top; what they are called stands beside."""
    box = chart.item.plot
    centre = (box.left + box.width / 2, box.top + box.height / 2)
    outer = min(box.width, box.height) / 2
    for series in chart.native.series[:1]:
        values = [max(float(point.value or 0), 0.0) for point in series.points]
        whole = sum(values) or 1.0
        edges = [value / whole for value in accumulate(values, initial=0.0)]
        for point, shares in zip(series.points, pairwise(edges), strict=True):
            if shares[1] > shares[0]:
                radii = (outer * chart.native.hole_size / 100, outer)
                fill = chart.fill(series, point)
                chart.pen.sheet.sector(centre, radii, shares, fill, chart.edge(_EDGE))


def _points(chart: Chart) -> None:
    """Draw points, each group's in its own symbol, or bubbles whose areas show the third value."""
    native, bubbles = chart.native, chart.native.type == "BUBBLE"
    axis_below(chart, native.category_axis, chart.plot.across)
    value_axis(chart)
    sides = {(series, point): side for series, point, side in chart.item.sides}
    marks = tuple(points_of(chart.plot))
    for mark in marks:
        series, point = native.at(mark.series, mark.point)
        place = (mark.box.left + mark.box.width / 2, mark.box.top + mark.box.height / 2)
        symbol = "circle" if bubbles or series.marker == "none" else series.marker
        edge = chart.edge(_EDGE if bubbles else _EDGE_OF_POINT)
        chart.pen.sheet.marker(symbol, place, mark.box.width / 2, chart.fill(series, point), edge)
    for mark in marks:
        _, point = native.at(mark.series, mark.point)
        side = sides.get((mark.series, mark.point), "right")
        wide = chart.pen.setter.one_line(point.label, chart.item.size, bold=point.strong).width
        box = label_box(mark.box, side, wide, chart.plot.line)
        chart.label(point, (box.left, box.top + box.height / 2))


RULES: Final[Mapping[ChartType, Callable[[Chart], None]]] = {
    "BAR_CLUSTERED": _bars,
    "COLUMN_CLUSTERED": _columns,
    "COLUMN_STACKED": _columns,
    "LINE": _lines,
    "AREA": _areas,
    "AREA_STACKED": _areas,
    "DOUGHNUT": _ring,
    **dict.fromkeys(CARTESIAN, _points),
}
