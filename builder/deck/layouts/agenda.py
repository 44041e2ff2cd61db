"""The agenda: the sections in order, each with its first slide's number, and a link to it."""

from __future__ import annotations

from builder.deck.grid import GUTTER, Grid
from builder.deck.layouts.base import BODY, Desk, Drafts, Frame, Layout, headline
from builder.deck.plan.fit import fit
from builder.deck.plan.material import Material
from builder.deck.plan.model import NUMBERED, Paragraph, Placeholder, Style, TextItem
from builder.units import Box


def _box(grid: Grid) -> Box:
    width = min(grid.width, 700.0)
    return Box(grid.left, grid.body.top, width - GUTTER, grid.body.height + 20)


def _style(size: float) -> Style:
    return Style(size, before=round(size * 0.55), bullet=NUMBERED)


def _placeholders(frame: Frame) -> tuple[Placeholder, ...]:
    styles = (_style(frame.type.body[0]),)
    body = Placeholder(BODY, "body", "Agenda", _box(frame.grid), styles, prompt="Sections")
    return (headline(frame), body)


def _fill(material: Material, desk: Desk) -> Drafts:
    def rows(size: float) -> tuple[Paragraph, ...]:
        return tuple(
            Paragraph(
                point.runs,
                _style(size),
                start=point.start,
                target=point.target,
                trailing=point.trailing,
            )
            for point in material.points
        )

    fitted = fit(rows, _box(desk.grid), desk.theme.deck.body, desk.ruler)
    return tuple((TextItem(BODY, "Agenda", part),) for part in fitted.parts)


LAYOUT = Layout(
    name="agenda",
    title="Agenda",
    ooxml="obj",
    holds="the sections",
    applies=lambda _: False,
    placeholders=_placeholders,
    fill=_fill,
)
