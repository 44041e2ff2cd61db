"""`:::{pullquote}`: words of the paper itself, set large to catch the eye."""

from __future__ import annotations

from builder.content.blocks import BlockReader, Kind
from builder.content.directive import Allowed, Directive
from builder.content.directives.quote import paragraphs
from builder.model.blocks import PullQuote


def _build(directive: Directive, reader: BlockReader) -> PullQuote:
    return PullQuote(paragraphs(directive, reader), directive.place)


KIND = Kind(Allowed(frozenset({"section"}), body="its words"), _build)
