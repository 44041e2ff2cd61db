"""Names of series beside a plot: a resolved chart or a series in, which value is its last and what
names it; wishes in, places out.

Right of the plot stand names at the ends of lines, bands and stacks, wherever a series ends: a
value that is not one of the last category says which it is of. Above the first row of a chart that
lies each name stands as near its mark as can be, set in the text variant of its mark's colour, with
a leader; `spread_over` is where they stand, for paper and deck alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import sub
from typing import Final, NamedTuple

from builder.charts.frame import Frame
from builder.charts.native import Slot, rgb
from builder.charts.registry import CrowdedError
from builder.charts.style import ChartStyle, series_slots, text_slot
from builder.charts.typeset import SetWords, balanced, longest_word, wrapped
from builder.frozen import dataclass
from builder.model.chart import ResolvedChart, Series
from builder.model.text import Line, Run

GAP: Final = 7.0
_SHARE: Final = 0.3  # of the chart's width that names may take
_WIDEST: Final = 0.45  # and that a long word of one may
APART: Final = 3.0  # points of one name from the next
HEADS_APART: Final = 1.2  # sizes of its text that a name above rows keeps from the next
SHARES: Final = (1.0, 0.34, 0.26, 0.2, 0.16)
"""Of the width that one name may take, the first with which all have room."""

_ABOVE: Final = 2.0
_LEADER: Final = 0.6
_NEARER: Final = 6.0  # points that are worth another line
_REACH: Final = 6.0  # points that a leader is high


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


def series_lines(chart: ResolvedChart) -> tuple[Line, ...]:
    """Return the names of the series as they stand beside a plot; none of one alone, of which the
    title of the chart says what it is.
    """
    return (
        tuple((series.name,) for series in chart.series)
        if len(chart.series) > 1
        else ((),) * len(chart.series)
    )


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


def no_room(chart: str, count: int) -> CrowdedError:
    """Return the error of names that do not stand beside each other."""
    return CrowdedError(
        f'chart "{chart}" has no room for the names of its {count} series',
        "shorten them by `labels`, or show fewer series",
    )


def spread_over(
    wanted: Sequence[float], widths: Sequence[float], left: float, right: float, air: float
) -> tuple[float, ...]:
    """Return the middles of names, near those wanted and `air` apart, from left to right."""
    wide = [width + air for width in widths]
    return spread(wanted, wide, left - air / 2, right + air / 2)


@dataclass(frozen=True)
class Heads:
    """The names of several series, set; none of one series alone."""

    blocks: tuple[SetWords, ...] = ()

    @staticmethod
    def of(
        width: float, chart: ResolvedChart, style: ChartStyle, wanted: Sequence[float] = ()
    ) -> Heads:
        """Return the names for a chart so wide, in the lines with which they stand nearest to where
        they are `wanted`.

        Raises:
            CrowdedError: there is no room for them.
        """
        if len(chart.series) < 2 or not chart.categories:
            return Heads()
        air = HEADS_APART * style.series.size
        best: tuple[float, Heads] | None = None
        for share in SHARES:
            blocks = []
            for series, slot in zip(chart.series, series_slots(chart), strict=True):
                type_ = style.series.inked(rgb(text_slot(slot), style.theme))
                line = (series.name,)
                room = max(share * width, longest_word(line, type_))
                blocks.append(balanced(line, type_, room, chart.language))
            widths = [block.width for block in blocks]
            if sum(widths) + air * (len(widths) - 1) > width:
                continue
            middles = spread_over(wanted, widths[: len(wanted)], 0, width, air)
            away = max(map(abs, map(sub, middles, wanted)), default=0.0)
            if best is None or away < best[0] - _NEARER:
                best = away, Heads(tuple(blocks))
        if best is not None:
            return best[1]
        raise no_room(chart.id, len(chart.series))

    @property
    def height(self) -> float:
        """The room that they take above the first row."""
        highest = max((block.height for block in self.blocks), default=0.0)
        return highest + _REACH + _ABOVE if highest else 0.0

    def put(
        self,
        frame: Frame,
        style: ChartStyle,
        wanted: Sequence[float],
        marks: Sequence[float | None] = (),
    ) -> None:
        """Draw them above the frame's top, with a leader from each to its place at the top of one
        of the `marks`, if there is one.
        """
        widths = [block.width for block in self.blocks]
        air = HEADS_APART * style.series.size
        middles = spread_over(wanted[: len(widths)], widths, 0, frame.width, air)
        foot = frame.top - _REACH
        tops = marks or [None] * len(wanted)
        for block, middle, at, mark in zip(self.blocks, middles, wanted, tops, strict=False):
            if block.lines:
                frame.put(block, middle, foot - _ABOVE, "centre", "bottom")
                if mark is not None:
                    places = [(middle, foot - 1), (at, foot + 2.5), (at, mark)]
                    frame.line(places, style.theme.colours.soft, _LEADER)
