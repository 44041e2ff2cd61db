"""How one of our layouts stands on a template's: both in; places, type, rulers and slots out."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from builder.outputs.pptx.layouts import BY_NAME
from builder.outputs.pptx.layouts.base import Layout, MappedLayout, SlideFrame
from builder.outputs.pptx.plan.deck import SlideGrid
from builder.outputs.pptx.plan.forms import around
from builder.outputs.pptx.plan.mapped import OURS, THEIRS, PlaceholderMapping, TemplatePlaceholder
from builder.outputs.pptx.plan.measure import HEIGHT_MARGIN, PITCH, Ruler, Voice
from builder.outputs.pptx.plan.model import BODY, SOURCE, TITLE, TRACKER, Placeholder
from builder.outputs.pptx.template.legible import cleared, inked
from builder.outputs.pptx.template.mapping import (
    NO_TYPE,
    LayoutMatch,
    areas,
    floor_of,
    is_needed,
    own_places,
    region,
)
from builder.outputs.pptx.template.model import Template, TemplateLayout, widening
from builder.theme.theme import SMALL, DeckType, Theme
from builder.units import Box, Size

_LARGEST_BODY: Final = 28.0
_LARGEST_TITLE: Final = 36.0
_LARGEST_COVER: Final = 48.0
_STEP: Final = 2.0
_LEAST: Final = 1e-6  # what a size may be short of a half point
_HEIGHT: Final = 540.0
_HEADLINE_LINES: Final = 2
_SOURCE_LINES: Final = 2
_MARGIN: Final = 6.0


def mapped_layout(
    match: LayoutMatch, template: Template, theme: Theme, headline: float = 0.0
) -> MappedLayout:
    """Return how a layout of ours stands on the template's that was found for it.

    One that is as an export of ours has it keeps our places and sizes. Elsewhere type sizes go
    from the template's down to our theme's smallest, if they begin above it; a cover's title begins
    no lower than the template's `headline`s. On a slide lower than ours the smallest are lower
    alike: what a reader sees is as large as 12 points on a slide of 540, and no smaller.
    """
    ours, target = BY_NAME[match.ours], match.target
    title = target.title
    if title is None:
        raise ValueError(f"a layout without a title stands for {match.ours}")
    own = own_places(ours, target)
    slots = {TITLE: title, **(own or _assigned(ours, target, template.size))}
    if _as_ours(ours, template.size, slots, theme.deck):
        return _ours(ours, target, template, slots, theme)
    cover = ours.match.cover
    text = slots.get(BODY) or _first_text(slots) or next(iter(target.content), None)
    small = scaled(theme.deck.small, template.size)
    grid = _grid(ours, target, template.size, own, small)
    if not own:
        grid = cleared(grid, target, cover=bool(ours.match.cover))
    smallest = scaled(theme.deck.body[-1], template.size)
    sizes = _steps(text.size if text else theme.deck.body[0], _LARGEST_BODY, smallest)
    smallest = scaled(theme.deck.title[-1], template.size)
    start = max(title.size, headline) if cover else title.size
    titles = _steps(start, _LARGEST_COVER if cover else _LARGEST_TITLE, smallest)
    face = replace(
        theme.deck,
        face=template.face,
        body=sizes,
        title=titles,
        small=small,
        scale=small / SMALL,
    )
    grid = _with_headline(grid, titles[-1] * PITCH * title.voice.pitch)
    ink = inked(grid, target, slots, theme.colours) if not own else {}
    return MappedLayout(
        SlideFrame(grid, face),
        *_rulers(face, slots),
        title_sizes=titles,
        mapping=_mapping(target, slots, ink),
        traits=THEIRS,
    )


def _ours(
    ours: Layout,
    target: TemplateLayout,
    template: Template,
    slots: Mapping[int, TemplatePlaceholder],
    theme: Theme,
) -> MappedLayout:
    """Return how a layout stands on one that is as we exported it: as on our own template."""
    face = replace(theme.deck, face=template.face)
    return MappedLayout(
        SlideFrame(SlideGrid(template.size), face),
        *_rulers(face, slots),
        title_sizes=theme.deck.steps(*ours.title_sizes) or theme.deck.title,
        mapping=_mapping(target, slots, {}),
        traits=OURS,
    )


def _rulers(face: DeckType, slots: Mapping[int, TemplatePlaceholder]) -> tuple[Ruler, Ruler, Ruler]:
    """Return what measures text, what has no placeholder, and titles."""
    # What has no placeholder is set in the theme's own face.
    plain = Voice(widening=widening(face.face))
    voice = _loudest([plain, *(p.voice for index, p in slots.items() if index != TITLE)])
    return Ruler(face, voice), Ruler(face, plain), Ruler(face.of_headlines, slots[TITLE].voice)


def _mapping(
    target: TemplateLayout, slots: Mapping[int, TemplatePlaceholder], ink: Mapping[int, str]
) -> PlaceholderMapping:
    return PlaceholderMapping(
        part=target.part,
        slots=slots,
        footer=target.furniture("ftr"),
        number=target.furniture("sldNum"),
        texts=target.texts,
        label=target.label,
        contrast=target.contrast,
        inked=ink,
        shapes=target.art.shapes if target.art is not None else (),
    )


def _first_text(slots: Mapping[int, TemplatePlaceholder]) -> TemplatePlaceholder | None:
    """Return the first placeholder that holds text of the slide's own."""
    own = (slot for index, slot in slots.items() if index not in (TITLE, SOURCE, TRACKER))
    return next((slot for slot in own if slot.kind == "body"), None)


