"""The agenda: the sections in order, each with its first slide's number, and a link to it."""

from __future__ import annotations

from itertools import product
from typing import Final

from builder.frozen import replace
from builder.outputs.pptx.layouts.base import CONTENT, Drafts, Layout, LayoutContext, SlideFrame
from builder.outputs.pptx.layouts.parts import SPACINGS, TIGHT, headline
from builder.outputs.pptx.layouts.spacing import aired
from builder.outputs.pptx.plan.autofit import autofit
from builder.outputs.pptx.plan.content import SlideContent
from builder.outputs.pptx.plan.deck import GUTTER, SlideGrid
from builder.outputs.pptx.plan.model import (
    BODY,
    NUMBERED,
    Paragraph,
    ParagraphStyle,
    Placeholder,
    TextItem,
)
from builder.theme.theme import HEADLINE
from builder.units import Box

_FEW: Final = 4
"""Sections that are set as large as headlines."""


def _box(grid: SlideGrid) -> Box:
    width = min(grid.width, 700.0)
    ours = Box(grid.left, grid.body.top, width - GUTTER, grid.body.height + 20)
    return grid.place("body", ours)


def _style(size: float, spacing: float = TIGHT) -> ParagraphStyle:
    return ParagraphStyle(size, before=round(size * spacing), bullet=NUMBERED)


def _marked(style: ParagraphStyle, digits: int, mark: str) -> ParagraphStyle:
    """Return the style of an entry: numbers have so many digits, and appendices their letter."""
    return replace(style, digits=digits, bullet=mark)


def _placeholders(frame: SlideFrame) -> tuple[Placeholder, ...]:
    styles = (_style(frame.type.body[0]),)
    body = Placeholder(BODY, "body", "Agenda", _box(frame.grid), styles, prompt="Sections")
    return (headline(frame), body)


def _fill(content: SlideContent, context: LayoutContext) -> Drafts:
    box = _box(context.grid)

    marks = {(point.digits, point.mark) for point in content.points}

    def rows(size: float, spacing: float = TIGHT) -> tuple[Paragraph, ...]:
        style = _style(size, spacing)
        styles = {(digits, mark): _marked(style, digits, mark) for digits, mark in marks}
        return tuple(
            Paragraph(
                point.runs,
                styles[point.digits, point.mark],
                start=point.start,
                target=point.target,
                trailing=point.trailing,
            )
            for point in content.points
        )

    largest = context.theme.deck.body[0]
    if len(content.points) <= _FEW and context.traits.enlarged:
        largest = context.theme.deck.step(HEADLINE)
    for size, spacing in product((largest, context.theme.deck.body[0]), SPACINGS):
        if len(content.points) * context.ruler.pitch * size > box.height:
            continue  # though each took but a line
        airy = rows(size, spacing)
        if context.height(airy, box.width) <= box.height:
            text, place = aired(airy, box, context)
            return ((TextItem(BODY, "Agenda", text, place),),)
    fitted = autofit(rows, box, context.theme.deck.body, context.ruler)
    return tuple((TextItem(BODY, "Agenda", part),) for part in fitted.parts)


LAYOUT = Layout(
    name="agenda",
    title="Agenda",
    ooxml="obj",
    holds="the sections",
    applies=lambda _: False,
    placeholders=_placeholders,
    fill=_fill,
    match=CONTENT.called("agenda", "contents", "inhalt"),
    purpose="agenda",
    boxed=False,
)
