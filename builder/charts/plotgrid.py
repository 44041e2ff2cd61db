"""Axes as the house draws them: hairlines, tick texts and category labels, measured first.

Takes a frame, a scale and the resolved axis; draws, or returns the room that labels need. Line and
area share a plot: values over a sequence of categories, left to right.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from builder.charts import labels
from builder.charts.courses import below
from builder.charts.frame import Frame
from builder.charts.markers import foot_broken
from builder.charts.native import NativeAxis
from builder.charts.registry import is_sequence, no_room_for_names
from builder.charts.scales import Scale, evenly, is_log, shares, value_limits
from builder.charts.style import ChartStyle
from builder.charts.typeset import SetWords, balanced, lending, longest_word, one_line, wrapped
from builder.frozen import dataclass
from builder.model.chart import Axis, ResolvedChart
from builder.model.text import Line

_TICK_GAP: Final = 5.0
_TICK_AIR: Final = 3.0
_MANY: Final = 5
_NARROW: Final = 34.0
_FIRST: Final = 0.15  # of a chart's width that half a name may push its plot to the right
_LEVEL: Final = 0.4  # of it, that a name is wide which stands level where not all are printed
_UPRIGHT_LENGTH: Final = 84.0
_UPRIGHT_SIZES: Final = (8.0, 7.5)
_CLOSEST: Final = 1.15  # sizes from one upright label to the next
_NARROWEST: Final = _CLOSEST * _UPRIGHT_SIZES[-1]
# Of labels that follow one another in time, every so many are printed: whole years of months
# or quarters, round numbers of years.
_EVERY: Final = (1, 2, 3, 4, 6, 12, 24, 36, 48, 60, 120, 240)
_EVERY_NUMBER: Final = (1, 2, 5, 10, 20, 50, 100, 200)

_TICK: Final = 3.0
_HEADROOM: Final = 6.0
# A native chart is as wide, in proportion to its type, as a chart across a page.
_NATIVE_WIDTH: Final = 400.0


@dataclass(frozen=True)
class Feet:
    """Category labels, set: one block each, or upright ones where the columns are narrow."""

    blocks: tuple[SetWords, ...]
    upright: bool
    height: float

    def put(self, frame: Frame, middles: Sequence[float], top: float) -> None:
        """Draw each label below its column's middle."""
        for block, middle in zip(self.blocks, middles, strict=True):
            if not block.lines:
                continue
            if self.upright:
                frame.put(block, middle, top + block.width, "left", upright=True)
            else:
                half = block.width / 2
                inside = min(max(middle, half), frame.width - half)
                frame.put(block, inside, top, "centre", "top")


def plot_height(frame: Frame, categories: int = _MANY) -> float:
    """Return how high a plot is: lower for a few columns, higher in a chart across the page."""
    if frame.extent == "hero":
        return min(max(0.42 * frame.width, 110.0), 240.0)
    height = min(max(0.3 * frame.width, 105.0), 136.0)
    return height if categories >= _MANY else min(height, 112.0)


def tick_room(axis: Axis | None, style: ChartStyle) -> float:
    """Return the room that tick texts need left of a plot, gap included."""
    ticks = axis.ticks if axis is not None else ()
    widest = max((one_line((tick.label,), style.tick).width for tick in ticks), default=0.0)
    return widest + _TICK_GAP if widest else 0.0


def across(
    frame: Frame,
    style: ChartStyle,
    axis: Axis,
    scale: Scale,
    left: float,
    right: float,
    called: str = "y",
) -> None:
    """Draw a hairline at each tick across a plot, its text left of it; the axis is `called` so
    where it is measured.
    """
    free_below = float("inf")
    for tick in sorted(axis.ticks, key=lambda tick: tick.value):
        y = scale(tick.value)
        block = one_line((tick.label,), style.tick)
        with frame.as_mark(called, tick.value):
            frame.hairline((left, y), (right, y), style.theme.colours.grid)
            if y + block.height / 2 <= free_below:
                frame.put(block, left - _TICK_GAP, y, "right", "middle")
                free_below = y - block.height / 2 - 1


