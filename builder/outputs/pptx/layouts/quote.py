"""A quotation, set large, and who is quoted."""

from __future__ import annotations

from typing import Final

from builder.outputs.pptx.layouts.base import CONTENT, Drafts, Layout, LayoutContext, SlideFrame
from builder.outputs.pptx.layouts.parts import headline, source
from builder.outputs.pptx.layouts.tiles import centred, decoration
from builder.outputs.pptx.plan.autofit import FittedText, autofit
from builder.outputs.pptx.plan.content import SlideContent
from builder.outputs.pptx.plan.deck import SlideGrid
from builder.outputs.pptx.plan.model import (
    BODY,
    FilledForm,
    Item,
    Paragraph,
    ParagraphStyle,
    Placeholder,
    TextItem,
)
from builder.theme.theme import DISPLAY, LABEL, TEXT
from builder.units import Box

_ATTRIBUTION = 20
_BAR: Final = 5.0
_AIR: Final = 10.0  # that the bar is longer than the words, above and below
_SHORT: Final = 0.9  # of its room, that a quotation as large as a statement may take
_APART: Final = 14.0  # between the words and who said them


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


def _fill(content: SlideContent, context: LayoutContext) -> Drafts:
    (quote,) = content.quotes
    box, at_foot = _boxes(context.grid)
    known = {*context.theme.deck.title, *context.theme.deck.body}
    sizes = sorted((size for size in known if size >= context.theme.deck.step(TEXT)), reverse=True)

    def setter(size: float) -> tuple[Paragraph, ...]:
        style = ParagraphStyle(size, colour="accent", before=10)
        return tuple(Paragraph(line, style) for line in quote.paragraphs)

    large = setter(context.theme.deck.step(DISPLAY))
    room = box.height * _SHORT if context.traits.enlarged else 0.0
    fitted = (
        FittedText(large[0].style.size, (large,))
        if context.height(large, box.width) <= room
        else autofit(setter, box, sizes, context.ruler, divisible=True)
    )
    who: tuple[Paragraph, ...] = ()
    if quote.attribution:
        who = autofit(
            lambda size: (Paragraph(quote.attribution, ParagraphStyle(size, colour="muted")),),
            at_foot,
            context.theme.deck.steps(TEXT, LABEL),
            context.ruler,
        ).parts[0]
    return tuple(_placed(part, who, context) for part in fitted.parts)


def _placed(
    said: tuple[Paragraph, ...], who: tuple[Paragraph, ...], context: LayoutContext
) -> tuple[Item, ...]:
    """Return a quotation beside its bar on the optical middle, below it who is quoted; on a user's
    template each where it has its place.
    """
    if not context.traits.composed:
        quoted = (TextItem(_ATTRIBUTION, "Attribution", who),) if who else ()
        return (TextItem(BODY, "Quote", said), *quoted)
    quote, foot = _boxes(context.grid)
    high, tall = context.height(said, quote.width), context.height(who, foot.width)
    block = centred(context.grid.body, high + (_APART + tall if who else 0.0) + 2 * _AIR)
    bar = FilledForm("Quote bar", block._replace(width=_BAR), "highlight")
    box = quote._replace(top=block.top + _AIR, height=high + 1)
    found: list[Item] = [decoration("Bar", (bar,)), TextItem(BODY, "Quote", said, box)]
    if who:
        below_it = foot._replace(top=box.top + high + _APART, height=tall + 1)
        found.append(TextItem(_ATTRIBUTION, "Attribution", who, below_it))
    return tuple(found)


LAYOUT = Layout(
    name="quote",
    title="Quotation",
    ooxml="obj",
    holds="one quotation",
    applies=lambda content: len(content.quotes) == 1 and content.only("quotes"),
    placeholders=_placeholders,
    fill=_fill,
    match=CONTENT.called("quote", "zitat", types=("obj", "titleOnly")),
    boxed=False,
)
