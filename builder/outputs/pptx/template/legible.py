"""What a template sets its text in and on, where on what a layout draws text can be read, and the
theme that a deck on it has.

Every colour comes from a slot of the template's scheme, moved in lightness at most, so that
changing the theme's colours in PowerPoint recolours charts, tables and panels too. A colour that is
no slot comes as `#RRGGBB`; "" stands for none said, "?" for a picture or the like.

The boxes of a grid in; clear ones, and the colours of text that has to have another than the
template's own, out.
"""

from __future__ import annotations

import colorsys
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from lxml import etree

from builder.outputs.pptx.plan.deck import SlideGrid
from builder.outputs.pptx.plan.forms import shared
from builder.outputs.pptx.plan.model import TITLE
from builder.outputs.pptx.template.art import Art
from builder.outputs.pptx.template.kinds import A, P
from builder.outputs.pptx.template.model import (
    BLACK_ON_WHITE,
    NotATemplateError,
    Template,
    TemplateLayout,
)
from builder.theme.theme import Colours, Theme, channels, contrast, luminance
from builder.units import Box, Size

_ACCENTS: Final = tuple(f"accent{number}" for number in range(1, 7))
_PLAIN: Final = ("tx1", "bg1", "tx2", "bg2")
# WCAG 2.1, 1.4.3 (text) and 1.4.11 (marks that carry meaning).
_READABLE: Final = 4.5
VISIBLE: Final = 3.0
# How far between the text's lightness and the ground's.
_MUTED, _SOFT, _GRID, _TINT = 0.3, 0.5, 0.85, 0.94
_DIGITS = re.compile("[0-9A-F]{6}")
_PLAIN_FILL = 1001
"""The first background fill of a theme's three, which is a plain colour (20.1.4.1.7)."""
_LEAST: Final[Mapping[str, tuple[float, float]]] = {
    "title": (0.5, 0.7),
    "subtitle": (0.5, 0.3),
    "lead": (0.5, 0.5),
    "body": (0.55, 0.6),
    "source": (0.4, 0.9),
}
"""What share of a box's width and height is enough for what stands there."""
_COVER: Final = (0.4, 0.3)  # of the slide, that title and subtitle need together
_HEAD: Final = 0.45  # of that room, for the title
_EDGE: Final = 0.03
_READ: Final = 0.9


def themed(theme: Theme, template: Template, layout: TemplateLayout, room: Box | None) -> Theme:
    """Return our theme in the template's colours, as they are on slides of `layout`.

    What lies below `room`, where its content stands, is the ground if that is drawn.
    """
    colours = template.colours
    ink = _slot(layout.ink, colours) or "tx1"
    paper = _slot(layout.ground, colours)
    if layout.art and room and layout.art.is_drawn(room, plain=layout.ground != "?"):
        below = layout.art.colour(room)
        paper = _slot(below, colours)
        if contrast(colours[ink], below) < VISIBLE:
            ink = max(("bg1", "tx1"), key=lambda slot: contrast(colours[slot], below))
    # On a picture, or where light text names no ground, only the colour of their text can be
    # trusted to be read.
    stated, known = bool(paper), bool(paper) or (not layout.ground and ink != "bg1")
    paper = paper or ("bg1" if ink != "bg1" else "tx1")
    if contrast(colours[ink], colours[paper]) < VISIBLE and stated:
        ink = max(("bg1", "tx1"), key=lambda slot: contrast(colours[slot], colours[paper]))
    elif contrast(colours[ink], colours[paper]) < VISIBLE:
        paper = max(("bg1", "tx1"), key=lambda slot: contrast(colours[ink], colours[slot]))
    ground = colours[paper]
    texts = ("tx2", *_ACCENTS) if known else ()
    strong = [s for s in texts if contrast(colours[s], ground) >= _READABLE]
    accent = next((s for s in strong if colours[s] != colours[ink]), ink)
    marks = [s for s in _ACCENTS if known and contrast(colours[s], ground) >= VISIBLE]
    highlight = next((s for s in marks if colours[s] != colours[accent]), accent)
    bases = {"ink": ink, "paper": paper, "accent": accent, "highlight": highlight}
    bases |= dict.fromkeys(("muted", "soft"), ink) | dict.fromkeys(("grid", "tint"), paper)
    found = Colours(
        accent=colours[accent],
        ink=colours[ink],
        muted=_between(colours[ink], ground, _MUTED if known else 0.0),
        grid=_between(ground, colours[ink], 1 - _GRID),
        soft=_between(colours[ink], ground, _SOFT),
        paper=ground,
        tint=_between(ground, colours[ink], 1 - _TINT),
        highlight=colours[highlight],
        series=tuple(colours[slot] for slot in _ACCENTS),
        series_text=tuple(
            _readable(colours[slot], ground) if known else colours[ink] for slot in _ACCENTS
        ),
    )
    slots = {name: (slot, colours[slot]) for name, slot in bases.items()}
    return replace(theme, colours=found, slots=slots)


