"""Headline and points: what a slide of lists and paragraphs gets."""

from __future__ import annotations

from typing import Final

from builder.outputs.pptx.layouts.airing import aired
from builder.outputs.pptx.layouts.base import CONTENT, Drafts, Layout, LayoutContext, SlideFrame
from builder.outputs.pptx.layouts.parts import autofit_points, headline, points_placeholder, source
from builder.outputs.pptx.plan.content import SlideContent
from builder.outputs.pptx.plan.model import BODY, Placeholder, TextItem
from builder.theme.theme import HEADLINE

_FEW: Final = 2
"""Points that are set as large as headlines, where they have the slide for themselves."""


def _placeholders(frame: SlideFrame) -> tuple[Placeholder, ...]:
    return (headline(frame), points_placeholder(frame, frame.grid.body), source(frame))


def _fill(content: SlideContent, context: LayoutContext) -> Drafts:
    if not content.lines:  # callouts alone
        return ((),)
    body, sizes = context.grid.body, context.theme.deck.body
    if len(content.lines) <= _FEW and context.mapped_layout is None:
        sizes = (*context.theme.deck.steps(HEADLINE), *sizes)
    fitted = autofit_points(content.lines, body, sizes, context)
    texts = (aired(part, body, context) for part in fitted.parts)
    return tuple((TextItem(BODY, "Text", text, box),) for text, box in texts)


LAYOUT = Layout(
    name="points",
    title="Headline and points",
    ooxml="obj",
    holds="lists and paragraphs",
    applies=lambda content: (
        bool(content.lines or content.callouts) and content.only("points", "parts")
    ),
    placeholders=_placeholders,
    fill=_fill,
    match=CONTENT,
    purpose="text",
)
