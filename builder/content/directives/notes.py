"""`:::{notes}` in a slide: what the speaker says."""

from __future__ import annotations

from builder.content.blocks import BlockReader, Kind
from builder.content.directive import Allowed, Directive


def _build(directive: Directive, reader: BlockReader) -> None:
    directive.sheet.spoken.extend(reader.body(directive))


KIND = Kind(Allowed(frozenset({"slide"}), body="what the speaker says"), _build)
