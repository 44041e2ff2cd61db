"""The room inside a chart's axes: a native chart and its box in, plot and text size out.

PowerPoint would choose the plot's place by its own rules; here it is set, with room for every
label as measured, so that totals, names and shifted labels can be placed against it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from builder.charts.native import CARTESIAN, TO_THE_EDGE, NativeAxis, NativeChart
from builder.charts.registry import is_sequence
from builder.charts.scales import along
from builder.frozen import dataclass
from builder.model.annotation import NONE
from builder.model.text import Line
from builder.outputs.pptx.plan.measure import PITCH, Ruler
from builder.outputs.pptx.plan.model import Paragraph, ParagraphStyle
from builder.outputs.pptx.plan.spans import base_of, least_part, parted, with_headroom
from builder.outputs.pptx.plan.strips import beside, key_line
from builder.theme.theme import LABEL, SMALL
from builder.units import Box

PAD: Final = 8.0
_SIZES: Final = (LABEL, SMALL)
_LEAST_PLOT: Final = 0.25  # of the chart's height that names on their side leave
_CLOSEST: Final = 1.05  # sizes from one row of a bar chart to the next
_LEGEND: Final = 30.0
_AXIS_TITLE: Final = 22.0
_BAR_PITCH: Final = 120.0
_WIDEST_COLUMN: Final = 96.0
_WIDEST_NAMES: Final = 0.36
_RUNNING: Final = ("LINE", "AREA", "AREA_STACKED")


@dataclass(frozen=True)
class Plot:
    """A chart's `box`, its `inner` box within the axes, and the size of its text."""

    native: NativeChart
    box: Box
    inner: Box
    size: float

    @property
    def line(self) -> float:
        """The height of one line of its text."""
        return self.size * PITCH

    def height(self, value: float) -> float:
        """Return where a value of the value axis stands; its limits must be set."""
        share = _share(value, self.native.value_axis)
        return self.inner.top + self.inner.height * (1 - share)

    def across(self, value: float) -> float:
        """Return where a value of the x axis stands; its limits must be set."""
        return self.inner.left + self.inner.width * _share(value, self.native.category_axis)

    def reach(self, value: float) -> float:
        """Return how far bars reach that run from left to right; limits must be set."""
        return self.inner.left + self.inner.width * _share(value, self.native.value_axis)

    @property
    def base(self) -> float:
        """The value at which marks begin."""
        return float(base_of(self.native))

    def middles(self) -> list[float]:
        """Return where each category stands: its date, an edge, or the middle of its share."""
        native, count = self.native, len(self.native.categories)
        shares: Sequence[float] = [(at + 0.5) / count for at in range(count)]
        if native.moments:
            shares = along(native.moments)
        elif native.type in TO_THE_EDGE:
            shares = [at / max(1, count - 1) for at in range(count)]
        return [self.inner.left + self.inner.width * share for share in shares]


def _share(value: float, axis: NativeAxis) -> float:
    """Return how far along an axis a value stands, from 0 to 1."""
    if axis.min is None or axis.max is None:
        raise ValueError("an axis without limits has no places")
    return (value - float(axis.min)) / float(axis.max - axis.min)


def plotted(native: NativeChart, box: Box, ruler: Ruler) -> Plot | None:
    """Return the largest text with which nothing under or on the marks meets its neighbour.

    Where the smallest does not do, only some dates or numbers are named, and other names lie on
    their side: no word is ever divided. There is no plot where that does not do either.
    Where the values of columns or bars would meet each other, they give way to an axis; so do those
    of stacks that are wider than their columns, totals included.
    """
    plots = [_plot(native, box, size, ruler) for size in ruler.steps(*_SIZES)]
    clear = [plot for plot in plots if _is_clear(plot, ruler)]
    if clear:
        high = (plot for plot in clear if least_part(plot.native, plot.inner) >= plot.size)
        return next(high, clear[-1])
    bars, axis = native.type == "BAR_CLUSTERED", native.value_axis
    on_columns = native.type.startswith("COLUMN") and _labels_meet(plots[-1], ruler)
    if axis.ticks and (on_columns or (bars and not axis.shown)):
        return plotted(_on_axis(native), box, ruler)
    if bars:
        return None
    tried = _some_named(native) if is_sequence(native.categories) else _turned(native)
    others = (_plot(each, box, size, ruler) for each in tried for size in ruler.steps(*_SIZES[1:]))
    return next((plot for plot in others if _is_clear(plot, ruler)), None)


