"""What a machine refuses: file sizes, full disks, folders without rights, names that are taken."""

from __future__ import annotations

import errno
import os
import resource
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from tests.faults.bench import DECK, PAPER, Bench
from tests.faults.command import Place, build
from tests.faults.judge import next_build, pair, processes, refused, strangers, unexplained
from tests.faults.trial import Found, Trial

LIMITS: Final = (0, 512, 4096, 16384, 30000, 40000)
"""Bytes that a file may have at most, too few for one of the two."""
DISKS: Final = (0, 16, 48, 64, 80, 120)
"""KiB that are free on a disk which holds nothing yet, or the old pair."""
BOUND: Final = (
    "setpriv",
    "--inh-caps=-all",
    "--bounding-set=-dac_override,-dac_read_search",
)
"""Starts a program that the rights of folders bind though its user is root."""

Change = Callable[[Place], None]


@dataclass(frozen=True)
class Refusal:
    """What spoils a place, what mends it again, and the error that must be told.

    The build must be done all the same where `error` is 0, or where a finished file is `lost` to
    what spoils it. `before` starts the build.
    """

    name: str
    spoil: Change
    mend: Change
    error: int
    before: tuple[str, ...] = ()
    start: str = "warm"


def trials() -> Iterator[Trial]:
    """Give what can be tried on this machine by this user."""
    refusals = (*_limits(), *_rights(), *_taken(), *_disks())
    for refusal in refusals:
        yield Trial("machine", refusal.name, partial(spoilt, refusal=refusal))
