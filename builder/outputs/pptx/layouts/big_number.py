"""Big numbers: one to four key figures and nothing else, each on a panel, on the optical middle."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from builder.model.text import Line, plain
from builder.outputs.pptx.layouts.base import TITLE_ONLY, Drafts, Layout, LayoutContext, SlideFrame
from builder.outputs.pptx.layouts.cards import meta_of, told_panel
from builder.outputs.pptx.layouts.parts import headline, source
from builder.outputs.pptx.layouts.tiles import GAP, cells, centred, inner, panel
from builder.outputs.pptx.plan.autofit import TooLargeError
from builder.outputs.pptx.plan.content import SlideContent
from builder.outputs.pptx.plan.model import (
    KEY_FIGURE,
    Item,
    Paragraph,
    ParagraphStyle,
    Placeholder,
    TextItem,
)
from builder.theme.theme import DISPLAY, HEADLINE, LABEL, LARGE, TEXT

_MOST: Final = 4
_NARROWEST: Final = 190.0  # of a panel in one row
_LEAST: Final = 0.62  # of the body's height that panels take
_SLACK: Final = 2.2  # times what the text needs, to which a panel may be stretched


def _placeholders(frame: SlideFrame) -> tuple[Placeholder, ...]:
    style = ParagraphStyle(frame.type.step(DISPLAY), bold=True, colour="accent")
    boxes = (inner(box) for box in cells(frame.grid.body, 2, 2))
    figures = (
        Placeholder(
            KEY_FIGURE + at,
            "body",
            f"Key figure {at + 1}",
            box,
            (style,),
            prompt="Key figure: number, unit, what it counts",
        )
        for at, box in enumerate(boxes)
    )
    return (headline(frame), *figures, source(frame))


def _fill(content: SlideContent, context: LayoutContext) -> Drafts:
    figures, body, face = content.figures, context.grid.body, context.theme.deck
    count = len(figures)
    fits = (body.width - GAP * (count - 1)) / count >= _NARROWEST
    for columns in dict.fromkeys((count if fits else -(-count // 2), -(-count // 2))):
        rows = -(-count // columns)
        room = inner(cells(body, columns, rows)[0])
        for number in face.steps(DISPLAY, HEADLINE):
            for label in face.steps(LARGE, TEXT, LABEL):
                texts = [_text(figure, number, label, context) for figure in figures]
                wide = max(
                    context.ruler.width(each.runs, number, bold=True)
                    for text in texts
                    for each in text[:1]
                )
                tallest = max(context.height(text, room.width) for text in texts)
                if wide <= room.width and tallest <= room.height:
                    return (_placed(figures, texts, (columns, rows, tallest), context),)
    worst = max(figures, key=lambda figure: len(plain(context.briefing.printed[figure]["label"])))
    raise TooLargeError(plain(context.briefing.printed[worst]["label"]))


def _text(
    figure: str, number: float, label: float, context: LayoutContext
) -> tuple[Paragraph, ...]:
    """Return a figure's number, its unit, what it counts, and of when and how firm it is."""
    printed, meta = context.briefing.printed[figure], meta_of(figure, context)
    lines = [Paragraph(printed["short"], ParagraphStyle(number, bold=True, colour="accent"))]
    unit: Line = printed.get("unit") or ()
    if unit:
        lines.append(Paragraph(unit, ParagraphStyle(label, bold=True, colour="accent")))
    lines.append(Paragraph(printed["label"], ParagraphStyle(label, before=4)))
    small = context.theme.deck.step(LABEL)
    if meta:
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
    boxes = cells(centred(body, high * rows + GAP * (rows - 1)), columns, rows)
    found: list[Item] = []
    for at, (figure, text, box) in enumerate(zip(figures, texts, boxes, strict=False)):
        words = centred(inner(box), context.height(text, inner(box).width))
        found.append(told_panel(figure, tuple(panel(box)), context))
        found.append(TextItem(KEY_FIGURE + at, f"Figure {figure}", text, words, passed_over=True))
    return tuple(found)


LAYOUT = Layout(
    name="big-number",
    title="Big numbers",
    ooxml="obj",
    holds="one to four figures and nothing else",
    applies=lambda content: 1 <= len(content.figures) <= _MOST and content.only("figures"),
    placeholders=_placeholders,
    fill=_fill,
    match=replace(TITLE_ONLY, slots=(), from_title=True),
)
