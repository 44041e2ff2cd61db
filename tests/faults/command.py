"""Runs Paperdeck as a process of its own, and finds what it leaves running.

A command is started afresh, or as a copy of this process, which has built before (see copies.py).
Each trial works in a folder of its own: whoever is at work there when its command has ended was
left behind.
"""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.faults.copies import FONTS, Copy, copy

ROOT: Final = Path(__file__).parents[2]
HANG: Final = 60.0
"""Seconds after which a command is taken to hang, however busy the machine is."""
GONE: Final = 2.0
"""Seconds within which the workers of a command that has ended must have ended too."""
_PAUSE: Final = 0.005
_PR_SET_CHILD_SUBREAPER: Final = 36  # prctl(2)


@dataclass(frozen=True)
class Place:
    """The folder of one trial: what a build writes to lies in it, and nothing else writes there."""

    folder: Path
    afresh: bool = True
    """Whether commands are started from nothing, not as copies of this process."""

    @property
    def out(self) -> Path:
        """Where finished files go."""
        return self.folder / "out"

    @property
    def cache(self) -> Path:
        """The user's own cache folder."""
        return self.folder / "cache"

    @property
    def temporary(self) -> Path:
        """Where temporary files go."""
        return self.folder / "tmp"

    @property
    def log(self) -> Path:
        """Where the failing file layer writes down the calls."""
        return self.folder / "calls.log"

    def environment(self, more: Mapping[str, str]) -> dict[str, str]:
        """Return the environment of this trial's processes."""
        return os.environ | {
            "PYTHONPATH": str(ROOT),
            "HOME": str(self.folder / "home"),
            "XDG_CACHE_HOME": str(self.cache),
            "TMPDIR": str(self.temporary),
            "MPLCONFIGDIR": str(FONTS),
            **more,
        }


@dataclass(frozen=True)
class Ended:
    """How a command ended: exit status, None for a hang, -n for a signal, and all that it said."""

    status: int | None
    said: str


@dataclass(frozen=True)
class Running:
    """A command at work; what it says lands in `errors`."""

    process: subprocess.Popen[bytes] | Copy
    place: Place
    errors: Path

    def ended(self) -> Ended:
        """Wait for the command to end; one that hangs is killed."""
        try:
            status: int | None = self.process.wait(HANG)
        except subprocess.TimeoutExpired:
            status = None
            self.kill(signal.SIGKILL)
            self.process.wait()
        return Ended(status, self.errors.read_text("utf-8", "replace"))

    def kill(self, number: int) -> None:
        """Send a signal to the command and its workers."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, number)

    def workers(self) -> list[int]:
        """Return the numbers of the worker processes that are at work now."""
        pid = self.process.pid
        try:
            return [int(each) for each in _children(pid).read_text().split()]
        except OSError:
            return []

    def wait_for_worker(self) -> int | None:
        """Return the number of the next worker, None where the command ends without one."""
        while self.process.poll() is None:
            if workers := self.workers():
                return workers[0]
            time.sleep(_PAUSE)
        return None


def begun(
    place: Place,
    *arguments: str | Path,
    name: str = "command",
    before: tuple[str, ...] = (),
    more: Mapping[str, str] | None = None,
) -> Running:
    """Start a command; `before` is a program that starts it, `more` adds to its environment."""
    errors, done = (place.folder / f"{name}.{end}" for end in ("errors", "said"))
    environment = place.environment(more or {})
    words = tuple(map(str, arguments))
    if not (place.afresh or before):
        return Running(copy(words, place.folder, environment, done, errors), place, errors)
    with errors.open("wb") as says, done.open("wb") as does:
        process = subprocess.Popen(
            [*before, sys.executable, "-m", "builder", *words],
            cwd=place.folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=does,
            stderr=says,
            start_new_session=True,
        )
    return Running(process, place, errors)


def build(
    place: Place,
    content: Path,
    *,
    name: str = "build",
    before: tuple[str, ...] = (),
    more: Mapping[str, str] | None = None,
) -> Running:
    """Start a build of a content folder into the place's output folder."""
    arguments = ("build", content, "--out", place.out)
    return begun(place, *arguments, name=name, before=before, more=more)


def left_running(place: Place) -> list[int]:
    """Return the processes of a trial whose commands have all ended, and end them.

    They are given `GONE` seconds to end by themselves.
    """
    end = time.monotonic() + GONE
    while (left := _at_work(place)) and time.monotonic() < end:
        time.sleep(0.02)
    for pid in left:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    _bury()
    return left


def adopt() -> None:
    """Become the parent of processes whose own has died, where the system can do this.

    Else they look alive until another one notices their end, which takes some seconds.
    """
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1)


def _bury() -> None:
    """Take note of the end of adopted processes."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def _children(pid: int) -> Path:
    return Path(f"/proc/{pid}/task/{pid}/children")


def _at_work(place: Place) -> list[int]:
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            with suppress(OSError):  # it has ended, or is another user's
                if (folder / "cwd").readlink() == place.folder:
                    found.append(int(folder.name))
    return found
