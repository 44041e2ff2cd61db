"""What all charts share: where values stand, axes with their ticks and names, the legend.

Takes a planned chart and a pen; draws in the slide's points.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from builder.charts.native import Key, Marker, NativeAxis, NativePoint, NativeSeries
from builder.charts.scales import along
from builder.model.displaylist import Stroke
from builder.model.text import Line
from builder.outputs.pptx.picture.charts import marker
from builder.outputs.pptx.picture.pen import Pen
from builder.outputs.pptx.plan.model import Align, ChartItem, Paragraph, Style
from builder.outputs.pptx.plan.plot import PAD, Plot
from builder.units import Box

_AXIS: Final = 1.0
_GRID: Final = 0.75
_TO_TICK: Final = 4.5
_LEGEND: Final = 24.0
_SWATCH: Final = 8.0
_AFTER_SWATCH: Final = 13.0


@dataclass(frozen=True)
class ChartCanvas:
    """One chart while it is drawn."""

    item: ChartItem
    pen: Pen

    @cached_property
    def plot(self) -> Plot:
        """Where its axes enclose what is plotted."""
        item = self.item
        return Plot(item.native, item.box, item.plot, item.size)

    def colour(self, slot: str) -> str:
        """Return `#RRGGBB` for a slot of the chart."""
        return self.pen.colour(f"chart:{slot}")

    def fill(self, series: NativeSeries, point: NativePoint) -> str:
        """Return the colour of a point's mark."""
        return self.colour(point.colour or series.colour)

    def is_invisible(self, series: NativeSeries, point: NativePoint) -> bool:
        """Say whether a point's mark is not drawn: others stand upon it."""
        return (point.colour or series.colour) == "none"

    def edge(self, width: float) -> Stroke:
        """Return the edge in the ground's colour that tells marks apart."""
        return self.pen.stroke("paper", width)

    def share(self, value: float) -> float:
        """Return how far along the value axis a value stands, from 0 to 1."""
        axis = self.item.native.value_axis
        if axis.min is None or axis.max is None:
            raise ValueError("an axis without limits has no places")
        return (value - float(axis.min)) / float(axis.max - axis.min)

    @property
    def zero(self) -> float:
        """The value at which marks begin: zero, or the limit nearest to it."""
        axis = self.item.native.value_axis
        low, high = float(axis.min or 0), float(axis.max or 0)
        return min(max(0.0, low), high)

    def label(
        self,
        point: NativePoint,
        place: tuple[float, float],
        align: Align = "l",
    ) -> None:
        """Print a point's label, its middle at a height."""
        if point.label and point.value is not None:
            self.pen.sheet.says(point.label)
            self.words(point.label, place, align, point.label_colour, bold=point.strong)

    def words(
        self,
        line: Line,
        place: tuple[float, float],
        align: Align = "l",
        slot: str = "ink",
        *,
        bold: bool = False,
    ) -> None:
        """Print words in the chart's size."""
        size = self.item.size
        self.pen.label(line, size, place, f"chart:{slot}", align, bold=bold)

    def value_axis(self) -> None:
        """Draw hairlines across the plot, ticks at their left, and the axis' title."""
        axis, inner = self.item.native.value_axis, self.item.plot
        if not axis.shown:
            return
        for value, line in _ticks(axis):
            y = self.plot.height(value)
            ends = ((inner.left, y), (inner.left + inner.width, y))
            self.pen.sheet.line(ends, self.pen.stroke("grid", _GRID))
            if line:
                self._tick(line, (inner.left - _TO_TICK, y), "r")
        if axis.title:
            self.pen.sheet.says(axis.title)
            place = (self.item.box.left + self.item.size * 0.7, inner.top + inner.height / 2)
            self.pen.upright(axis.title, self.item.size, place, "chart:ink")

    def axis_below(self, axis: NativeAxis) -> None:
        """Draw a value axis that runs from left to right: hairlines, ticks and title below."""
        inner = self.item.plot
        if not axis.shown:
            return
        foot = inner.top + inner.height
        for value, line in _ticks(axis):
            x = inner.left + inner.width * (value - float(axis.min or 0)) / _span(axis)
            self.pen.sheet.line(((x, inner.top), (x, foot)), self.pen.stroke("grid", _GRID))
            if line:
                self._tick(line, (x, foot + _TO_TICK + self.item.size / 2), "ctr")
        self._title_below(axis, foot + PAD + self.plot.line)

    def base_line(self) -> None:
        """Draw the line that columns stand on and lines cross."""
        inner, y = self.item.plot, self.plot.height(self.zero)
        ends = ((inner.left, y), (inner.left + inner.width, y))
        self.pen.sheet.line(ends, self.pen.stroke("ink", _AXIS))

    def middles(self) -> list[float]:
        """Return the middle of each category's share of the plot, or where its date stands."""
        inner, moments = self.item.plot, self.item.native.moments
        if moments:
            return [inner.left + inner.width * share for share in along(moments)]
        inner, count = self.item.plot, max(1, len(self.item.native.categories))
        return [inner.left + inner.width * (at + 0.5) / count for at in range(count)]

    def names_below(self, middles: list[float]) -> None:
        """Print the categories below the plot, in lines where they need them.

        Those of an axis of time are texts of their own, and so are those that are not all named.
        """
        if self.item.native.moments or self.item.native.category_axis.every > 1:
            return
        if self.item.native.category_axis.turned:
            self._names_on_their_side(middles)
            return
        native, inner, whole = self.item.native, self.item.plot, self.item.box
        axis, top = native.category_axis, inner.top + inner.height + _TO_TICK
        width = inner.width / max(1, len(native.categories)) - 4
        style = Style(self.item.size, align="ctr")
        deepest = 1
        for name, middle in zip(native.categories, middles, strict=False):
            if not name.text:
                continue
            lines = self.pen.setter.lines((name,), style.size, width)
            half = max(line.width for line in lines) / 2
            last = whole.left + whole.width - half
            middle = max(whole.left + half, min(middle, last))
            box = Box(middle - width / 2, top, width, 0)
            self.pen.text((Paragraph((name,), style),), box)
            deepest = max(deepest, len(lines))
        self._title_below(axis, top + deepest * self.plot.line)

    def _names_on_their_side(self, middles: list[float]) -> None:
        size, inner = self.item.size, self.item.plot
        for name, middle in zip(self.item.native.categories, middles, strict=False):
            length = self.pen.setter.one_line((name,), size).width
            foot = inner.top + inner.height + _TO_TICK + length / 2
            self.pen.sheet.says((name,))
            self.pen.upright((name,), size, (middle, foot), "chart:ink")

    def legend(self) -> None:
        """Draw the keys of a legend above the plot, one beside the other."""
        native, box = self.item.native, self.item.box
        if native.legend != "top":
            return
        left, middle = box.left, box.top + _LEGEND / 2
        setter, size = self.pen.setter, self.item.size
        wide = [setter.one_line((key.name,), size).width for key in native.keys]
        spare = self.item.legend_width - sum(wide) - len(wide) * _AFTER_SWATCH
        for key, width in zip(native.keys, wide, strict=True):
            self._swatch(key, (left + _SWATCH / 2, middle))
            self._tick((key.name,), (left + _AFTER_SWATCH, middle), "l")
            left += _AFTER_SWATCH + width + max(spare, 0.0) / len(wide)

    def _swatch(self, key: Key, place: tuple[float, float]) -> None:
        plain: Marker = "circle" if self.item.native.type == "BUBBLE" else "square"
        symbol = plain if key.marker == "none" else key.marker
        marker.draw(self.pen.sheet, symbol, place, _SWATCH / 2, self.colour(key.colour), None)

    def _tick(self, line: Line, place: tuple[float, float], align: Align) -> None:
        self.pen.sheet.says(line)
        self.words(line, place, align)

    def _title_below(self, axis: NativeAxis, top: float) -> None:
        if axis.title and axis.shown:
            inner = self.item.plot
            middle = (inner.left + inner.width / 2, top + self.plot.line / 2)
            self._tick(axis.title, middle, "ctr")


def _ticks(axis: NativeAxis) -> Iterator[tuple[float, Line]]:
    """Yield the values of an axis with what is printed there: nothing where ticks are laid."""
    if axis.min is None or axis.max is None or not axis.step:
        return
    for at in range(int((axis.max - axis.min) / axis.step) + 1):
        yield float(axis.min + axis.step * at), axis.ticks[at : at + 1]


def _span(axis: NativeAxis) -> float:
    return float((axis.max or 0) - (axis.min or 0)) or 1.0
