"""The slide layouts, one module each; a new one is a module here and a line below.

The first whose material fits is taken, so the order matters where two could serve.
"""

from __future__ import annotations

from typing import Final

from builder.deck.layouts import (
    agenda,
    chart,
    chart_points,
    closing,
    diagrams,
    figures,
    points,
    question,
    quote,
    section,
    sources,
    table,
    title,
    two_charts,
)
from builder.deck.layouts.base import Layout

LAYOUTS: Final[tuple[Layout, ...]] = (
    title.LAYOUT,
    agenda.LAYOUT,
    section.LAYOUT,
    points.LAYOUT,
    chart.LAYOUT,
    chart_points.LAYOUT,
    two_charts.LAYOUT,
    figures.LAYOUT,
    table.LAYOUT,
    diagrams.TIMELINE,
    diagrams.FLOW,
    quote.LAYOUT,
    question.LAYOUT,
    sources.LAYOUT,
    closing.LAYOUT,
)
BY_NAME: Final = {layout.name: layout for layout in LAYOUTS}