def scaled(size: float, slide: Size) -> float:
    """Return a size as a slide lower than ours has it, in half points: what a reader sees is no
    smaller.
    """
    return math.ceil(size * min(1.0, slide.height / _HEIGHT) * 2 - _LEAST) / 2


def _with_headline(grid: SlideGrid, line: float) -> SlideGrid:
    """Return a grid whose title has room for two lines, taken from what is below it."""
    title, high = grid.title, _HEADLINE_LINES * line * (1 + HEIGHT_MARGIN) + 1
    if title.height >= high:
        return grid
    title = title._replace(height=high)
    start = title.top + high + _MARGIN
    moved = {
        name: _from(box, start)
        for name, box in grid.places.items()
        if name not in ("title", "source") and box.top + box.height > start
    }
    halves = tuple(_from(half, start) for half in grid.halves)
    return replace(grid, places={**grid.places, **moved, "title": title}, halves=halves)


def _from(box: Box, top: float) -> Box:
    """Return what is left of a box below `top`."""
    start = max(box.top, top)
    return box._replace(top=start, height=box.top + box.height - start)


def _steps(start: float, largest: float, smallest: float) -> tuple[float, ...]:
    """Return sizes from the template's `start`, at most `largest`, down to `smallest`."""
    size = min(start, largest)
    steps = [size]
    while steps[-1] - _STEP >= smallest:
        steps.append(steps[-1] - _STEP)
    if steps[-1] > smallest:
        steps.append(smallest)
    return tuple(steps)


def _loudest(voices: Sequence[Voice]) -> Voice:
    """Return a voice that takes as much room as any of these."""
    return Voice(
        widening=max(voice.widening for voice in voices),
        spacing=max(voice.spacing for voice in voices),
        pitch=max(voice.pitch for voice in voices),
        capitals=any(voice.capitals for voice in voices),
        bold=any(voice.bold for voice in voices),
    )


def _assigned(ours: Layout, target: TemplateLayout, size: Size) -> dict[int, TemplatePlaceholder]:
    """Return which of their content places each of our placeholders gets, as far as kinds allow."""
    if ours.match.cover:
        found = sorted(target.content, key=lambda place: place.kind != "subTitle")
    else:
        found = [column[0] for column in _columns(areas(target, size))]
    return {
        index: place
        for (index, kinds), place in zip(ours.match.slots, found, strict=False)
        if place.kind in kinds
    }


