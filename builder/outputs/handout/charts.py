"""Native charts as PowerPoint draws them: a planned chart and a pen in, ink out.

Where marks stand is the plan's to say. The paper's drawing cannot stand here: what a slide's chart
prints (names turned or left out, an axis instead of values) is settled by its type and room.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from itertools import accumulate, pairwise
from typing import Final

from builder.charts.native import (
    CARTESIAN,
    TO_THE_EDGE,
    ChartType,
    Marker,
    NativeAxis,
    NativeChart,
    NativePoint,
    NativeSeries,
)
from builder.frozen import dataclass
from builder.model.displaylist import Stroke
from builder.model.text import Line, Run
from builder.outputs.handout.linemarks import error_bars, lines
from builder.outputs.handout.pen import Pen, Place
from builder.outputs.pptx.plan.marks import bars_of, label_box, points_of
from builder.outputs.pptx.plan.model import (
    Align,
    Anchor,
    ChartItem,
    Paragraph,
    ParagraphStyle,
)
from builder.outputs.pptx.plan.plot import PAD, Plot
from builder.outputs.pptx.plan.spans import spans
from builder.units import Box

_INK: Final = "chart:ink"
_GRID: Final = 0.75
_TO_TICK: Final = 4.5
_LEGEND: Final = 24.0
_SWATCH: Final = 8.0
_AFTER_SWATCH: Final = 13.0
_EDGE: Final = 1.5
_EDGE_OF_POINT: Final = 1.0
_BEYOND: Final = 5.0
_BESIDE_BAR: Final = 6.0


@dataclass(frozen=True)
class Chart:
    """One chart while it is drawn."""

    item: ChartItem
    pen: Pen

    @property
    def native(self) -> NativeChart:
        return self.item.native

    @cached_property
    def plot(self) -> Plot:
        """Where its axes enclose what is plotted."""
        return Plot(self.native, self.item.box, self.item.plot, self.item.size)

    def fill(self, series: NativeSeries, point: NativePoint | None = None) -> str:
        """Return the colour of a series, or of a point's mark."""
        return self.pen.colour(f"chart:{(point and point.colour) or series.colour}")

    def edge(self, width: float) -> Stroke:
        """Return the edge in the ground's colour that tells marks apart."""
        return self.pen.stroke("paper", width)

    def rule(self, start: Place, end: Place, colour: str, width: float) -> None:
        """Draw a line of the axes."""
        self.pen.sheet.line((start, end), self.pen.stroke(colour, width))

    def label(self, point: NativePoint, place: Place, align: Align = "l") -> None:
        """Print a point's label, its middle at a height."""
        if point.label and point.value is not None:
            colour, size = f"chart:{point.label_colour}", self.item.size
            self.pen.label(point.label, size, place, colour, align, bold=point.strong)

    def says(self, line: Line, place: Place, align: Align = "ctr") -> None:
        """Print words of an axis or a legend, their middle at a height."""
        self.pen.label(line, self.item.size, place, _INK, align)

    def name(self, name: Run, box: Box, align: Align, anchor: Anchor) -> None:
        """Print the name of a category, in lines where it needs them."""
        style = ParagraphStyle(self.item.size, align=align)
        self.pen.text((Paragraph((name,), style),), box, anchor)


def _axis(chart: Chart, axis: NativeAxis, place: Callable[[float], float], *, below: bool) -> None:
    """Draw hairlines across the plot, ticks at its left or below it, and the axis' title."""
    inner, size = chart.item.plot, chart.item.size
    right, foot = inner.left + inner.width, inner.top + inner.height
    for at, line in _ticks(axis, place):
        ends = ((at, inner.top), (at, foot)) if below else ((inner.left, at), (right, at))
        chart.rule(*ends, "grid", _GRID)
        tick = (at, foot + _TO_TICK + size / 2) if below else (inner.left - _TO_TICK, at)
        chart.says(line, tick, "ctr" if below else "r")
    if below:
        _title_below(chart, axis, foot + PAD + chart.plot.line)
    elif axis.shown and axis.title:
        middle = inner.top + inner.height / 2
        chart.pen.upright(axis.title, size, (chart.item.box.left + size * 0.7, middle), _INK)


