"""What labels are placed by: boxes, discs, the places found, and the ground."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, Protocol

from builder.charts.markers import Leader


class Rectangle(NamedTuple):
    """A box in points, y downwards."""

    left: float
    top: float
    right: float
    bottom: float


class Disc(NamedTuple):
    """A mark that labels keep clear of."""

    x: float
    y: float
    radius: float


class LabelPlace(NamedTuple):
    """Where a label was placed; `inside` on its own mark, `far` if it needs a leader line; what is
    `plated` reaches beyond its mark, so that it needs paper below it.
    """

    box: Rectangle
    inside: bool = False
    far: bool = False
    plated: bool = False


class Grounds(Protocol):
    """What lies below marks, each of its parts that of one, by its number."""

    def upon(self, number: int, box: Rectangle) -> float:
        """Return how much of the label of a mark would stand on others' parts, from 0 to 1."""

    def across(self, number: int, line: Leader) -> float:
        """Return how many points of its leader run over others' parts."""

    def beyond(self, number: int, size: tuple[float, float]) -> Rectangle:
        """Return where a label stands on its part that this has not all of the room for."""

    def clear(self, number: int, size: tuple[float, float]) -> Iterable[Rectangle]:
        """Yield where it would stand off all parts."""
