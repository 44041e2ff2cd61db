"""Drafts of slides in; their titles as set out: all headlines in one size, each in its box."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from builder.frozen import dataclass, replace
from builder.model.text import Line, plain
from builder.outputs.pptx.compose.asked import planned_again
from builder.outputs.pptx.compose.rooms import MOST_LINES, lower_by
from builder.outputs.pptx.layouts.base import Layout, LayoutContext
from builder.outputs.pptx.layouts.spacing import balanced, parts_hedge
from builder.outputs.pptx.plan.content import SlideContent
from builder.outputs.pptx.plan.measure import PITCH
from builder.outputs.pptx.plan.model import (
    TITLE,
    Item,
    Paragraph,
    ParagraphStyle,
    Placeholder,
    TextItem,
)
from builder.problems import Problems
from builder.units import Box


@dataclass(frozen=True)
class Draft:
    """A slide that only lacks its number and, if it is a headline, its title's size."""

    layout: Layout
    title: Line
    items: tuple[Item, ...]
    content: SlideContent
    notes: tuple[Line, ...]


def titled(drafts: list[Draft], context: LayoutContext, problems: Problems) -> list[Paragraph]:
    """Return the titles as set: headlines all in one size, the others as large as they can be."""
    seen: dict[str, Draft] = {}
    sizes = []
    for draft in drafts:
        text = plain(draft.title)
        if text in seen:
            problems.warning(
                draft.content.place,
                f'two slides are called "{text}"',
                "give each its own headline: readers and screen readers find slides by it",
            )
        seen[text] = draft
        made = partial(_title_size, draft, context)
        sizes.append(planned_again((draft,), "headline size", context, made, problems))
    headlines = [
        size for draft, (size, _) in zip(drafts, sizes, strict=True) if draft.layout.headline
    ]
    shared = min(headlines, default=context.theme.deck.title[0])
    titles = []
    for draft, (size, style) in zip(drafts, sizes, strict=True):
        style = replace(style, size=shared if draft.layout.headline else size)
        titles.append(Paragraph(draft.title, style))
    return titles


def _title_size(
    draft: Draft, context: LayoutContext, problems: Problems
) -> tuple[float, ParagraphStyle]:
    """Return the largest size at which a title fits its placeholder, and its style but for that."""
    place, style = _title_style(draft, context)
    on = context.on(draft.layout)
    sizes = on.title_sizes(draft.layout)
    for size in sizes:
        title = Paragraph(draft.title, replace(style, size=size))
        room = place.box.height + lower_by(draft.title, draft.layout, on)
        if on.title_ruler.height((title,), place.box.width) <= room:
            return size, style
    lines = int(place.box.height // (sizes[-1] * PITCH))
    if draft.layout.headline and on.traits.composed:
        lines = MOST_LINES[-1]
    problems.error(
        draft.content.place,
        f'the headline "{plain(draft.title)}" is too long for a slide',
        f"it must fit {lines} lines of {sizes[-1]:g} points",
    )
    return sizes[-1], style


def _title_style(draft: Draft, context: LayoutContext) -> tuple[Placeholder, ParagraphStyle]:
    place = next(p for p in draft.layout.places(context.on(draft.layout).frame) if p.index == TITLE)
    # On a user's template, how bold titles are is its own affair, which the ruler knows.
    mapped = context.on(draft.layout).mapped_layout
    ink = (mapped.mapping.inked if mapped else {}).get(TITLE, place.styles[0].colour)
    return place, replace(place.styles[0], bold=mapped is None, colour=ink)


def balanced_box(draft: Draft, title: Paragraph, context: LayoutContext) -> Box:
    """Return the title's box, narrowed so that no line is left with a single word."""
    place, _ = _title_style(draft, context)
    on = context.on(draft.layout)
    if not on.traits.composed:
        return _unparted(place.box, title, on)
    high = place.box.height + lower_by(draft.title, draft.layout, on)
    room = 0.0 if draft.layout.headline else place.box.height
    width = balanced(on.title_ruler, title, place.box.width, room)
    return place.box._replace(width=width, height=high)


def _unparted(box: Box, title: Paragraph, on: LayoutContext) -> Box:
    """Return a title's box on a user's template, which is its own, narrowed only where a hedge
    would be parted from its number: from both sides where the title is centred there.
    """
    ruler = on.title_ruler
    if not any(parts_hedge(title.runs, way) for way in ruler.broken(title, box.width)):
        return box
    width = balanced(ruler, title, box.width)
    slot = on.mapped_layout.mapping.slots[TITLE] if on.mapped_layout else None
    before = {"ctr": 0.5, "r": 1.0}.get(slot.align if slot else "l", 0.0)
    return box._replace(left=box.left + (box.width - width) * before, width=width)


def settled(
    items: tuple[Item, ...], places: Mapping[int, Placeholder], on: LayoutContext
) -> tuple[Item, ...]:
    """Return a slide's items; on a user's template, each text with its own box, and text that has
    no placeholder there in ink: it stands on whatever ground the slide has.
    """
    if on.mapped_layout is None:
        return items
    mapping = on.mapped_layout.mapping
    found = []
    for item in items:
        if isinstance(item, TextItem):
            said = item.paragraphs
            if item.placeholder not in mapping.slots:
                said = tuple(map(_in_ink, said))
            elif item.placeholder in mapping.inked:
                ink = mapping.inked[item.placeholder]
                said = tuple(replace(p, style=replace(p.style, colour=ink)) for p in said)
            box = item.box or places[item.placeholder].box
            item = replace(item, box=box, paragraphs=said)
        found.append(item)
    return tuple(found)


def _in_ink(paragraph: Paragraph) -> Paragraph:
    """Return a paragraph that is set for a dark ground in the colour of text."""
    on_dark = paragraph.style.colour in ("paper", "tint", "cover_ink", "cover_tint")
    ink = replace(paragraph.style, colour="ink")
    return replace(paragraph, style=ink) if on_dark else paragraph
