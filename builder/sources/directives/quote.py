"""`:::{quote} Attribution`: a quotation and who is quoted."""

from __future__ import annotations

from builder.model.blocks import Paragraph, Quote
from builder.sources.blocks import BlockReader, Kind
from builder.sources.directive import Allowed, Directive


def _build(directive: Directive, reader: BlockReader) -> Quote:
    paragraphs = []
    for block in reader.body(directive):
        if isinstance(block, Paragraph):
            paragraphs.append(block.text)
        else:
            directive.sheet.error(
                block.place, "a quote holds paragraphs only", "move this out of it"
            )
    return Quote(tuple(paragraphs), directive.text(), directive.place)


KIND = Kind(
    Allowed(
        frozenset({"section", "slide", "callout", "question"}), "who is quoted?", (), "its words"
    ),
    _build,
)
