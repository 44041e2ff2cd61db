"""Which of a template's layouts stands for which of ours: found by name, then by type and places.

A template's layout scores for each of ours: most for our own name, then for words of its name,
for its OOXML type, and for as many places for content as ours has. One without a title, or
without room under it, is no candidate; drawings of its own in that room speak against it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from builder.frozen import dataclass
from builder.outputs.pptx.layouts import LAYOUTS
from builder.outputs.pptx.layouts.base import Layout, SlideFrame, TemplateMatch
from builder.outputs.pptx.plan.deck import SlideGrid
from builder.outputs.pptx.plan.forms import around
from builder.outputs.pptx.plan.mapped import TemplatePlaceholder
from builder.outputs.pptx.plan.model import KEY_FIGURE, TITLE, TRACKER
from builder.outputs.pptx.template.legible import VISIBLE, cover_room
from builder.outputs.pptx.template.model import Template, TemplateLayout
from builder.theme.theme import DECK_BODY, DECK_TITLE, SMALL, DeckType
from builder.units import Box, Size

_LEAST_WIDTH, _LEAST_HEIGHT = 0.4, 0.3
_TITLE_FOOT, _TITLE_WIDTH = 0.45, 0.45
_BIG = 0.08
_GAP = 8.0
_CLUTTERED = 6.0
_FAINT = 15.0
_WIDE = 0.75
_BAND = 0.6
_NEVER = -100.0
NO_TYPE: Final = DeckType("", "", "", DECK_TITLE, DECK_BODY, SMALL)
_PLAIN_FRAME: Final = SlideFrame(SlideGrid(Size(960, 540)), NO_TYPE)


@dataclass(frozen=True)
class LayoutMatch:
    """A template's layout, the `target`, for one of ours, and why."""

    ours: str
    target: TemplateLayout
    why: str


@dataclass(frozen=True)
class LayoutMap:
    """The whole mapping: what was found by our names, and which of ours have nothing."""

    found: Mapping[str, LayoutMatch]
    missing: tuple[str, ...]


def match_layouts(template: Template, by_hand: Mapping[str, str]) -> LayoutMap:
    """Map every layout of ours; `by_hand` holds labels by our names, all of them known."""
    found: dict[str, LayoutMatch] = {}
    labelled = {layout.label: layout for layout in template.layouts}
    crowding = [_crowding(target, template.size) for target in template.layouts]
    for layout in LAYOUTS:
        if layout.name in by_hand:
            target = labelled[by_hand[layout.name]]
            found[layout.name] = LayoutMatch(layout.name, target, "set in briefing.yaml")
            continue
        scored = [
            _score(layout, target, template, crowded)
            for target, crowded in zip(template.layouts, crowding, strict=True)
        ]
        best = max(range(len(scored)), key=lambda at: (scored[at][0], -at))
        score, why = scored[best]
        if score > _NEVER:
            found[layout.name] = LayoutMatch(layout.name, template.layouts[best], why)
    missing = tuple(layout.name for layout in LAYOUTS if layout.name not in found)
    return LayoutMap(found, missing)


def usable(ours: Layout, target: TemplateLayout, template: Template) -> bool:
    """Say whether a layout has what ours needs: a title, and room under it for content."""
    if target.title is None:
        return False
    fits = region(target, template.size) is not None
    return bool(ours.match.cover or fits or own_places(ours, target))


def own_places(ours: Layout, target: TemplateLayout) -> dict[int, TemplatePlaceholder]:
    """Return its placeholders where they are ours by name and index, as in an edited export."""
    known = {(place.index, place.name): place for place in target.places}
    wanted = [p for p in ours.places(_PLAIN_FRAME) if p.index != TITLE]
    found = {p.index: known[p.index, p.name] for p in wanted if (p.index, p.name) in known}
    # Who edits an export may take out the tracker, and some of the many places for key figures.
    needed = [place.index for place in wanted if is_needed(place.index)]
    return found if needed and found.keys() >= set(needed) else {}


def is_needed(index: int) -> bool:
    """Say whether a layout without this placeholder of ours is another one."""
    return index < KEY_FIGURE and index != TRACKER


