"""Headline and diagram: a timeline or flows as native shapes, with points below where any are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

from builder.deck.grid import GUTTER
from builder.deck.layouts.base import Desk, Drafts, Frame, Layout, headline, source
from builder.deck.layouts.exhibits import (
    caption_placeholder,
    captioned,
    side_text,
    text_below_placeholder,
    with_text_below,
)
from builder.deck.plan.flow import flow
from builder.deck.plan.material import Material
from builder.deck.plan.measure import Ruler
from builder.deck.plan.model import GroupItem, Item, Placeholder
from builder.deck.plan.timeline import timeline
from builder.model.chart import ChartKind, ResolvedChart
from builder.units import Box

Drawing: TypeAlias = Callable[[ResolvedChart, Box, Sequence[float], Ruler], tuple[GroupItem, ...]]
_CAPTION: Final = 20
_TEXT_SHARE: Final = 0.4


def _placeholders(frame: Frame) -> tuple[Placeholder, ...]:
    return (
        headline(frame),
        caption_placeholder(_CAPTION, frame.grid.body),
        text_below_placeholder(frame),
        source(frame),
    )


def _filled(material: Material, desk: Desk, drawing: Drawing) -> Drafts:
    (chart,) = material.charts
    body = desk.grid.body
    caption, box = captioned((chart.title, chart.subtitle), body, material.title, desk, _CAPTION)
    if material.points:
        strip = body._replace(height=body.height * _TEXT_SHARE)
        text = side_text(material.points, strip, desk)
        if len(text.parts) == 1:
            high = desk.height(text.parts[0], body.width) + 1
            box = box._replace(height=box.height - high - GUTTER)
    groups = drawing(chart, box, desk.theme.deck.body[-2:], desk.ruler)
    drafts: list[tuple[Item, ...]] = [(*caption, group) for group in groups]
    return with_text_below(tuple(drafts), material.points, box.top + box.height - body.top, desk)


def _layout(kind: ChartKind, title: str, one: str, drawing: Drawing) -> Layout:
    return Layout(
        name=kind,
        title=title,
        ooxml="obj",
        holds=f"one {one}, with lists or paragraphs",
        applies=lambda material: (
            [chart.kind for chart in material.charts] == [kind]
            and material.only("charts", "points")
        ),
        placeholders=_placeholders,
        fill=lambda material, desk: _filled(material, desk, drawing),
    )


TIMELINE: Final = _layout("timeline", "Timeline", "timeline", timeline)
FLOW: Final = _layout("flow", "Flow diagram", "flow diagram", flow)
