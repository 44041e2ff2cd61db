"""Where annotations find the marks of a native chart: a placed plot in, places of spots out.

Its bands and periods, too: what stands behind it, and their edges over areas.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final

from builder.charts.native import BARS, CARTESIAN, TO_THE_EDGE, NativeChart
from builder.frozen import dataclass
from builder.model.annotation import WHOLE, Spot
from builder.model.text import Line
from builder.outputs.pptx.plan.axes import spans
from builder.outputs.pptx.plan.marks import Bar, bars_of, points_of
from builder.outputs.pptx.plan.measure import Ruler
from builder.outputs.pptx.plan.model import (
    Align,
    Anchor,
    FilledForm,
    GroupItem,
    Paragraph,
    ParagraphStyle,
    Stroke,
)
from builder.outputs.pptx.plan.plot import PlacedPlot
from builder.outputs.pptx.plan.room import GAP, PAD, PlotRoom, lies, name_row, row
from builder.units import Box

_DOT: Final = 5.0

CASING: Final = 1.5  # of paper around a line, which is seen on dark marks too
_EDGE: Final = 0.75


@dataclass(frozen=True)
class Staged:
    """A placed plot with its annotations."""

    plot: PlacedPlot
    chart: str
    ruler: Ruler

    @property
    def native(self) -> NativeChart:
        """The chart."""
        return self.plot.native

    @property
    def lying(self) -> bool:
        """Whether values run from left to right."""
        return lies(self.native)

    @cached_property
    def bars(self) -> dict[Spot, Bar]:
        """The columns or bars by their spots; none of other charts."""
        if self.native.type not in BARS:
            return {}
        return {Spot(bar.series, bar.point): bar for bar in bars_of(self.plot)}

    @cached_property
    def points(self) -> dict[Spot, Box]:
        """The marks of a scatter chart by their spots."""
        return {Spot(mark.series, mark.point): mark.box for mark in points_of(self.plot)}

    @cached_property
    def reaches(self) -> dict[tuple[int, int], tuple[float, float]]:
        """Where marks begin and end, by series and category, as values."""
        return {at: (float(low), float(high)) for at, (low, high) in spans(self.native).items()}

    def along(self, spot: Spot) -> float:
        """Return where a mark's middle stands, across the direction of its value."""
        if self.native.type in CARTESIAN:
            box = self.points[spot]
            return box.top + box.height / 2 if self.lying else box.left + box.width / 2
        if spot.series == WHOLE or spot not in self.bars:
            return self.middles[spot.category]
        box = self.bars[spot].box
        return box.top + box.height / 2 if self.lying else box.left + box.width / 2

    @cached_property
    def middles(self) -> Sequence[float]:
        """Where the categories stand along their axis."""
        native, inner = self.native, self.plot.inner
        if not self.lying:
            return self.plot.middles()
        high = inner.height / max(1, len(native.categories))
        return [inner.top + high * (at + 0.5) for at in range(len(native.categories))]

    def value(self, value: float) -> float:
        """Return where a value stands."""
        if self.native.along is not None:
            low, high = map(float, self.native.along)
            inner = self.plot.inner
            return inner.left + inner.width * (value - low) / (high - low)
        if self.native.rows:
            return self.plot.across(value)
        return self.plot.reach(value) if self.lying else self.plot.height(value)

    def beyond(self, spot: Spot) -> float:
        """Return where a mark's ink and its own words end, in the direction of its value."""
        if spot.series == WHOLE:
            return self._above_stack(spot.category)
        point = self.native.series[spot.series].points[spot.category]
        if self.native.type in CARTESIAN:
            box = self.points[spot]
            words = self.ruler.width(point.label, self.plot.size, bold=True)
            behind = box.left + box.width + (words + GAP if point.label else 0.0)
            return behind if self.lying else box.top
        end = max(float(point.interval[1]) if point.interval else 0.0, self.reaches[spot][1])
        if "CLUSTERED" not in self.native.type:
            return self.value(end) - _DOT
        if self.lying:
            words = self.ruler.width(point.label, self.plot.size, bold=True)
            return self.value(end) + (words + GAP if point.label else 0.0)
        end = max(end, self.plot.base)
        return self.value(end) - (self.plot.line + 2 if point.label else 0.0)

    @property
    def roof(self) -> float:
        """Where lines across a plot begin: at its top, or that of words above marks there."""
        inner = self.plot.inner
        if self.native.legend != "over":
            return inner.top - self.headroom
        return inner.top - PlotRoom(self.native, self.plot.box, self.plot.size, self.ruler).top

    @property
    def headroom(self) -> float:
        """The room above the plot that values of marks take, below that of annotations."""
        above = bool(self.native.totals) or any(
            series.label_position in ("outside_end", "beyond_end") for series in self.native.series
        )
        across = self.native.across or self.native.rows
        return 0.0 if across or not above else self.plot.line + PAD

    def _above_stack(self, category: int) -> float:
        ends = (self.reaches[number, category] for number in range(len(self.native.series)))
        end = self.value(max(max(each) for each in ends))
        if self.lying:
            words = [total.label for total in self.native.totals[category : category + 1]]
            wide = sum(self.ruler.width(each, self.plot.size, bold=True) for each in words)
            return end + wide + 2 * GAP
        return end - (self.plot.line + 4 if self.native.totals else 0.0)

    def group(
        self, kind: str, shapes: Iterable[FilledForm | Stroke], alt: Line, at: str
    ) -> GroupItem:
        """Return shapes as one annotation; `at` says which points it tells of."""
        return GroupItem(f"{kind} of {self.chart}{at}", tuple(shapes), alt, told=bool(alt))

    def text(self, line: Line, box: Box, align: Align, anchor: Anchor, *, bold: bool) -> FilledForm:
        """Return words in a box."""
        style = ParagraphStyle(self.plot.size, bold=bold, align=align)
        return FilledForm("Words", box, paragraphs=(Paragraph(line, style),), anchor=anchor)


