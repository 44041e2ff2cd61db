"""Chart with takeaway: a panel beside the chart says what it means, with up to two key figures."""

from __future__ import annotations

from typing import Final

from builder.outputs.pptx.layouts.beside import chart_beside

_MOST_FIGURES, _MOST_BELOW = 2, 3
"""Figures on a panel that says what a chart means, and on one that has points above them."""

LAYOUT: Final = chart_beside(
    name="chart-takeaway",
    title="Chart and takeaway",
    holds="one chart that is no diagram, with its takeaway, or points and up to three figures",
    applies=lambda content: (
        len(content.figures) <= (_MOST_BELOW if content.points else _MOST_FIGURES)
        and bool(content.takeaways or content.figures)
    ),
    shows=frozenset({"takeaways"}),
)
