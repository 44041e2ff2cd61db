"""`:::{question} What is ...?`: a question and its answer."""

from __future__ import annotations

from builder.model.blocks import Question
from builder.sources.blocks import BlockReader, Kind
from builder.sources.directive import Allowed, Directive


def _build(directive: Directive, reader: BlockReader) -> Question:
    return Question(directive.text(), reader.body(directive), directive.place)


KIND = Kind(Allowed(frozenset({"section", "slide"}), "the question", (), "the answer"), _build)
