"""Where text can be read on what a layout draws: the boxes of a grid in; clear ones, and the
colours of text that has to have another than the template's own, out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from builder.outputs.pptx.plan.deck import SlideGrid
from builder.outputs.pptx.plan.forms import shared
from builder.outputs.pptx.plan.model import TITLE
from builder.outputs.pptx.template.art import Art
from builder.outputs.pptx.template.model import TemplateLayout
from builder.theme.theme import Colours
from builder.units import Box, Size

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


def inked(
    grid: SlideGrid, target: TemplateLayout, slots: Mapping[int, object], colours: Colours
) -> dict[int, str]:
    """Return by our placeholders which colour of the theme their text must have to be read.

    On a plain ground that nothing is drawn on it has the template's own, and a warning where that
    is faint.
    """
    found: dict[int, str] = {}
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
