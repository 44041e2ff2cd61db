"""Headline and timeline: dated events as native shapes, with points below where there are any."""

from __future__ import annotations

from builder.deck.grid import GUTTER
from builder.deck.layouts.base import Desk, Drafts, Frame, Layout, headline, source
from builder.deck.layouts.exhibits import (
    caption_placeholder,
    captioned,
    side_text,
    text_below_placeholder,
    with_text_below,
)
from builder.deck.plan.fit import TooLargeError
from builder.deck.plan.material import Material
from builder.deck.plan.model import Item, Placeholder
from builder.deck.plan.timeline import timeline
from builder.model.text import plain

_CAPTION = 20
_TEXT_SHARE = 0.4


def _placeholders(frame: Frame) -> tuple[Placeholder, ...]:
    return (
        headline(frame),
        caption_placeholder(_CAPTION, frame.grid.body),
        text_below_placeholder(frame),
        source(frame),
    )


def _fill(material: Material, desk: Desk) -> Drafts:
    (chart,) = material.charts
    body = desk.grid.body
    caption, box = captioned((chart.title, chart.subtitle), body, material.title, desk, _CAPTION)
    if material.points:
        strip = body._replace(height=body.height * _TEXT_SHARE)
        text = side_text(material.points, strip, desk)
        if len(text.parts) == 1:
            high = desk.height(text.parts[0], body.width) + 1
            box = box._replace(height=box.height - high - GUTTER)
    try:
        groups = timeline(chart, box, desk.theme.deck.body[-2:], desk.ruler)
    except ValueError as error:
        longest = max((plain(event.label) for event in chart.events), key=len)
        raise TooLargeError(longest) from error
    drafts: list[tuple[Item, ...]] = [(*caption, group) for group in groups]
    return with_text_below(tuple(drafts), material.points, box.top + box.height - body.top, desk)


LAYOUT = Layout(
    name="timeline",
    title="Timeline",
    ooxml="obj",
    holds="one timeline, with lists or paragraphs",
    applies=lambda material: (
        len(material.charts) == len(material.timelines) == 1 and material.only("charts", "points")
    ),
    placeholders=_placeholders,
    fill=_fill,
)