def region(target: TemplateLayout, size: Size) -> Box | None:
    """Return the room for content: around their content places, else what is free under the title.

    None where there is no title, or not enough room.
    """
    title = target.title
    if title is None:
        return None
    places = areas(target, size)
    floor = floor_of(target, size)
    box = around([p.box for p in places]) if places else _free(title, target.body, floor)
    box = box._replace(height=min(box.height, floor - box.top))
    enough = box.width >= _LEAST_WIDTH * size.width and box.height >= _LEAST_HEIGHT * size.height
    return box if enough else None


def areas(target: TemplateLayout, size: Size) -> tuple[TemplatePlaceholder, ...]:
    """Return their places that are large enough to hold content."""
    least = _BIG * size.width * size.height
    return tuple(p for p in target.content if p.outer.width * p.outer.height >= least)


def _score(
    ours: Layout, target: TemplateLayout, template: Template, crowded: tuple[float, bool]
) -> tuple[float, str]:
    """Return how well a template's layout stands for one of ours, and what spoke for it most.

    `crowded` is how its own drawings are in the way: see `_crowding`.
    """
    match, size = ours.match, template.size
    name = re.sub(r"[\W_]+", " ", target.name.casefold()).strip()
    if target.title is None or "vert" in target.type.casefold() or "vertical" in name:
        return _NEVER, ""
    if name == ours.title.casefold() and usable(ours, target, template):
        return 20.0, "by our name"
    if not match.cover and (region(target, size) is None or not _on_top(target.title, size)):
        return _NEVER, ""
    score, why = 0.5, "by its places"
    if target.type in match.types:
        score, why = (score + 5 - match.types.index(target.type), f"by its type, {target.type}")
    named = _named(name, match)
    if named:
        score, why = score + named, "by its name"
    if match.cover:
        score += 2 * (target.title.kind == "ctrTitle") - 0.5 * max(0, len(target.content) - 1)
        score -= crowded[1]
    else:
        score -= 1.5 * abs(len(areas(target, size)) - match.areas)
        score -= 4 * (target.title.kind == "ctrTitle")
    if not match.cover:
        score -= _CLUTTERED * crowded[0]
    if target.contrast < VISIBLE:
        score -= _FAINT
    favoured = (template.opening,) if ours.purpose == "cover" else template.later[:1]
    return score + (0.4 if target.master in favoured else 0.0), why


def _crowding(target: TemplateLayout, size: Size) -> tuple[float, bool]:
    """Return how much of the room for content the layout's own drawings take, panels and plain
    grounds behind it apart; and whether they leave no room for the words of a cover.
    """
    room, art = region(target, size), target.art
    if art is None or target.title is None:
        return 0.0, False
    crowded = 1.0
    if room is not None:
        clear = room if art.is_calm(room) else art.clear(room, target.inks[1])
        crowded -= clear.width * clear.height / (room.width * room.height) if clear else 0.0
    boxes = [target.title.box, *(place.box for place in target.content[:1])]
    held = all(map(art.is_calm, boxes)) or cover_room(art, size, target.inks[0]) is not None
    return crowded, not held


def _named(name: str, match: TemplateMatch) -> float:
    for place, words in enumerate(match.words):
        plain = re.sub(r"[\W_]+", " ", words)
        if name == plain:
            return 6 - 0.4 * place
        if re.search(rf"\b{re.escape(plain)}\b", name):
            return max(0.5, 3.5 - 0.4 * place)
    return 0.0


def _on_top(title: TemplatePlaceholder, size: Size) -> bool:
    foot = title.outer.top + title.outer.height
    return foot <= _TITLE_FOOT * size.height and title.outer.width >= _TITLE_WIDTH * size.width


def _free(title: TemplatePlaceholder, body: Box | None, floor: float) -> Box:
    """Return the rectangle under the title and above the footers.

    It is as wide as the master's own content, or as the title where that is far wider.
    """
    top = title.outer.top + title.outer.height + _GAP
    wide = body if body is not None and body.width >= _WIDE * title.box.width else title.box
    return Box(wide.left, top, wide.width, floor - top)


def floor_of(target: TemplateLayout, size: Size) -> float:
    """Return where content must end: above the footer, the number, and a band across the foot."""
    feet = [p.outer.top for p in target.places if p.kind in ("ftr", "sldNum")]
    feet += [mark.top for mark in target.marks if mark.width > _BAND * size.width]
    low = [top - _GAP / 4 for top in feet if top > size.height * 0.7]
    return min(low, default=size.height * 0.96)
