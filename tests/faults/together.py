"""Two builds at once into one folder: both end well, or one says who holds it."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

from tests.faults.bench import DECK, PAPER, Bench
from tests.faults.command import Ended, Place, Running, begun, build
from tests.faults.judge import lines_of, next_build, pair, processes, strangers, unexplained
from tests.faults.layer import Call, Order, layered
from tests.faults.trial import Found, Trial

STARTS: Final = ("warm", "cold", "empty")


def rounds(seed: int, count: int) -> Iterator[Trial]:
    """Give `count` rounds, half of them of the same content, half of different ones."""
    chance = random.Random(f"together {seed}")
    for number in range(count):
        same = number % 2 == 0
        # Both are at their last lines at the same time where they began so.
        wait = 0.0 if number % 4 < 2 else chance.random() * 0.8
        start = chance.choice(STARTS)
        following = chance.choice(("old", "new"))
        contents = "the same" if same else "different"
        name = f"{number}: {contents}, {start}, {wait:.3f} s apart, then {following}"
        inject = partial(together, start=start, same=same, wait=wait, following=following)
        yield Trial("together", name, inject)


def held(seen: tuple[Call, ...]) -> Iterator[Trial]:
    """Give each file that is put in its place a build that is halted just before."""
    for call in seen:
        if call.name == "rename" and Path(call.other).name in (PAPER, DECK):
            for same in (True, False):
                name = f"halted before {call}, {'same' if same else 'different'} content"
                order = Order(call.who, call.number, "send", whom="first", signal=signal.SIGSTOP)
                yield Trial("held", name, partial(halted, order=order, same=same))


def together(
    bench: Bench, folder: Path, *, start: str, same: bool, wait: float, following: str
) -> Found:
    """Start two builds, the second a while after the first; judge both, and what they leave."""
    place = bench.place(folder, start)
    contents = (bench.new_content, bench.new_content if same else bench.old_content)
    first = build(place, contents[0], name="first")
    time.sleep(wait)
    overlap = first.process.poll() is None
    second = build(place, contents[1], name="second")
    ends = (first.ended(), second.ended())
    faults = _refusals(place, (first, second), ends)
    faults += processes(place) + strangers(bench, place)
    left = pair(bench, place)
    may = {"new" if content == bench.new_content else "old" for content in contents}
    done = [end.status == 0 for end in ends]
    if not any(done):
        faults.append("neither build was done")
    if left not in may:
        faults.append(f"exit status {ends[0].status} and {ends[1].status}, leaving the pair {left}")
    return Found(overlap, left, (*faults, *next_build(bench, place, following)))


def halted(bench: Bench, folder: Path, *, order: Order, same: bool) -> Found:
    """Halt a build while it puts its files in place; start another, and let the first go on.

    The other must refuse, and commands that only read must not wait.
    """
    place = bench.place(folder, "warm")
    first = build(place, bench.new_content, name="first", more=layered(place, order))
    struck = _is_halted(first)
    second = build(place, bench.new_content if same else bench.old_content, name="second")
    readers = [
        begun(place, "compare", place.out / PAPER, place.out / DECK, name="compare"),
        begun(place, "check", bench.new_content, "--out", place.out, name="check"),
        begun(place, "trace", "freight_sea", bench.new_content, name="trace"),
    ]
    read = [reader.ended() for reader in readers]
    refused = second.ended()
    if first.process.poll() is None:
        os.kill(first.process.pid, signal.SIGCONT)
    ended = first.ended()
    faults = _refusals(place, (first, second), (ended, refused))
    if struck and refused.status != 2:
        faults.append(f"exit status {refused.status}, not 2, where another build holds the folder")
    if ended.status != 0:
        faults.append(f"exit status {ended.status} of the build that went on: {ended.said[-300:]}")
    for reader, said in zip(readers, read, strict=True):
        if said.status not in (0, 1, 3) or "Traceback" in said.said:
            faults.append(f"{reader.errors.stem}: exit status {said.status}: {said.said[-300:]}")
    left = pair(bench, place)
    if left != "new":
        faults.append(f"leaves the pair {left}")
    faults += processes(place) + strangers(bench, place)
    return Found(struck, left, (*faults, *next_build(bench, place)))


def _is_halted(running: Running) -> bool:
    """Wait for a build to be halted; say whether it was, before it ended."""
    while running.process.poll() is None:
        status = Path(f"/proc/{running.process.pid}/stat").read_text()
        if status.rpartition(")")[2].split()[0] == "T":
            return True
        time.sleep(0.01)
    return False


def _refusals(
    place: Place, builds: tuple[Running, Running], ends: tuple[Ended, Ended]
) -> list[str]:
    """Return what is wrong with how two builds end: done, or one line that names the other."""
    faults = []
    for ended, other in zip(ends, reversed(builds), strict=True):
        faults += unexplained(ended)
        if ended.status == 2:
            if len(lines_of(ended)) != 1 or str(place.out) not in ended.said:
                faults.append(f"refuses without one line and the folder: {ended.said[-300:]}")
            if str(other.process.pid) not in ended.said:
                faults.append(f"does not say who holds the folder: {ended.said[-300:]}")
        elif ended.status != 0:
            faults.append(f"exit status {ended.status} beside another build: {ended.said[-300:]}")
    return faults
