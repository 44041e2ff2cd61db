"""Headline and points: what a slide of lists and paragraphs gets."""

from __future__ import annotations

from builder.outputs.pptx.layouts.base import CONTENT, Drafts, Layout, LayoutContext, SlideFrame
from builder.outputs.pptx.layouts.parts import headline, points_placeholder, source, text_alone
from builder.outputs.pptx.plan.content import SlideContent
from builder.outputs.pptx.plan.model import Placeholder


def _placeholders(frame: SlideFrame) -> tuple[Placeholder, ...]:
    return (headline(frame), points_placeholder(frame, frame.grid.body), source(frame))


def _fill(content: SlideContent, context: LayoutContext) -> Drafts:
    if not content.lines:  # callouts alone
        return ((),)
    return text_alone(content.lines, context)


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
