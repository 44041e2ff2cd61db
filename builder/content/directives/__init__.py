"""The directives: one file each, and one line here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from builder.blocks import BLOCKS, block_kind
from builder.content.blocks import Kind
from builder.content.directives import (
    callout,
    chart,
    figures,
    notes,
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
    "question": question.KIND,
    "quote": quote.KIND,
    "slide": slide.KIND,
    "table": table.KIND,
    **{name: block_kind(name).directive for name in BLOCKS},
}
"""Every directive by its name."""
