"""`:::{pullquote}`: words of the paper itself, set large to catch the eye."""

from __future__ import annotations

from builder.model.blocks import PullQuote
from builder.sources.blocks import BlockReader, Kind
from builder.sources.directive import Allowed, Directive
from builder.sources.directives.quote import paragraphs


def _build(directive: Directive, reader: BlockReader) -> PullQuote:
    return PullQuote(paragraphs(directive, reader), directive.place)


KIND = Kind(Allowed(frozenset({"section"}), body="its words"), _build)