def _some_named(native: NativeChart) -> Iterator[NativeChart]:
    """Yield a chart with ever fewer of its categories named."""
    every = native.category_axis.every
    while every < len(native.categories):
        every = max(every + 1, round(every * 1.2))
        yield replace(native, category_axis=replace(native.category_axis, every=every))


def _turned(native: NativeChart) -> tuple[NativeChart, ...]:
    """Return a chart with the names of its categories on their side."""
    return (replace(native, category_axis=replace(native.category_axis, turned=True)),)


def _on_axis(native: NativeChart) -> NativeChart:
    """Return the chart with its values read off an axis instead of labels."""
    series = tuple(
        replace(each, points=tuple(replace(point, label=()) for point in each.points))
        for each in native.series
    )
    axis = replace(native.value_axis, shown=True)
    return replace(native, series=series, totals=(), value_axis=axis)


def _plot(native: NativeChart, box: Box, size: float, ruler: Ruler) -> Plot:
    room = _Room(native, box, size, ruler)
    if native.type == "BAR_CLUSTERED":
        box = room.bars_box()
        inner = _Room(native, box, size, ruler).beside_bars()
    else:
        inner = room.above_categories()
    inner = beside(inner, native, box, size, ruler)
    native = replace(native, gap_width=_gap(native, inner))
    native = with_headroom(parted(native, inner), inner, size, ruler)
    return Plot(native, box, inner, size)


def _clusters(native: NativeChart) -> int:
    return len(native.series) if native.overlap < 100 else 1


def _gap(native: NativeChart, inner: Box) -> int:
    """Return a gap that keeps few columns from growing into blocks."""
    if not native.type.startswith("COLUMN") or not native.categories:
        return native.gap_width
    slot, widest = inner.width / len(native.categories), _WIDEST_COLUMN * _clusters(native) ** 0.5
    bars = slot / (1 + native.gap_width / 100)
    return native.gap_width if bars <= widest else min(500, round(100 * (slot / widest - 1)))


def _is_clear(plot: Plot, ruler: Ruler) -> bool:
    """Say whether category names and labels keep to their own columns or rows."""
    native = plot.native
    if native.annotations != NONE and plot.inner.height < _LEAST_PLOT * plot.box.height:
        return False
    if native.type in CARTESIAN or not native.categories:
        return True
    if native.type == "BAR_CLUSTERED":
        return _rows_are_clear(plot, ruler)
    slot, axis = plot.inner.width / len(native.categories), native.category_axis
    if axis.turned:
        return slot >= plot.line and plot.inner.height >= _LEAST_PLOT * plot.box.height
    if axis.every > 1 and native.type in TO_THE_EDGE:
        slot = plot.inner.width / max(1, len(native.categories) - 1)
    measure = ruler.width if axis.every > 1 else ruler.longest_word
    room = slot * axis.every - (8 if axis.every > 1 else 4)
    if not native.moments and any(
        measure((name,), plot.size) > room for name in native.categories[:: axis.every]
    ):
        return False
    return native.type in _RUNNING or not _labels_meet(plot, ruler)


def _rows_are_clear(plot: Plot, ruler: Ruler) -> bool:
    """Say whether the names beside bars and the values at their ends keep to their own rows."""
    native, size = plot.native, plot.size
    row = plot.inner.height / len(native.categories)
    room = plot.inner.left - plot.box.left - PAD
    labels = (
        row / _clusters(native) if any(p.label for s in native.series for p in s.points) else row
    )
    if min(row, labels) < size * _CLOSEST:
        return False
    return all(
        ruler.longest_word((name,), size) <= room
        and ruler.lines(Paragraph((name,), ParagraphStyle(size)), room) * size * PITCH <= row + 1
        for name in native.categories
    )