def ground(plot: PlacedPlot, chart: str, ruler: Ruler) -> tuple[GroupItem, ...]:
    """Return bands and periods, which stand behind the chart."""
    held, stage = plot.native.annotations, Staged(plot, chart, ruler)
    groups = []
    for number, period in enumerate(held.periods, 1):
        left, right = edges_of(stage, period.first, period.last)
        above = name_row(plot.size) + row(plot.size) * len(held.differences) + stage.headroom
        rise = above if period.says else 0.0
        inner = plot.inner
        box = Box(left, inner.top - rise, right - left, inner.height + rise)
        groups.append(stage.group(f"Period {number}", [FilledForm("Ground", box, "grid")], (), ""))
    for number, band in enumerate(held.bands, 1):
        start, end = sorted((stage.value(float(band.low)), stage.value(float(band.high))))
        inner = plot.inner
        box = Box(inner.left, start, inner.width, end - start)
        if stage.lying:
            box = Box(start, inner.top, end - start, inner.height)
        groups.append(stage.group(f"Band {number}", [FilledForm("Ground", box, "grid")], (), ""))
    return tuple(groups)


def edges_of(stage: Staged, first: int, last: int) -> tuple[float, float]:
    """Return from where to where some categories last: halfway to their neighbours."""
    from builder.charts.annotating.strips import between

    inner = stage.plot.inner
    edges = between(stage.middles, inner.left, inner.left + inner.width)
    return edges[first], edges[last + 1]


def edges_of_bands(stage: Staged) -> Iterator[GroupItem]:
    """Yield where bands begin and end that areas cover."""
    inner = stage.plot.inner
    if stage.native.type not in TO_THE_EDGE:
        return
    ends = inner.left, inner.left + inner.width
    for number, band in enumerate(stage.native.annotations.bands, 1):
        strokes = [
            stroke
            for name, value in (("Low", band.low), ("High", band.high))
            for at in [stage.value(float(value))]
            for stroke in (
                Stroke(f"{name} ground", *across(stage, at, ends), "paper", _EDGE + CASING),
                Stroke(f"{name} edge", *across(stage, at, ends), "ink", _EDGE, dashed=True),
            )
        ]
        yield stage.group(f"Edges of band {number}", strokes, (), "")


def across(
    stage: Staged, at: float, ends: tuple[float, float]
) -> tuple[tuple[float, float], tuple[float, float]]:
    start, end = ends
    return ((at, start), (at, end)) if stage.lying else ((start, at), (end, at))
