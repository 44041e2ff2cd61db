"""How text stands in the room that it has: short text and its box in, both aired, out; of a title a
paragraph, its ruler and a width in, a narrower width out.

Programs break lines by themselves; a title's box is made so narrow that they break it well.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from builder.model.text import Line
from builder.outputs.pptx.plan.deck import below
from builder.outputs.pptx.plan.measure import HEIGHT_MARGIN, Broken, Ruler
from builder.outputs.pptx.plan.model import Paragraph
from builder.text.opportunities import hedge_of
from builder.units import Box

if TYPE_CHECKING:
    from builder.outputs.pptx.layouts.base import LayoutContext


_FULL: Final = 0.72  # of its box, that short text is spread over
_MOST: Final = 2.4  # sizes: the most room above a paragraph
_ABOVE: Final = 0.25  # of what stays empty: a headline of one line leaves room above, too

_NARROWED: Final = tuple(1 - step / 50 for step in range(20))  # shares of a title's width
_LEAST_LAST: Final = 0.36  # of a line, that the last one of a title fills


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


def balanced(ruler: Ruler, paragraph: Paragraph, width: float, height: float = 0.0) -> float:
    """Return the greatest width, up to `width`, at which the last of a paragraph's lines is no
    single short word, no hedge is parted from its number and, better, all programs break its lines
    alike. It takes no more lines there, or, where there is none such, one more if `height` has room
    for it. Where there is no such width either, it is one at which hedges are parted least.
    """
    lines, high = ruler.lines(paragraph, width), ruler.height((paragraph,), width)
    if lines < 2:
        return width
    fewest = min(len(way.fills) for way in ruler.broken(paragraph, width))
    kept: list[tuple[int, float]] = []
    for more in range(1 + (high * (lines + 1) / lines <= height)):
        good = 0.0
        for each in (width * share for share in _NARROWED):
            ways, room = ruler.broken(paragraph, each), ruler.room(paragraph, each)
            counts = [len(way.fills) for way in ways]
            if max(counts) > lines + more or min(counts) > fewest + more:
                continue
            parted = sum(parts_hedge(paragraph.runs, way) for way in ways)
            kept.append((parted, -each))
            if parted:
                continue
            if min(way.fills[-1] for way in ways) >= _LEAST_LAST * room:
                good = good or each
                if len(ways) == 1:
                    return each
        if good:
            return good
    return -min(kept)[1] if kept else width


def parts_hedge(runs: Line, way: Broken) -> bool:
    """Say whether a line ends between a hedge and its number."""
    at = 0
    for run in runs:
        if any(at < end < at + hedge_of(run) for end in way.ends):
            return True
        at += len(run.text)
    return False
