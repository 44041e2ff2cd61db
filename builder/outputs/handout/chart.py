"""What stands around a chart's plot: a planned chart and a pen in; axes with their ticks and names,
and the legend, out, in the slide's points.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from builder.charts.native import (
    Marker,
    NativeAxis,
    NativeChart,
    NativePoint,
    NativeSeries,
)
from builder.model.displaylist import Stroke
from builder.model.text import Line, Run
from builder.outputs.handout.pen import Pen, Place
from builder.outputs.pptx.plan.model import Align, Anchor, ChartItem, Paragraph, Style
from builder.outputs.pptx.plan.plot import PAD, Plot
from builder.units import Box

_AXIS: Final = 1.0
_GRID: Final = 0.75
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
    def plot(self) -> Plot:
        """Where its axes enclose what is plotted."""
        item = self.item
        return Plot(item.native, item.box, item.plot, item.size)

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
        self.pen.label(line, self.item.size, place, "chart:ink", align)

    def upright(self, line: Line, place: Place) -> None:
        """Print words that read upwards, around the middle of their length."""
        self.pen.upright(line, self.item.size, place, "chart:ink")

    def name(self, name: Run, box: Box, align: Align, anchor: Anchor) -> None:
        """Print the name of a category, in lines where it needs them."""
        self.pen.text((Paragraph((name,), Style(self.item.size, align=align)),), box, anchor)


def value_axis(chart: Chart) -> None:
    """Draw hairlines across the plot, ticks at their left, and the axis' title."""
    axis, inner = chart.native.value_axis, chart.item.plot
    for y, line in _ticks(axis, chart.plot.height):
        chart.rule((inner.left, y), (inner.left + inner.width, y), "grid", _GRID)
        chart.says(line, (inner.left - _TO_TICK, y), "r")
    if axis.shown and axis.title:
        left = chart.item.box.left + chart.item.size * 0.7
        chart.upright(axis.title, (left, inner.top + inner.height / 2))


def axis_below(chart: Chart, axis: NativeAxis, place: Callable[[float], float]) -> None:
    """Draw an axis that runs from left to right: hairlines, ticks and title below."""
    inner, foot = chart.item.plot, chart.item.plot.top + chart.item.plot.height
    for x, line in _ticks(axis, place):
        chart.rule((x, inner.top), (x, foot), "grid", _GRID)
        chart.says(line, (x, foot + _TO_TICK + chart.item.size / 2))
    _title_below(chart, axis, foot + PAD + chart.plot.line)


def _ticks(axis: NativeAxis, place: Callable[[float], float]) -> Iterator[tuple[float, Line]]:
    """Yield where an axis has its ticks and what is printed there: nothing where they are laid."""
    if axis.shown and axis.min is not None and axis.max is not None and axis.step:
        for at in range(int((axis.max - axis.min) / axis.step) + 1):
            yield place(float(axis.min + axis.step * at)), axis.ticks[at : at + 1]


def _title_below(chart: Chart, axis: NativeAxis, top: float) -> None:
    if axis.title and axis.shown:
        middle = chart.item.plot.left + chart.item.plot.width / 2
        chart.says(axis.title, (middle, top + chart.plot.line / 2))


def base_line(chart: Chart) -> None:
    """Draw the line that columns stand on and lines cross."""
    inner, y = chart.item.plot, chart.plot.height(chart.plot.base)
    chart.rule((inner.left, y), (inner.left + inner.width, y), "ink", _AXIS)


def names_below(chart: Chart) -> None:
    """Print the categories below the plot, in lines where they need them.

    Those of an axis of time are texts of their own, and so are those that are not all named.
    """
    native, inner, whole, size = chart.native, chart.item.plot, chart.item.box, chart.item.size
    axis, top = native.category_axis, inner.top + inner.height + _TO_TICK
    if native.moments or axis.every > 1:
        return
    named = list(zip(native.categories, chart.plot.middles(), strict=False))
    if axis.turned:
        for name, middle in named:
            length = chart.pen.setter.one_line((name,), size).width
            chart.upright((name,), (middle, top + length / 2))
        return
    width = inner.width / max(1, len(native.categories)) - 4
    deepest = 1
    for name, middle in named:
        if name.text:
            lines = chart.pen.setter.lines((name,), size, width)
            half = max(line.width for line in lines) / 2
            middle = max(whole.left + half, min(middle, whole.left + whole.width - half))
            chart.name(name, Box(middle - width / 2, top, width, 0), "ctr", "t")
            deepest = max(deepest, len(lines))
    _title_below(chart, axis, top + deepest * chart.plot.line)


def legend(chart: Chart) -> None:
    """Draw the keys of a legend above the plot, one beside the other."""
    native, box, size = chart.native, chart.item.box, chart.item.size
    if native.legend != "top":
        return
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
