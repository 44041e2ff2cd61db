"""Headline and chart: one chart, as wide as the slide."""

from __future__ import annotations

from typing import Final

from builder.outputs.pptx.layouts.base import CONTENT
from builder.outputs.pptx.layouts.exhibits import charts_layout

LAYOUT: Final = charts_layout(
    name="chart",
    title="Headline and chart",
    ooxml="chart",
    holds="one chart that is no diagram",
    count=1,
    match=CONTENT.called("chart", "diagramm", types=("chart", "obj", "titleOnly")),
)
