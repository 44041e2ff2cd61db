"""Processes measured: a command in; its time, processor time and memory out."""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).resolve().parent
ROOT: Final = HERE.parents[1]
_LOOK: Final = 0.1  # seconds from one look at the memory in use to the next


@dataclass(frozen=True)
class Run:
    """One command with all processes that it began.

    `seconds` of wall time, `processor` seconds, and the `megabytes` that all of them held
    together at most, looked at ten times a second: pages that two share count once. It is never
    less than what the largest of them held, which is all that systems other than Linux tell.
    """

    seconds: float
    processor: float
    megabytes: float


def measured(arguments: list[str], **environment: str) -> Run:
    """Run a command to its end, with more in its environment.

    Raises:
        SystemExit: it failed; what it printed is shown.
    """
    with tempfile.TemporaryFile() as said:
        before, start = _used(), time.perf_counter()
        around = os.environ | environment
        process = subprocess.Popen(arguments, cwd=ROOT, stdout=said, stderr=said, env=around)
        memory = _Memory(process.pid)
        memory.start()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        processor = _used() - before
        memory.join()
        if process.returncode:
            said.seek(0)
            sys.exit(f"{' '.join(arguments)} failed:\n{said.read().decode(errors='replace')}")
    # Linux counts kilobytes, macOS bytes.
    unit = 1024 if sys.platform != "darwin" else 1024 * 1024
    return Run(seconds, processor, max(memory.most, usage.ru_maxrss / unit))


def _used() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime


class _Memory(threading.Thread):
    """Looks, while a process and those that it began run, at what they hold together."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self._process = process
        self.most = 0.0

    def run(self) -> None:
        while held := sum(map(_proportional, _family(self._process))):
            self.most = max(self.most, held)
            time.sleep(_LOOK)


def _family(process: int) -> list[int]:
    """Return a process and all that descend from it."""
    children: list[int] = []
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            children += map(int, task.read_text("ascii").split())
        except OSError:  # it has ended
            continue
    return [process, *(each for child in children for each in _family(child))]


def _proportional(process: int) -> float:
    """Return what a process holds, in MB, pages divided among those that share them (proc(5))."""
    try:
        said = Path(f"/proc/{process}/smaps_rollup").read_text("ascii")
    except OSError:
        return 0
    found = re.search(r"Pss:\s+(\d+)", said)
    return int(found[1]) / 1024 if found else 0


def plain(out: Path, copies: int = 1) -> Run:
    """Run the plain script."""
    script = [sys.executable, str(HERE / "plain_script.py")]
    return measured([*script, "--out", str(out), "--copies", str(copies)])


def build(content: Path, out: Path, cache: Path) -> Run:
    """Build both files in a process of its own, with a folder of what builds can use again."""
    command = [sys.executable, "-m", "builder", "build", str(content), "--out", str(out)]
    return measured([*command, "--quiet"], XDG_CACHE_HOME=str(cache))
