"""Kills at exactly known places: before each call that changes files, and half-way through writes.

With the power gone too: bytes and names that were not flushed to the disk are lost.
"""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Final

from tests.faults.bench import DECK, PAPER, Bench
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
        done = tuple(call for call in seen if (call.who, call.number) != (order.who, order.number))
        _lose_bytes(place, done)
        _lose_name(bench, place, start, done)
    left = pair(bench, place)
    return Found(struck, left, (*faults, *after_kill(bench, place, start, left, following)))


def _lose_bytes(place: Place, done: tuple[Call, ...]) -> None:
    """Empty the files that were written and not flushed since."""
    unsafe: set[int] = set()
    for call in done:
        if call.name in ("write", "truncate"):
            unsafe.add(call.file)
        elif call.name == "fsync":
            unsafe.discard(call.file)
    for top in (place.out, place.cache, place.temporary):
        for path in top.rglob("*"):
            with suppress(FileNotFoundError):
                if path.is_file() and path.stat().st_ino in unsafe:
                    os.truncate(path, 0)


def _lose_name(bench: Bench, place: Place, start: str, done: tuple[Call, ...]) -> None:
    """Take back the first finished file put in its place since the folder was last flushed.

    Those that came later keep theirs: a disk writes names in the order that it likes.
    """
    lately: list[Call] = []
    for call in done:
        if call.name == "rename" and call.other in (f"out/{PAPER}", f"out/{DECK}"):
            lately.append(call)
        elif call.name == "fsync" and call.path == "out":
            lately.clear()
    for call in lately[:1]:
        target, before = place.folder / call.other, bench.folder / start / call.other
        target.replace(place.folder / call.path)
        if before.exists():
            shutil.copy2(before, target)
