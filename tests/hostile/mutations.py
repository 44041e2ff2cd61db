"""`python -m tests.hostile.mutations --count 1000`: build damaged contents; none may trip us up.

Each is built in a process of its own: exit 0 with files that open, or 1 with the places to mend;
no traceback, and not many times the work of the same content undamaged.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import random
import re
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import builder.workers
from builder.cli import run
from tests.fuzz.briefings import briefing
from tests.fuzz.judge import kind_of
from tests.hostile.damage import Files, damaged
from tests.hostile.pace import MOST_WORK, too_long

ROOT = Path(__file__).parents[2]
RICH = ("tests/cases/small", "tests/cases/letter", "fuzz 4", "fuzz 38", "tests/cases/small")
MOST_WAITING = 900
"""Seconds after which one that hardly works is taken to hang, however busy the machine is."""


@dataclass(frozen=True)
class Damaged:
    """A damaged content: its number, what it was, what was done to it, its files."""

    number: int
    of: str
    done: tuple[str, ...]
    files: Files

    def write(self, folder: Path) -> None:
        for name, data in self.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if data is None:
                path.mkdir()
            else:
                path.write_bytes(data)


@dataclass(frozen=True)
class Outcome:
    """What came of one: `fault` in words, empty where there is none; built or refused, all said."""

    fault: str
    status: int
    seconds: float
    said: str


@cache
def wholes() -> dict[str, dict[str, bytes]]:
    """Return the sound contents that are damaged, by name: ours, strangers', made by chance."""
    folders = [ROOT / "content", ROOT / "tests/cases/small", ROOT / "tests/cases/letter"]
    folders += sorted(p for p in (ROOT / "tests/cases/strangers").iterdir() if p.is_dir())
    found = {str(folder.relative_to(ROOT)): _files(folder) for folder in folders}
    for number in (4, 23, 38, 41):
        made = briefing(1, number).files()
        found[f"fuzz {number}"] = {name: text.encode() for name, text in made.items()}
    return found


def _files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def content(seed: int, number: int) -> Damaged:
    """Return the damaged content of a number; the same seed and number give the same one."""
    chance = random.Random(f"{seed}:{number}")
    # Half of them rich in kinds of content, and small; the others whatever there is.
    names = RICH if chance.random() < 0.5 else tuple(wholes())
    name = chance.choice(names)
    files, done = damaged(wholes()[name], chance)
    return Damaged(number, name, done, files)


def judged(contents: Iterable[Damaged], jobs: int = 1) -> Iterator[tuple[Damaged, Outcome]]:
    """Build contents, each in a process of its own, so many at once; yield what came of each."""
    running: dict[int, tuple[Damaged, Path, float]] = {}
    todo = iter(contents)
    more = True
    while more or running:
        while more and len(running) < jobs:
            one = next(todo, None)
            more = one is not None
            if one is not None:
                folder = Path(tempfile.mkdtemp(prefix="damaged-"))
                running[_started(one, folder)] = (one, folder, time.monotonic())
        for process in list(running):
            one, folder, begun = running[process]
            found, status, usage = os.wait4(process, os.WNOHANG)
            if not found and time.monotonic() - begun > MOST_WAITING:
                os.kill(process, signal.SIGKILL)
                found, status, usage = os.wait4(process, 0)
            if found:
                del running[process]
                yield one, _outcome(one, folder, status, usage.ru_utime + usage.ru_stime)
                shutil.rmtree(folder)
        time.sleep(0.01)


def _started(one: Damaged, folder: Path) -> int:
    """Start a build in a copy of this process, which has loaded all that a build needs."""
    one.write(folder / "content")
    process = os.fork()
    if process:
        return process
    status = 70
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_WORK, MOST_WORK + 1))
        builder.workers.has_room = lambda: False  # jobs are ours to choose
        os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
        os.chdir(folder)
        said = io.StringIO()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            status = run(["build", "content", "--out", "out", "--quiet"])
            if status == 0:
                _open(folder / "out")
        (folder / "said.txt").write_text(said.getvalue(), encoding="utf-8", errors="replace")
    except BaseException as error:
        (folder / "said.txt").write_text(f"{said.getvalue()}\nTraceback: {error!r}")
    finally:
        os._exit(status)


