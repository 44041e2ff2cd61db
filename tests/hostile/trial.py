"""Runs a case in a process of its own: what was said, how long it took and how much it held."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from dataclasses import dataclass
from pathlib import Path

from tests.hostile.case import HANG, MOST_MEMORY, Case

ROOT = Path(__file__).parents[2]
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
    }
    with tempfile.TemporaryFile() as said:
        begun = time.monotonic()
        process = subprocess.Popen(
            [sys.executable, "-m", "builder.cli", *case.command],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        status, usage = _waited(process)
        waited = time.monotonic() - begun
        said.seek(0)
        text = said.read().decode("utf-8", "replace")
    memory = usage.ru_maxrss * 1024
    seconds = usage.ru_utime + usage.ru_stime
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


def _waited(process: subprocess.Popen[bytes]) -> tuple[int | None, resource.struct_rusage]:
    """Return the exit status, None for one that hung, and what it and its workers used."""
    end = time.monotonic() + HANG
    while True:
        found, status, usage = os.wait4(process.pid, os.WNOHANG)
        if found:
            process.returncode = os.waitstatus_to_exitcode(status)
            return process.returncode, usage
        if time.monotonic() > end:
            os.killpg(process.pid, signal.SIGKILL)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            return None, usage
        time.sleep(0.02)


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
