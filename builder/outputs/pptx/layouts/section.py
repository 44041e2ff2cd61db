"""A section's opening slide: its number and its title, and nothing to read beside them."""

from __future__ import annotations

from dataclasses import replace

from builder.outputs.pptx.layouts.base import COVER, Drafts, Layout, LayoutContext, SlideFrame
from builder.outputs.pptx.layouts.parts import accents, opening
from builder.outputs.pptx.plan.content import SlideContent
from builder.outputs.pptx.plan.model import BODY, Paragraph, ParagraphStyle, Placeholder, TextItem
from builder.theme.theme import DISPLAY, HEADLINE, LARGE
from builder.units import Box

_WORDS = ("section header", "section", "divider", "chapter", "abschnitt", "titre de section")
_NUMBER = ParagraphStyle(DISPLAY, bold=True, colour="highlight")


def _placeholders(frame: SlideFrame) -> tuple[Placeholder, ...]:
    grid = frame.grid
    left, width = grid.left, grid.width
    title = grid.place("title", Box(left, 232, width, 150))
    number = grid.place("lead", Box(left, 132, width, 76))
    return (
        opening(title, frame.type.step(HEADLINE), "accent", "t", "Section"),
        Placeholder(BODY, "body", "Number", number, (_NUMBER,), "b", "Number"),
    )


def _fill(content: SlideContent, context: LayoutContext) -> Drafts:
    if not context.grid.has("lead"):
        return ((),)
    style = _NUMBER if not context.grid.places else ParagraphStyle(context.theme.deck.body[0])
    numbers = tuple(Paragraph(point.runs, style) for point in content.points)
    return ((TextItem(BODY, "Number", numbers, passed_over=True),) if numbers else (),)


LAYOUT = Layout(
    name="section",
    title="Section",
    ooxml="secHead",
    holds="a section's title",
    applies=lambda _: False,
    placeholders=_placeholders,
    fill=_fill,
    match=replace(COVER.called(*_WORDS, types=("secHead", "title", "titleOnly")), cover="lead"),
    marks=lambda grid: accents(grid, 216, "accent"),
    background="tint",
    title_sizes=(HEADLINE, LARGE),
    purpose="section opening",
    boxed=False,
)