def _ticks(axis: NativeAxis, place: Callable[[float], float]) -> Iterator[tuple[float, Line]]:
    """Yield where an axis has its ticks and what is printed there: nothing where they are laid."""
    if axis.shown and axis.min is not None and axis.max is not None and axis.step:
        for at in range(int((axis.max - axis.min) / axis.step) + 1):
            yield place(float(axis.min + axis.step * at)), axis.ticks[at : at + 1]


def _title_below(chart: Chart, axis: NativeAxis, top: float) -> None:
    if axis.title and axis.shown:
        middle = chart.item.plot.left + chart.item.plot.width / 2
        chart.says(axis.title, (middle, top + chart.plot.line / 2))


def _base_line(chart: Chart, *, across: bool = False) -> None:
    """Draw the line that bars stand on and lines cross."""
    inner, plot = chart.item.plot, chart.plot
    x, y = plot.reach(plot.base), plot.height(plot.base)
    upright = ((x, inner.top), (x, inner.top + inner.height))
    level = ((inner.left, y), (inner.left + inner.width, y))
    thick = chart.pen.setter.theme.habits.slide_baseline
    chart.rule(*(upright if across else level), "ink", thick)


def _names_beside(chart: Chart) -> None:
    """Print the categories at the left of their bars."""
    native, inner, left = chart.native, chart.item.plot, chart.item.box.left
    high = inner.height / max(1, len(native.categories))
    for at, name in enumerate(native.categories):
        row = at if native.reversed_categories else len(native.categories) - 1 - at
        room = Box(left, inner.top + high * row, inner.left - left - PAD, high)
        chart.name(name, room, "r", "ctr")


def _names_below(chart: Chart) -> None:
    """Print the categories below the plot, in lines where they need them.

    Those of an axis of time are texts of their own, and so are those that are not all named.
    """
    native, inner, whole, size = chart.native, chart.item.plot, chart.item.box, chart.item.size
    axis, top = native.category_axis, inner.top + inner.height + _TO_TICK
    if native.moments or axis.every > 1:
        return
    width, deepest = inner.width / max(1, len(native.categories)) - 4, 1
    for name, middle in zip(native.categories, chart.plot.middles(), strict=False):
        if axis.turned:
            length = chart.pen.setter.one_line((name,), size).width
            chart.pen.upright((name,), size, (middle, top + length / 2), _INK)
        elif name.text:
            lines = chart.pen.setter.lines((name,), size, width)
            half = max(line.width for line in lines) / 2
            middle = max(whole.left + half, min(middle, whole.left + whole.width - half))
            chart.name(name, Box(middle - width / 2, top, width, 0), "ctr", "t")
            deepest = max(deepest, len(lines))
    if not axis.turned:
        _title_below(chart, axis, top + deepest * chart.plot.line)


def _legend(chart: Chart) -> None:
    """Draw the keys of a legend above the plot, one beside the other."""
    native, box, size = chart.native, chart.item.box, chart.item.size
    plain: Marker = "circle" if native.type == "BUBBLE" else "square"
    left, middle = box.left, box.top + _LEGEND / 2
    wide = [chart.pen.setter.one_line((key.name,), size).width for key in native.keys]
    spare = chart.item.legend_width - sum(wide) - len(wide) * _AFTER_SWATCH
    for key, width in zip(native.keys, wide, strict=True):
        symbol = plain if key.marker == "none" else key.marker
        colour = chart.pen.colour(f"chart:{key.colour}")
        chart.pen.sheet.marker(symbol, (left + _SWATCH / 2, middle), _SWATCH / 2, colour)
        chart.says((key.name,), (left + _AFTER_SWATCH, middle), "l")
        left += _AFTER_SWATCH + width + max(spare, 0.0) / len(wide)


def draw_chart(item: ChartItem, pen: Pen) -> None:
    """Draw a chart in its box.

    Raises:
        KeyError: its type has no rule, which is a bug of ours.
    """
    chart = Chart(item, pen)
    RULES[item.native.type](chart)
    error_bars(chart.plot, pen)
    if item.native.legend == "top":
        _legend(chart)


