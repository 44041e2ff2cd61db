"""`:::{callout} Title`: a passage set apart, `:kind:` note, warning or definition."""

from __future__ import annotations

from builder.content.blocks import BlockReader, Kind
from builder.content.directive import Allowed, Directive
from builder.model.blocks import Callout
from builder.problems import known_names

_KINDS = ("note", "warning", "definition")


def _build(directive: Directive, reader: BlockReader) -> Callout:
    kind = directive.word("kind") or "note"
    if kind not in _KINDS:
        directive.sheet.error(
            directive.where("kind"), f'"{kind}" is no kind of callout', known_names(kind, _KINDS)
        )
    return Callout(kind, directive.text(), reader.body(directive), directive.place)


KIND = Kind(Allowed(frozenset({"section"}), "a title?", ("kind",), "its text"), _build)
