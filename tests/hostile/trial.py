"""Runs a case in a process of its own: what was said, how long it took and how much it held."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from dataclasses import dataclass
from pathlib import Path

from tests.faults.copies import FONTS
from tests.hostile.case import HANG, MOST_MEMORY, Case

ROOT = Path(__file__).parents[2]
_LAUNCHER = Path(__file__).with_name("launcher.py")
_COMMAND = (sys.executable, "-m", "builder")
_SHOWN = 2000


@dataclass(frozen=True)
class Outcome:
    """What came of a case: `faults` in words, bytes held at most, all that was said.

    `seconds` are the processor's, which a busy machine does not stretch; `waited` the clock's.
    """

    faults: tuple[str, ...]
    seconds: float
    waited: float
    memory: int
    said: str


def tried(case: Case, folder: Path) -> Outcome:
    """Write a case into an empty folder, run its command there and judge what came of it."""
    _made(case, folder)
    environment = os.environ | {
        "PYTHONPATH": str(ROOT),
        "XDG_CACHE_HOME": str(folder.parent / f"{folder.name}.cache"),
        "MPLCONFIGDIR": str(FONTS),
    }
    with tempfile.TemporaryDirectory() as place, tempfile.TemporaryFile() as said:
        report = Path(place, "used")
        begun = time.monotonic()
        launcher = subprocess.Popen(
            [sys.executable, "-I", _LAUNCHER, report, *_COMMAND, *case.command],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            launcher.wait(HANG)
        except subprocess.TimeoutExpired:
            os.killpg(launcher.pid, signal.SIGKILL)
            launcher.wait()
        waited = time.monotonic() - begun
        told = report.read_text("ascii").split() if report.exists() else ["", HANG, 0]
        said.seek(0)
        text = said.read().decode("utf-8", "replace")
    status = int(told[0]) if told[0] else None
    seconds, memory = float(told[1]), int(told[2])
    faults = tuple(_faults(case, status, memory, text))
    return Outcome(faults, seconds, waited, memory, text)


def _made(case: Case, folder: Path) -> None:
    """Write a case in a copy of this process: what it holds would count as its child's later."""
    maker = os.fork()
    if not maker:
        status = 1
        try:
            case.make(folder)
            status = 0
        except Exception:
            traceback.print_exc()
        finally:
            os._exit(status)
    _, status = os.waitpid(maker, 0)
    assert not status, f"{case.name} could not be written"


def _faults(case: Case, status: int | None, memory: int, said: str) -> list[str]:
    faults = []
    if status is None:
        faults.append(f"no answer after {HANG:.0f} s")
    elif status != case.status:
        faults.append(f"exit status {status}, not {case.status}")
    if memory > MOST_MEMORY:
        faults.append(f"held {memory / 2**20:.0f} MB, over {MOST_MEMORY / 2**20:.0f}")
    faults += [f"does not say: {text}" for text in case.says if text not in said]
    for text in ("Traceback (most recent call last)", *case.never):
        if text in said:
            faults.append(f"says: {text}")
    if faults:
        faults.append(f"it said: {said if len(said) < _SHOWN else said[:_SHOWN] + ' ...'}")
    return faults