def down(
    frame: Frame, style: ChartStyle, axis: Axis, scale: Scale, top: float, bottom: float
) -> float:
    """Draw a hairline at each tick down a plot, the texts that have room below; return the foot."""
    ticks = sorted(axis.ticks, key=lambda tick: scale(tick.value))
    blocks = [one_line((tick.label,), style.tick) for tick in ticks]
    spans = []
    for tick, block in zip(ticks, blocks, strict=True):
        left = min(max(scale(tick.value) - block.width / 2, 0.0), frame.width - block.width)
        spans.append((left, left + block.width))
    printed = evenly(spans, _TICK_AIR)
    for at, (tick, block) in enumerate(zip(ticks, blocks, strict=True)):
        x = scale(tick.value)
        with frame.as_mark("x", tick.value):
            frame.hairline((x, top), (x, bottom), style.theme.colours.grid)
            if at in printed:
                frame.put(block, spans[at][0], bottom + 4, vertical="top")
    return bottom + max((4 + blocks[at].height for at in printed), default=0.0)


def baseline(
    frame: Frame, style: ChartStyle, start: tuple[float, float], end: tuple[float, float]
) -> None:
    """Draw the line that marks stand on."""
    frame.hairline(start, end, style.theme.colours.ink, style.theme.habits.baseline)


def feet(chart: ResolvedChart, style: ChartStyle, slot: float) -> Feet:
    """Return labels for columns `slot` points apart: level if they can be, else upright.

    Of dates and numbers that are too many even so, only some are printed.

    Raises:
        CrowdedError: there are too many names to be told apart.
    """
    for size in (8.0, 7.0):
        type_ = style.label.at(size)
        if all(longest_word((run,), type_) <= slot - 4 for run in chart.categories):
            break
    else:
        if slot >= _NARROW and (lent := lending(chart, style, slot)) is not None:
            return Feet(lent, upright=False, height=max(block.height for block in lent))
        if slot < _NARROWEST and is_sequence(chart.categories):
            return _some(chart, style, slot)
        type_ = style.tick
        if slot < _NARROW or any(longest_word((r,), type_) > slot - 4 for r in chart.categories):
            return upright(chart, style, slot)
    blocks = tuple(balanced((run,), type_, slot - 4, chart.language) for run in chart.categories)
    return Feet(blocks, upright=False, height=max((block.height for block in blocks), default=0))


def _some(chart: ResolvedChart, style: ChartStyle, slot: float) -> Feet:
    """Return level labels of every so many columns."""
    step = every(chart.categories, style, slot)
    blocks = tuple(
        one_line((run,) if number % step == 0 else (), style.tick)
        for number, run in enumerate(chart.categories)
    )
    return Feet(blocks, upright=False, height=max((block.height for block in blocks), default=0))


def every(categories: Line, style: ChartStyle, pitch: float) -> int:
    """Return n, where every n-th label of a sequence `pitch` points apart has room."""
    widths = [one_line((run,), style.tick).width for run in categories]
    numbers = all(run.text.isdigit() for run in categories if run.text)
    for step in _EVERY_NUMBER if numbers else _EVERY:
        shown = [(place, widths[place]) for place in range(0, len(widths), step) if widths[place]]
        if all(
            (after - before) * pitch >= (width + next_width) / 2 + 2 * _TICK_AIR
            for (before, width), (after, next_width) in pairwise(shown)
        ):
            return step
    return max(1, len(categories))


def upright(chart: ResolvedChart, style: ChartStyle, slot: float) -> Feet:
    """Return labels to be read from below, for columns or points `slot` points apart.

    Raises:
        CrowdedError: they would meet.
    """
    if slot < _NARROWEST:
        raise no_room_for_names(chart)
    size = next(each for each in _UPRIGHT_SIZES if slot >= _CLOSEST * each)
    type_ = style.label.at(size)
    length = max((longest_word((run,), type_) for run in chart.categories), default=0.0)
    length = max(length, _UPRIGHT_LENGTH)
    while True:
        blocks = tuple(wrapped((run,), type_, length, chart.language) for run in chart.categories)
        if all(len(block.lines) <= 1 or block.height <= slot - 2 for block in blocks):
            widest = max((block.width for block in blocks), default=0.0)
            return Feet(blocks, upright=True, height=widest)
        length *= 1.25


