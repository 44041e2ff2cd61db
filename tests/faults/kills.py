"""SIGKILL by chance: of the build, of its worker, and of both at once."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Final

from tests.faults.bench import Bench
from tests.faults.command import Running, build
from tests.faults.judge import after_kill, pair, processes, strangers, unexplained
from tests.faults.trial import Found, Trial

WHOM: Final = ("build", "worker", "both")
STARTS: Final = ("warm", "cold")
_ATTEMPTS: Final = 5
_SOONER: Final = 0.6
_LIFE: Final = 0.5
"""The share of a build's time within which a worker is killed after it has begun."""


def trials(seed: int, count: int) -> Iterator[Trial]:
    """Give `count` kills, as many of each process as of the others."""
    chance = random.Random(f"kills {seed}")
    for number in range(count):
        whom = WHOM[number % len(WHOM)]
        start = chance.choice(STARTS)
        following = chance.choice(("old", "new"))
        share = chance.random()
        afresh = number // len(WHOM) % len(WHOM) == 0
        how = f"{start}{' afresh' if afresh else ''}"
        name = f"{whom} {how} at {share:.4f}, then {following}"
        inject = partial(
            killed, whom=whom, start=start, afresh=afresh, share=share, following=following
        )
        yield Trial("kill", name, inject)


def killed(
    bench: Bench,
    folder: Path,
    *,
    whom: str,
    start: str,
    afresh: bool,
    share: float,
    following: str,
) -> Found:
    """Kill a build, its worker or both at a share of its time; then build `following`.

    Where it has ended by then, another one is killed sooner.
    """
    for attempt in range(_ATTEMPTS):
        place = bench.place(folder / str(attempt), start, afresh)
        running = build(place, bench.new_content)
        delay = share * bench.seconds[start, afresh] * _SOONER**attempt
        if whom == "worker":
            struck = _kill_worker(running, delay * _LIFE)
        else:
            struck = _kill(running, delay, both=whom == "both")
        ended = running.ended()
        if struck:
            break
    faults = processes(place)
    left = pair(bench, place)
    if whom == "worker":
        faults += unexplained(ended) + strangers(bench, place)
        if (ended.status, left) != (0, "new"):
            faults.append(f"a worker's end: exit status {ended.status}, leaving the pair {left}")
    faults += after_kill(bench, place, start, left, following)
    return Found(struck, left, tuple(faults))


def _kill(running: Running, delay: float, *, both: bool) -> bool:
    time.sleep(delay)
    if running.process.poll() is not None:
        return False
    if both:
        running.kill(signal.SIGKILL)
    else:
        running.process.kill()
    return running.process.wait() == -signal.SIGKILL


def _kill_worker(running: Running, delay: float) -> bool:
    worker = running.wait_for_worker()
    if worker is None:
        return False
    time.sleep(delay)
    if worker not in running.workers():
        return False
    with suppress(ProcessLookupError):
        os.kill(worker, signal.SIGKILL)
    return True
