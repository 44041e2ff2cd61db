"""A page as it is filled: its text area, what stands on it, and columns of it side by side."""

from __future__ import annotations

from collections.abc import Sequence

from builder.frozen import dataclass
from builder.outputs.pdf.write.choices import Choice
from builder.outputs.pdf.write.filler import Stand
from builder.outputs.pdf.write.filling import ColumnFiller, Placed
from builder.outputs.pdf.write.footnotes import Foot


@dataclass(frozen=True)
class TextArea:
    """The text area of every page, in points: columns side by side, and the grid of lines."""

    width: float
    height: float
    columns: int
    gutter: float
    grid: float

    @property
    def column(self) -> float:
        """The width of one column."""
        return (self.width - self.gutter * (self.columns - 1)) / self.columns


@dataclass(frozen=True)
class Way:
    """How a page was filled: as one so tall, and by a choice."""

    height: float
    choice: Choice


@dataclass(frozen=True)
class Page:
    """A page, perhaps not yet full: what stands on it, and how far down it is filled.

    The margin is free from `margin` on. `feet` are its columns' notes, `hole` what is left open
    below the text though the story goes on, `strays` counts the floats that another section
    overtakes, `stacked` those that waited, or were moved up, and stand right below another.
    `parted` counts the short tables that are divided; charts are `squeezed` by so many points. In
    which `way` it was filled is known of what was chosen.
    """

    placed: tuple[Placed, ...] = ()
    y: float = 0.0
    gap: float = 0.0
    margin: float = 0.0
    feet: tuple[Foot, ...] = ()
    full: bool = False
    hole: float = 0.0
    strays: float = 0.0
    stacked: int = 0
    parted: int = 0
    squeezed: float = 0.0
    way: Way | None = None


@dataclass(frozen=True)
class Band:
    """Columns side by side, the page's feet: whether they are full, how far the story then is."""

    columns: tuple[ColumnFiller, ...]
    feet: tuple[Foot, ...]
    stand: Stand
    full: bool
    strays: float
    stacked: int
    parted: int

    @property
    def squeezed(self) -> float:
        """By how many points charts are less high than usual."""
        return sum(column.squeezed for column in self.columns) / len(self.columns)


def in_reading_order(placed: Sequence[Placed]) -> list[Placed]:
    """Return what stands on a page as it is read, floats where they are written."""
    return sorted(placed, key=lambda one: one.order)
