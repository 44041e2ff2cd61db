"""Questions and answers: the question on the left, its answer on the right; one to a slide."""

from __future__ import annotations

from builder.deck.grid import Grid
from builder.deck.layouts.base import (
    BODY,
    Desk,
    Drafts,
    Frame,
    Layout,
    fit_points,
    headline,
    points_placeholder,
    source,
)
from builder.deck.plan.fit import fit
from builder.deck.plan.material import Answer, Material
from builder.deck.plan.model import Item, Mark, Paragraph, Placeholder, Style, TextItem
from builder.units import Box

_QUESTION = 20
_SHARES = (1.0, 1.75)
_PAD = 22.0


def _boxes(grid: Grid) -> tuple[Box, Box, Box]:
    """Return the panel, the question inside it, and the answer."""
    panel, answer = grid.columns(_SHARES)
    inner = Box(
        panel.left + _PAD, panel.top + _PAD, panel.width - 2 * _PAD, panel.height - 2 * _PAD
    )
    return panel, inner, Box(answer.left, inner.top, answer.width, inner.height)


def _style(size: float) -> Style:
    return Style(size, bold=True, colour="accent")


def _placeholders(frame: Frame) -> tuple[Placeholder, ...]:
    _, question, answer = _boxes(frame.grid)
    style = _style(frame.type.title[-1])
    return (
        headline(frame),
        Placeholder(_QUESTION, "body", "Question", question, (style,), prompt="Question"),
        points_placeholder(frame, answer),
        source(frame),
    )


def _marks(grid: Grid) -> tuple[Mark, ...]:
    panel, _, _ = _boxes(grid)
    return (
        Mark("Accent rule", grid.rule, "highlight"),
        Mark("Question panel", panel, "tint"),
        Mark("Panel rule", panel._replace(height=3), "accent"),
    )


def _answered(answer: Answer, desk: Desk) -> Drafts:
    _, question_box, answer_box = _boxes(desk.grid)
    sizes = (desk.theme.deck.title[-1], *desk.theme.deck.body)
    question = fit(
        lambda size: (Paragraph(answer.question, _style(size)),), question_box, sizes, desk.ruler
    )
    fitted = fit_points(answer.points, answer_box, desk.theme.deck.body, desk)
    asked = TextItem(_QUESTION, "Question", question.parts[0])
    return tuple((asked, TextItem(BODY, "Answer", part)) for part in fitted.parts)


def _fill(material: Material, desk: Desk) -> Drafts:
    drafts: list[tuple[Item, ...]] = []
    for answer in material.answers:
        drafts += _answered(answer, desk)
    return tuple(drafts)


LAYOUT = Layout(
    name="question",
    title="Question and answer",
    ooxml="twoObj",
    holds="questions with their answers",
    applies=lambda material: bool(material.answers) and material.only("answers"),
    placeholders=_placeholders,
    fill=_fill,
    marks=_marks,
)
