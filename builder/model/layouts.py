"""The names of the slide layouts, for content to ask for and for the deck to find them by.

A new layout is a line here and a module of its name in `builder.outputs.pptx.layouts`.
"""

from __future__ import annotations

from typing import Final

LAYOUTS: Final = (
    "title",
    "agenda",
    "section",
    "points",
    "chart",
    "chart-points",
    "two-charts",
    "figures",
    "table",
    "timeline",
    "flow",
    "quote",
    "question",
    "sources",
    "closing",
)
"""In the order in which they are tried: the first that holds what stands on a slide is taken."""
