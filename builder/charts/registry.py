"""The kinds of chart by name: a new kind is one module of `kinds/` and one line here.

A kind's module is loaded when a chart of that kind is met: nobody imports it, so that what reads
content may ask what a kind takes, although the kind is made with what resolves and draws.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from typing import Final

from builder.charts.kind import Key, Kind

CHARTS: Final[tuple[str, ...]] = (
    "bar",
    "column",
    "grouped",
    "stacked",
    "line",
    "area",
    "doughnut",
    "scatter",
    "bubble",
    "waterfall",
)
DIAGRAMS: Final[tuple[str, ...]] = (
    "timeline",
    "flow",
)
"""The kinds that PowerPoint has no chart of: its slides show them as shapes."""

KINDS: Final = CHARTS + DIAGRAMS


@lru_cache(maxsize=len(KINDS))
def kind_of(name: str) -> Kind:
    """Return what the kind of that name is.

    Raises:
        LookupError: there is no such kind.
    """
    if name not in KINDS:
        raise LookupError(name)
    kind: Kind = import_module(f"builder.charts.kinds.{name}").KIND
    return kind


def own_keys() -> Iterator[Key]:
    """Yield the keys that one kind alone takes, kind by kind."""
    for name in KINDS:
        yield from kind_of(name).keys
