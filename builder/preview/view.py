"""Sheets drawn, and told of at once where they are new and in view: a content as read in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from builder import project
from builder.caches import cache_folder
from builder.outputs.pdf import DrawnPage
from builder.preview.hub import Hub
from builder.preview.paper import DRAWS_PICTURE
from builder.preview.reading import Read
from builder.preview.scene import Scene
from builder.preview.told import Data
from builder.problems import Problems

_INLINE: Final = 3  # sheets that are told with their pictures


def draw(hub: Hub, scene: Scene, made: Read, problems: Problems) -> None:
    """Draw the sheets of a content; slides are told of before the paper is laid out."""
    plans = project.planned(made.briefing, made.theme, problems)
    scene.follow_deck(plans)
    deck = scene.deck_data()
    svgs = inline(hub, scene, "deck", deck)
    hub.patch({"svgs": svgs} if svgs else None, deck=deck, fonts=scene.fonts_data())
    drawn = scene.new_paper(partial(_tell_page, hub, scene))
    laid = project.lay_out(plans, cache_folder(), watched=drawn)
    scene.follow_paper(drawn, laid)


def inline(hub: Hub, scene: Scene, side: str, sheets: Sequence[Data]) -> dict[str, str]:
    """Return the pictures of a few sheets that are new and in view."""
    known = {each["digest"] for each in hub[side]}
    seen = hub.seen
    new = [
        each["digest"]
        for each in sheets
        if each["digest"] not in known and (not seen or (side, each["number"]) in seen)
    ]
    found = {name: scene.svg(name) for name in new[:_INLINE]}
    return {name: svg for name, svg in found.items() if svg is not None}


def _tell_page(hub: Hub, scene: Scene, drawn: DrawnPage, name: str) -> None:
    """Tell of a page in view that was drawn anew, before the others are."""
    paper, at = list(hub["paper"]), drawn.number - 1
    if ("paper", drawn.number) not in hub.seen or at >= len(paper):
        return
    if paper[at]["digest"] == name or DRAWS_PICTURE in drawn.code:
        return  # pictures are had when all is laid out
    svg = scene.svg(name)
    if svg is not None:
        paper[at] = {**paper[at], "digest": name, "marks": ""}
        hub.patch({"svgs": {name: svg}}, paper=paper, fonts=scene.fonts_data())
