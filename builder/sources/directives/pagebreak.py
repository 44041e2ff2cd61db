"""`:::{pagebreak}`: the paper goes on at a new page."""

from __future__ import annotations

from builder.model.blocks import PageBreak
from builder.sources.blocks import BlockReader, Kind
from builder.sources.directive import Allowed, Directive


def _build(directive: Directive, _reader: BlockReader) -> PageBreak:
    return PageBreak(directive.place)


KIND = Kind(Allowed(frozenset({"section"})), _build)
