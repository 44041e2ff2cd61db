"""Key figures: panels of large numbers, with points below where there are any."""

from __future__ import annotations

from builder.deck.layouts.base import Desk, Drafts, Frame, Layout, headline, source
from builder.deck.layouts.exhibits import text_below_placeholder, with_text_below
from builder.deck.plan.cards import card_row, per_slide
from builder.deck.plan.fit import TooLargeError
from builder.deck.plan.material import Material
from builder.deck.plan.model import Placeholder


def _placeholders(frame: Frame) -> tuple[Placeholder, ...]:
    return (headline(frame), text_below_placeholder(frame), source(frame))


def _fill(material: Material, desk: Desk) -> Drafts:
    count = len(material.figures)
    fewest = -(-count // per_slide(desk.grid.body.width))
    for parts in range(fewest, count + 1):
        each = -(-count // parts)
        groups = [material.figures[at : at + each] for at in range(0, count, each)]
        try:
            rows = [card_row(group, desk.grid.body, desk) for group in groups]
        except TooLargeError:
            if parts == count:
                raise
        else:
            drafts: Drafts = tuple(cards for cards, _ in rows)
            return with_text_below(drafts, material.points, rows[-1][1], desk)
    raise ValueError("a slide of figures without figures")


LAYOUT = Layout(
    name="figures",
    title="Key figures",
    ooxml="obj",
    holds="figures set large, with lists or paragraphs",
    applies=lambda material: bool(material.figures) and material.only("figures", "points"),
    placeholders=_placeholders,
    fill=_fill,
)
