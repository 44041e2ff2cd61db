"""`:::{question} What is ...?`: a question and its answer."""

from __future__ import annotations

from builder.content.blocks import BlockReader, Kind
from builder.content.directive import Allowed, Directive
from builder.model.blocks import Question


def _build(directive: Directive, reader: BlockReader) -> Question:
    return Question(directive.text(), reader.body(directive), directive.place)


KIND = Kind(Allowed(frozenset({"section", "slide"}), "the question", (), "the answer"), _build)
