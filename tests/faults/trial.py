"""A trial: one fault, injected into one build, and what came of it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.faults.bench import Bench


@dataclass(frozen=True)
class Found:
    """What stood in the folder after a fault, and all that was wrong there and afterwards.

    `struck` is False where the command had ended before, or never came to the fault's place.
    """

    struck: bool
    left: str
    faults: tuple[str, ...]


@dataclass(frozen=True)
class Trial:
    """A fault by kind and name, and the function that injects it into a build in a new folder."""

    kind: str
    name: str
    inject: Callable[[Bench, Path], Found]


@dataclass(frozen=True)
class Verdict:
    """A trial by its kind and name, and what came of it."""

    kind: str
    name: str
    found: Found


def tried(trial: Trial, bench: Bench) -> Verdict:
    """Try one fault in a folder of its own, which is gone afterwards."""
    parent = Path(tempfile.mkdtemp(prefix="trial-", dir=bench.folder))
    try:
        return Verdict(trial.kind, trial.name, trial.inject(bench, parent / "here"))
    finally:
        shutil.rmtree(parent)
