"""Shapes of a chart as planned and as they are now in; those that stand or reach otherwise out.

Where PowerPoint has no chart of a kind, the place and size of a shape are its value: the dates of a
task, how much a band carries. They are never taken back. A chart that was moved or stretched as a
whole says the same as before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median
from typing import Final, TypeAlias

from builder.units import Box

_STILL: Final = 1.5  # points, of which programs that save a deck again may change a place
_FEW: Final = 0.5  # of all shapes: where more differ, the whole was stretched

Places: TypeAlias = tuple[tuple[str, Box], ...]
"""The shapes of a chart by name, in their order, where they stand."""


def moved(planned: Places, shown: Places) -> tuple[str, ...]:
    """Return the names of shapes that stand or reach otherwise among those of their chart."""
    pairs = [*_paired(planned, shown)]
    if not pairs:
        return ()
    across = median(now.left - was.left for _, was, now in pairs)
    down = median(now.top - was.top for _, was, now in pairs)
    found = [
        name
        for name, was, now in pairs
        if _differ(was._replace(left=was.left + across, top=was.top + down), now)
    ]
    return tuple(found) if len(found) <= _FEW * len(pairs) else ()


def _differ(one: Sequence[float], other: Sequence[float]) -> bool:
    return any(abs(a - b) > _STILL for a, b in zip(one, other, strict=True))


def _paired(planned: Places, shown: Places) -> Iterator[tuple[str, Box, Box]]:
    """Yield each planned shape with that which has its name now, one of several by their order."""
    free = [*shown]
    for name, was in planned:
        at = next((at for at, (called, _) in enumerate(free) if called == name), None)
        if at is not None:
            yield name, was, free.pop(at)[1]
