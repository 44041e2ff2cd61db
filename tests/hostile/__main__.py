"""`python -m tests.hostile [NAME ...]`: try every hostile input; show time and memory of each."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path

from tests.hostile.case import CASES, Case, every, few, small
from tests.hostile.pace import too_long
from tests.hostile.trial import Outcome, tried


def main() -> int:
    """Return 0 where every input got the answer that it should, in time and in little memory."""
    parser = argparse.ArgumentParser(prog="python -m tests.hostile", description=__doc__)
    parser.add_argument("names", nargs="*", help="cases whose names hold one of these (all)")
    parser.add_argument("--few", type=int, help="one in so many of those that take little time")
    parser.add_argument("--jobs", type=int, default=1, help="how many at once (1)")
    parser.add_argument("--said", action="store_true", help="show what was said of each")
    asked = parser.parse_args()
    cases = [
        case
        for case in (few(asked.few) if asked.few else every())
        if not asked.names or any(name in case.name for name in asked.names)
    ]
    bad = 0
    for case, outcome in _tried(cases, asked.jobs):
        faults = list(outcome.faults)
        if too_long(outcome.seconds, _sound_seconds):
            faults.insert(0, f"many times the {_sound_seconds():.1f} s of a sound briefing")
        bad += bool(faults)
        mark = "FAULT" if faults else "ok"
        times = f"{outcome.seconds:6.1f} s of processor ({outcome.waited:.1f} s)"
        figures = f"{times} {outcome.memory / 2**20:6.0f} MB"
        print(f"{mark:5} {figures}  {case.name}", flush=True)
        for line in faults or ([outcome.said] if asked.said else []):
            print("      " + line.replace("\n", "\n      "))
    print(f"{len(cases)} inputs, {bad} with faults")
    return int(bad > 0 or not cases)


def _tried(cases: Sequence[Case], jobs: int) -> Iterator[tuple[Case, Outcome]]:
    """Try cases, so many at once, and yield what came of each in their order."""
    with ProcessPoolExecutor(jobs, get_context("fork")) as pool:  # they start processes of theirs
        yield from zip(cases, pool.map(_one, [case.name for case in cases]), strict=True)


def _one(name: str) -> Outcome:
    with tempfile.TemporaryDirectory(prefix="hostile-") as place:
        return tried(CASES[name], Path(place))


@cache
def _sound_seconds() -> float:
    """Return the seconds of the processor that a small sound briefing takes on this machine."""

    def make(folder: Path) -> None:
        small(folder)

    sound = Case("sound", make, ("build", "content"), 0, (), (), heavy=False)
    with tempfile.TemporaryDirectory(prefix="hostile-") as place:
        return tried(sound, Path(place)).seconds


if __name__ == "__main__":
    sys.exit(main())
