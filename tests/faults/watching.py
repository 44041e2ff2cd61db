"""Signals to `paperdeck watch` while it builds again: it ends at once, and a sound pair stays."""

from __future__ import annotations

import random
import shutil
import signal
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

from tests.faults.bench import Bench
from tests.faults.command import HANG, Place, Running, begun
from tests.faults.judge import after_kill, next_build, pair, processes, strangers, unexplained
from tests.faults.trial import Found, Trial

SIGNALS: Final = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)
_PAUSE: Final = 0.01
_NOTICED: Final = 0.05
"""Seconds that files are let settle before they are built."""
_AGAIN: Final = 0.6
"""What a rebuild takes at most, in times of a build."""


def trials(seed: int, count: int) -> Iterator[Trial]:
    """Give `count` signals by chance, as many of each as of the others."""
    chance = random.Random(f"watch {seed}")
    for turn in range(count):
        number, share = SIGNALS[turn % len(SIGNALS)], chance.random()
        inject = partial(struck, number=number, share=share)
        yield Trial("watch", f"{number.name} at {share:.4f} of a rebuild", inject)


def struck(bench: Bench, folder: Path, *, number: signal.Signals, share: float) -> Found:
    """Let a process that has built the old pair build the new one, and send it a signal then."""
    place = bench.place(folder, "warm", afresh=True)
    content = Path(shutil.copytree(bench.old_content, folder / "content"))
    running = begun(place, "watch", content, "--out", place.out, name="watch")
    if not _has_built(running, folder / "watch.said"):
        return Found(False, pair(bench, place), ("watch has not built", *_end(running, place)))
    saved = folder / "figures.yaml"
    shutil.copy(bench.new_content / "figures.yaml", saved)
    saved.replace(content / "figures.yaml")
    time.sleep(_NOTICED + share * _AGAIN * bench.seconds["warm", False])
    running.process.send_signal(number)
    ended = running.ended()
    faults = processes(place) + unexplained(ended)
    left = pair(bench, place)
    if ended.status not in (128 + number, -number):
        faults.append(f"exit status {ended.status} of {number.name}, not {128 + number}")
    if number == signal.SIGKILL:
        faults += after_kill(bench, place, "warm", left, "new")
    else:
        if left not in ("old", "new"):
            faults.append(f"leaves the pair {left}")
        faults += strangers(bench, place) + next_build(bench, place)
    return Found(True, left, tuple(faults))


def _has_built(running: Running, said: Path) -> bool:
    """Wait for the line of the first build."""
    end = time.monotonic() + HANG
    while time.monotonic() < end and running.process.poll() is None:
        if said.read_bytes().count(b"\n"):
            return True
        time.sleep(_PAUSE)
    return False


def _end(running: Running, place: Place) -> list[str]:
    running.kill(signal.SIGKILL)
    running.ended()
    return processes(place)
