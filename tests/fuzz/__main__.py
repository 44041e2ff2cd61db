"""`python -m tests.fuzz --count 1000 --seed 1`: make briefings, build and judge each, count."""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import time
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import builder.workers
from tests.fuzz.briefings import briefing
from tests.fuzz.chance import INGREDIENTS
from tests.fuzz.judge import Verdict, judge
from tests.fuzz.shrink import shrink

WILD = 0.25
"""So large a share of refusals says that the generator is at fault, or the readers are."""


def main() -> int:
    """Return 0 where no briefing showed a fault and few were refused, else 1."""
    asked = _arguments()
    without = frozenset(asked.without.split(",")) - {""}
    if unknown := without - INGREDIENTS.keys():
        print(f"unknown: {', '.join(sorted(unknown))}; known: {', '.join(INGREDIENTS)}")
        return 2
    numbers = asked.only or range(asked.first, asked.first + asked.count)
    verdicts: dict[int, Verdict] = {}
    begun = time.monotonic()
    for number, verdict in _judged(numbers, asked.seed, without, asked.jobs):
        verdicts[number] = verdict
        if verdict.outcome == "fault" or asked.only:
            print(f"{number:6}  {verdict.outcome:8}  {'; '.join(verdict.kinds)}", flush=True)
        if asked.keep and verdict.outcome != "built":
            _keep(asked, number, verdict, without)
    print(_table(verdicts, time.monotonic() - begun))
    outcomes = Counter(verdict.outcome for verdict in verdicts.values())
    return int(outcomes["fault"] > 0 or outcomes["refused"] > WILD * len(verdicts))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--count", type=int, default=1000, help="how many briefings (1000)")
    parser.add_argument("--seed", type=int, default=1, help="which briefings (1)")
    parser.add_argument("--first", type=int, default=0, help="number of the first one (0)")
    parser.add_argument("--only", type=int, nargs="*", help="these numbers alone")
    parser.add_argument("--jobs", type=int, default=1, help="how many processes (1)")
    parser.add_argument("--keep", type=Path, help="folder for what was refused or at fault")
    parser.add_argument("--shrink", type=float, default=0, help="seconds to make each small (0)")
    known = "; ".join(f"{name}: {what}" for name, what in INGREDIENTS.items())
    parser.add_argument("--without", default="", help=f"leave out, with commas: {known}")
    return parser.parse_args()


def _judged(
    numbers: list[int] | range, seed: int, without: frozenset[str], jobs: int
) -> Iterator[tuple[int, Verdict]]:
    builder.workers.has_room = lambda: False  # each build in one process: jobs are ours to choose
    one = partial(_one, seed=seed, without=without)
    if jobs == 1:
        yield from map(one, numbers)
        return
    with multiprocessing.get_context("fork").Pool(jobs, maxtasksperchild=50) as pool:
        yield from pool.imap_unordered(one, numbers)


def _one(number: int, seed: int, without: frozenset[str]) -> tuple[int, Verdict]:
    return number, judge(briefing(seed, number, without))


def _keep(
    asked: argparse.Namespace, number: int, verdict: Verdict, without: frozenset[str]
) -> None:
    """Write a briefing that was not built, made small where asked, and what was said of it."""
    kept = briefing(asked.seed, number, without)
    if asked.shrink:
        kept = shrink(kept, verdict, judge, asked.shrink)
    folder = asked.keep / f"{verdict.outcome}-{asked.seed}-{number}"
    kept.write(folder)
    (folder / "said.txt").write_text(verdict.said, encoding="utf-8")


def _table(verdicts: dict[int, Verdict], seconds: float) -> str:
    outcomes = Counter(verdict.outcome for verdict in verdicts.values())
    lines = [f"{len(verdicts)} briefings in {seconds:.0f} s"]
    for outcome in ("built", "refused", "fault"):
        lines.append(f"{outcome:8} {outcomes[outcome]:6}")
        kinds: dict[str, list[int]] = {}
        for number, verdict in sorted(verdicts.items()):
            for kind in verdict.kinds if verdict.outcome == outcome else ():
                kinds.setdefault(kind, []).append(number)
        for kind, numbers in sorted(kinds.items(), key=lambda item: -len(item[1])):
            examples = ", ".join(map(str, numbers[:4]))
            lines.append(f"  {len(numbers):6}  {kind}  (such as {examples})")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
