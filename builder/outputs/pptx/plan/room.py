"""What stands around a plot at one size of text: a native chart, its box and a ruler in; the boxes
left for the plot, and the names above lying bars, out.

So too the room that its annotations take, as on paper: arrows and the names of periods above it,
names of lines and bands at its right; of bars that lie, the names above and the arrows at their
right.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from builder.charts.labels import HEADS_APART, SHARES
from builder.charts.native import CARTESIAN, TO_THE_EDGE, NativeAxis, NativeChart
from builder.frozen import dataclass
from builder.model.annotation import Annotations, Difference
from builder.model.text import Line, Run
from builder.outputs.pptx.plan.legends import legend_of
from builder.outputs.pptx.plan.measure import PITCH, Ruler
from builder.outputs.pptx.plan.model import Paragraph, ParagraphStyle
from builder.units import Box

PAD: Final = 8.0
LEADER: Final = 12.0
"""How high leaders are from the names above a chart to its first bar."""

_AXIS_TITLE: Final = 22.0
_BAR_PITCH: Final = 120.0
_WIDEST_NAMES: Final = 0.36
_HALF: Final = 0.48

GAP: Final = 6.0
_ROW: Final = 8.0  # beside a line of text, from one arrow to the next
_SHARE: Final = 0.22  # of the chart's width that the names of lines take at most


def key_line(name: Run, value: Line) -> Line:
    """Return a key's name and, where it has one, its value."""
    return (name, Run(" "), *value) if value else (name,)


def clusters(native: NativeChart) -> int:
    """Return how many bars stand beside each other in one category."""
    return native.bars if native.overlap < 100 else 1


def over_place(native: NativeChart, box: Box, size: float, ruler: Ruler) -> Box:
    """Return where the titles of axes stand above a plot; without height where none does."""
    axes = native.value_axis, native.second_axis, native.category_axis
    titled = [axis.over for axis in axes if axis and axis.over]
    width = _HALF * box.width if native.second_axis is not None else box.width
    style = ParagraphStyle(size, bold=True)
    lines = max((ruler.lines(Paragraph(title, style), width) for title in titled), default=0)
    top = box.top + legend_of(native, box.width, size, ruler).room
    return Box(box.left, top, width, lines * size * PITCH)


def names_width(native: NativeChart, box: Box, size: float, ruler: Ruler) -> float:
    """Return how wide the names of bars may be."""
    widest = max((ruler.width((name,), size) for name in native.row_names), default=0.0)
    return min(widest, _WIDEST_NAMES * box.width)


class Head(NamedTuple):
    """A name above lying bars: its width, and how many lines it takes."""

    width: float
    lines: int


def heads_of(
    native: NativeChart, width: float, size: float, ruler: Ruler
) -> tuple[Head, ...] | None:
    """Return how the names of series stand side by side in a width; None where they cannot."""
    style = ParagraphStyle(size, bold=True)
    for share in SHARES:
        found = []
        for key in native.keys:
            whole = ruler.width((key.name,), size, bold=True)
            room = max(share * width, ruler.longest_word((key.name,), size) * 1.1)
            lines = ruler.lines(Paragraph((key.name,), style), room) if whole > room else 1
            found.append(Head(min(whole, room), lines))
        if sum(head.width + HEADS_APART * size for head in found) <= width + HEADS_APART * size:
            return tuple(found)
    return None


