"""`:::{figures} a, b, c`: a panel of key figures."""

from __future__ import annotations

from builder.content.blocks import BlockReader, Kind
from builder.content.directive import Allowed, Directive
from builder.model.blocks import Panel


def _build(directive: Directive, _reader: BlockReader) -> Panel:
    return Panel(directive.mentions("figure"), directive.text("title"), directive.place)


KIND = Kind(
    Allowed(frozenset({"section", "slide", "callout"}), "figure ids with commas", ("title",)),
    _build,
)
