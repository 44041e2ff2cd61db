"""Pictures of the deck as planned: those on slides, and a logo on the master."""

from __future__ import annotations

from dataclasses import field
from zlib import crc32

from builder.frozen import dataclass
from builder.model.text import Line
from builder.units import Box


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
