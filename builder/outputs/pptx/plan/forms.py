"""What planned items are made of: boxes, outlines and pictures, as plain data.

Boxes in; the box around them, the area that they share, out. Of a form of its own, such as an icon
or an arrow: a path in, its steps as shares of a box out. Pictures: those on slides and on layouts,
and a logo on the master.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import field
from typing import Final, NamedTuple
from zlib import crc32

from builder.frozen import dataclass
from builder.model.text import Line
from builder.units import Box

EDGE: Final = 0.5
"""Points that the hairline around a form is wide."""


def around(boxes: Sequence[Box]) -> Box:
    """Return the smallest box that holds all of these; there is one at least."""
    left, top = min(box.left for box in boxes), min(box.top for box in boxes)
    right = max(box.left + box.width for box in boxes)
    return Box(left, top, right - left, max(box.top + box.height for box in boxes) - top)


def shared(one: Box, other: Box) -> Box:
    """Return what two boxes share; it has no width, or no height, where they share nothing."""
    left, top = max(one.left, other.left), max(one.top, other.top)
    right = min(one.left + one.width, other.left + other.width)
    foot = min(one.top + one.height, other.top + other.height)
    return Box(left, top, max(0.0, right - left), max(0.0, foot - top))


def shared_area(one: Box, other: Box) -> float:
    """Return the area that two boxes share."""
    both = shared(one, other)
    return both.width * both.height


def covers(one: Box, other: Box) -> bool:
    """Say whether a box lies over most of another."""
    return shared_area(one, other) > other.width * other.height / 2


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


@dataclass(frozen=True)
class MasterLogo:
    """A logo (PNG) on the master, where it stands, and what it shows in words."""

    data: bytes = field(repr=False)
    box: Box
    alt: str


@dataclass(frozen=True)
class Ground:
    """A picture on a layout, below all else, which says nothing: a PNG or JPEG file, its ending."""

    data: bytes = field(repr=False)
    ending: str
    box: Box

    @property
    def digest(self) -> str:
        """What tells the picture from any other."""
        return f"{crc32(self.data):08x}"


@dataclass(frozen=True)
class PictureItem:
    """A picture in a placeholder: `data` is a PNG or JPEG file, `drawing` an SVG that is shown
    instead where programs know how, or nothing.

    `picture` is the author's name for it. One without `alt` is a decoration.
    """

    placeholder: int
    name: str
    picture: str
    box: Box
    alt: Line
    ending: str
    data: bytes = field(repr=False)
    drawing: bytes = field(default=b"", repr=False)

    @property
    def digest(self) -> str:
        """What tells the picture from any other."""
        return f"{crc32(self.data):08x}"


class Legend(NamedTuple):
    """How wide and high the keys stand, in points, and in how many columns: all on one line, or as
    many as there is room for.
    """

    width: float = 0.0
    height: float = 0.0
    columns: int = 0

    @property
    def room(self) -> float:
        """What is kept free for them above the plot."""
        return self.height + 6 if self.height else 0.0