def _bars(chart: Chart) -> None:
    """Draw columns, or bars from left to right, with their values inside or beyond their ends."""
    native, plot, beyond = chart.native, chart.plot, chart.item.size * 0.5 + _BEYOND
    across = native.type == "BAR_CLUSTERED"
    _axis(chart, native.value_axis, plot.reach if across else plot.height, below=across)
    edge = chart.edge(_EDGE) if "STACKED" in native.type and not native.connectors else None
    bounded = [point.interval for series in native.series for point in series.points]
    moved = {(at, to): off for at, to, off in chart.item.shifts} if any(bounded) else {}
    for bar in bars_of(plot):
        series, point = native.at(bar.series, bar.point)
        left, top, width, height = bar.box
        if width and height and (point.colour or series.colour) != "none":
            chart.pen.sheet.rectangle(bar.box, chart.fill(series, point), edge)
        if across:
            end = left + width + _BESIDE_BAR if bar.forwards else left - _BESIDE_BAR
            end += moved.get((bar.series, bar.point), 0.0)
            chart.label(point, (end, top + height / 2), "l" if bar.forwards else "r")
        elif series.label_position == "centre":
            chart.label(point, (left + width / 2, top + height / 2), "ctr")
        else:
            end = top - beyond if bar.forwards else top + height + beyond
            end += moved.get((bar.series, bar.point), 0.0)
            chart.label(point, (left + width / 2, end), "ctr")
    _base_line(chart, across=across)
    (_names_beside if across else _names_below)(chart)


def _lines(chart: Chart) -> None:
    """Draw lines, interrupted by missing values, each with a dot and its label where it ends."""
    _axis(chart, chart.native.value_axis, chart.plot.height, below=False)
    _base_line(chart)
    lines(chart.item, chart.plot, chart.pen)
    _names_below(chart)


def _areas(chart: Chart) -> None:
    """Draw a band per series from the plot's left edge to its right one, one upon the other."""
    _axis(chart, chart.native.value_axis, chart.plot.height, below=False)
    across, held = chart.plot.middles(), spans(chart.native)
    edge = chart.edge(_EDGE) if chart.native.type == "AREA_STACKED" else None
    for number, series in enumerate(chart.native.series if len(across) > 1 else ()):
        sides = zip(*(held[number, at] for at in range(len(across))), strict=True)
        heights = (map(chart.plot.height, map(float, side)) for side in sides)
        lower, upper = (list(zip(across, side, strict=True)) for side in heights)
        chart.pen.sheet.area([*upper, *reversed(lower)], chart.fill(series), edge)
    _base_line(chart)
    _names_below(chart)


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


def _points(chart: Chart) -> None:
    """Draw points, each group's in its own symbol, or bubbles whose areas show the third value."""
    native, bubbles = chart.native, chart.native.type == "BUBBLE"
    _axis(chart, native.category_axis, chart.plot.across, below=True)
    _axis(chart, chart.native.value_axis, chart.plot.height, below=False)
    sides = {(series, point): side for series, point, side in chart.item.sides}
    for mark in points_of(chart.plot):
        series, point = native.at(mark.series, mark.point)
        place = (mark.box.left + mark.box.width / 2, mark.box.top + mark.box.height / 2)
        symbol = "circle" if bubbles or series.marker == "none" else series.marker
        edge = chart.edge(_EDGE if bubbles else _EDGE_OF_POINT)
        chart.pen.sheet.marker(symbol, place, mark.box.width / 2, chart.fill(series, point), edge)
    for mark in points_of(chart.plot):
        _, point = native.at(mark.series, mark.point)
        side = sides.get((mark.series, mark.point), "right")
        wide = chart.pen.setter.one_line(point.label, chart.item.size, bold=point.strong).width
        box = label_box(mark.box, side, wide, chart.plot.line)
        chart.label(point, (box.left, box.top + box.height / 2))


RULES: Final[Mapping[ChartType, Callable[[Chart], None]]] = {
    "BAR_CLUSTERED": _bars,
    "COLUMN_CLUSTERED": _bars,
    "COLUMN_STACKED": _bars,
    "LINE": _lines,
    "DOUGHNUT": _ring,
    **dict.fromkeys(TO_THE_EDGE, _areas),
    **dict.fromkeys(CARTESIAN, _points),
}