def _columns(places: Sequence[TemplatePlaceholder]) -> list[list[TemplatePlaceholder]]:
    """Return places by column, from the left."""
    return [list(group) for _, group in groupby(places, key=lambda p: round(p.outer.left / 10))]


def _grid(
    ours: Layout,
    target: TemplateLayout,
    size: Size,
    own: Mapping[int, TemplatePlaceholder],
    small: float,
) -> SlideGrid:
    title = target.title
    boxes = {"title": title.box if title else Box(0, 0, *size)}
    if ours.match.cover:
        if ours.match.cover == "subtitle":
            held = own.get(BODY) or next(iter(_assigned(ours, target, size).values()), None)
            boxes["subtitle"] = held.box if held else _under(boxes["title"], size)
        elif BODY in own:
            # Elsewhere a section's number would stand alone in what is meant for its description.
            boxes["lead"] = own[BODY].box
        return SlideGrid(size, boxes)
    halves: tuple[Box, ...] = ()
    if own:
        shown = [p.box for index, p in own.items() if index not in (SOURCE, TRACKER)]
        shown = shown or [region(target, size) or boxes["title"]]
        foot = boxes["title"].top + boxes["title"].height + 2 * _MARGIN
        # Figures are drawn above the text that may stand below them.
        start = Box(shown[0].left, foot, 0, 0) if ours.match.from_title else shown[0]
        body: Box | None = around([start, *shown])
    else:
        body = region(target, size)
        halves = tuple(around([p.box for p in c]) for c in _columns(areas(target, size)))
    if body is None:
        raise ValueError(f"a layout without room stands for {ours.name}")
    boxes["body"] = body
    if any(place.index == SOURCE for place in ours.places(SlideFrame(SlideGrid(size), NO_TYPE))):
        source, body = _foot(body, target, size, own, small)
        boxes |= {"body": body, "source": source}
        floor = body.top + body.height
        halves = tuple(h._replace(height=min(h.height, floor - h.top)) for h in halves)
    return SlideGrid(size, boxes, halves if len(halves) == 2 else ())


def _as_ours(
    ours: Layout, size: Size, found: Mapping[int, TemplatePlaceholder], face: DeckType
) -> bool:
    """Say whether every placeholder stands where ours does, its text as large, as in an export used
    as it is.
    """
    places = ours.places(SlideFrame(SlideGrid(size), face))
    return all(_same(each, found.get(each.index)) for each in places if is_needed(each.index))


def _same(ours: Placeholder, found: TemplatePlaceholder | None) -> bool:
    return (
        found is not None
        and all(abs(one - other) < 1 for one, other in zip(ours.box, found.box, strict=True))
        and all(abs(style.size - found.size) < 1 for style in ours.styles[:1])
    )


def _foot(
    body: Box,
    target: TemplateLayout,
    size: Size,
    own: Mapping[int, TemplatePlaceholder],
    small: float,
) -> tuple[Box, Box]:
    """Return the box of two lines of `small` print for sources, and what it leaves of the body."""
    if SOURCE in own:
        return own[SOURCE].box, body
    foot = body.top + body.height
    end = max(floor_of(target, size), foot)
    high = _SOURCE_LINES * small * PITCH * (1 + HEIGHT_MARGIN) + 1 + _MARGIN / 2
    top = min(foot, end - high)
    source = Box(body.left, top + _MARGIN / 2, body.width, end - top - _MARGIN / 2)
    return source, body._replace(height=top - _MARGIN - body.top)


def _under(title: Box, size: Size) -> Box:
    top = title.top + title.height + 2 * _MARGIN
    return Box(title.left, top, title.width, max(60.0, size.height * 0.9 - top))
