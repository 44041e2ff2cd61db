"""Questions and answers: the question on a band, its answer below, on the optical middle; one to a
slide. What the headline asks is not asked again: its answer stands on the band.

Where a user's template has two columns, the question stands in the left one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from builder.model.text import Line, plain
from builder.outputs.pptx.layouts.base import (
    CONTENT,
    TEXT,
    TWO_CONTENT,
    Drafts,
    Layout,
    LayoutContext,
    SlideFrame,
)
from builder.outputs.pptx.layouts.parts import (
    autofit_points,
    headline,
    points_placeholder,
    set_points,
    source,
)
from builder.outputs.pptx.layouts.tiles import centred, decoration
from builder.outputs.pptx.plan.autofit import autofit
from builder.outputs.pptx.plan.content import Answer, SlideContent
from builder.outputs.pptx.plan.deck import GUTTER, SlideGrid, below
from builder.outputs.pptx.plan.model import (
    BODY,
    Anchor,
    FilledForm,
    GroupItem,
    Item,
    Paragraph,
    ParagraphStyle,
    Placeholder,
    TextItem,
)
from builder.theme.theme import HEADLINE
from builder.units import Box

_QUESTION = 20
_BAND: Final = 96.0
_BAR: Final = 5.0
_PAD: Final = 20.0
_ABOVE: Final = 8.0
_LEAST: Final = 0.5  # of the body, for the band of an answer that stands alone
_SHORT: Final = 0.6
"""Of the room below the band, that an answer as large as headlines may take."""


def _boxes(grid: SlideGrid) -> tuple[Box, Box]:
    """Return the boxes of the question, inside its band where it has one, and of the answer."""
    if len(grid.halves) == 2:
        question, answer = grid.halves
        return question, answer
    question, answer = _words(grid.body), below(grid.body, _BAND + GUTTER)
    return question, answer._replace(left=question.left, width=question.width)


def _words(body: Box) -> Box:
    """Return the room for words on the band at the top of a box."""
    left, width = body.left + _BAR + _PAD, body.width - _BAR - 2 * _PAD
    return Box(left, body.top + _ABOVE, width, _BAND - 2 * _ABOVE)


def _style(size: float) -> ParagraphStyle:
    return ParagraphStyle(size, bold=True, colour="accent")


def _placeholders(frame: SlideFrame) -> tuple[Placeholder, ...]:
    question, answer = _boxes(frame.grid)
    styles = (_style(frame.type.title[0]),)
    anchor: Anchor = "t" if frame.grid.halves else "ctr"
    return (
        headline(frame),
        Placeholder(_QUESTION, "body", "Question", question, styles, anchor, "Question"),
        points_placeholder(frame, answer),
        source(frame),
    )


def _answered(answer: Answer, title: Line, context: LayoutContext) -> Drafts:
    question_box, answer_box = _boxes(context.grid)
    if context.traits.composed and plain(answer.question) == plain(title):
        return _alone(answer, answer_box, context)
    sizes = sorted({*context.theme.deck.title, *context.theme.deck.body}, reverse=True)
    # Bold run by run: a user's template decides how its paragraphs look.
    bold = tuple(replace(run, strong=True) for run in answer.question)
    question = autofit(
        lambda size: (Paragraph(bold, replace(_style(size), bold=False)),),
        question_box,
        sizes,
        context.ruler,
    )
    parts = _answers(answer, answer_box, context)
    if not context.traits.composed:
        asked = TextItem(_QUESTION, "Question", question.parts[0])
        return tuple((asked, TextItem(BODY, "Answer", part)) for part in parts)
    found = []
    for part in parts:
        high = context.height(part, answer_box.width)
        block = centred(context.grid.body, _BAND + GUTTER + high)
        asked = TextItem(_QUESTION, "Question", question.parts[0], _words(block))
        room = answer_box._replace(top=block.top + _BAND + GUTTER, height=high + 1)
        found.append(
            (_band(block._replace(height=_BAND)), asked, TextItem(BODY, "Answer", part, room))
        )
    return tuple(found)


def _alone(answer: Answer, box: Box, context: LayoutContext) -> Drafts:
    """Return the answer to what the headline asks, on a band of its own."""
    found = []
    body = context.grid.body
    for part in _answers(answer, box, context):
        tall = context.height(part, box.width) + 1
        block = centred(body, max(tall + 2 * _PAD, body.height * _LEAST))
        room = box._replace(top=block.top + (block.height - tall) / 2, height=tall)
        found.append((_band(block), TextItem(BODY, "Answer", part, room)))
    return tuple(found)


def _answers(answer: Answer, box: Box, context: LayoutContext) -> tuple[tuple[Paragraph, ...], ...]:
    """Return the answer, a short one as large as headlines, in parts if it is long."""
    face = context.theme.deck
    (large,) = face.steps(HEADLINE)
    short = box._replace(height=box.height * _SHORT)
    if context.traits.enlarged and len(answer.points) == 1:
        set_ = set_points(answer.points, large, face.below(large))
        if context.height(set_, box.width) <= short.height:
            return (set_,)
    return autofit_points(answer.points, box, face.body, context).parts


def _band(band: Box) -> GroupItem:
    """Return the band behind a question, or an answer alone."""
    bar = FilledForm("Band rule", band._replace(width=_BAR), "accent")
    return decoration("Question band", (FilledForm("Band", band, "tint"), bar))


def _fill(content: SlideContent, context: LayoutContext) -> Drafts:
    drafts: list[tuple[Item, ...]] = []
    for answer in content.answers:
        drafts += _answered(answer, content.title, context)
    return tuple(drafts)


LAYOUT = Layout(
    name="question",
    title="Question and answer",
    ooxml="twoObj",
    holds="questions with their answers",
    applies=lambda content: bool(content.answers) and content.only("answers"),
    placeholders=_placeholders,
    fill=_fill,
    match=replace(
        TWO_CONTENT,
        types=("twoObj", "obj"),
        words=("question", *TWO_CONTENT.words, *CONTENT.words),
        slots=((_QUESTION, TEXT), (BODY, TEXT)),
    ),
    boxed=False,
)
