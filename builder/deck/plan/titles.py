"""Titles of slides: drafts in; each title in its size and box, and unlike any other, out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from builder.deck.layouts.base import TITLE, Desk, Layout
from builder.deck.plan.material import Material
from builder.deck.plan.measure import PITCH
from builder.deck.plan.model import Item, Paragraph, Placeholder, Style
from builder.model.text import Line, plain
from builder.problems import Problems
from builder.units import Box


@dataclass(frozen=True)
class Draft:
    """A slide that only lacks its number and, if it is a headline, its title's size."""

    layout: Layout
    title: Line
    items: tuple[Item, ...]
    material: Material
    notes: tuple[Line, ...]


def titled(drafts: list[Draft], desk: Desk, problems: Problems) -> list[Paragraph]:
    """Return the titles as set: headlines all in one size, the others as large as they can be."""
    seen: dict[str, Draft] = {}
    sizes = []
    for draft in drafts:
        text = plain(draft.title)
        if text in seen:
            problems.warning(
                draft.material.place,
                f'two slides are called "{text}"',
                "give each its own headline: readers and screen readers find slides by it",
            )
        seen[text] = draft
        sizes.append(_title_size(draft, desk, problems))
    headlines = [size for draft, size in zip(drafts, sizes, strict=True) if draft.layout.headline]
    shared = min(headlines, default=desk.theme.deck.title[0])
    return [
        Paragraph(
            draft.title,
            replace(_title_style(draft, desk)[1], size=shared if draft.layout.headline else size),
        )
        for draft, size in zip(drafts, sizes, strict=True)
    ]


def _title_size(draft: Draft, desk: Desk, problems: Problems) -> float:
    """Return the largest size at which a title fits its placeholder."""
    place, style = _title_style(draft, desk)
    on = desk.on(draft.layout)
    sizes = on.title_sizes(draft.layout)
    for size in sizes:
        title = Paragraph(draft.title, replace(style, size=size))
        if on.title_ruler.height((title,), place.box.width) <= place.box.height:
            return size
    problems.error(
        draft.material.place,
        f'the headline "{plain(draft.title)}" is too long for a slide',
        f"it must fit {int(place.box.height // (sizes[-1] * PITCH))} lines of {sizes[-1]:g} points",
    )
    return sizes[-1]


def _title_style(draft: Draft, desk: Desk) -> tuple[Placeholder, Style]:
    place = next(
        p for p in draft.layout.placeholders(desk.on(draft.layout).frame) if p.index == TITLE
    )
    # On a user's template, how bold titles are is its own affair, which the ruler knows.
    return place, replace(place.styles[0], bold=not desk.stages)


def balanced_box(draft: Draft, title: Paragraph, desk: Desk) -> Box:
    """Return the title's box, narrowed so that no line is left with a single word."""
    place, _ = _title_style(draft, desk)
    if desk.stages:
        # Their titles may be centred or stand at the right: they keep their own box.
        return place.box
    return place.box._replace(width=desk.ruler.balanced(title, place.box.width))
