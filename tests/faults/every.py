"""All trials, by kind: the one place that knows how many there are of each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from tests.faults import crashes, failing, kills, layer, machine, signals, together, watching
from tests.faults.bench import Bench
from tests.faults.layer import Call
from tests.faults.trial import Trial

KINDS: Final = ("kill", "signal", "crash", "power", "fail", "together", "held", "machine", "watch")
KILLS: Final = 240
MOMENTS: Final = 16
"""At which each signal is sent, over the time of a build."""
ROUNDS: Final = 100
WATCHES: Final = 90
SAMPLE: Final = (
    ("kill", r"build warm at"),
    ("kill", r"worker cold at"),
    ("kill", r"both warm at"),
    ("signal", r"SIGTERM to .*, warm build \d+: write"),
    ("signal", r"SIGHUP to .*, warm worker \d+ \d+: write"),
    ("signal", r"SIGINT to .*, warm build \d+: rename .* to out/harbour.pptx"),
    ("crash", r"warm build \d+: rename .* to out/harbour.pdf: killed \(all\)"),
    ("crash", r"warm build \d+: rename .* to out/harbour.pptx: killed \(all\)"),
    ("crash", r"warm worker \d+ \d+: write .*: torn"),
    ("power", r"warm build \d+: rename .* to out/harbour.pptx: killed"),
    ("fail", r"warm build \d+: write .*: ENOSPC$"),
    ("fail", r"warm build \d+: rename .* to out/harbour.pptx: EACCES$"),
    ("fail", r"warm build \d+: rename .* to out/harbour.pptx: EIO lasting"),
    ("fail", r"warm worker \d+ \d+: write .*: ENOSPC lasting"),
    ("fail", r"warm build \d+: write .*: half, then ENOSPC"),
    ("together", r"different, warm, 0.000 s apart"),
    ("machine", r"files of 4096 bytes at most"),
    ("machine", r"the output folder is a link to a file"),
    ("machine", r"the output folder is a link that leads below a file"),
    ("machine", r"journal.json is one that leads out"),
    ("watch", r"SIGKILL at"),
    ("watch", r"SIGTERM at"),
    ("watch", r"SIGINT at"),
)
"""By kind: what the names of the trials begin with or hold that are part of each test run."""


def sample(trials: Sequence[Trial]) -> list[Trial]:
    """Return the first trial of each sort that is in the sample.

    Raises:
        LookupError: there is none of a sort, though its kind is there.
    """
    kinds = {trial.kind for trial in trials}
    found = []
    for kind, words in SAMPLE:
        fit = [each for each in trials if each.kind == kind and re.search(words, each.name)]
        if not fit and kind in kinds:
            raise LookupError(f"no trial of the kind {kind} is called {words}")
        found += fit[:1]
    return found


def every(bench: Bench, seed: int, kinds: Sequence[str] = ()) -> list[Trial]:
    """Return all trials of some kinds, or of every one."""
    wanted = set(kinds or KINDS)
    found: list[Trial] = []
    if "kill" in wanted:
        found += kills.trials(seed, KILLS)
    if "signal" in wanted:
        found += [*signals.timed(MOMENTS), *signals.ignored()]
    if "together" in wanted:
        found += together.rounds(seed, ROUNDS)
    if "machine" in wanted:
        found += machine.trials()
    if "watch" in wanted:
        found += watching.trials(seed, WATCHES)
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
