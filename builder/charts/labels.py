"""Names at the ends of lines, bands and stacks, right of the plot: a series in, which value is its
last and what names it; wishes in, places out.

A name stands at the right end of a plot, wherever its series ends: a value that is not one of the
last category says which it is of.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from builder.charts.frame import Frame
from builder.charts.native import Slot, rgb
from builder.charts.style import ChartStyle, text_slot
from builder.charts.typeset import SetWords, longest_word, wrapped
from builder.model.chart import ResolvedChart, Series
from builder.model.text import Line, Run

GAP: Final = 7.0
_SHARE: Final = 0.3  # of the chart's width that names may take
_WIDEST: Final = 0.45  # and that a long word of one may
APART: Final = 3.0  # points of one name from the next


def spread(
    wanted: Sequence[float], heights: Sequence[float], low: float, high: float
) -> tuple[float, ...]:
    """Return middles for labels on one line, as near as can be to those wanted, none overlapping.

    The sum of squared shifts is the least possible (isotonic regression by pooling adjacent
    violators), within `low` to `high` where the heights together leave room.
    """
    order = sorted(range(len(wanted)), key=lambda item: (wanted[item], item))
    before, total = [], 0.0
    for item in order:
        before.append(total + heights[item] / 2)
        total += heights[item]
    pools: list[tuple[float, int]] = []  # mean wish and number of labels that move together
    for item, offset in zip(order, before, strict=True):
        mean, count = wanted[item] - offset, 1
        while pools and pools[-1][0] > mean:
            other, others = pools.pop()
            mean = (mean * count + other * others) / (count + others)
            count += others
        pools.append((mean, count))
    starts = [mean for mean, count in pools for _ in range(count)]
    places = [0.0] * len(wanted)
    for item, start, offset in zip(order, starts, before, strict=True):
        places[item] = min(max(start, low), max(low, high - total)) + offset
    return tuple(places)


class End(NamedTuple):
    """What is named: where it would stand best, and the set name."""

    wanted: float
    block: SetWords


def names(
    frame: Frame, style: ChartStyle, lines: Sequence[Line], slots: Sequence[Slot], language: str
) -> tuple[SetWords, ...]:
    """Return the names, set in the text variants of their marks' colours.

    They take more room than their share where a word would else be divided.
    """
    longest = max((longest_word(line, style.series) for line in lines), default=0.0)
    width = max(_SHARE * frame.width, min(longest, _WIDEST * frame.width))
    return tuple(
        wrapped(line, style.series.inked(rgb(text_slot(slot), style.theme)), width, language)
        for line, slot in zip(lines, slots, strict=True)
    )


def room(blocks: Sequence[SetWords]) -> float:
    """Return the width to keep free right of the plot, gap included."""
    widest = max((block.width for block in blocks), default=0.0)
    return widest + GAP if widest else 0.0


def needed(blocks: Sequence[SetWords]) -> float:
    """Return how high a plot must be for its names to stand beside it without touching."""
    return sum(block.height + APART for block in blocks if block.lines)


def put(frame: Frame, ends: Sequence[End], x: float, top: float, bottom: float) -> None:
    """Draw the names at `x`, each as near to its wish as the others allow."""
    shown = [end for end in ends if end.block.lines]
    heights = [end.block.height + APART for end in shown]
    middles = spread([end.wanted for end in shown], heights, top, bottom)
    for end, middle in zip(shown, middles, strict=True):
        frame.put(end.block, x, middle, vertical="middle")


def last_value(series: Series) -> int | None:
    """Return the place of a series' last value, or None if it has none."""
    known = [place for place, datum in enumerate(series.data) if datum.value is not None]
    return known[-1] if known else None


def end_value(chart: ResolvedChart, series: Series) -> Line:
    """Return a series' last value as printed, with its category where others follow it."""
    place = last_value(series)
    if place is None:
        return ()
    label, category = series.data[place].label, chart.categories[place]
    if place == len(chart.categories) - 1 or not category.text:
        return (label,)
    return (label, Run(" "), Run("("), category, Run(")"))


def end_line(chart: ResolvedChart, series: Series) -> Line:
    """Return what is printed at the end of a line: its name (if there are others) and value."""
    value = end_value(chart, series)
    return value if len(chart.series) == 1 else (series.name, Run(" "), *value)
