"""Rows of a chart that lies: takes a frame and names, returns where each category's row stands.

Names stand beside their rows, whose height is that of their marks or of their names, whichever is
more. Very many rows stand closer, down to the least that a kind of mark allows.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from builder.charts import plotgrid
from builder.charts.frame import Frame
from builder.charts.markers import breaks
from builder.charts.registry import CrowdedError
from builder.charts.scales import Scale, value_limits
from builder.charts.style import ChartStyle
from builder.charts.typeset import SetWords, balanced
from builder.frozen import dataclass
from builder.model.chart import ResolvedChart

BETWEEN: Final = 9.0
_HIGH: Final = 440.0  # points; rows that would take more stand closer
_HERO: Final = 1.4  # of the usual height
_NAMES_APART: Final = 2.0
_LINES_APART: Final = 6.0  # where they take several lines each, which else read on from another
_NAMES: Final = 0.38  # of the chart's width that category names may take
_NAME_GAP: Final = 9.0
_NARROWEST: Final = 20.0
_CLOSE: Final = 11.0  # points from row to row, below which words are smaller
_SMALLEST: Final = 7.5
_BREAK: Final = 3.0


@dataclass(frozen=True)
class Rows:
    """Names, set, and top and foot of each row, as `closeness` of the usual height allows;
    `left` is where the names and the gap after them end.
    """

    names: tuple[SetWords, ...]
    edges: tuple[tuple[float, float], ...]
    left: float
    closeness: float

    @property
    def bottom(self) -> float:
        """The foot of the last row."""
        return self.edges[-1][1]

    def middle(self, place: int) -> float:
        """Return the middle of a row."""
        return sum(self.edges[place]) / 2

    def put(self, frame: Frame, place: int) -> None:
        """Draw the name beside a row."""
        frame.put(self.names[place], 0, self.middle(place), vertical="middle")


def closeness(chart: ResolvedChart, pile: float, least: float) -> float:
    """Return how much less than usual rows `pile` points high take, so that very many stand on a
    page: `least` of it, or more. In a chart that goes across the page they take more.
    """
    full = len(chart.categories) * (pile + BETWEEN)
    most = _HERO if chart.extent == "hero" else 1.0
    return min(most, max(_HIGH / full, least)) if full else 1.0


def lessened(style: ChartStyle, pitch: float) -> ChartStyle:
    """Return the style of words in rows `pitch` points apart: smaller where these are close."""
    size = max(_SMALLEST, style.label.size * min(1.0, pitch / _CLOSE))
    return replace(
        style,
        label=style.label.at(size),
        value=style.value.at(size),
        strong=style.strong.at(size),
    )


def rows(
    width: float, top: float, chart: ResolvedChart, style: ChartStyle, pile: float, close: float
) -> Rows:
    """Return the rows of a chart so wide, from `top` down, whose marks are `pile` points high."""
    names = tuple(
        balanced((run,), style.label, _NAMES * width, chart.language) for run in chart.categories
    )
    begin, edges = top, []
    for name in names:
        apart = _LINES_APART if len(name.lines) > 1 else _NAMES_APART
        foot = top + max(pile + BETWEEN * close, name.height + apart)
        edges.append((top, foot))
        top = foot
    left = max((block.width + _NAME_GAP for block in names), default=0.0)
    return Rows(names, tuple(edges) or ((begin, begin),), left, close)


def foot_line(frame: Frame, style: ChartStyle, scale: Scale, foot: float) -> None:
    """Draw the line of an axis that does not begin at zero, and the mark that says so."""
    if scale.low <= 0 <= scale.high:
        return
    plotgrid.baseline(frame, style, (scale.start, foot), (scale.end, foot))
    for stroke in breaks(scale.start + _BREAK, foot, _BREAK):
        frame.line(stroke, style.theme.colours.ink, style.theme.habits.baseline)


def scale_beside(
    chart: ResolvedChart, left: float, right: float, before: float, after: float
) -> Scale:
    """Return the scale of a chart's values from left to right that leaves room for words beyond
    both ends.

    Raises:
        CrowdedError: they leave nothing between.
    """
    if right - after < left + before + _NARROWEST:
        raise CrowdedError(
            f'chart "{chart.id}" has values so long that its bars have no room beside its names',
            "print shorter numbers, in thousands or millions, or shorten the names by `labels`",
        )
    return Scale(*value_limits(chart), left + before, right - after)
