"""SIGTERM, SIGHUP and SIGINT at each stage of a build: it ends at once and leaves nothing."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

from tests.faults.bench import Bench
from tests.faults.command import Ended, Place, build
from tests.faults.judge import next_build, pair, processes, strangers
from tests.faults.layer import Call, Order, calls, came_to, layered
from tests.faults.trial import Found, Trial

SIGNALS: Final = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
WHOM: Final = ("build", "all")
"""Who gets it: a supervisor tells the command alone, a terminal all of its processes."""


def timed(moments: int) -> Iterator[Trial]:
    """Give each signal at so many moments, spread evenly over the time that a build takes."""
    for number in SIGNALS:
        for moment in range(moments):
            share = (moment + 0.5) / moments
            start, whom = ("warm", "cold")[moment % 2], WHOM[moment // 4 % 2]
            afresh = moment % 4 < 2
            how = f"{start}{' afresh' if afresh else ''}"
            name = f"{number.name} to {whom}, {how} at {share:.4f}"
            inject = partial(
                stopped, start=start, afresh=afresh, number=number, share=share, whom=whom
            )
            yield Trial("signal", name, inject)


def placed(start: str, seen: tuple[Call, ...]) -> Iterator[Trial]:
    """Give each signal before each call that changes files."""
    for call in seen:
        for number in SIGNALS:
            whom = WHOM[(call.number + number) % 2]
            sent = "all" if whom == "all" else "first"
            order = Order(call.who, call.number, "send", whom=sent, signal=number)
            name = f"{number.name} to {whom}, {start} {call}"
            inject = partial(stopped_at_call, start=start, number=number, order=order)
            yield Trial("signal", name, inject)


def stopped(
    bench: Bench,
    folder: Path,
    *,
    start: str,
    afresh: bool,
    number: signal.Signals,
    share: float,
    whom: str,
) -> Found:
    """Send a signal after a share of a build's time."""
    place = bench.place(folder, start, afresh)
    running = build(place, bench.new_content)
    time.sleep(share * bench.seconds[start, afresh])
    struck = running.process.poll() is None
    if struck and whom == "all":
        running.kill(number)
    elif struck:
        running.process.send_signal(number)
    return _judged(bench, place, running.ended(), number, (struck, "old"))


def stopped_at_call(
    bench: Bench, folder: Path, *, start: str, number: signal.Signals, order: Order
) -> Found:
    """Send a signal before a call that changes files."""
    place = bench.place(folder, start)
    ended = build(place, bench.new_content, more=layered(place, order)).ended()
    before = "none" if start == "empty" else "old"
    return _judged(bench, place, ended, number, (came_to(order, calls(place)), before))


def _judged(
    bench: Bench, place: Place, ended: Ended, number: signal.Signals, about: tuple[bool, str]
) -> Found:
    struck, before = about
    faults = processes(place)
    left = pair(bench, place)
    if ended.status == 0:  # it came too late
        struck = False
        if left != "new":
            faults.append(f"exit status 0, leaving the pair {left}")
    else:
        # A shell shows 128 and the number too where the signal itself ended the command.
        if ended.status not in (128 + number, -number):
            faults.append(f"exit status {ended.status} of {number.name}, not {128 + number}")
        if left not in (before, "new"):
            faults.append(f"leaves the pair {left}")
    # Nothing of ours can answer for what Python says before our first line has run.
    if "Traceback" in ended.said and "builder/" in ended.said:
        faults.append(f"{number.name}: says: Traceback: {ended.said[-300:]}")
    faults += strangers(bench, place)
    return Found(struck, left, (*faults, *next_build(bench, place)))
