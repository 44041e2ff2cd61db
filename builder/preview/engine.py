"""What keeps the preview in step: a content folder's saves in, patches of the state out.

One thread reads, resolves, plans and draws, in the order of what is asked; whatever was saved
meanwhile is asked for together. The pages and slides are told as soon as they are drawn, then what
stands on them; files are made and proved by a process of their own meanwhile.
"""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from time import perf_counter, time
from typing import Any, Final

from builder import project
from builder.caches import cache_folder
from builder.memory import remembering
from builder.model.briefing import Briefing
from builder.outputs.pdf import DrawnPage
from builder.preview.hub import Hub, Store
from builder.preview.prover import Proved, Prover
from builder.preview.reading import Read, Value, read
from builder.preview.scene import Scene
from builder.preview.told import briefing_data, problems_data, sections_data
from builder.problems import ContentError, MachineError, Problem, Problems
from builder.up_to_date import key as content_key
from builder.workers import alone

_PATIENCE: Final = 0.1  # seconds for which a half-saved file may be a mistake
_INLINE: Final = 3  # sheets that are told with their pictures

_IN_VIEW: Final = 40

Ask = Callable[[], None]
Answer = tuple[int, Mapping[str, Any]]


@dataclass
class Stand:
    """How the latest build went: its number, what changed, when that was saved, and its parts."""

    number: int = 0
    names: tuple[str, ...] = ()
    saved: float = 0.0
    shown: float = 0.0
    key: str = ""
    status: str = "building"
    message: str = ""
    old: bool = False
    proved: float = 0.0

    def data(self) -> dict[str, Any]:
        """Return it as the page is told."""
        return {
            "number": self.number,
            "status": self.status,
            "save": self.saved,
            "seconds": {"shown": round(self.shown, 3), "proved": round(self.proved, 3)},
            "changed": list(self.names),
            "message": self.message,
            "old": self.old,
        }


