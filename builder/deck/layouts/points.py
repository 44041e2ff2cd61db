"""Headline and points: what a slide of lists and paragraphs gets."""

from __future__ import annotations

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
from builder.deck.plan.content import Material
from builder.deck.plan.model import Placeholder, TextItem


def _placeholders(frame: Frame) -> tuple[Placeholder, ...]:
    return (headline(frame), points_placeholder(frame, frame.grid.body), source(frame))


def _fill(material: Material, desk: Desk) -> Drafts:
    fitted = fit_points(material.points, desk.grid.body, desk.theme.deck.body, desk)
    return tuple((TextItem(BODY, "Text", part),) for part in fitted.parts)


LAYOUT = Layout(
    name="points",
    title="Headline and points",
    ooxml="obj",
    holds="lists and paragraphs",
    applies=lambda material: bool(material.points) and material.only("points"),
    placeholders=_placeholders,
    fill=_fill,
)
