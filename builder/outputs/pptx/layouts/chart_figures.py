"""Chart with three numbers: the chart in eight of twelve columns, key figures in the other four."""

from __future__ import annotations

from typing import Final

from builder.outputs.pptx.layouts.beside import chart_beside

_COUNT: Final = 3

LAYOUT: Final = chart_beside(
    name="chart-figures",
    title="Chart and three numbers",
    holds="one chart that is no diagram, with three figures",
    applies=lambda content: len(content.figures) == _COUNT and not content.points,
)
