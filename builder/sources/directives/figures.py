"""`:::{figures} a, b, c`: a panel of key figures."""

from __future__ import annotations

from builder.model.blocks import Panel
from builder.sources.blocks import BlockReader, Kind
from builder.sources.directive import Allowed, Directive


def _build(directive: Directive, _reader: BlockReader) -> Panel:
    return Panel(directive.mentions("figure"), directive.text("title"), directive.place)


KIND = Kind(
    Allowed(frozenset({"section", "slide", "callout"}), "figure ids with commas", ("title",)),
    _build,
)
