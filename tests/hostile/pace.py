"""How long an input may take that is made to break a build: by what sound ones take here and now.

A machine may be three times slower than it was an hour ago, so no number of seconds is a limit.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

FAST: Final = 10.0
"""Seconds of the processor that no input is blamed for."""
MOST_TIMES: Final = 5
"""How many times as long as a sound input a spoiled one may take."""
MOST_WORK: Final = 240
"""Seconds of the processor after which one is stopped."""


def too_long(seconds: float, sound: Callable[[], float]) -> bool:
    """Return whether an input took too long; `sound` measures a sound one, if it must be known."""
    return seconds > FAST and seconds > MOST_TIMES * sound()
