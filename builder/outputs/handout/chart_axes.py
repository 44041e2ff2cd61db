"""What stands around the marks of a native chart: a planned chart and a pen in, ink out.

Axes with their hairlines, ticks and titles, names of categories, and legends.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Final

from builder.charts.native import (
    Marker,
    NativeAxis,
    NativeChart,
    NativePoint,
    NativeSeries,
)
from builder.frozen import dataclass
from builder.model.displaylist import Stroke
from builder.model.text import Line, Run
from builder.outputs.handout.pen import Pen, Place
from builder.outputs.pptx.plan.marks import on_grid
from builder.outputs.pptx.plan.model import Align, Anchor, ChartItem, Paragraph, ParagraphStyle
from builder.outputs.pptx.plan.plot import PlacedPlot
from builder.outputs.pptx.plan.room import PAD
from builder.units import Box

_INK: Final = "chart:ink"
_GRID: Final = 0.75
_KEY_LINE: Final = 2.25
_TO_TICK: Final = 4.5
_LEGEND: Final = 24.0
_SWATCH: Final = 8.0
_AFTER_SWATCH: Final = 13.0


@dataclass(frozen=True)
class Chart:
    """One chart while it is drawn."""

    item: ChartItem
    pen: Pen

    @property
    def native(self) -> NativeChart:
        return self.item.native

    @cached_property
    def plot(self) -> PlacedPlot:
        """Where its axes enclose what is plotted."""
        return PlacedPlot(self.native, self.item.box, self.item.plot, self.item.size)

    def fill(self, series: NativeSeries, point: NativePoint | None = None) -> str:
        """Return the colour of a series, or of a point's mark."""
        return self.pen.colour(f"chart:{(point and point.colour) or series.colour}")

    def edge(self, width: float) -> Stroke:
        """Return the edge in the ground's colour that tells marks apart."""
        return self.pen.stroke("paper", width)

    def rule(self, start: Place, end: Place, colour: str, width: float) -> None:
        """Draw a line of the axes."""
        self.pen.sheet.line((start, end), self.pen.stroke(colour, width))

    def label(
        self, series: NativeSeries, point: NativePoint, place: Place, align: Align = "l"
    ) -> None:
        """Print the label of a series' point, its middle at a height."""
        if point.label and point.value is not None:
            colour, size = f"chart:{point.label_colour}", self.item.size
            ground, bold = "paper" if on_grid(self.native, series) else "", point.strong
            self.pen.label(point.label, size, place, colour, align, bold=bold, ground=ground)

    def says(self, line: Line, place: Place, align: Align = "ctr") -> None:
        """Print words of an axis or a legend, their middle at a height."""
        self.pen.label(line, self.item.size, place, _INK, align)

    def name(self, name: Run, box: Box, align: Align, anchor: Anchor) -> None:
        """Print the name of a category, in lines where it needs them."""
        style = ParagraphStyle(self.item.size, align=align)
        self.pen.text((Paragraph((name,), style),), box, anchor)


def second_axis(chart: Chart, axis: NativeAxis, place: Callable[[float], float]) -> None:
    """Draw the ticks at the right of the plot, and the axis' title."""
    inner, box, size = chart.item.plot, chart.item.box, chart.item.size
    for at, line in _ticks(axis, place):
        chart.says(line, (inner.left + inner.width + _TO_TICK, at), "l")
    middle = inner.top + inner.height / 2
    _upright(chart, axis, (box.left + box.width - size * 0.7, middle))


def _upright(chart: Chart, axis: NativeAxis, place: Place) -> None:
    if axis.title and axis.shown:
        colour = f"chart:{axis.title_colour}"
        strong = axis.title_colour != "ink"
        chart.pen.upright(axis.title, chart.item.size, place, colour, bold=strong)


def first_axis(
    chart: Chart, axis: NativeAxis, place: Callable[[float], float], *, below: bool
) -> None:
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
    else:
        middle = inner.top + inner.height / 2
        _upright(chart, axis, (chart.item.box.left + size * 0.7, middle))


def _ticks(axis: NativeAxis, place: Callable[[float], float]) -> Iterator[tuple[float, Line]]:
    """Yield where an axis has its ticks and what is printed there: nothing where they are laid."""
    if axis.shown and axis.min is not None and axis.max is not None and axis.step:
        value, at = axis.min, 0
        while value <= axis.max:
            yield place(float(value)), axis.ticks[at : at + 1]
            value, at = value * axis.step if axis.log else value + axis.step, at + 1


def _title_below(chart: Chart, axis: NativeAxis, top: float) -> None:
    if axis.title and axis.shown:
        middle = chart.item.plot.left + chart.item.plot.width / 2
        chart.says(axis.title, (middle, top + chart.plot.line / 2))


def base_line(chart: Chart, *, across: bool = False) -> None:
    """Draw the line that bars stand on and lines cross."""
    inner, plot = chart.item.plot, chart.plot
    x, y = plot.reach(plot.base), plot.height(plot.base)
    upright = ((x, inner.top), (x, inner.top + inner.height))
    level = ((inner.left, y), (inner.left + inner.width, y))
    thick = chart.pen.setter.theme.habits.slide_baseline
    chart.rule(*(upright if across else level), "ink", thick)


def names_beside(chart: Chart) -> None:
    """Print the categories at the left of their bars, but where they are texts of their own."""
    if chart.native.category_axis.aside:
        return
    native, inner, left = chart.native, chart.item.plot, chart.item.box.left
    high = inner.height / max(1, len(native.categories))
    for at, name in enumerate(native.categories if native.category_axis.shown else ()):
        row = at if native.reversed_categories else len(native.categories) - 1 - at
        room = Box(left, inner.top + high * row, inner.left - left - PAD, high)
        chart.name(name, room, "r", "ctr")


def names_below(chart: Chart) -> None:
    """Print the categories below the plot, in lines where they need them.

    Those of an axis of time are texts of their own, and so are those that are not all named.
    """
    native, inner, whole, size = chart.native, chart.item.plot, chart.item.box, chart.item.size
    axis, top = native.category_axis, inner.top + inner.height + _TO_TICK
    if native.moments or axis.every > 1 or not axis.shown:
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


def legend(chart: Chart) -> None:
    """Draw the keys of a legend above the plot: side by side, or in rows of equal columns."""
    native, box, size, stands = chart.native, chart.item.box, chart.item.size, chart.item.legend
    plain: Marker = "circle" if native.type == "BUBBLE" else "square"
    wide = [chart.pen.setter.one_line((key.name,), size).width for key in native.keys]
    spare = max(stands.width - sum(wide) - len(wide) * _AFTER_SWATCH, 0.0) / max(1, len(wide))
    left, several = box.left, len(wide) > stands.columns
    for number, (key, width) in enumerate(zip(native.keys, wide, strict=True)):
        row, column = divmod(number, stands.columns)
        left = box.left + column * stands.width / stands.columns if several else left
        middle = box.top + _LEGEND / 2 + row * chart.plot.line
        symbol = plain if key.marker == "none" else key.marker
        colour = f"chart:{key.colour}"
        if symbol == "dash":
            ends = (left, middle), (left + _SWATCH, middle)
            chart.pen.sheet.line(ends, chart.pen.stroke(colour, _KEY_LINE))
        else:
            place, fill = (left + _SWATCH / 2, middle), chart.pen.colour(colour)
            chart.pen.sheet.marker(symbol, place, _SWATCH / 2, fill)
        chart.says((key.name,), (left + _AFTER_SWATCH, middle), "l")
        left += _AFTER_SWATCH + width + spare
