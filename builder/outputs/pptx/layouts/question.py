"""Questions and answers: the question on a band, its answer below; one to a slide.

Where a user's template has two columns, the question stands in the left one.
"""

from __future__ import annotations

from dataclasses import replace

from builder.outputs.pptx.layouts.base import (
    CONTENT,
    TEXT,
    TWO_CONTENT,
    Drafts,
    Layout,
    LayoutContext,
    SlideFrame,
)
from builder.outputs.pptx.layouts.parts import autofit_points, headline, points_placeholder, source
from builder.outputs.pptx.plan.autofit import autofit
from builder.outputs.pptx.plan.content import Answer, SlideContent
from builder.outputs.pptx.plan.deck import GUTTER, SlideGrid, below
from builder.outputs.pptx.plan.model import (
    BODY,
    Anchor,
    Item,
    Mark,
    Paragraph,
    ParagraphStyle,
    Placeholder,
    TextItem,
)
from builder.units import Box

_QUESTION = 20
_BAND = 96.0
_BAR = 5.0
_PAD = 20.0
_ABOVE = 8.0


def _boxes(grid: SlideGrid) -> tuple[Box, Box]:
    """Return the boxes of the question, inside its band where it has one, and of the answer."""
    if len(grid.halves) == 2:
        question, answer = grid.halves
        return question, answer
    band = _band(grid)
    left, width = band.left + _BAR + _PAD, band.width - _BAR - 2 * _PAD
    answer = below(grid.body, _BAND + GUTTER)
    inner = Box(left, band.top + _ABOVE, width, band.height - 2 * _ABOVE)
    return inner, Box(left, answer.top, width, answer.height)


def _band(grid: SlideGrid) -> Box:
    return grid.body._replace(height=_BAND)


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


def _marks(grid: SlideGrid) -> tuple[Mark, ...]:
    band = _band(grid)
    return (
        Mark("Accent rule", grid.rule, "highlight"),
        Mark("Question band", band, "tint"),
        Mark("Band rule", band._replace(width=_BAR), "accent"),
    )


def _answered(answer: Answer, context: LayoutContext) -> Drafts:
    question_box, answer_box = _boxes(context.grid)
    sizes = sorted({*context.theme.deck.title, *context.theme.deck.body}, reverse=True)
    # Bold run by run: a user's template decides how its paragraphs look.
    bold = tuple(replace(run, strong=True) for run in answer.question)
    question = autofit(
        lambda size: (Paragraph(bold, replace(_style(size), bold=False)),),
        question_box,
        sizes,
        context.ruler,
    )
    fitted = autofit_points(answer.points, answer_box, context.theme.deck.body, context)
    asked = TextItem(_QUESTION, "Question", question.parts[0])
    return tuple((asked, TextItem(BODY, "Answer", part)) for part in fitted.parts)


def _fill(content: SlideContent, context: LayoutContext) -> Drafts:
    drafts: list[tuple[Item, ...]] = []
    for answer in content.answers:
        drafts += _answered(answer, context)
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
    marks=_marks,
    boxed=False,
)
