"""`python -m tests.faults [KIND ...]`: inject every fault, judge what is left, count."""

from __future__ import annotations

import argparse
import multiprocessing
import os
import re
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from tests.faults import layer
from tests.faults.bench import Bench, BenchError, prepared
from tests.faults.command import adopt
from tests.faults.every import KINDS, every, sample
from tests.faults.trial import Trial, Verdict, tried

_LEFT = ("old", "new", "mixed", "half", "none", "damaged")


_AT_HAND: Final[list[Trial]] = []
"""The trials, in the processes that try them."""


def main() -> int:
    """Return 0 where no trial showed a fault, 1 where one did, 2 where they cannot be tried."""
    asked = _arguments()
    if unknown := set(asked.kinds) - set(KINDS):
        print(f"unknown: {', '.join(sorted(unknown))}; known: {', '.join(KINDS)}")
        return 2
    # A shell that runs this in the background has it ignored, and so would what is struck.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    begun = time.monotonic()
    if not layer.MISSING:
        layer.load()
    try:
        with tempfile.TemporaryDirectory(prefix="faults-") as folder:
            verdicts = list(
                _verdicts(
                    asked, prepared(Path(folder), (False,) if asked.sample else (False, True))
                )
            )
    except BenchError as error:
        print(error)
        return 2
    finally:
        layer.unload()
    print(_table(verdicts, time.monotonic() - begun))
    if layer.MISSING:
        print(f"NOT TRIED: {layer.MISSING}")
        if os.environ.get("PAPERDECK_REQUIRE_RENDERING") == "1":
            return 1
    return int(not verdicts or any(verdict.found.faults for verdict in verdicts))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("kinds", nargs="*", help=f"of {', '.join(KINDS)} (all)")
    parser.add_argument("--seed", type=int, default=1, help="which chances (1)")
    parser.add_argument("--jobs", type=int, default=2, help="how many trials at once (2)")
    parser.add_argument("--only", default="", help="trials whose name holds this")
    parser.add_argument("--each", type=int, default=1, help="only each so-manyth trial (1)")
    parser.add_argument("--sample", action="store_true", help="the few that are in make test")
    parser.add_argument("--all", action="store_true", help="show those without faults too")
    return parser.parse_args()


def _verdicts(asked: argparse.Namespace, bench: Bench) -> Iterator[Verdict]:
    trials = every(bench, asked.seed, asked.kinds)
    if asked.sample:
        trials = sample(trials)
    trials = [trial for trial in trials if asked.only in trial.name][:: asked.each]
    # What changes a place is made of closures, which cannot be sent: the processes have them all.
    with multiprocessing.get_context("fork").Pool(asked.jobs, _ready, (trials,)) as pool:
        for verdict in pool.imap_unordered(partial(_tried, bench), range(len(trials))):
            if verdict.found.faults or asked.all:
                mark = "FAULT" if verdict.found.faults else "ok"
                print(f"{mark:5} {verdict.kind}: {verdict.name}", flush=True)
            for fault in verdict.found.faults:
                print("      " + fault.replace("\n", "\n      "), flush=True)
            yield verdict


def _ready(trials: Sequence[Trial]) -> None:
    adopt()
    _AT_HAND.extend(trials)


def _tried(bench: Bench, number: int) -> Verdict:
    return tried(_AT_HAND[number], bench)


def _table(verdicts: Sequence[Verdict], seconds: float) -> str:
    """Return by kind how many were tried, hit, what pair they left, and how many were at fault."""
    head = ("kind", "tried", "struck", *_LEFT, "faults")
    lines = ["".join(f"{word:>9}" for word in head)]
    for kind in (*KINDS, "all"):
        rows = [each for each in verdicts if kind in (each.kind, "all")]
        if rows:
            left = Counter(each.found.left for each in rows)
            counts = [len(rows), sum(each.found.struck for each in rows)]
            counts += [left[pair] for pair in _LEFT]
            counts.append(sum(bool(each.found.faults) for each in rows))
            lines.append(f"{kind:>9}" + "".join(f"{count:9}" for count in counts))
    faults = Counter(_sort_of(fault) for each in verdicts for fault in each.found.faults)
    lines += [f"{count:6}  {fault}" for fault, count in faults.most_common()]
    return "\n".join([*lines, f"{len(verdicts)} trials in {seconds:.0f} s"])


def _sort_of(fault: str) -> str:
    """Return a fault without what differs from one trial to the next."""
    short = re.sub(r",? saying: .*|: Traceback.*", "", fault.split("\n")[0])
    return re.sub(r"\d{4,}|(?<=process )\d+", "N", short)[:110]


if __name__ == "__main__":
    sys.exit(main())
