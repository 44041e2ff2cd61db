"""`:::{pagebreak}`: the paper goes on at a new page."""

from __future__ import annotations

from builder.content.blocks import BlockReader, Kind
from builder.content.directive import Allowed, Directive
from builder.model.blocks import PageBreak


def _build(directive: Directive, _reader: BlockReader) -> PageBreak:
    return PageBreak(directive.place)


KIND = Kind(Allowed(frozenset({"section"})), _build)
