"""`:::{notes}` in a slide: what the speaker says."""

from __future__ import annotations

from builder.sources.blocks import BlockReader, Kind
from builder.sources.directive import Allowed, Directive


def _build(directive: Directive, reader: BlockReader) -> None:
    directive.sheet.spoken.extend(reader.body(directive))


KIND = Kind(Allowed(frozenset({"slide"}), body="what the speaker says"), _build)
