"""One sentence by itself, set large: the briefing's message, or where `:layout: statement` asks."""

from __future__ import annotations

from dataclasses import replace

from builder.outputs.pptx.layouts.base import COVER, Drafts, Layout, LayoutContext, SlideFrame
from builder.outputs.pptx.layouts.parts import accents, opening, source
from builder.outputs.pptx.plan.content import SlideContent
from builder.outputs.pptx.plan.deck import SlideGrid
from builder.outputs.pptx.plan.model import Ornament, Placeholder
from builder.theme.theme import DISPLAY, HEADLINE, LARGE
from builder.units import Box

_WORDS = ("statement", "message", "big statement", "aussage", "section header", "section")
_SIZES = (DISPLAY, HEADLINE, LARGE)


def _box(grid: SlideGrid) -> Box:
    return grid.place("title", Box(grid.left, 44, grid.width, 412))


def _placeholders(frame: SlideFrame) -> tuple[Placeholder, ...]:
    said = opening(
        _box(frame.grid), frame.type.step(DISPLAY), "accent", "ctr", "Statement: one sentence"
    )
    return (said, source(frame))


def _fill(_content: SlideContent, _context: LayoutContext) -> Drafts:
    return ((),)


def _marks(grid: SlideGrid) -> tuple[Ornament, ...]:
    bar, _ = accents(grid, 0, "accent")
    return (bar,)


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
    marks=_marks,
    background="tint",
    title_sizes=_SIZES,
    asked=True,
    boxed=False,
    purpose="message",
)
