"""Headline and diagram: what PowerPoint has no chart of as shapes, with any points below it."""

from __future__ import annotations

from typing import Final

from builder.charts.kind import Kind, Shapes
from builder.charts.registry import DIAGRAMS, kind_of
from builder.deck.grid import GUTTER
from builder.deck.layouts.base import Desk, Drafts, Frame, Layout, headline, source
from builder.deck.layouts.exhibits import (
    caption_placeholder,
    captioned,
    side_text,
    text_below_placeholder,
    with_text_below,
)
from builder.deck.plan.material import Material
from builder.deck.plan.model import Item, Placeholder

_CAPTION: Final = 20
_TEXT_SHARE: Final = 0.4


def _placeholders(frame: Frame) -> tuple[Placeholder, ...]:
    return (
        headline(frame),
        caption_placeholder(_CAPTION, frame.grid.body),
        text_below_placeholder(frame),
        source(frame),
    )


def _filled(material: Material, desk: Desk, shapes: Shapes) -> Drafts:
    (chart,) = material.charts
    body = desk.grid.body
    caption, box = captioned((chart.title, chart.subtitle), body, material.title, desk, _CAPTION)
    if material.points:
        strip = body._replace(height=body.height * _TEXT_SHARE)
        text = side_text(material.points, strip, desk)
        if len(text.parts) == 1:
            high = desk.height(text.parts[0], body.width) + 1
            box = box._replace(height=box.height - high - GUTTER)
    groups = shapes(chart, box, desk.theme.deck.body[-2:], desk.ruler)
    drafts: list[tuple[Item, ...]] = [(*caption, group) for group in groups]
    return with_text_below(tuple(drafts), material.points, box.top + box.height - body.top, desk)


def _layout(kind: Kind, shapes: Shapes) -> Layout:
    title = kind.called["en"]
    return Layout(
        name=kind.name,
        title=title,
        ooxml="obj",
        holds=f"one {title.lower()}, with lists or paragraphs",
        applies=lambda material: (
            [chart.kind for chart in material.charts] == [kind.name]
            and material.only("charts", "points")
        ),
        placeholders=_placeholders,
        fill=lambda material, desk: _filled(material, desk, shapes),
    )


LAYOUTS: Final = tuple(
    _layout(kind, kind.shapes) for kind in map(kind_of, DIAGRAMS) if kind.shapes is not None
)
