"""Names of series above the first row of a chart that lies, each as near its mark as can be.

Takes a resolved chart, returns the names, set in the text variants of their marks' colours, and
draws them with a leader each; `spread_over` is where they stand, for paper and deck alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import sub
from typing import Final

from builder.charts import labels
from builder.charts.frame import Frame
from builder.charts.native import rgb
from builder.charts.registry import CrowdedError
from builder.charts.style import ChartStyle, series_slots, text_slot
from builder.charts.typeset import SetWords, balanced, longest_word
from builder.frozen import dataclass
from builder.model.chart import ResolvedChart

APART: Final = 1.2  # sizes of its text that a name keeps from the next
SHARES: Final = (1.0, 0.34, 0.26, 0.2, 0.16)
"""Of the width that one name may take, the first with which all have room."""

_ABOVE: Final = 2.0
_LEADER: Final = 0.6
_NEARER: Final = 6.0  # points that are worth another line
_REACH: Final = 6.0  # points that a leader is high


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
    return labels.spread(wanted, wide, left - air / 2, right + air / 2)


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
        air = APART * style.series.size
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
        self, frame: Frame, style: ChartStyle, wanted: Sequence[float], mark: float | None = None
    ) -> None:
        """Draw them above the frame's top, with a leader from each to its place at the top of a
        `mark`, if there is one.
        """
        widths = [block.width for block in self.blocks]
        air = APART * style.series.size
        middles = spread_over(wanted[: len(widths)], widths, 0, frame.width, air)
        foot = frame.top - _REACH
        for block, middle, at in zip(self.blocks, middles, wanted, strict=False):
            if block.lines:
                frame.put(block, middle, foot - _ABOVE, "centre", "bottom")
                if mark is not None:
                    places = [(middle, foot - 1), (at, foot + 2.5), (at, mark)]
                    frame.line(places, style.theme.colours.soft, _LEADER)
