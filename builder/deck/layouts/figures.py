"""Key figures: panels of large numbers, with points below where there are any."""

from __future__ import annotations

from builder.deck.layouts.base import Desk, Drafts, Frame, Layout, headline, source
from builder.deck.layouts.exhibits import text_below_placeholder, with_text_below
from builder.deck.plan.cards import card_row, per_slide
from builder.deck.plan.material import Material
from builder.deck.plan.model import Item, Placeholder


def _placeholders(frame: Frame) -> tuple[Placeholder, ...]:
    return (headline(frame), text_below_placeholder(frame), source(frame))


def _fill(material: Material, desk: Desk) -> Drafts:
    body = desk.grid.body
    parts = -(-len(material.figures) // per_slide(body.width))
    each = -(-len(material.figures) // parts)
    drafts: list[tuple[Item, ...]] = []
    used = 0.0
    for start in range(0, len(material.figures), each):
        cards, used = card_row(material.figures[start : start + each], body, desk)
        drafts.append(cards)
    return with_text_below(tuple(drafts), material.points, used, desk)


LAYOUT = Layout(
    name="figures",
    title="Key figures",
    ooxml="obj",
    holds="figures set large, with lists or paragraphs",
    applies=lambda material: bool(material.figures) and material.only("figures", "points"),
    placeholders=_placeholders,
    fill=_fill,
)
