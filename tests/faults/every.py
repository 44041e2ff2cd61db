"""All trials, by kind: the one place that knows how many there are of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from tests.faults import crashes, failing, kills, layer, machine, signals, together
from tests.faults.bench import Bench
from tests.faults.layer import Call
from tests.faults.trial import Trial

KINDS: Final = ("kill", "signal", "crash", "power", "fail", "together", "held", "machine")
KILLS: Final = 240
MOMENTS: Final = 16
"""At which each signal is sent, over the time of a build."""
ROUNDS: Final = 100


def every(bench: Bench, seed: int, kinds: Sequence[str] = ()) -> list[Trial]:
    """Return all trials of some kinds, or of every one."""
    wanted = set(kinds or KINDS)
    found: list[Trial] = []
    if "kill" in wanted:
        found += kills.trials(seed, KILLS)
    if "signal" in wanted:
        found += signals.timed(MOMENTS)
    if "together" in wanted:
        found += together.rounds(seed, ROUNDS)
    if "machine" in wanted:
        found += machine.trials()
    if not layer.MISSING and wanted & {"signal", "crash", "power", "fail", "held"}:
        found += at_calls(bench)
    return [trial for trial in found if trial.kind in wanted]


def at_calls(bench: Bench) -> Iterator[Trial]:
    """Give the trials that need the failing file layer: one or more for each call of a build.

    A build onto an old pair is tried whole; of one that draws a chart too, or that is the first
    into its folder, what differs from it.
    """
    warm = layer.recorded(bench, "warm")
    cold = tuple(call for call in layer.recorded(bench, "cold") if call.who == 1)
    empty = layer.recorded(bench, "empty")
    kinds: tuple[Callable[[str, tuple[Call, ...]], Iterable[Trial]], ...] = (
        crashes.trials,
        failing.trials,
        signals.placed,
    )
    for start, seen in (("warm", warm), ("cold", cold), ("empty", empty)):
        for trials in kinds:
            yield from trials(start, seen)
    yield from together.held(warm)
