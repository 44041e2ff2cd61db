"""`python -m tests.mutants --count 60 --seed 1`: put small faults into the code, see tests fail.

Each fault is put into a copy of the project, alone; then the tests that matter for its module are
run until one fails. A fault that none tells of is a place that nothing tests.
"""

from __future__ import annotations

import argparse
import queue
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import Final

from tests.mutants.operators import Mutant, mutants
from tests.mutants.trial import ROOT, Trial, copy, tried

MOST: Final = 0.1
"""So large a share of survivors says that the tests do not hold the code."""


def main() -> int:
    """Return 0 where few faults survived, 1 where many did, 2 where there is none to put in."""
    asked = _arguments()
    sample = _sample(asked.first + asked.count, asked.seed, asked.within)[asked.first :]
    if not sample:
        print(f"nothing to put a fault into in {asked.within}")
        return 2
    begun = time.monotonic()
    trials: list[Trial] = []
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        copies = [copy(Path(folder, str(number))) for number in range(asked.jobs)]
        for trial in _trials(sample, copies, asked.timeout):
            trials.append(trial)
            if trial.outcome != "killed" or asked.all:
                print(
                    f"{trial.outcome:9}  {trial.mutant}  {trial.told} {trial.seconds:.0f} s",
                    flush=True,
                )
    print(_table(trials, time.monotonic() - begun))
    survived = sum(trial.outcome == "survived" for trial in trials)
    return int(survived > MOST * len(trials))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("--count", type=int, default=60, help="how many faults (60)")
    parser.add_argument("--seed", type=int, default=1, help="which faults (1)")
    parser.add_argument("--first", type=int, default=0, help="number of the first one (0)")
    parser.add_argument("--jobs", type=int, default=1, help="how many at a time (1)")
    parser.add_argument("--within", default="builder", help="folder or module to put them into")
    parser.add_argument("--timeout", type=float, default=600, help="seconds for each fault (600)")
    parser.add_argument("--all", action="store_true", help="print those that were told of, too")
    return parser.parse_args()


def _sample(count: int, seed: int, within: str) -> list[Mutant]:
    """Return faults by chance, alike for a seed and a source; every place is as likely."""
    inside = ROOT / within
    files = [inside] if inside.is_file() else sorted(inside.rglob("*.py"))
    found: list[Mutant] = []
    for file in files:
        found += mutants(file.relative_to(ROOT).as_posix(), file.read_bytes())
    return random.Random(seed).sample(found, min(count, len(found)))


def _trials(sample: Sequence[Mutant], copies: Sequence[Path], seconds: float) -> Iterator[Trial]:
    free: queue.Queue[Path] = queue.Queue()
    for folder in copies:
        free.put(folder)

    def one(mutant: Mutant) -> Trial:
        folder = free.get()
        try:
            return tried(mutant, folder, seconds)
        finally:
            free.put(folder)

    with ThreadPoolExecutor(len(copies)) as pool:
        for done in as_completed([pool.submit(one, mutant) for mutant in sample]):
            yield done.result()


def _table(trials: Sequence[Trial], seconds: float) -> str:
    outcomes = Counter(trial.outcome for trial in trials)
    lines = [f"{len(trials)} faults in {seconds:.0f} s"]
    lines += [f"{outcome:9} {outcomes[outcome]:5}" for outcome in ("killed", "survived")]
    if outcomes["timed out"]:
        lines.append(f"timed out {outcomes['timed out']:5}")
    tried_by = Counter(trial.mutant.operator for trial in trials)
    survived = Counter(t.mutant.operator for t in trials if t.outcome == "survived")
    for operator, count in sorted(tried_by.items()):
        lines.append(f"  {operator:11} {survived[operator]} of {count} survived")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
