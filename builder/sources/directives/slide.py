"""`::::{slide} Headline`: a slide beside the prose."""

from __future__ import annotations

from builder.model.blocks import Slide
from builder.sources.blocks import BlockReader, Kind
from builder.sources.directive import Allowed, Directive


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
        )
    )


KIND = Kind(
    Allowed(frozenset({"section"}), "its headline", ("figures", "layout", "claim"), "its points?"),
    _build,
)
