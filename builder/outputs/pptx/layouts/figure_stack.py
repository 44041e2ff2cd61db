"""Key figures one below the other on one panel: each its number, large, and a line of what it is.

A box and figure ids in; the items, and what the stack leaves of the box, out.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import TYPE_CHECKING, Final

from builder.model.text import join, plain
from builder.outputs.pptx.layouts.cards import meta_of, told_panel, with_meta
from builder.outputs.pptx.plan.autofit import TooLargeError
from builder.outputs.pptx.plan.model import (
    KEY_FIGURE,
    FilledForm,
    Item,
    Paragraph,
    ParagraphStyle,
    Placeholder,
    TextItem,
)
from builder.theme.theme import DISPLAY, HEADLINE, LABEL, LARGE, SMALL, TEXT
from builder.units import Box

if TYPE_CHECKING:
    from builder.outputs.pptx.layouts.base import LayoutContext

_GAP, _TIGHT = 22.0, 12.0  # between figures, in whose middle the hairline stands
_HAIRLINE: Final = 0.75


def figure_stack(
    figures: Sequence[str], box: Box, context: LayoutContext
) -> tuple[tuple[Item, ...], float]:
    """Return figures from the top of a box, in the largest type that fits, and the height used.

    Raises:
        TooLargeError: they do not fit in the smallest.
    """
    face = context.theme.deck
    numbers, labels = face.steps(DISPLAY, HEADLINE, LARGE), face.steps(TEXT, LABEL, SMALL)
    if len(figures) == 1 and context.traits.enlarged:
        labels = (*face.steps(LARGE), *labels)
    for gap, number, label in (
        *product((_GAP,), numbers, labels),
        *product((_TIGHT,), numbers[-1:], labels),
    ):
        texts = [_text(figure, number, label, context) for figure in figures]
        wide = max(context.ruler.width(text[0].runs, number, bold=True) for text in texts)
        heights = [context.height(text, box.width) for text in texts]
        used = sum(heights) + gap * (len(figures) - 1)
        if wide <= box.width and used <= box.height:
            return tuple(_placed(figures, texts, heights, (box, gap), context)), used
    worst = max(figures, key=lambda figure: len(plain(context.briefing.printed[figure]["label"])))
    raise TooLargeError(plain(context.briefing.printed[worst]["label"]))


def _text(
    figure: str, number: float, label: float, context: LayoutContext
) -> tuple[Paragraph, ...]:
    printed, meta = context.briefing.printed[figure], meta_of(figure, context)
    named = join(filter(None, (printed["label"], printed.get("unit") or ())), ", ")
    return (
        Paragraph(printed["short"], ParagraphStyle(number, bold=True, colour="accent")),
        Paragraph(with_meta(named, meta), ParagraphStyle(label)),
    )


def _placed(
    figures: Sequence[str],
    texts: Sequence[tuple[Paragraph, ...]],
    heights: Sequence[float],
    room: tuple[Box, float],
    context: LayoutContext,
) -> list[Item]:
    """Return figures in a box, a gap between them."""
    found: list[Item] = []
    box, gap = room
    top = box.top
    for at, (figure, text, high) in enumerate(zip(figures, texts, heights, strict=True)):
        place = Box(box.left, top, box.width, high)
        line = FilledForm(
            "Hairline", Box(box.left, top + high + gap / 2, box.width, _HAIRLINE), "soft"
        )
        ground = FilledForm("Ground", place)
        shapes = (ground, line) if at + 1 < len(figures) else (ground,)
        found.append(told_panel(figure, shapes, context))
        found.append(TextItem(KEY_FIGURE + at, f"Figure {figure}", text, place, passed_over=True))
        top += high + gap
    return found


def stack_placeholders(box: Box, most: int) -> tuple[Placeholder, ...]:
    """Return the placeholders of so many figures one below the other."""
    high = (box.height - _GAP * (most - 1)) / most
    style = ParagraphStyle(HEADLINE, bold=True, colour="accent")
    return tuple(
        Placeholder(
            KEY_FIGURE + at,
            "body",
            f"Key figure {at + 1}",
            Box(box.left, box.top + at * (high + _GAP), box.width, high),
            (style,),
            prompt="Key figure: number, what it counts",
        )
        for at in range(most)
    )
