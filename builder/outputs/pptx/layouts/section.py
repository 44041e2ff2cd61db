"""A section's opening slide: its number and title, and beside them where it stands in the agenda.

On a user's template the title stands alone, or with the number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from builder.outputs.pptx.layouts.base import COVER, Drafts, Layout, LayoutContext, SlideFrame
from builder.outputs.pptx.layouts.parts import accents, opening
from builder.outputs.pptx.plan.content import SlideContent, TextLine
from builder.outputs.pptx.plan.deck import SlideGrid
from builder.outputs.pptx.plan.model import (
    BODY,
    NUMBERED,
    Item,
    Paragraph,
    ParagraphStyle,
    Placeholder,
    TextItem,
)
from builder.theme.theme import DISPLAY, HEADLINE, LABEL, LARGE, SMALL, TEXT, DeckType
from builder.units import Box

_WORDS = ("section header", "section", "divider", "chapter", "abschnitt", "titre de section")
_SECTIONS: Final = 20
_SHARE: Final = 0.5  # of the width, for the title
_SIZES: Final = (LARGE, TEXT, LABEL, SMALL)
_SPACINGS: Final = (0.9, 0.6, 0.35)


def _number(face: DeckType) -> ParagraphStyle:
    return ParagraphStyle(face.step(DISPLAY), bold=True, colour="highlight")


def _boxes(grid: SlideGrid) -> tuple[Box, Box, Box]:
    """Return the boxes of the title, of the number above it, and of the sections beside them."""
    left, width = grid.left, grid.width * _SHARE
    title = grid.place("title", Box(left, 232, width, 180))
    number = grid.place("lead", Box(left, 132, width, 76))
    at = left + grid.width * (_SHARE + 0.06)
    return title, number, Box(at, 84, left + grid.width - at, 372)


def _placeholders(frame: SlideFrame) -> tuple[Placeholder, ...]:
    title, number, sections = _boxes(frame.grid)
    style = _entry(frame.type.step(TEXT), "muted", _SPACINGS[0])
    return (
        opening(title, frame.type.step(HEADLINE), "accent", "t", "Section"),
        Placeholder(BODY, "body", "Number", number, (_number(frame.type),), "b", "Number"),
        Placeholder(_SECTIONS, "body", "Sections", sections, (style,), "ctr", "Sections"),
    )


def _fill(content: SlideContent, context: LayoutContext) -> Drafts:
    if not context.grid.has("lead"):
        return ((),)
    ours = not context.grid.places
    style = _number(context.theme.deck) if ours else ParagraphStyle(context.theme.deck.body[0])
    number, *sections = content.points
    items: list[Item] = [
        TextItem(BODY, "Number", (Paragraph(number.runs, style),), passed_over=True)
    ]
    listed = _listed(sections, context) if ours else ()
    if listed:
        items.append(TextItem(_SECTIONS, "Sections", listed, passed_over=True))
    return (tuple(items),)


def _listed(sections: Sequence[TextLine], context: LayoutContext) -> tuple[Paragraph, ...]:
    """Return the agenda, as large as it can be; of a long one what stands around the present."""
    *_, box = _boxes(context.grid)
    present = next((at for at, point in enumerate(sections) if point.colour != "muted"), 0)
    for around in range(len(sections), 0, -1):
        first = max(0, min(present - around // 2, len(sections) - around))
        shown = sections[first : first + around]
        for size in context.theme.deck.steps(*_SIZES):
            for spacing in _SPACINGS:
                set_ = tuple(
                    Paragraph(
                        each.runs, _entry(size, each.colour, spacing, each.mark), start=each.start
                    )
                    for each in shown
                )
                if context.height(set_, box.width) <= box.height:
                    return set_
    return ()


def _entry(size: float, colour: str, spacing: float, mark: str = NUMBERED) -> ParagraphStyle:
    return ParagraphStyle(size, colour=colour, before=round(size * spacing), bullet=mark)


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
    title_sizes=(HEADLINE, LARGE, TEXT, LABEL),
    purpose="section opening",
    boxed=False,
)
