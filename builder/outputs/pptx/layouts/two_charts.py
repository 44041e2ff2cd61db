"""Two charts side by side, each under its own title."""

from __future__ import annotations

from typing import Final

from builder.outputs.pptx.layouts.base import TWO_CONTENT
from builder.outputs.pptx.layouts.exhibits import charts_layout

LAYOUT: Final = charts_layout(
    name="two-charts",
    title="Two charts",
    ooxml="twoObj",
    holds="two charts that are no diagrams",
    count=2,
    match=TWO_CONTENT.called(types=("twoObj", "twoTxTwoObj")),
)