def legibility(ink: str, ground: str, colours: Mapping[str, str]) -> float:
    """Return the contrast ratio of text with its ground, slots or colours; 21 if not known."""
    if not ground or "?" in (ink, ground):
        return BLACK_ON_WHITE
    text, below = _slot(ink, colours) or "tx1", _slot(ground, colours) or "bg1"
    return contrast(colours[text], colours[below])


def ink(levels: Iterable[etree._Element]) -> str:
    """Return the colour of text, from the nearest of its level's properties that says one."""
    for level in levels:
        found = level.find(f"{A}defRPr/{A}solidFill")
        if found is not None:
            return _colour(found)
    return ""


def ground(root: etree._Element) -> str:
    """Return the colour of a layout's or master's own background."""
    found = root.find(f"{P}cSld/{P}bg")
    if found is None:
        return ""
    solid = found.find(f"{P}bgPr/{A}solidFill")
    named = found.find(f"{P}bgRef")
    if solid is not None:
        return _colour(solid)
    if named is not None and int(named.get("idx", "0")) <= _PLAIN_FILL:
        return _colour(named)
    return "?"


def scheme(master: etree._Element, theme: etree._Element, parts: tuple[str, str]) -> dict[str, str]:
    """Return the scheme's colours by the names that slides use for them (`p:clrMap`).

    `parts` are the names of the two.

    Raises:
        NotATemplateError: the theme lacks one, or has one that is no colour by its digits.
    """
    slots = theme.find(f"{A}themeElements/{A}clrScheme")
    found: dict[str, str] = {}
    for slot in slots if slots is not None else ():
        value = (slot[0].get("lastClr") or slot[0].get("val") or "") if len(slot) else ""
        found[etree.QName(slot).localname] = value.upper()
    names = master.find(f"{P}clrMap")
    if names is None:
        raise NotATemplateError(f"its part {parts[0]} has no map of colours (<p:clrMap>)")
    for name in sorted(set(map(str, names.attrib.values()))):
        if name not in found:
            raise NotATemplateError(f"its part {parts[1]} has no colour {name}")
        if not _DIGITS.fullmatch(found[name]):
            raise NotATemplateError(
                f"its part {parts[1]} states its colour {name} by no hexadecimal digits"
            )
    return {str(key): f"#{found[str(value)]}" for key, value in names.attrib.items()}


def cleared(grid: SlideGrid, target: TemplateLayout, *, cover: bool) -> SlideGrid:
    """Return a grid whose boxes keep clear of what the layout draws, where they are large enough
    without it; those of a cover that are not stand where the layout draws nothing.
    """
    art = target.art
    if art is None:
        return grid
    parts = {
        name: _part(art, box, target.inks[name != "title"], _LEAST[name])
        for name, box in grid.places.items()
    }
    if cover and None in parts.values():
        room = cover_room(art, grid.size, target.inks[0])
        if room is not None:
            return replace(grid, places=_stacked(room, grid.places))
    places = {name: parts[name] or box for name, box in grid.places.items()}
    halves = tuple(shared(half, places["body"]) for half in grid.halves)
    return replace(grid, places=places, halves=halves)


