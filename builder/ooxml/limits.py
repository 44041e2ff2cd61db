"""How large a package may be, by what it is: more is refused before it is unpacked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

_MB: Final = 2**20


@dataclass(frozen=True)
class Limits:
    """The most that a package may hold.

    `members` counts its files; `unpacked` is what all of those read may come to and `part` the
    size of one, in bytes; `ratio` is how many times its own size a part may grow to, from a size
    of `small` bytes on. `marks` counts the elements and attributes of one XML part: in memory each
    takes some 150 bytes, however short it is.
    """

    members: int
    unpacked: int
    part: int
    marks: int
    ratio: int = 250
    small: int = 4 * _MB


TEMPLATE: Final = Limits(members=10_000, unpacked=64 * _MB, part=32 * _MB, marks=300_000)
DECK: Final = Limits(members=100_000, unpacked=192 * _MB, part=64 * _MB, marks=1_000_000)
WORKBOOK: Final = Limits(members=1_000, unpacked=64 * _MB, part=64 * _MB, marks=1_000_000)
"""What is embedded in a deck under a chart."""