def _labels_meet(plot: Plot, ruler: Ruler) -> bool:
    """Say whether a column's value or a stack's total is wider than its place."""
    native, slot = plot.native, plot.inner.width / len(plot.native.categories)
    clusters = _clusters(native)
    column = slot / (clusters + native.gap_width / 100)
    beyond = slot * 0.98 if clusters == 1 else column
    labels = [
        (point.label, column if series.label_position == "centre" else beyond)
        for series in native.series
        for point in series.points
        if point.label
    ]
    labels += [(total.label, slot) for total in native.totals]
    return any(ruler.width(label, plot.size, bold=True) > width for label, width in labels)


@dataclass(frozen=True)
class _Room:
    """What stands around the plot of a chart in `box`, at one size of text."""

    native: NativeChart
    box: Box
    size: float
    ruler: Ruler

    @property
    def top(self) -> float:
        return PAD + (_LEGEND if self.native.legend == "top" else 0.0)

    def foot(self, axis: NativeAxis) -> float:
        ticks = self.size * PITCH + PAD if axis.shown else PAD / 2
        return ticks + (_AXIS_TITLE if axis.title and axis.shown else 0.0)

    def widest(self, lines: list[Line], *, bold: bool = False) -> float:
        widths = (self.ruler.width(line, self.size, bold=bold) for line in lines)
        return max(widths, default=0.0)

    def bars_box(self) -> Box:
        """Return the box of a bar chart: as high as its bars need, no higher."""
        clusters = _clusters(self.native)
        pitch = _BAR_PITCH if clusters == 1 else _BAR_PITCH / 2
        rows = len(self.native.categories) * clusters * pitch
        high = rows + self.top + self.foot(self.native.value_axis)
        return self.box._replace(height=min(self.box.height, high))

    def beside_bars(self) -> Box:
        names = self.widest([(name,) for name in self.native.categories])
        left = min(names, _WIDEST_NAMES * self.box.width) + PAD * 1.5
        right = self.widest(self._labels(last_only=False), bold=True) + PAD * 1.5
        return self._inner(left, right, self.top, self.foot(self.native.value_axis))

    def above_categories(self) -> Box:
        native = self.native
        positions = {series.label_position for series in native.series}
        left, right = self._ticks(native.value_axis), PAD * 2
        if native.moments:
            left = max(left, self.widest([native.categories[:1]]) / 2)
            right = max(right, self.widest([native.categories[-1:]]) / 2)
        if native.legend == "right":
            names = [key_line(key.name, key.value) for key in native.keys]
            right += min(self.widest(names, bold=True), _WIDEST_NAMES * self.box.width)
        elif "right" in positions and native.type not in CARTESIAN:
            right += self.widest(self._labels(last_only=True), bold=True)
        above = bool(native.totals) or bool(positions & {"outside_end", "beyond_end", "above"})
        top = self.top + (self.size * PITCH + PAD if above else 0.0)
        return self._inner(left, right, top, self._under(self.box.width - left - right))

    def _labels(self, *, last_only: bool) -> list[Line]:
        return [
            point.label
            for series in self.native.series
            for point in (series.points[-1:] if last_only else series.points)
        ]

    def _ticks(self, axis: NativeAxis) -> float:
        if not axis.shown:
            return PAD / 2
        widest = self.widest([(tick,) for tick in axis.ticks])
        return widest + PAD + (_AXIS_TITLE if axis.title else 0.0)

    def _under(self, width: float) -> float:
        """Return the height of the category names, which break into lines in their columns."""
        axis, names = self.native.category_axis, self.native.categories
        if self.native.type in CARTESIAN:
            return self.foot(axis)
        if axis.turned:
            return self.widest([(name,) for name in names]) + PAD
        if self.native.moments or axis.every > 1:
            return self.size * PITCH + PAD
        slot = max(self.size, width / max(1, len(names)) * max(1, axis.every) - 4)
        style = ParagraphStyle(self.size)
        lines = max((self.ruler.lines(Paragraph((n,), style), slot) for n in names), default=1)
        return lines * self.size * PITCH + PAD + (_AXIS_TITLE if axis.title else 0.0)

    def _inner(self, left: float, right: float, top: float, foot: float) -> Box:
        box = self.box
        return Box(
            box.left + left, box.top + top, box.width - left - right, box.height - top - foot
        )
