"""The room that annotations take around a plot: a chart in; strips, their names and rows out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final, NamedTuple

from builder.charts.frame import Frame
from builder.charts.labels import End
from builder.charts.plotgrid import Plot
from builder.charts.scales import Scale, reach
from builder.charts.style import ChartStyle
from builder.charts.typeset import SetWords, one_line, wrapped
from builder.model.annotation import Annotations, Difference, Spot
from builder.model.chart import ResolvedChart

SIZE: Final = 8.0
ROW: Final = 14.0  # from one arrow to the next
NAMES: Final = 11.0  # the row of names above the plot
GAP: Final = 5.0
_CLEAR: Final = 2.0  # from a point to an arrow
_SHARE: Final = 0.24  # of the chart's width that the name of a line takes at most


class Stage(NamedTuple):
    """Where the marks of a chart stand: `scale` places values, `along` marks on the other axis.

    `middles` are the categories' places there, from `start` to `end` of the plot; `beyond` says
    where a mark's own words end, in the direction of its value. `top` is where the strip begins,
    `lying` whether values run from left to right, `bare` whether values are printed at marks only
    where that is asked for, `covered` whether marks leave nothing of what is behind them.
    """

    scale: Scale
    along: Callable[[Spot], float]
    middles: Sequence[float]
    start: float
    end: float
    beyond: Callable[[Spot], float]
    top: float
    lying: bool = False
    bare: bool = False
    covered: bool = False

    @property
    def edges(self) -> tuple[float, ...]:
        """Where categories meet: one more than there are."""
        return between(self.middles, self.start, self.end)


def between(middles: Sequence[float], start: float, end: float) -> tuple[float, ...]:
    """Return the ends of a stretch, and between them the places halfway from middle to middle."""
    halves = ((one + other) / 2 for one, other in pairwise(middles))
    return (start, *halves, end)


def running(chart: ResolvedChart, plot: Plot, top: float) -> Stage:
    """Return where the marks of lines and bands stand, below a strip from `top` on."""
    middles = [plot.x(number) for number in range(len(chart.categories))]
    return Stage(
        plot.scale,
        lambda spot: middles[spot.category],
        middles,
        plot.left,
        plot.right,
        lambda spot: plot.scale(reach(chart, spot)) - _CLEAR,
        top,
        bare=True,
    )


def rows(annotations: Annotations) -> tuple[Difference, ...]:
    """Return arrows from the outermost to that which is nearest to the marks: the shortest."""
    return tuple(
        sorted(
            annotations.differences,
            key=lambda each: -abs(each.start.category - each.end.category),
        )
    )


def above(chart: ResolvedChart, *, lying: bool = False) -> float:
    """Return how high the strip above the plot is."""
    held = chart.annotations
    if lying:
        return NAMES * (len(held.levels) + len(held.bands))
    named = NAMES if any(period.says for period in held.periods) else 0.0
    return named + ROW * len(held.differences)


def numbers(chart: ResolvedChart, style: ChartStyle) -> tuple[SetWords, ...]:
    """Return the numbers of arrows, set, the outermost first."""
    type_ = style.strong.at(SIZE)
    return tuple(one_line(each.says, type_) for each in rows(chart.annotations))


def aside(frame: Frame, chart: ResolvedChart, style: ChartStyle, *, lying: bool = False) -> float:
    """Return how wide the strip at the right of the plot is."""
    if lying:
        return sum(block.width + 3 * GAP for block in numbers(chart, style))
    widest = max((block.width for block in names(frame, chart, style)), default=0.0)
    return widest + GAP if widest else 0.0


def names(frame: Frame, chart: ResolvedChart, style: ChartStyle) -> tuple[SetWords, ...]:
    """Return the names of lines and bands, set as they stand at the right of the plot."""
    held, type_ = chart.annotations, style.label.at(SIZE)
    return tuple(
        wrapped(says, type_, _SHARE * frame.width, chart.language)
        for says in (*(each.says for each in held.levels), *(each.says for each in held.bands))
    )


def farthest(chart: ResolvedChart, spot: tuple[int, int], value: Decimal) -> Decimal:
    """Return the value at which a mark's ink ends: its own, or that of its error bar."""
    for interval in chart.annotations.intervals:
        if interval.at == spot:
            return interval.low if value < 0 else interval.high
    return value


def ends(chart: ResolvedChart, blocks: Sequence[SetWords], scale: Scale) -> list[End]:
    """Return where the names of lines and bands would stand best: at their values."""
    held = chart.annotations
    wanted = [scale(level.value) for level in held.levels]
    wanted += [(scale(band.low) + scale(band.high)) / 2 for band in held.bands]
    return [End(place, block) for place, block in zip(wanted, blocks, strict=True)]