@dataclass(frozen=True)
class Plot:
    """Where the data stand: the value scale, and how far along from left to right each category
    does.
    """

    scale: Scale
    left: float
    right: float
    shares: tuple[float, ...]

    def x(self, place: int) -> float:
        """Return the place of a category."""
        return self.left + self.shares[place] * (self.right - self.left)

    def foot(self, chart: ResolvedChart) -> float:
        """Return where marks stand: at zero, or where the axis is nearest to it."""
        low, high = value_limits(chart)
        return self.scale(min(max(Decimal(0), low), high))


def plot(
    frame: Frame,
    chart: ResolvedChart,
    style: ChartStyle,
    names: Sequence[SetWords],
    headroom: float = 0.0,
) -> Plot:
    """Return the plot beside its tick texts and the names at its right end."""
    first = one_line(chart.categories[:1], style.tick).width / 2 if chart.categories else 0.0
    top = frame.top + max(_HEADROOM, headroom)
    bottom = top + max(plot_height(frame), labels.needed(names))
    frame.plot = (top, bottom)
    return Plot(
        Scale(*value_limits(chart), bottom, top, is_log(chart.value_axis)),
        max(tick_room(_shown_axis(chart), style), min(first, _FIRST * frame.width)),
        frame.width - max(labels.room(names), 2.0),
        shares(chart),
    )


def back(frame: Frame, chart: ResolvedChart, style: ChartStyle, place: Plot) -> None:
    """Draw the grid, below the data."""
    axis = _shown_axis(chart)
    if axis is not None:
        across(frame, style, axis, place.scale, place.left, place.right)


def front(frame: Frame, chart: ResolvedChart, style: ChartStyle, place: Plot) -> float:
    """Draw the baseline and the category labels over and below the data; return the foot."""
    low, high = value_limits(chart)
    zero = place.foot(chart)
    broken = not (low <= 0 <= high or is_log(chart.value_axis))  # no power of ten is zero
    left = place.left - _TICK if broken else place.left  # lines begin at the edge itself
    baseline(frame, style, (left, zero), (place.right, zero))
    if broken:
        for stroke in foot_broken(left, zero, _TICK, 2 * _TICK):
            frame.line(stroke, style.theme.colours.ink, style.theme.habits.baseline)
    bottom = place.scale.start
    middles = [place.x(number) for number in range(len(chart.categories))]
    if chart.moments:
        marked = below(chart, style, place.left, place.right)
    else:
        pitch = (place.right - place.left) / max(1, len(chart.categories) - 1)
        step = every(chart.categories, style, pitch)
        widest = max((one_line((r,), style.tick).width for r in chart.categories), default=0.0)
        if step > 1 and (not is_sequence(chart.categories) or widest > _LEVEL * frame.width):
            # Nobody knows the names between two names; and none is left out for its length.
            feet = upright(chart, style, pitch)
            feet.put(frame, middles, bottom + _TICK + 3)
            return bottom + _TICK + 3 + feet.height
        marked = [*zip(middles, chart.categories, strict=True)][::step]
    free_from = 0.0
    foot = bottom
    for x, name in marked:
        block = one_line((name,), style.tick)
        left = min(max(x - block.width / 2, free_from), frame.width - block.width)
        if left < free_from or not block.lines:
            continue
        frame.line([(x, bottom), (x, bottom + _TICK)], style.theme.colours.ink, 0.7)
        frame.put(block, left, bottom + _TICK + 3, vertical="top")
        free_from = left + block.width + 3
        foot = bottom + _TICK + 3 + block.height
    return foot


def category_axis(chart: ResolvedChart, style: ChartStyle) -> NativeAxis:
    """Return the category axis of a native chart: as many labels as it has room for."""
    pitch = _NATIVE_WIDTH / max(1, len(chart.categories) - 1)
    sequence = is_sequence(chart.categories)
    return NativeAxis(every=every(chart.categories, style, pitch) if sequence else 1)


def _shown_axis(chart: ResolvedChart) -> Axis | None:
    axis = chart.value_axis
    return axis if axis is not None and axis.shown else None