@dataclass(frozen=True)
class PlotRoom:
    """What stands around the plot of a chart in `box`, at one size of text."""

    native: NativeChart
    box: Box
    size: float
    ruler: Ruler

    @property
    def top(self) -> float:
        if self.native.legend == "over":
            heads = heads_of(self.native, self.box.width, self.size, self.ruler) or ()
            return PAD + max((head.lines for head in heads), default=0) * self.line + LEADER
        titles = over_place(self.native, self.box, self.size, self.ruler).height
        return PAD + legend_of(self.native, self.box.width, self.size, self.ruler).room + titles

    @property
    def line(self) -> float:
        """The height of one line of text."""
        return self.size * PITCH

    def foot(self, axis: NativeAxis) -> float:
        ticks = self.size * PITCH + PAD if axis.shown else PAD / 2
        return ticks + (_AXIS_TITLE if axis.title and axis.shown else 0.0)

    def widest(self, lines: list[Line], *, bold: bool = False) -> float:
        widths = (self.ruler.width(line, self.size, bold=bold) for line in lines)
        return max(widths, default=0.0)

    def bars_box(self) -> Box:
        """Return the box of a bar chart: as high as its bars need, no higher."""
        count = clusters(self.native)
        pitch = _BAR_PITCH if count == 1 else _BAR_PITCH / 2
        rows = len(self.native.row_names) * count * pitch
        high = rows + self.top + self.foot(self.measure)
        return self.box._replace(height=min(self.box.height, high))

    def beside_bars(self) -> Box:
        left = names_width(self.native, self.box, self.size, self.ruler) + PAD * 1.5
        beyond = [
            point.label
            for series in self.native.series
            if series.label_position != "centre"
            for point in series.points
        ]
        beyond += [total.label for total in self.native.totals]
        right = self.widest(beyond, bold=True) + PAD * 1.5
        if self.native.rows:
            before = self._on_side("left")
            left, right = left + before, self._on_side("right") + PAD
        return self._inner(left, right, self.top, self.foot(self.measure))

    def _on_side(self, side: str) -> float:
        points = [p for series in self.native.series for p in series.points if p.side == side]
        return self.widest([point.label for point in points], bold=True) + PAD * 1.5

    def _to_edge(self, right: float) -> tuple[float, float]:
        """Return the room beside lines that have values at both ends and names below them."""
        names = self.native.categories
        left = max(self._on_side("left"), self.widest([names[:1]]) / 2 + PAD)
        return left, max(right, self.widest([names[-1:]]) / 2 - self._last())

    def _last(self) -> float:
        """Return how wide the labels at the ends of lines are."""
        return self.widest(self._labels(last_only=True), bold=True)

    @property
    def measure(self) -> NativeAxis:
        """The axis below rows, which measures."""
        return self.native.category_axis if self.native.rows else self.native.value_axis

    def above_categories(self) -> Box:
        native = self.native
        positions = {series.label_position for series in native.series}
        left, right = self._ticks(native.value_axis), PAD * 2
        if native.second_axis is not None:
            right = self._ticks(native.second_axis) + PAD
        if native.to_edge:
            left, right = self._to_edge(right)
        first, last = self.beyond_the_edge(self.box.width - left - right)
        left, right = max(left, first), max(right, last)
        if native.legend == "right":
            names = [key_line(key.name, key.value) for key in native.keys]
            right += min(self.widest(names, bold=True), _WIDEST_NAMES * self.box.width)
        elif "right" in positions and native.type not in CARTESIAN:
            right += self.widest(self._labels(last_only=True), bold=True)
        above = bool(native.totals) or bool(positions & {"outside_end", "beyond_end", "above"})
        top = self.top + (self.size * PITCH + PAD if above else 0.0)
        return self._inner(left, right, top, self._under(self.box.width - left - right))

    def beyond_the_edge(self, width: float) -> tuple[float, float]:
        """Return how far the first and the last name reach beyond a plot on whose edges they stand,
        which is about so wide: programs move a plot where they have no room.
        """
        native = self.native
        stand = native.type in TO_THE_EDGE and not native.category_axis.turned
        if not (native.moments or (stand and len(native.categories) > 1)):
            return 0.0, 0.0
        steps, every = len(native.categories) - 1, max(1, native.category_axis.every)
        most = width if native.moments else width / steps * every
        first, last = (
            min(self.widest([(name,)]), most) / 2
            for name in (native.categories[0], native.categories[-1])
        )
        return first, last if steps % every == 0 else 0.0

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


def lies(native: NativeChart) -> bool:
    """Say whether values run from left to right."""
    return native.across or bool(native.rows) or native.along is not None


def row(size: float) -> float:
    """Return how far one arrow is from the next, in points."""
    return size * PITCH + _ROW


def name_row(size: float) -> float:
    """Return how high a row of names above the plot is."""
    return size * PITCH + _ROW / 2


def names_of(held: Annotations) -> tuple[Line, ...]:
    """Return the names of lines and bands, those of lines first."""
    return (*(level.says for level in held.levels), *(band.says for band in held.bands))


def arrows_of(held: Annotations) -> tuple[tuple[int, Difference], ...]:
    """Return arrows with their numbers from 1, the outermost first, the shortest last."""
    numbered = enumerate(held.differences, 1)
    return tuple(
        sorted(numbered, key=lambda each: -abs(each[1].start.category - each[1].end.category))
    )


def name_width(native: NativeChart, box: Box, size: float, ruler: Ruler) -> float:
    """Return how wide the names at the right of a plot are."""
    widths = (ruler.width(name, size) + 1 for name in names_of(native.annotations))
    longest = (ruler.longest_word(name, size) + 1 for name in names_of(native.annotations))
    widest = min(max(widths, default=0.0), _SHARE * box.width)
    return max(widest, *longest, 0.0) if widest else 0.0


def name_height(name: Line, width: float, size: float, ruler: Ruler) -> float:
    """Return how high a name is in lines of a width."""
    return ruler.lines(Paragraph(name, ParagraphStyle(size)), width) * size * PITCH


def beside(inner: Box, native: NativeChart, box: Box, size: float, ruler: Ruler) -> Box:
    """Return a plot without what its annotations take of it."""
    held = native.annotations
    if lies(native):
        above = name_row(size) * len(names_of(held))
        widths = (ruler.width(each.says, size, bold=True) for each in held.differences)
        right = sum(width + 3 * GAP for width in widths)
    else:
        above = row(size) * len(held.differences)
        above += name_row(size) if any(period.says for period in held.periods) else 0.0
        spare = box.left + box.width - inner.left - inner.width
        named = name_width(native, box, size, ruler)
        right = max(0.0, named + 2 * GAP - spare) if named else 0.0
    return Box(inner.left, inner.top + above, inner.width - right, inner.height - above)
