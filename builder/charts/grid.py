"""Axes as the house draws them: hairlines, tick texts and category labels, measured first.

Takes a frame, a scale and the resolved axis; draws, or returns the room that labels need.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from builder.charts.crowded import is_sequence, no_room_for_names
from builder.charts.frame import Frame
from builder.charts.scales import Scale
from builder.charts.style import Style
from builder.charts.typeset import Block, balanced, longest_word, one_line, wrapped
from builder.model.chart import Axis, ResolvedChart
from builder.model.text import Line

_HAIRLINE: Final = 0.5
_BASELINE: Final = 0.8
_TICK_GAP: Final = 5.0
_TICK_AIR: Final = 3.0
_MANY: Final = 5
_NARROW: Final = 34.0
_UPRIGHT_LENGTH: Final = 84.0
_UPRIGHT_SIZE: Final = 7.5
_CLOSEST: Final = 1.15  # sizes from one upright label to the next
# Of labels that follow one another in time, every so many are printed: whole years of months
# or quarters, round numbers of years.
_EVERY: Final = (1, 2, 3, 4, 6, 12, 24, 36, 48, 60, 120, 240)
_EVERY_NUMBER: Final = (1, 2, 5, 10, 20, 50, 100, 200)


@dataclass(frozen=True)
class Feet:
    """Category labels, set: one block each, or upright ones where the columns are narrow."""

    blocks: tuple[Block, ...]
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
    """Return how high a plot is: in proportion to its width, lower for a few columns."""
    height = min(max(0.3 * frame.width, 105.0), 136.0)
    return height if categories >= _MANY else min(height, 112.0)


def tick_room(axis: Axis | None, style: Style) -> float:
    """Return the room that tick texts need left of a plot, gap included."""
    ticks = axis.ticks if axis is not None else ()
    widest = max((one_line((tick.label,), style.tick).width for tick in ticks), default=0.0)
    return widest + _TICK_GAP if widest else 0.0


def across(frame: Frame, style: Style, axis: Axis, scale: Scale, left: float, right: float) -> None:
    """Draw a hairline at each tick across a plot, its text left of it."""
    free_below = float("inf")
    for tick in sorted(axis.ticks, key=lambda tick: tick.value):
        y = scale(tick.value)
        frame.line([(left, y), (right, y)], style.theme.colours.grid, _HAIRLINE)
        block = one_line((tick.label,), style.tick)
        if y + block.height / 2 <= free_below:
            frame.put(block, left - _TICK_GAP, y, "right", "middle")
            free_below = y - block.height / 2 - 1


def down(frame: Frame, style: Style, axis: Axis, scale: Scale, top: float, bottom: float) -> float:
    """Draw a hairline at each tick down a plot, its text below; return the texts' foot."""
    foot, free_from = bottom, 0.0
    for tick in sorted(axis.ticks, key=lambda tick: tick.value):
        x = scale(tick.value)
        frame.line([(x, top), (x, bottom)], style.theme.colours.grid, _HAIRLINE)
        block = one_line((tick.label,), style.tick)
        left = min(max(x - block.width / 2, 0.0), frame.width - block.width)
        if left >= free_from:
            frame.put(block, left, bottom + 4, vertical="top")
            free_from = left + block.width + _TICK_AIR
            foot = bottom + 4 + block.height
    return foot


def baseline(
    frame: Frame, style: Style, start: tuple[float, float], end: tuple[float, float]
) -> None:
    """Draw the line that marks stand on."""
    frame.line([start, end], style.theme.colours.ink, _BASELINE)


def feet(chart: ResolvedChart, style: Style, slot: float) -> Feet:
    """Return labels for columns `slot` points apart: level if they can be, else upright.

    Of dates and numbers that are too many even so, only some are printed.

    Raises:
        CrowdedError: there are too many names to be told apart.
    """
    for size in (8.0, 7.5, 7.0):
        type_ = style.label.at(size)
        if all(longest_word((run,), type_) <= slot - 4 for run in chart.categories):
            break
    else:
        if _is_too_narrow(slot, style) and is_sequence(chart.categories):
            return _some(chart, style, slot)
        type_ = style.label.at(7.5)
        numbers = (
            replace(run, text=word)
            for run in chart.categories
            for word in run.text.split()
            if any(char.isdigit() for char in word)
        )
        if slot < _NARROW or any(longest_word((run,), type_) > slot - 4 for run in numbers):
            return upright(chart, style, slot)
    blocks = tuple(balanced((run,), type_, slot - 4, chart.language) for run in chart.categories)
    return Feet(blocks, upright=False, height=max((block.height for block in blocks), default=0))


def _is_too_narrow(slot: float, style: Style) -> bool:
    return slot < _CLOSEST * style.label.at(_UPRIGHT_SIZE).size


def _some(chart: ResolvedChart, style: Style, slot: float) -> Feet:
    """Return level labels of every so many columns."""
    step = every(chart.categories, style, slot)
    blocks = tuple(
        one_line((run,) if number % step == 0 else (), style.tick)
        for number, run in enumerate(chart.categories)
    )
    return Feet(blocks, upright=False, height=max((block.height for block in blocks), default=0))


def every(categories: Line, style: Style, pitch: float) -> int:
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


def upright(chart: ResolvedChart, style: Style, slot: float) -> Feet:
    """Return labels to be read from below, for columns or points `slot` points apart.

    Raises:
        CrowdedError: they would meet.
    """
    if _is_too_narrow(slot, style):
        raise no_room_for_names(chart)
    type_, length = style.label.at(_UPRIGHT_SIZE), _UPRIGHT_LENGTH
    while True:
        blocks = tuple(wrapped((run,), type_, length, chart.language) for run in chart.categories)
        if all(len(block.lines) <= 1 or block.height <= slot - 2 for block in blocks):
            widest = max((block.width for block in blocks), default=0.0)
            return Feet(blocks, upright=True, height=widest)
        length *= 1.25
