"""One sentence under a headline, set large on the optical middle beside a bar."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from builder.model.text import plain
from builder.outputs.pptx.layouts.base import CONTENT, Drafts, Layout, LayoutContext, SlideFrame
from builder.outputs.pptx.layouts.parts import headline, source
from builder.outputs.pptx.layouts.tiles import centred, decoration
from builder.outputs.pptx.plan.autofit import FittedText, autofit, sentences
from builder.outputs.pptx.plan.content import SlideContent
from builder.outputs.pptx.plan.model import (
    BODY,
    FilledForm,
    Paragraph,
    ParagraphStyle,
    Placeholder,
    TextItem,
)
from builder.theme.theme import DISPLAY
from builder.units import Box

_LONGEST: Final = 180
_ENDS: Final = (".", "!", "?", "…")
_BAR: Final = 5.0
_INDENT: Final = 28.0
_SHORT: Final = 0.7  # of its room, that a sentence as large as a statement may take
_SHARE: Final = 0.86  # of the body's width that lines may take


def _takes(content: SlideContent) -> bool:
    return len(content.points) == 1 and content.only("points") and not content.reveal


def _applies(content: SlideContent) -> bool:
    if not _takes(content):
        return False
    (point,) = content.points
    text = plain(point.runs)
    one = len(sentences(Paragraph(point.runs, ParagraphStyle(0.0)))) == 1
    ends = text.rstrip("\"'»“”’)").endswith(_ENDS)
    return not point.mark and one and ends and len(text) <= _LONGEST and "\n" not in text


def _room(body: Box) -> Box:
    return Box(body.left + _INDENT, body.top, body.width * _SHARE - _INDENT, body.height)


def _placeholders(frame: SlideFrame) -> tuple[Placeholder, ...]:
    style = ParagraphStyle(frame.type.title[0], colour="accent")
    room = _room(frame.grid.body)
    said = Placeholder(BODY, "body", "Sentence", room, (style,), "ctr", "One sentence")
    return (headline(frame), said, source(frame))


def _fill(content: SlideContent, context: LayoutContext) -> Drafts:
    (point,) = content.points
    room = _room(context.grid.body)
    sizes = (*context.theme.deck.title, *context.theme.deck.body)

    def setter(size: float) -> tuple[Paragraph, ...]:
        return (Paragraph(point.runs, ParagraphStyle(size, colour="accent")),)

    large = setter(context.theme.deck.step(DISPLAY))
    if context.traits.enlarged and context.height(large, room.width) <= _SHORT * room.height:
        fitted = FittedText(large[0].style.size, (large,))
    else:
        ordered = sorted(set(sizes), reverse=True)
        fitted = autofit(setter, room, ordered, context.ruler, divisible=True)
    drafts = []
    for part in fitted.parts:
        box = centred(room, context.height(part, room.width) + 24)
        bar = FilledForm("Bar", Box(box.left - _INDENT, box.top, _BAR, box.height), "highlight")
        drafts.append((decoration("Bar", (bar,)), TextItem(BODY, "Sentence", part, box)))
    return tuple(drafts)


LAYOUT = Layout(
    name="sentence",
    title="One sentence",
    ooxml="obj",
    holds="one sentence, which is no point of a list",
    applies=_applies,
    placeholders=_placeholders,
    fill=_fill,
    match=replace(CONTENT.called("statement", "quote", "zitat", types=("obj",)), from_title=True),
    takes=_takes,
    purpose="sentence",
)
