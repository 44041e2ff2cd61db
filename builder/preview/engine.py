"""What keeps the preview in step: a content folder's saves in, patches of the state out.

One thread reads, resolves, plans and draws, in the order of what is asked; whatever was saved
meanwhile is asked for together. The pages and slides are told as soon as they are drawn, then what
stands on them; files are made and proved by a process of their own meanwhile.
"""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable, Mapping
from contextlib import suppress
from contextvars import copy_context
from dataclasses import dataclass, field, replace
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from time import perf_counter
from typing import Final

from builder import project
from builder.memory import remembering
from builder.preview.hub import Hub, Store
from builder.preview.prover import Proved, Prover, Stand, changed_at
from builder.preview.reading import Read, Value, draw, inline, make_ready, mistakes, read
from builder.preview.scene import Scene
from builder.preview.since import Base, Comparison
from builder.preview.told import Data, briefing_data, problems_data, sections_data
from builder.preview.whatif import UNTRIED, tried
from builder.problems import ContentError, MachineError, Problem, Problems
from builder.up_to_date import key as content_key
from builder.workers import alone

_PATIENCE: Final = 0.1  # seconds for which a half-saved file may be a mistake

Ask = Callable[[], None]


@dataclass
class Engine:
    """Follows one content folder; `hub` holds what the pages are told, `named` is an edition to
    compare with. `real` is the content as it was last read, `values` are those that are tried out.
    """

    folder: Path
    out: Path
    hub: Hub
    store: Store
    named: str = ""
    asks: Queue[Ask | None] = field(default_factory=Queue)
    stand: Stand = field(default_factory=Stand)
    values: Mapping[str, Value] = field(default_factory=dict)
    typed: Mapping[str, str] = field(default_factory=dict)
    real: Read | None = None

    def __post_init__(self) -> None:
        self.scene = Scene(self.store)
        self.prover = Prover(self.folder, self.out, self._take_proof)
        self.home = self.folder.as_posix()
        self.compared = Comparison(self.folder, self.named)
        self._saved: list[tuple[str, ...]] = []
        self._owed: Read | None = None
        self._drawn: Read | None = None  # what the sheets are of

    def _take_proof(self, told: Proved) -> None:
        self.ask(lambda: self.proved(told))

    def start(self) -> None:
        """Begin to do what is asked; what is allowed here is allowed there."""
        there = copy_context().run
        Thread(target=there, args=(self._run,), name="preview engine", daemon=True).start()

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

    def file(self, medium: str) -> Path | None:
        """Return the path of a finished file, None while there is none."""
        made = next((each for each in self.hub["files"] if each["medium"] == medium), None)
        return self.out / made["name"] if made is not None else None

    def try_out(self, values: Mapping[str, Value], typed: Mapping[str, str]) -> None:
        """Show the content with other values of some figures, or, without any, as it is."""
        if not values and not self.values:
            return
        self.values, self.typed = values, typed
        if values:
            self.hub.patch(
                whatif={**(self.hub["whatif"] or UNTRIED), "values": typed, "busy": True}
            )
        self.follow(self.stand.names)

    def forget_trial(self) -> None:
        """Try nothing out any more, since it is written: the save that follows shows it."""
        self.values, self.typed = {}, {}

    def compare_with(self, name: str) -> None:
        """Compare with an edition by its name, or with the last build.

        Raises:
            EditionError, ContentError: it cannot be had.
        """
        assert self.real is not None
        self.compared.choose(name, self.real.briefing.meta.since)
        self._tell_since(self.real)

    def _run(self) -> None:
        while True:
            ask = self.asks.get()
            if ask is None:
                return
            try:
                ask()
                if self._owed is not None and self.asks.empty():
                    self._tell_things(self._owed)
            except Exception:
                traceback.print_exc()
                self._owed = None
                self._fail((), "this is a bug in Paperdeck: see where the preview was started")

    def _follow_saved(self) -> None:
        held, self._saved = self._saved, []
        if held or not self.stand.number:
            names = tuple(dict.fromkeys(name for names in held for name in names))
            if self.values:  # what is tried out is compared with what is saved
                self._read_saved()
            self.follow(names, changed_at(self.folder, names))

    def _read_saved(self) -> None:
        """Take what is saved as the real content, and tell what is to mend in it."""
        problems, more = Problems(), Problems()
        with suppress(ContentError, MachineError, OSError), alone(), remembering():
            self.real = read(self.folder, problems, {}, None)
            project.planned(self.real.briefing, self.real.theme, more)
            found = (*problems.found, *more.found)
            self.hub.patch(problems=problems_data(found, self.home))

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
                self._fail((), str(error))

    def _mends_itself(self) -> bool:
        """Say whether something else was saved right after: the mistake was a half-saved file."""
        try:
            ask = self.asks.get(timeout=_PATIENCE)
        except Empty:
            return False
        self.asks.put(ask)
        return bool(self._saved)

    def _show(self, problems: Problems, began: float) -> None:
        made = read(self.folder, problems, self.values, self.real.briefing if self.real else None)
        more = Problems()
        before = self._base()
        self._draw(made, more)
        if not self.values:
            self._take(made, before)
        self.stand = replace(
            self.stand,
            shown=perf_counter() - began,
            status="broken" if made.failing else "shown",
            old=False,
            message=made.failing[0].found if made.failing else "",
        )
        self._owed = made
        found = problems_data((*problems.found, *more.found), self.home)
        self._tell_shown(made, found)

    def _draw(self, made: Read, problems: Problems) -> None:
        self._drawn = made
        draw(self.hub, self.scene, made, problems, self.stand.in_view)

    def _draw_last_good(self) -> bool:
        """Draw what was last good, where sheets are of what is tried no more; say whether it is."""
        if self.real is None or self._drawn is self.real:
            return False
        try:
            with alone(), remembering():
                self._draw(self.real, Problems())
        except Exception:  # nothing may keep the engine from telling what is to mend
            traceback.print_exc()
            return False
        self._owed = self.real
        return True

    def _take(self, made: Read, before: Base | None) -> None:
        """Take a content as the real one; what was before is what it is compared with."""
        if self.real is not None and made.briefing.fingerprint != self.real.briefing.fingerprint:
            self.compared.before = before
        self.real = made

    def _base(self) -> Base | None:
        """Return the present as what the next build is compared with."""
        if self.real is None or self.values:
            return None
        return Base(self.real.briefing.snapshot, "", self.scene.digests(), self.scene.titles())

    def _tell_shown(self, made: Read, problems: list[Data]) -> None:
        paper, deck = self.scene.paper_data(), self.scene.deck_data()
        svgs = inline(self.hub, self.scene, "paper", paper)
        svgs |= inline(self.hub, self.scene, "deck", deck)
        trial: Data | None = None
        if self.values and self.real is not None:
            trial = tried(self.values, self.typed, self.real, made, made.failing, self.home)
        self.hub.patch(
            {"svgs": svgs} if svgs else None,
            build=self.stand.data(),
            paper=paper,
            deck=deck,
            sections=sections_data(made.briefing, self.home),
            briefing=briefing_data(made.briefing, os.path.abspath(self.folder)),
            fonts=self.scene.fonts_data(),
            problems=self.hub["problems"] if self.values else problems,
            whatif=trial,
        )

    def _tell_things(self, made: Read) -> None:
        """Tell what stands on the sheets, figures and claims with their places; let the files be
        made, now that what is shown needs no processor any more.
        """
        things = self.scene.things(made, self.home, lambda: bool(self._saved))
        if things is None:  # something was saved meanwhile
            return
        self.hub.patch(**things)
        self._tell_since(made)
        self.scene.tidy()
        self._owed = None
        if self.stand.status == "shown" and not self.values:
            self.prover.prove(self.stand.number)
        if made.briefing.charts:
            make_ready()

    def _tell_since(self, made: Read) -> None:
        sheets = {"paper": self.hub["paper"], "deck": self.hub["deck"]}
        self.hub.patch(since=self.compared.told(made.briefing, sheets, self.hub["figures"]))

    def _fail(self, problems: tuple[Problem, ...], message: str = "") -> None:
        """Tell of mistakes; the last good sheets stay, or those of what is still tried out."""
        trial: Data | None = None
        if self.values and self.real is not None:
            trial = tried(self.values, self.typed, self.real, None, problems, self.home)
            if not message:
                problems, message = mistakes(self.folder)
            if not problems and not message:  # what is tried makes them, not what is saved
                self.hub.patch(whatif=trial, build={**self.stand.data(), "status": "shown"})
                return
        message = message or problems[0].found
        self.stand = replace(self.stand, status="broken", old=True, message=message)
        told = problems_data(problems, self.home)
        if trial is None and self._draw_last_good() and self.real is not None:
            self._tell_shown(self.real, told)
        else:
            self.hub.patch(build=self.stand.data(), problems=told, whatif=trial)

    def handout(self) -> Path | None:
        """Return the path of the handout, made where it is not up to date; None where it fails."""
        made = self.prover.made("handout")
        return self.out / made.files[0]["name"] if made and made.files else None

    def proved(self, told: Proved) -> None:
        """Take what came of making and proving the files."""
        if told.number != self.stand.number or told.key not in ("", self.stand.key):
            return
        if told.files:
            self.stand = replace(self.stand, status="proved", proved=told.seconds)
            self.hub.patch(build=self.stand.data(), files=list(told.files))
            return
        self.stand = replace(self.stand, status="broken", message=told.message)
        problems = list(told.problems) or self.hub["problems"]
        self.hub.patch(build=self.stand.data(), problems=problems)
