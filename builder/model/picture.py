"""Pictures: files that an author brings, and how a briefing uses them.

`content` reads the files and their uses, `pictures` draws them, papers and decks show them.
"""

from __future__ import annotations

from dataclasses import field
from typing import Literal, NamedTuple

from builder.frozen import dataclass
from builder.model.text import Text
from builder.problems import Place

PictureKind = Literal["PNG", "JPEG", "WEBP", "TIFF", "SVG"]
PictureWidth = Literal["margin", "column", "full"]


class Cut(NamedTuple):
    """What of a picture is shown, as shares of its width and height from its upper left corner."""

    left: float = 0.0
    top: float = 0.0
    right: float = 1.0
    bottom: float = 1.0


WHOLE = Cut()


@dataclass(frozen=True)
class Crop:
    """What is cut off: per cent of each edge, or what does not fit `ratio` (width by height).

    A `ratio` of 0 keeps what the edges leave; the middle is kept of what does not fit it.
    """

    ratio: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    left: float = 0.0

    def of(self, width: float, height: float) -> Cut:
        """Return what is left of a picture of this size."""
        if not self.ratio:
            edges = (self.left, self.top, 100 - self.right, 100 - self.bottom)
            return Cut(*(edge / 100 for edge in edges))
        across = min(1.0, self.ratio * height / width)
        down = min(1.0, width / self.ratio / height)
        return Cut((1 - across) / 2, (1 - down) / 2, (1 + across) / 2, (1 + down) / 2)


@dataclass(frozen=True)
class PictureFile:
    """A picture as it lies in the content folder, looked at and found sound.

    `name` is its path from there, `kind` its format; `width` and `height` are pixels, the right
    way up, or of a drawing (SVG) its own units. `data` are its bytes; of a drawing, what of it
    draws. Two are equal by `digest`, the SHA-256 (hex) of the file.
    """

    name: str
    kind: PictureKind
    width: float
    height: float
    digest: str
    data: bytes = field(repr=False, compare=False)

    @property
    def is_drawing(self) -> bool:
        """Whether it is made of lines and not of pixels."""
        return self.kind == "SVG"


@dataclass(frozen=True)
class Shown:
    """A figure that a picture shows, and as what it shows it (may be empty)."""

    figure: str
    printed: str
    place: Place


@dataclass(frozen=True)
class PictureUse:
    """A picture of the content folder where it is shown.

    `name` is what `@fig-name` calls it. A `decorative` one says nothing: it has no words and no
    number. `shows` are the figures in it, which nothing can check; `takeaway` is what it means.
    """

    file: str
    name: str
    alt: Text
    caption: Text
    credit: Text
    width: PictureWidth
    crop: Crop
    decorative: bool
    shows: tuple[Shown, ...]
    place: Place
    takeaway: Text = ()


@dataclass(frozen=True)
class Picture:
    """A use of a picture together with its file."""

    use: PictureUse
    file: PictureFile

    @property
    def cut(self) -> Cut:
        """What of the file is shown."""
        return self.use.crop.of(self.file.width, self.file.height)

    @property
    def ratio(self) -> float:
        """The width of what is shown by its height."""
        cut = self.cut
        across, down = cut.right - cut.left, cut.bottom - cut.top
        return self.file.width * across / (self.file.height * down)

    @property
    def across(self) -> float:
        """How many pixels wide what is shown is."""
        return self.file.width * (self.cut.right - self.cut.left)
