"""`::::{slide} Headline`: a slide beside the prose."""

from __future__ import annotations

from builder.content.blocks import BlockReader, Kind
from builder.content.directive import Allowed, Directive
from builder.model.blocks import Slide

_OPTIONS = ("figures", "layout", "claim", "hidden", "reveal")


def _build(directive: Directive, reader: BlockReader) -> None:
    sheet = directive.sheet
    sheet.spoken.clear()
    blocks = reader.body(directive)
    sheet.slides.append(
        Slide(
            directive.text(),
            blocks,
            directive.mentions("figure", "figures"),
            tuple(sheet.spoken),
            directive.mention("layout", "layout"),
            directive.mention("claim", "claim"),
            directive.place,
            directive.flag("hidden"),
            directive.flag("reveal"),
        )
    )


KIND = Kind(
    Allowed(frozenset({"section"}), "its headline", _OPTIONS, "its points?"),
    _build,
)
