"""`:::{quote} Attribution`: a quotation and who is quoted."""

from __future__ import annotations

from builder.content.blocks import BlockReader, Kind
from builder.content.directive import Allowed, Directive
from builder.model.blocks import Paragraph, Quote
from builder.model.text import Text


def paragraphs(directive: Directive, reader: BlockReader) -> tuple[Text, ...]:
    """Return the paragraphs of a quote; anything else in it is reported."""
    texts = []
    for block in reader.body(directive):
        if isinstance(block, Paragraph):
            texts.append(block.text)
        else:
            directive.sheet.error(
                block.place, "a quote holds paragraphs only", "move this out of it"
            )
    return tuple(texts)


def _build(directive: Directive, reader: BlockReader) -> Quote:
    return Quote(paragraphs(directive, reader), directive.text(), directive.place)


KIND = Kind(
    Allowed(
        frozenset({"section", "slide", "callout", "question"}), "who is quoted?", (), "its words"
    ),
    _build,
)
