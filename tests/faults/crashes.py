"""Kills at exactly known places: before each call that changes files, and half-way through writes.

With the power gone too: what was written and not flushed to the disk is lost.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Final

from tests.faults.bench import Bench
from tests.faults.command import Place, build
from tests.faults.judge import after_kill, pair, processes
from tests.faults.layer import Call, Order, calls, came_to, layered
from tests.faults.trial import Found, Trial

FOLLOWING: Final = ("new", "old")


def trials(start: str, seen: tuple[Call, ...]) -> Iterator[Trial]:
    """Give each call a kill of all processes before it, one with a loss of power, and torn writes.

    A call of the build itself is also one before which it alone is killed, and its worker goes on.
    """
    for call in seen:
        following = FOLLOWING[call.number % 2]
        yield _trial("crash", start, call, "kill", "all", following)
        yield _trial("power", start, call, "kill", "all", FOLLOWING[(call.number + 1) % 2])
        yield _trial("crash", start, call, "kill", "first", following)
        if call.name == "write":
            yield _trial("crash", start, call, "tear", "all", following)


def _trial(kind: str, start: str, call: Call, do: str, whom: str, following: str) -> Trial:
    order = Order(call.who, call.number, do, whom=whom)
    how = "torn" if do == "tear" else f"killed ({whom})"
    name = f"{start} {call}: {how}, then {following}"
    inject = partial(crashed, start=start, order=order, power=kind == "power", following=following)
    return Trial(kind, name, inject)


def crashed(
    bench: Bench, folder: Path, *, start: str, order: Order, power: bool, following: str
) -> Found:
    """Kill a build at one call; with `power`, lose what was not flushed; build `following`."""
    place = bench.place(folder, start)
    ended = build(place, bench.new_content, more=layered(place, order)).ended()
    seen = calls(place)
    struck = came_to(order, seen) and ended.status == -signal.SIGKILL
    faults = processes(place)
    if power:
        _lose(place, seen)
    left = pair(bench, place)
    return Found(struck, left, (*faults, *after_kill(bench, place, start, left, following)))


def _lose(place: Place, seen: tuple[Call, ...]) -> None:
    """Empty the files that were written and not flushed since."""
    unsafe: set[int] = set()
    for call in seen:
        if call.name in ("write", "truncate"):
            unsafe.add(call.file)
        elif call.name == "fsync":
            unsafe.discard(call.file)
    for top in (place.out, place.cache, place.temporary):
        for path in top.rglob("*"):
            with suppress(FileNotFoundError):
                if path.is_file() and path.stat().st_ino in unsafe:
                    os.truncate(path, 0)
