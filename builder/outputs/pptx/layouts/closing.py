"""The closing slide: a last sentence, and what to remember, on the accent colour.

Where the author asks for it, `:layout: closing`, and at the deck's end.
"""

from __future__ import annotations

from dataclasses import replace

from builder.outputs.pptx.layouts.base import CONTENT, Drafts, Layout, LayoutContext, SlideFrame
from builder.outputs.pptx.layouts.parts import accents, opening, source
from builder.outputs.pptx.plan.autofit import autofit
from builder.outputs.pptx.plan.content import SlideContent
from builder.outputs.pptx.plan.deck import SlideGrid
from builder.outputs.pptx.plan.model import BODY, Paragraph, ParagraphStyle, Placeholder, TextItem
from builder.theme.theme import HEADLINE, LARGE
from builder.units import Box


def _boxes(grid: SlideGrid) -> tuple[Box, Box]:
    left, width = grid.left, grid.width
    title = grid.place("title", Box(left, 96, width * 0.9, 130))
    return title, grid.place("body", Box(left, 262, width * 0.86, 184))


def _style(size: float) -> ParagraphStyle:
    return ParagraphStyle(size, colour="paper", before=round(size * 0.5))


def _placeholders(frame: SlideFrame) -> tuple[Placeholder, ...]:
    title, text = _boxes(frame.grid)
    return (
        opening(title, frame.type.step(HEADLINE), "paper", "b", "Closing"),
        Placeholder(BODY, "body", "Text", text, (_style(frame.type.body[0]),), prompt="Text"),
        source(frame, "tint"),
    )


def _fill(content: SlideContent, context: LayoutContext) -> Drafts:
    if not content.points:
        return ((),)
    _, box = _boxes(context.grid)
    fitted = autofit(
        lambda size: tuple(
            Paragraph(
                point.runs,
                replace(_style(size), bullet=point.mark, digits=point.digits),
                point.level,
                point.start,
            )
            for point in content.points
        ),
        box,
        context.theme.deck.body,
        context.ruler,
        divisible=True,
    )
    return tuple((TextItem(BODY, "Text", part),) for part in fitted.parts)


LAYOUT = Layout(
    name="closing",
    title="Closing",
    ooxml="obj",
    holds="lists and paragraphs",
    applies=lambda content: content.only("points"),
    placeholders=_placeholders,
    fill=_fill,
    match=CONTENT.called("closing", "thank you", "end"),
    marks=lambda grid: accents(grid, 240),
    background="accent",
    title_sizes=(HEADLINE, LARGE),
    asked=True,
    purpose="closing",
    boxed=False,
)
