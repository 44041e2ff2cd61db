"""A content folder as the preview shows it: read and resolved, with values that are tried out; and
its sheets drawn, told of at once where they are new and in view.

Where nothing but claims fails, there is a briefing all the same: it is shown, and what no longer
holds is marked in it. No file is made of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from builder import project
from builder.caches import cache_folder
from builder.memory import remembering
from builder.model.briefing import Briefing, Content
from builder.model.figure import Moment
from builder.outputs.pdf import DrawnPage
from builder.preview.hub import Hub
from builder.preview.paper import DRAWS_PICTURE
from builder.preview.scene import Scene
from builder.preview.told import Data
from builder.problems import ContentError, MachineError, Problem, Problems
from builder.workers import alone

if TYPE_CHECKING:
    from builder.theme.theme import Theme


Value = Decimal | Moment
_INLINE: Final = 3  # sheets that are told with their pictures where nobody says what is in view
_IN_VIEW: Final = 12  # and where somebody does
Built = Callable[[], Mapping[str, Any]]
"""Returns how the build stands once all that is in view is told."""


@dataclass(frozen=True)
class Read:
    """A content and what it resolves to; `failing` are the claims' mistakes, nothing else is."""

    content: Content
    briefing: Briefing
    theme: Theme
    failing: tuple[Problem, ...]


def read(
    folder: Path, problems: Problems, values: Mapping[str, Value], last: Briefing | None
) -> Read:
    """Read and resolve a content folder with other values of some figures.

    `last` is the briefing that those figures were seen in.

    Raises:
        ContentError: something in the content must be mended first; all of it is named.
    """
    from builder.content import read_content, read_theme
    from builder.resolve import resolve

    content = read_content(folder, problems)
    theme = None
    if content is not None:
        place = content.meta.places.get("theme", content.meta.place)
        theme = read_theme(content.meta.theme, folder, problems, place, content.meta.language)
        if last is not None and values:
            content = revised(content, last, values)
    so_far = len(problems.errors)
    briefing = resolve(content, problems) if content is not None else None
    if so_far or content is None or theme is None or briefing is None:
        problems.stop_on_errors()
        raise AssertionError("a stage gave nothing and named no problem")
    failing = tuple(problems.errors[so_far:])
    if briefing.meta.since and not failing:
        from builder.editions import with_changes

        briefing = with_changes(briefing, folder, problems)
        problems.stop_on_errors()
    return Read(content, briefing, theme, failing)


def mistakes(folder: Path) -> tuple[tuple[Problem, ...], str]:
    """Return what keeps a content folder from being shown as it is saved, or what the machine says
    of it; nothing where it can be.
    """
    try:
        with alone(), remembering():
            read(folder, Problems(), {}, None)
    except ContentError as error:
        return error.problems, ""
    except MachineError as error:
        return (error.problem,), ""
    except OSError as error:  # a file went while it was read
        return (), str(error)
    return (), ""


def revised(content: Content, last: Briefing, values: Mapping[str, Value]) -> Content:
    """Return a content with other values of some figures, where it still has those."""
    from builder.pulling.bound import Bindings

    bindings = Bindings(content, last)
    for name, value in values.items():
        stated = content.figures.get(name)
        known = last.figures.get(name)
        if stated is None or known is None or stated.formula is not None:
            continue
        content = bindings.revised(bindings.target(known), value, content)
    return content


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
