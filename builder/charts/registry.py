"""The kinds of chart by name: a new kind is one file in `kinds/` and one line here."""

from __future__ import annotations

from typing import Final, Protocol, cast

from builder.charts.frame import Frame
from builder.charts.kinds import (
    area,
    bar,
    bubble,
    column,
    doughnut,
    flow,
    grouped,
    line,
    scatter,
    stacked,
    timeline,
    waterfall,
)
from builder.charts.native import NativeChart
from builder.charts.style import Style
from builder.model.chart import ChartKind, ResolvedChart
from builder.theme.theme import Theme


class Kind(Protocol):
    """What the file of a kind holds."""

    def draw(self, frame: Frame, chart: ResolvedChart, style: Style) -> float:
        """Draw the plot below the frame's top; return the foot of the drawing, in points."""

    def native(self, chart: ResolvedChart, theme: Theme) -> NativeChart | None:
        """Return the chart for PowerPoint, or None where PowerPoint has no such chart."""


KINDS: Final[dict[ChartKind, Kind]] = {
    "bar": cast("Kind", bar),
    "column": cast("Kind", column),
    "grouped": cast("Kind", grouped),
    "stacked": cast("Kind", stacked),
    "line": cast("Kind", line),
    "area": cast("Kind", area),
    "doughnut": cast("Kind", doughnut),
    "scatter": cast("Kind", scatter),
    "bubble": cast("Kind", bubble),
    "timeline": cast("Kind", timeline),
    "waterfall": cast("Kind", waterfall),
    "flow": cast("Kind", flow),
}