def cover_room(art: Art, size: Size, ink: str) -> Box | None:
    """Return the largest room of one colour on a slide, None where that is too small for titles."""
    edge = _EDGE * size.width
    inner = Box(edge, edge, size.width - 2 * edge, size.height - 2 * edge)
    found = art.clear(inner, ink)
    wide, high = (share * side for share, side in zip(_COVER, size, strict=True))
    return found if found and found.width >= wide and found.height >= high else None


def inked(
    grid: SlideGrid, target: TemplateLayout, slots: Mapping[int, object], colours: Colours
) -> dict[int, str]:
    """Return by our placeholders which colour of the theme their text must have to be read.

    On a plain ground that nothing is drawn on it has the template's own, unless that can hardly be
    read there, which is warned of.
    """
    faint = target.contrast < VISIBLE and target.ground != "?"
    found: dict[int, str] = dict.fromkeys(slots, "ink") if faint else {}
    if target.art is None:
        return found
    for index in slots:
        name = "title" if index == TITLE else "body"
        other = next(
            (each for each in ("subtitle", "lead", "body") if each in grid.places), "title"
        )
        box = grid.places.get(name if index == TITLE else other, grid.title)
        own = target.inks[index != TITLE]
        drawn = target.art.is_drawn(box, plain=target.ground != "?")
        if not drawn and target.art.is_calm(box):
            continue
        choices = {"": own, "ink": colours.ink, "paper": colours.paper}
        shares = {key: target.art.read(box, colour) for key, colour in choices.items()}
        best = max(shares, key=lambda key: shares[key])
        if shares[""] < _READ and best:
            found[index] = best
    return found


def _slot(colour: str, colours: Mapping[str, str]) -> str:
    """Return the slot meant, for a colour that is none the plain one nearest in lightness."""
    if not colour.startswith("#"):
        return colour if colour in colours else ""
    wanted = luminance(colour)
    return min(_PLAIN[:2], key=lambda slot: abs(luminance(colours[slot]) - wanted))


def _between(colour: str, towards: str, share: float) -> str:
    """Return a colour with its lightness moved by `share` of the way to another's."""
    hue, light, saturation = colorsys.rgb_to_hls(*channels(colour))
    _, other, _ = colorsys.rgb_to_hls(*channels(towards))
    return _hex(colorsys.hls_to_rgb(hue, light + share * (other - light), saturation))


def _readable(colour: str, ground: str) -> str:
    """Return a colour moved away from the ground until text in it can be read there."""
    away = "#000000" if luminance(ground) > 0.2 else "#FFFFFF"
    moved = (_between(colour, away, step / 20) for step in range(20))
    return next((each for each in moved if contrast(each, ground) >= _READABLE), away)


def _hex(parts: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(255 * min(1.0, max(0.0, one))):02X}" for one in parts)


def _colour(holder: etree._Element) -> str:
    for child in holder:
        if child.tag == f"{A}schemeClr":
            return child.get("val", "")
        if child.tag == f"{A}srgbClr":
            return "#" + child.get("val", "").upper()
    return "?"


def _stacked(room: Box, places: Mapping[str, Box]) -> dict[str, Box]:
    """Return the boxes of a cover's title, and of what stands below it if anything does."""
    edge = _EDGE * room.width
    room = Box(room.left + edge, room.top, room.width - 2 * edge, room.height)
    below = [name for name in places if name != "title"]
    high = room.height * (_HEAD if below else 1.0)
    rest = Box(room.left, room.top + high, room.width, room.height - high)
    return {"title": room._replace(height=high), **dict.fromkeys(below, rest)}


def _part(art: Art, box: Box, ink: str, least: tuple[float, float]) -> Box | None:
    """Return what of a box can be used, None where that is too little."""
    if art.is_calm(box):
        return box
    found = art.clear(box, ink)
    wide, high = least[0] * box.width, least[1] * box.height
    return found if found and found.width >= wide and found.height >= high else None
