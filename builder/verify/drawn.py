"""Two files in, what their charts draw and their tables print otherwise out.

Not all that is drawn has words: the ends of a bar in time, the points of a line. Both files carry
what their edition shows, value by value.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterator

from builder.frozen import dataclass
from builder.model.snapshot import changed_values
from builder.verify.reading import Reading

_NAMES = re.compile(r"[^\s:,]+")


@dataclass(frozen=True)
class Printed:
    """A text of a figure in one file: `places` are the pages or slides of each channel."""

    text: str
    places: tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True)
class Difference:
    """A figure (or cell, or an earlier edition's figure) that two files do not give alike.

    `first` and `second` are the texts that differ, in each file, none where it prints no such
    figure; `travels` are what travels with the figure and differs: name, first, second.
    """

    kind: str
    owner: str
    label: str
    first: tuple[Printed, ...]
    second: tuple[Printed, ...]
    travels: tuple[tuple[str, str, str], ...] = ()


def drawn_unlike(first: Reading, second: Reading, told: Container[str]) -> Iterator[Difference]:
    """Yield each value that both files show in a chart or table, and do not show alike.

    What the printed words of a cell have `told` is not told again.
    """
    if first.snapshot is None or second.snapshot is None:
        return
    changes = [
        change
        for change in changed_values(first.snapshot, second.snapshot)
        if change.name and change.cell not in told
    ]
    ours, theirs = (_stands(reading) if changes else {} for reading in (first, second))
    for change in changes:
        name = change.of.partition(" ")[2]
        if name in ours and name in theirs:
            here, there = (
                (Printed(said, (("chart", tuple(sorted(pages[name]))),)),) if said else ()
                for said, pages in ((change.before, ours), (change.now, theirs))
            )
            yield Difference("cell", change.of, change.name, here, there)


def _stands(reading: Reading) -> dict[str, set[int]]:
    """Return the pages of charts and tables, by all names that the items of a file have."""
    found: dict[str, set[int]] = defaultdict(set)
    for place in reading.carried.places if reading.carried else ():
        if place.page:
            for name in _NAMES.findall(place.within):
                found[name].add(place.page)
    return found
