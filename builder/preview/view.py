"""Sheets drawn, and told of at once where they are new and in view: a content as read in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from builder import project
from builder.caches import cache_folder
from builder.outputs.pdf import DrawnPage
from builder.preview.hub import Hub
from builder.preview.paper import DRAWS_PICTURE
from builder.preview.reading import Read
from builder.preview.scene import Scene
from builder.preview.told import Data
from builder.problems import Problems

_INLINE: Final = 3  # sheets that are told with their pictures where nobody says what is in view
_IN_VIEW: Final = 12  # and where somebody does

Built = Callable[[], Mapping[str, Any]]
"""Returns how the build stands once all that is in view is told."""


def draw(hub: Hub, scene: Scene, made: Read, problems: Problems, built: Built) -> None:
    """Draw the sheets of a content; what is in view is told of before the rest is drawn."""
    plans = project.planned(made.briefing, made.theme, problems)
    seen = hub.seen
    scene.follow_deck(plans, frozenset(number for side, number in seen if side == "deck"))
    deck = scene.deck_data()
    svgs = inline(hub, scene, "deck", deck)
    hub.patch({"svgs": svgs} if svgs else None, deck=deck, fonts=scene.fonts_data())
    pages = frozenset(number for side, number in seen if side == "paper")
    drawn = scene.new_paper(_Pages(hub, scene, pages, built).tell)
    laid = project.lay_out(plans, cache_folder(), watched=drawn)
    scene.follow_paper(drawn, laid)


@cache
def make_ready() -> None:
    """Load what charts are drawn with, once, before the first of them changes."""
    from builder.charts.house import load

    load(cache_folder())


def inline(hub: Hub, scene: Scene, side: str, sheets: Sequence[Data]) -> dict[str, str]:
    """Return the pictures of a few sheets that are new and in view."""
    known = {each["digest"] for each in hub[side]}
    seen = hub.seen
    new = [
        each["digest"]
        for each in sheets
        if each["digest"] not in known and (not seen or (side, each["number"]) in seen)
    ]
    found = {name: scene.svg(name) for name in new[: _IN_VIEW if seen else _INLINE]}
    return {name: svg for name, svg in found.items() if svg is not None}


@dataclass
class _Pages:
    """Tells of those pages of a paper that are in view, each as soon as it is drawn."""

    hub: Hub
    scene: Scene
    seen: frozenset[int]
    built: Built
    left: bool = False

    def tell(self, drawn: DrawnPage, name: str) -> None:
        """Tell of a page in view that was drawn anew; with the last of them, how the build stands.

        Pages with pictures of pixels are left until all is laid out: those are had then.
        """
        if drawn.number not in self.seen:
            return
        paper, at = list(self.hub["paper"]), drawn.number - 1
        svgs: dict[str, str] = {}
        if at >= len(paper) or DRAWS_PICTURE in drawn.code:
            self.left = True
        elif paper[at]["digest"] != name and (svg := self.scene.svg(name)) is not None:
            paper[at] = {**paper[at], "digest": name, "marks": ""}
            svgs = {name: svg}
        told: dict[str, Any] = {}
        if svgs:
            told = {"paper": paper, "fonts": self.scene.fonts_data()}
        if drawn.number == max(self.seen) and not self.left:
            told["build"] = self.built()
        self.hub.patch({"svgs": svgs} if svgs else None, **told)
