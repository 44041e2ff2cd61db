"""Chart and points: a chart on the left, what it means (or key figures, or both) on the right."""

from __future__ import annotations

from typing import Final

from builder.outputs.pptx.layouts.beside import chart_beside

_MOST_FIGURES: Final = 2

LAYOUT: Final = chart_beside(
    name="chart-points",
    title="Chart and points",
    holds="one chart that is no diagram, with lists or paragraphs, or up to two figures",
    applies=lambda content: (
        bool(content.points or content.figures) and len(content.figures) <= _MOST_FIGURES
    ),
)
