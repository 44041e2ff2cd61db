"""The directives: one file each, and one line here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from builder.content.blocks import Kind
from builder.content.directives import (
    callout,
    chart,
    figures,
    notes,
    pagebreak,
    pullquote,
    question,
    quote,
    slide,
    table,
)

DIRECTIVES: Final[Mapping[str, Kind]] = {
    "callout": callout.KIND,
    "chart": chart.KIND,
    "figures": figures.KIND,
    "notes": notes.KIND,
    "pagebreak": pagebreak.KIND,
    "pullquote": pullquote.KIND,
    "question": question.KIND,
    "quote": quote.KIND,
    "slide": slide.KIND,
    "table": table.KIND,
}
"""Every directive by its name."""
