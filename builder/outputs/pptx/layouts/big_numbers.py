"""Key figures alone on a slide, each on a panel, on the optical middle: ids in, items out."""

from __future__ import annotations

from itertools import product
from typing import Final

from builder.model.text import Line, plain
from builder.outputs.pptx.layouts.base import LayoutContext
from builder.outputs.pptx.layouts.cards import meta_of, told_panel, with_meta
from builder.outputs.pptx.layouts.tiles import GAP, cells, centred, filled_cells, inner, panel
from builder.outputs.pptx.plan.autofit import TooLargeError
from builder.outputs.pptx.plan.model import (
    KEY_FIGURE,
    Item,
    Paragraph,
    ParagraphStyle,
    TextItem,
)
from builder.theme.theme import DISPLAY, HEADLINE, LABEL, LARGE, TEXT

MOST: Final = 4
"""How many figures stand so on one slide."""

_NARROWEST: Final = 190.0  # of a panel in one row
_LEAST: Final = 0.62  # of the body's height that panels take
_SLACK: Final = 2.2  # times what the text needs, to which a panel may be stretched


def big_numbers(figures: tuple[str, ...], context: LayoutContext) -> tuple[Item, ...]:
    """Return figures by themselves on a slide, each as large as the widest of them may be.

    Raises:
        TooLargeError: a figure's label does not fit its panel.
    """
    body, face = context.grid.body, context.theme.deck
    count = len(figures)
    fits = (body.width - GAP * (count - 1)) / count >= _NARROWEST
    for columns in dict.fromkeys((count if fits else -(-count // 2), -(-count // 2))):
        rows = -(-count // columns)
        room = inner(cells(body, columns, rows)[0])
        for number in face.steps(DISPLAY, HEADLINE):
            for label, apart in product(face.steps(LARGE, TEXT, LABEL), (True, False)):
                texts = [_text(figure, (number, label), context, apart) for figure in figures]
                wide = max(
                    context.ruler.width(each.runs, number, bold=True)
                    for text in texts
                    for each in text[:1]
                )
                tallest = max(context.height(text, room.width) for text in texts)
                if wide <= room.width and tallest <= room.height:
                    return _placed(figures, texts, (columns, rows, tallest), context)
    worst = max(figures, key=lambda figure: len(plain(context.briefing.printed[figure]["label"])))
    raise TooLargeError(plain(context.briefing.printed[worst]["label"]))


def _text(
    figure: str, sizes: tuple[float, float], context: LayoutContext, apart: bool
) -> tuple[Paragraph, ...]:
    """Return a figure's number, its unit, what it counts, and of when and how firm it is, `apart`
    or on one line with what it counts.
    """
    number, label = sizes
    printed, meta = context.briefing.printed[figure], meta_of(figure, context)
    lines = [Paragraph(printed["short"], ParagraphStyle(number, bold=True, colour="accent"))]
    unit: Line = printed.get("unit") or ()
    if unit:
        lines.append(Paragraph(unit, ParagraphStyle(label, bold=True, colour="accent")))
    said = printed["label"] if apart else with_meta(printed["label"], meta)
    lines.append(Paragraph(said, ParagraphStyle(label, before=4)))
    small = context.theme.deck.step(LABEL)
    if meta and apart:
        lines.append(Paragraph(meta, ParagraphStyle(small, colour="muted", before=6)))
    return tuple(lines)


def _placed(
    figures: tuple[str, ...],
    texts: list[tuple[Paragraph, ...]],
    shape: tuple[int, int, float],
    context: LayoutContext,
) -> tuple[Item, ...]:
    columns, rows, tallest = shape
    body = context.grid.body
    whole = cells(body, columns, rows)[0]
    need = tallest + whole.height - inner(whole).height
    high = min(whole.height, max(need, min(need * _SLACK, whole.height * _LEAST)))
    boxes = filled_cells(centred(body, high * rows + GAP * (rows - 1)), len(figures), columns)
    found: list[Item] = []
    for at, (figure, text, box) in enumerate(zip(figures, texts, boxes, strict=True)):
        # All numbers stand at one height, whatever stands below them.
        words = centred(inner(box), tallest)
        found.append(told_panel(figure, tuple(panel(box)), context))
        found.append(TextItem(KEY_FIGURE + at, f"Figure {figure}", text, words, passed_over=True))
    return tuple(found)
