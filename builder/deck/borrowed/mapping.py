"""Which of a template's layouts stands for which of ours: found by name, then by type and places.

A layout of theirs scores for each of ours: most for our own name, then for words of its name,
for its OOXML type, and for as many places for content as ours has. One without a title, or
without room under it, is no candidate; drawings of its own in that room speak against it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from builder.deck.borrowed.model import Place, Template, Theirs, common
from builder.deck.borrowed.palette import VISIBLE
from builder.deck.grid import Grid
from builder.deck.layouts import BY_NAME, LAYOUTS
from builder.deck.layouts.base import TITLE, Frame, Layout
from builder.theme.theme import DeckType
from builder.units import Box, Size

_LEAST_WIDTH, _LEAST_HEIGHT = 0.4, 0.3
_TITLE_FOOT, _TITLE_WIDTH = 0.45, 0.45
_BIG = 0.08
_GAP = 8.0
_CLUTTERED = 6.0
_FAINT = 15.0
_PANEL = 0.8
_WIDE = 0.75
_BAND = 0.6
_NEVER = -100.0
NO_TYPE: Final = DeckType("", "", "", (24.0,), (22.0, 20.0, 18.0, 16.0), 11.0)
_PLAIN_FRAME: Final = Frame(Grid(Size(960, 540)), NO_TYPE)


@dataclass(frozen=True)
class Role:
    """What speaks for a layout: types and words of names, best first; how many places it has."""

    types: tuple[str, ...]
    words: tuple[str, ...]
    areas: int
    cover: bool = False


_CONTENT: Final = (
    "title and content",
    "title, content",
    "titel und inhalt",
    "titre et contenu",
    "título y objetos",
    "content",
    "bullet",
    "text",
)
_ONLY: Final = ("title only", "nur titel", "titre seul", "sólo el título")
_PAIR: Final = ("two content", "2 content", "zwei inhalte", "deux contenus", "two columns")
_COVER: Final = ("title slide", "titelfolie", "diapositive de titre", "cover", "opening", "title")
_SECTION: Final = (
    "section header",
    "section",
    "divider",
    "chapter",
    "abschnitt",
    "titre de section",
)

ROLES: Final[Mapping[str, Role]] = {
    "title": Role(("title",), _COVER, 1, cover=True),
    "agenda": Role(("obj", "tx"), ("agenda", "contents", "inhalt", *_CONTENT), 1),
    "section": Role(("secHead", "title", "titleOnly"), (*_SECTION, *_COVER), 1, cover=True),
    "points": Role(("obj", "tx"), _CONTENT, 1),
    "chart": Role(("chart", "obj", "titleOnly"), ("chart", "diagramm", *_CONTENT), 1),
    "chart-points": Role(("chartAndTx", "txAndChart", "twoObj", "objTx"), _PAIR, 2),
    "two-charts": Role(("twoObj", "twoTxTwoObj"), _PAIR, 2),
    "figures": Role(("titleOnly", "obj"), (*_ONLY, *_CONTENT), 0),
    "table": Role(("tbl", "obj", "titleOnly"), ("table", "tabelle", *_CONTENT), 1),
    "timeline": Role(("titleOnly", "obj"), ("timeline", *_ONLY, *_CONTENT), 0),
    "flow": Role(("titleOnly", "obj"), ("flow", "diagram", *_ONLY, *_CONTENT), 0),
    "quote": Role(("obj", "titleOnly"), ("quote", "zitat", *_CONTENT), 1),
    "question": Role(("twoObj", "obj"), ("question", *_PAIR, *_CONTENT), 2),
    "sources": Role(("obj", "tx"), ("sources", "references", *_CONTENT), 1),
    "closing": Role(("obj", "tx"), ("closing", "thank you", "end", *_CONTENT), 1),
}


@dataclass(frozen=True)
class Mapped:
    """One of theirs for one of ours, and why."""

    ours: str
    theirs: Theirs
    why: str


@dataclass(frozen=True)
class LayoutMap:
    """The whole mapping: what was found by our names, and which of ours have nothing."""

    found: Mapping[str, Mapped]
    missing: tuple[str, ...]


def mapped(template: Template, by_hand: Mapping[str, str]) -> LayoutMap:
    """Map every layout of ours; `by_hand` holds their labels by our names, all of them known."""
    found: dict[str, Mapped] = {}
    labelled = {layout.label: layout for layout in template.layouts}
    for layout in LAYOUTS:
        if layout.name in by_hand:
            theirs = labelled[by_hand[layout.name]]
            found[layout.name] = Mapped(layout.name, theirs, "set in briefing.yaml")
            continue
        scored = [_score(layout.name, theirs, template) for theirs in template.layouts]
        best = max(range(len(scored)), key=lambda at: (scored[at][0], -at))
        score, why = scored[best]
        if score > _NEVER:
            found[layout.name] = Mapped(layout.name, template.layouts[best], why)
    missing = tuple(layout.name for layout in LAYOUTS if layout.name not in found)
    return LayoutMap(found, missing)


def usable(ours: str, theirs: Theirs, template: Template) -> bool:
    """Say whether a layout has what ours needs: a title, and room under it for content."""
    if theirs.title is None:
        return False
    fits = region(theirs, template.size) is not None
    return ROLES[ours].cover or fits or bool(own_places(BY_NAME[ours], theirs))


def own_places(ours: Layout, theirs: Theirs) -> dict[int, Place]:
    """Return their placeholders where they are ours by name and index, as in an edited export."""
    known = {(place.index, place.name): place for place in theirs.places}
    wanted = [p for p in ours.placeholders(_PLAIN_FRAME) if p.index != TITLE]
    found = {p.index: known[p.index, p.name] for p in wanted if (p.index, p.name) in known}
    return found if wanted and len(found) == len(wanted) else {}


def region(theirs: Theirs, size: Size) -> Box | None:
    """Return the room for content: around their content places, else what is free under the title.

    None where there is no title, or not enough room.
    """
    title = theirs.title
    if title is None:
        return None
    places = areas(theirs, size)
    floor = floor_of(theirs, size)
    box = _around(places) if places else _free(title, theirs.body, floor)
    box = box._replace(height=min(box.height, floor - box.top))
    enough = box.width >= _LEAST_WIDTH * size.width and box.height >= _LEAST_HEIGHT * size.height
    return box if enough else None


def areas(theirs: Theirs, size: Size) -> tuple[Place, ...]:
    """Return their places that are large enough to hold content."""
    least = _BIG * size.width * size.height
    return tuple(p for p in theirs.content if p.outer.width * p.outer.height >= least)


def _score(ours: str, theirs: Theirs, template: Template) -> tuple[float, str]:
    """Return how well a layout of theirs stands for one of ours, and what spoke for it most."""
    role, size = ROLES[ours], template.size
    name = re.sub(r"[\W_]+", " ", theirs.name.casefold()).strip()
    if theirs.title is None or "vert" in theirs.type.casefold() or "vertical" in name:
        return _NEVER, ""
    if name == BY_NAME[ours].title.casefold() and usable(ours, theirs, template):
        return 20.0, "by our name"
    if not role.cover and (region(theirs, size) is None or not _on_top(theirs.title, size)):
        return _NEVER, ""
    score, why = 0.5, "by its places"
    if theirs.type in role.types:
        score, why = score + 5 - role.types.index(theirs.type), f"by its type, {theirs.type}"
    named = _named(name, role)
    if named:
        score, why = score + named, "by its name"
    if role.cover:
        score += 2 * (theirs.title.kind == "ctrTitle") - 0.5 * max(0, len(theirs.content) - 1)
    else:
        score -= 1.5 * abs(len(areas(theirs, size)) - role.areas)
        score -= 4 * (theirs.title.kind == "ctrTitle")
    if not role.cover:
        score -= _CLUTTERED * _clutter(theirs, size)
    if theirs.contrast < VISIBLE:
        score -= _FAINT
    favoured = (template.opening,) if ours == "title" else template.later[:1]
    return score + (0.4 if theirs.master in favoured else 0.0), why


def _clutter(theirs: Theirs, size: Size) -> float:
    """Return how much of the room for content their own drawings take, panels behind it apart."""
    room = region(theirs, size)
    if room is None:
        return 1.0
    shares = [common(room, mark) / (room.width * room.height) for mark in theirs.marks]
    return min(1.0, sum(share for share in shares if share < _PANEL))


def _named(name: str, role: Role) -> float:
    for place, words in enumerate(role.words):
        plain = re.sub(r"[\W_]+", " ", words)
        if name == plain:
            return 6 - 0.4 * place
        if re.search(rf"\b{re.escape(plain)}\b", name):
            return max(0.5, 3.5 - 0.4 * place)
    return 0.0


def _on_top(title: Place, size: Size) -> bool:
    foot = title.outer.top + title.outer.height
    return foot <= _TITLE_FOOT * size.height and title.outer.width >= _TITLE_WIDTH * size.width


def _around(places: tuple[Place, ...]) -> Box:
    left, top = min(p.box.left for p in places), min(p.box.top for p in places)
    right = max(p.box.left + p.box.width for p in places)
    return Box(left, top, right - left, max(p.box.top + p.box.height for p in places) - top)


def _free(title: Place, body: Box | None, floor: float) -> Box:
    """Return the rectangle under the title and above the footers.

    It is as wide as the master's own content, or as the title where that is far wider.
    """
    top = title.outer.top + title.outer.height + _GAP
    wide = body if body is not None and body.width >= _WIDE * title.box.width else title.box
    return Box(wide.left, top, wide.width, floor - top)


def floor_of(theirs: Theirs, size: Size) -> float:
    """Return where content must end: above the footer, the number, and a band across the foot."""
    feet = [p.outer.top for p in theirs.places if p.kind in ("ftr", "sldNum")]
    feet += [mark.top for mark in theirs.marks if mark.width > _BAND * size.width]
    low = [top - _GAP / 4 for top in feet if top > size.height * 0.7]
    return min(low, default=size.height * 0.96)
