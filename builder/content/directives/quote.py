"""`:::{quote} Attribution`: a quotation and who is quoted."""

from __future__ import annotations

from builder.content.blocks import BlockReader, Kind
from builder.content.directive import Allowed, Directive
from builder.model.blocks import Quote


def _build(directive: Directive, reader: BlockReader) -> Quote:
    return Quote(reader.paragraphs(directive), directive.text(), directive.place)


KIND = Kind(
    Allowed(
        frozenset({"section", "slide", "callout", "question"}), "who is quoted?", (), "its words"
    ),
    _build,
)