def _open(out: Path) -> None:
    """Open both finished files with the libraries that wrote no part of them."""
    import pypdfium2
    from pptx import Presentation

    (paper,), (deck,) = out.glob("*.pdf"), out.glob("*.pptx")
    assert len(pypdfium2.PdfDocument(paper)) > 0
    assert len(Presentation(str(deck)).slides) > 0


def _outcome(one: Damaged, folder: Path, waited: int, seconds: float) -> Outcome:
    status = os.waitstatus_to_exitcode(waited)
    path = folder / "said.txt"
    said = path.read_text(encoding="utf-8") if path.exists() else ""
    fault = ""
    if status < 0 or (one.done and too_long(seconds, lambda: _sound_seconds(one.of))):
        fault = f"hangs or dies (status {status}, {seconds:.0f} s)"
    elif "Traceback" in said:
        last = [line for line in said.splitlines() if re.match(r"[\w.]+: |Traceback: ", line)]
        fault = f"traceback: {kind_of(last[-1]) if last else ''}"
    elif status not in (0, 1):
        fault = f"exit {status}"
    elif status == 1 and ": error: " not in said:
        fault = "refused without a place"
    return Outcome(fault, status, seconds, said)


@cache
def _sound_seconds(name: str) -> float:
    """Return the seconds of work that an undamaged content takes on this machine."""
    ((_, outcome),) = judged([Damaged(-1, name, (), dict(wholes()[name]))])
    return outcome.seconds


def main() -> int:
    """Return 0 where no damaged content showed a fault."""
    parser = argparse.ArgumentParser(prog="python -m tests.hostile.mutations", description=__doc__)
    parser.add_argument("--count", type=int, default=1000, help="how many contents (1000)")
    parser.add_argument("--seed", type=int, default=1, help="which contents (1)")
    parser.add_argument("--first", type=int, default=0, help="number of the first one (0)")
    parser.add_argument("--only", type=int, nargs="*", help="these numbers alone")
    parser.add_argument("--jobs", type=int, default=1, help="how many processes (1)")
    parser.add_argument("--keep", type=Path, help="folder for those with faults")
    asked = parser.parse_args()
    numbers = asked.only or range(asked.first, asked.first + asked.count)
    warm()
    counts: Counter[str] = Counter()
    slowest = 0.0
    for one, outcome in judged((content(asked.seed, number) for number in numbers), asked.jobs):
        counts["fault" if outcome.fault else ("built", "refused")[outcome.status]] += 1
        slowest = max(slowest, outcome.seconds)
        if outcome.fault or asked.only:
            done = "; ".join(one.done)
            print(
                f"{one.number:6}  {outcome.fault or outcome.status}  ({one.of}: {done})", flush=True
            )
        elif sum(counts.values()) % 100 == 0:
            print(f"{sum(counts.values())} tried", flush=True)
        if outcome.fault and asked.keep:
            folder = asked.keep / f"{asked.seed}-{one.number}"
            one.write(folder)
            (asked.keep / f"{asked.seed}-{one.number}.txt").write_text(outcome.said)
    tally = ", ".join(f"{counts[kind]} {kind}" for kind in ("built", "refused", "fault"))
    print(f"{sum(counts.values())} damaged contents: {tally}; the slowest {slowest:.1f} s")
    return int(counts["fault"] > 0 or not counts)


def warm() -> None:
    """Load all that a build needs, once."""
    sound = Damaged(-1, "small", (), dict(wholes()["tests/cases/small"]))
    with tempfile.TemporaryDirectory() as folder:
        sound.write(Path(folder, "content"))
        said = io.StringIO()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            assert run(["build", f"{folder}/content", "--out", f"{folder}/out"]) == 0, (
                said.getvalue()
            )


if __name__ == "__main__":
    sys.exit(main())
