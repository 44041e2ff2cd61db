"""A quotation, set large, and who is quoted."""

from __future__ import annotations

from builder.outputs.pptx.layouts.base import CONTENT, Drafts, Layout, LayoutContext, SlideFrame
from builder.outputs.pptx.layouts.parts import headline, source
from builder.outputs.pptx.plan.autofit import autofit
from builder.outputs.pptx.plan.content import SlideContent
from builder.outputs.pptx.plan.deck import SlideGrid
from builder.outputs.pptx.plan.model import (
    BODY,
    Item,
    Mark,
    Paragraph,
    ParagraphStyle,
    Placeholder,
    TextItem,
)
from builder.theme.theme import LABEL, TEXT
from builder.units import Box

_ATTRIBUTION = 20


def _boxes(grid: SlideGrid) -> tuple[Box, Box]:
    body = grid.body
    left, width = body.left + 34, min(body.width - 68, 780)
    quote = Box(left, body.top + 12, width, body.height - 84)
    return quote, Box(left, quote.top + quote.height + 14, width, 48)


def _placeholders(frame: SlideFrame) -> tuple[Placeholder, ...]:
    quote, attribution = _boxes(frame.grid)
    style = ParagraphStyle(frame.type.title[0], colour="accent", before=10)
    who = ParagraphStyle(frame.type.step(TEXT), colour="muted")
    return (
        headline(frame),
        Placeholder(BODY, "body", "Quote", quote, (style,), "ctr", "Quotation"),
        Placeholder(_ATTRIBUTION, "body", "Attribution", attribution, (who,), prompt="Who"),
        source(frame),
    )


def _marks(grid: SlideGrid) -> tuple[Mark, ...]:
    quote, _ = _boxes(grid)
    bar = Box(grid.left, quote.top, 5, quote.height)
    return (Mark("Accent rule", grid.rule, "highlight"), Mark("Quote bar", bar, "highlight"))


def _fill(content: SlideContent, context: LayoutContext) -> Drafts:
    (quote,) = content.quotes
    box, at_foot = _boxes(context.grid)
    known = {*context.theme.deck.title, *context.theme.deck.body}
    sizes = sorted((size for size in known if size >= context.theme.deck.step(TEXT)), reverse=True)
    fitted = autofit(
        lambda size: tuple(
            Paragraph(line, ParagraphStyle(size, colour="accent", before=10))
            for line in quote.paragraphs
        ),
        box,
        sizes,
        context.ruler,
        divisible=True,
    )
    attribution: list[Item] = []
    if quote.attribution:
        who = autofit(
            lambda size: (Paragraph(quote.attribution, ParagraphStyle(size, colour="muted")),),
            at_foot,
            context.theme.deck.steps(TEXT, LABEL),
            context.ruler,
        )
        attribution.append(TextItem(_ATTRIBUTION, "Attribution", who.parts[0]))
    return tuple((TextItem(BODY, "Quote", part), *attribution) for part in fitted.parts)


LAYOUT = Layout(
    name="quote",
    title="Quotation",
    ooxml="obj",
    holds="one quotation",
    applies=lambda content: len(content.quotes) == 1 and content.only("quotes"),
    placeholders=_placeholders,
    fill=_fill,
    match=CONTENT.called("quote", "zitat", types=("obj", "titleOnly")),
    marks=_marks,
    boxed=False,
)
