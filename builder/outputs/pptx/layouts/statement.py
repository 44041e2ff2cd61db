"""One sentence by itself, set large: the briefing's message, or where `:layout: statement` asks."""

from __future__ import annotations

from dataclasses import replace

from builder.outputs.pptx.layouts.base import COVER, Drafts, Layout, LayoutContext, SlideFrame
from builder.outputs.pptx.layouts.parts import accents, opening, source
from builder.outputs.pptx.plan.content import SlideContent
from builder.outputs.pptx.plan.deck import SlideGrid
from builder.outputs.pptx.plan.model import Placeholder
from builder.units import Box

_WORDS = ("statement", "message", "big statement", "aussage", "section header", "section")
_TOP = 118.0


def _box(grid: SlideGrid) -> Box:
    return grid.place("title", Box(grid.left, _TOP, grid.width, 310))


def _placeholders(frame: SlideFrame) -> tuple[Placeholder, ...]:
    said = opening(_box(frame.grid), 40, "accent", "t", "Statement: one sentence")
    return (said, source(frame))


def _fill(_content: SlideContent, _context: LayoutContext) -> Drafts:
    return ((),)


LAYOUT = Layout(
    name="statement",
    title="Statement",
    ooxml="titleOnly",
    holds="its headline alone, as one sentence",
    applies=lambda content: content.only(),
    placeholders=_placeholders,
    fill=_fill,
    match=replace(
        COVER.called(*_WORDS, types=("secHead", "title", "titleOnly")), cover="lead", slots=()
    ),
    marks=lambda grid: accents(grid, _TOP - 22, "accent"),
    background="tint",
    title_sizes=(40, 36, 32, 28, 24, 20),
    asked=True,
    boxed=False,
    purpose="message",
)
