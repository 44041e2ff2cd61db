"""Forms of their own, such as icons and arrows: a path in, its steps as shares of a box out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

EDGE: Final = 0.5
"""Points that the hairline around a form is wide."""


class Pen(NamedTuple):
    """What a line is drawn with: the colour, the width in points, and whether it is dashed."""

    colour: str
    width: float
    dashed: bool = False


class Outline(NamedTuple):
    """A form of its own: `M`, `L`, `C` and `Z` with places on `width` by `height` units, y down.

    Lines within others run the other way where they leave a hole.
    """

    path: str
    width: float
    height: float

    def steps(self) -> Iterator[tuple[str, tuple[tuple[float, float], ...]]]:
        """Yield each command with its places, as shares of the width and the height."""
        for command, written in re.findall("([MLCZ])([^MLCZ]*)", self.path):
            numbers = tuple(map(float, written.split()))
            across, down = numbers[::2], numbers[1::2]
            yield (
                command,
                tuple((x / self.width, y / self.height) for x, y in zip(across, down, strict=True)),
            )