@dataclass
class Engine:
    """Follows one content folder; `hub` holds what the pages are told."""

    folder: Path
    out: Path
    hub: Hub
    store: Store
    asks: Queue[Ask | None] = field(default_factory=Queue)
    stand: Stand = field(default_factory=Stand)
    values: Mapping[str, Value] = field(default_factory=dict)
    last: Read | None = None

    def __post_init__(self) -> None:
        self.scene = Scene(self.store, os.path.basename(os.path.abspath(self.folder)))
        self.prover = Prover(self.folder, self.out, self._take_proof)
        self.home = self.folder.as_posix()
        self._saved: list[tuple[str, ...]] = []
        self._thread = Thread(target=self._run, name="preview engine", daemon=True)

    def _take_proof(self, told: Proved) -> None:
        self.ask(lambda: self.proved(told))

    def start(self) -> None:
        """Begin to do what is asked."""
        self._thread.start()

    def stop(self) -> None:
        """End, and let go of the process that proves."""
        self.asks.put(None)
        self.prover.stop()
        self.hub.end()

    def ask(self, ask: Ask) -> None:
        """Let something be done in the engine's own thread."""
        self.asks.put(ask)

    def saved(self, names: tuple[str, ...]) -> None:
        """Follow a save of these files; what waits already is followed together with it."""
        self._saved.append(names)
        self.ask(self._follow_saved)

    @property
    def posts(self) -> Mapping[str, Callable[[Mapping[str, Any]], Answer]]:
        """What the page may ask for, by name."""
        return {"seen": self.seen}

    def seen(self, said: Mapping[str, Any]) -> Answer:
        """Take which sheets are in view."""
        seen = set()
        for side in ("paper", "deck"):
            numbers = said.get(side, [])
            if isinstance(numbers, list):
                seen |= {(side, each) for each in numbers[:_IN_VIEW] if isinstance(each, int)}
        self.hub.seen = frozenset(seen)
        return 200, {"ok": True}

    def file(self, medium: str) -> Path | None:
        """Return the path of a finished file, None while there is none."""
        made = next((each for each in self.hub["files"] if each["medium"] == medium), None)
        return self.out / made["name"] if made is not None else None

    @property
    def waiting(self) -> bool:
        """Whether something else is to be done, so that what can wait should."""
        return not self.asks.empty()

    def _run(self) -> None:
        while True:
            ask = self.asks.get()
            if ask is None:
                return
            try:
                ask()
            except Exception:
                traceback.print_exc()
                self._fail(())

    def _follow_saved(self) -> None:
        held, self._saved = self._saved, []
        if held or not self.stand.number:
            names = tuple(dict.fromkeys(name for names in held for name in names))
            self.follow(names, _changed_at(self.folder, names))

    def follow(self, names: tuple[str, ...] = (), saved: float = 0.0) -> None:
        """Show the content as it is now."""
        began = perf_counter()
        self.stand = Stand(self.stand.number + 1, names, saved, old=self.stand.old)
        self.hub.patch(build=self.stand.data())
        problems = Problems()
        try:
            self.stand.key = content_key(self.folder, self.out)
            with alone(), remembering():
                self._show(problems, began)
        except ContentError as error:
            if not self._mends_itself():
                self._fail(error.problems)
        except MachineError as error:
            self._fail((error.problem,))
        except OSError as error:  # a file went while it was read
            if not self._mends_itself():
                self.stand.message = str(error)
                self._fail(())

    def _mends_itself(self) -> bool:
        """Say whether something else was saved right after: the mistake was a half-saved file."""
        try:
            ask = self.asks.get(timeout=_PATIENCE)
        except Empty:
            return False
        self.asks.put(ask)
        return bool(self._saved)

    def _show(self, problems: Problems, began: float) -> None:
        made = read(self.folder, problems, self.values, self.last.briefing if self.last else None)
        more = Problems()
        plans = project.planned(made.briefing, made.theme, more)
        scene = self.scene
        scene.follow_deck(plans)
        self._tell_deck(made.briefing)
        drawn = scene.new_paper(self._seen)
        laid = project.lay_out(plans, cache_folder(), watched=drawn)
        scene.follow_paper(drawn, laid)
        self.stand.shown = perf_counter() - began
        self.stand.status = "broken" if made.failing else "shown"
        self.stand.old = False
        if made.failing:
            self.stand.message = made.failing[0].found
        self.last = made
        svgs = self._inline("paper", scene.paper_data())
        self.hub.patch(
            {"svgs": svgs} if svgs else None,
            build=self.stand.data(),
            paper=scene.paper_data(),
            deck=scene.deck_data(),
            sections=sections_data(made.briefing),
            briefing=briefing_data(made.briefing, os.path.abspath(self.folder)),
            fonts=scene.fonts_data(),
            problems=problems_data((*problems.found, *more.found), self.home),
        )
        if not self.values and not made.failing:
            self.prover.prove(self.stand.number)
        if not self.waiting:
            self._tell_things(made)

    def _tell_things(self, made: Read) -> None:
        """Tell what stands on the sheets: figures and claims with their places."""
        things = self.scene.things(made, self.home, lambda: self.waiting)
        if things is not None:
            self.hub.patch(**things)
            self.scene.tidy()

    def _tell_deck(self, briefing: Briefing) -> None:
        deck = self.scene.deck_data()
        svgs = self._inline("deck", deck)
        self.hub.patch({"svgs": svgs} if svgs else None, deck=deck, fonts=self.scene.fonts_data())

    def _inline(self, side: str, sheets: list[dict[str, Any]]) -> dict[str, str]:
        """Return the pictures of a few sheets that are new and in view."""
        known = {each["digest"] for each in self.hub[side]}
        seen = self.hub.seen
        new = [
            each["digest"]
            for each in sheets
            if each["digest"] not in known and (not seen or (side, each["number"]) in seen)
        ]
        found = {name: self.scene.svg(name) for name in new[:_INLINE]}
        return {name: svg for name, svg in found.items() if svg is not None}

    def _seen(self, drawn: DrawnPage, name: str) -> None:
        """Tell of a page that was drawn anew, before the others are."""
        paper = list(self.hub["paper"])
        at = drawn.number - 1
        if ("paper", drawn.number) not in self.hub.seen or at >= len(paper):
            return
        if paper[at]["digest"] == name:
            return
        svg = self.scene.svg(name)
        if svg is not None:
            paper[at] = {**paper[at], "digest": name, "marks": ""}
            self.hub.patch({"svgs": {name: svg}}, paper=paper, fonts=self.scene.fonts_data())

    def _fail(self, problems: tuple[Problem, ...]) -> None:
        self.stand.status, self.stand.old = "broken", True
        if problems:
            self.stand.message = problems[0].found
        self.hub.patch(build=self.stand.data(), problems=problems_data(problems, self.home))

    def proved(self, told: Proved) -> None:
        """Take what came of making and proving the files."""
        if told.number != self.stand.number or told.key != self.stand.key:
            return
        if not told.files:
            self.stand.status, self.stand.message = "broken", told.message
            problems = told.problems or self.hub["problems"]
            self.hub.patch(build=self.stand.data(), problems=problems)
            return
        self.stand.status, self.stand.proved = "proved", told.seconds
        self.hub.patch(build=self.stand.data(), files=list(told.files))


def _changed_at(folder: Path, names: tuple[str, ...]) -> float:
    """Return when the latest of some files was changed, in milliseconds since 1970."""
    times = []
    for name in names:
        try:
            times.append((folder / name).stat().st_mtime)
        except OSError:
            times.append(time())
    return round(max(times, default=0.0) * 1000, 1)
