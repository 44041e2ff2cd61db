"""Short text given the room of its slide: set paragraphs and their box in, both aired, out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from builder.outputs.pptx.plan.deck import below
from builder.outputs.pptx.plan.measure import HEIGHT_MARGIN
from builder.outputs.pptx.plan.model import Paragraph
from builder.units import Box

if TYPE_CHECKING:
    from builder.outputs.pptx.layouts.base import LayoutContext

_FULL: Final = 0.72  # of its box, that short text is spread over
_MOST: Final = 2.4  # sizes: the most room above a paragraph
_ABOVE: Final = 0.25  # of what stays empty: a headline of one line leaves room above, too


def aired(
    paragraphs: tuple[Paragraph, ...], box: Box, context: LayoutContext, above: float = _ABOVE
) -> tuple[tuple[Paragraph, ...], Box]:
    """Return text that leaves much of its box empty spread out, about the optical middle.

    Above it stands the share `above` of what stays empty.

    What fills its box, or stands on a user's template, stays as it is.
    """
    lacking = _FULL * box.height - context.height(paragraphs, box.width)
    if lacking <= 0 or not context.traits.composed:
        return paragraphs, box
    opening = [at for at, each in enumerate(paragraphs) if at and not each.level]
    more = lacking / (1 + HEIGHT_MARGIN) / max(1, len(opening))
    spread = list(paragraphs)
    for at in opening:
        style = spread[at].style
        before = min(style.before + more, max(style.before, _MOST * style.size))
        spread[at] = replace(spread[at], style=replace(style, before=float(int(before))))
    free = box.height - context.height(tuple(spread), box.width)
    return tuple(spread), below(box, above * free)
