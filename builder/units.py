"""Lengths and sizes: points (1/72 inch) everywhere, converted only where a file format asks."""

from __future__ import annotations

from typing import Final, NamedTuple

EMU_PER_POINT: Final = 12_700
POINTS_PER_INCH: Final = 72.0
POINTS_PER_MM: Final = 72.0 / 25.4


class Size(NamedTuple):
    """Width and height in points."""

    width: float
    height: float


class Box(NamedTuple):
    """A rectangle in points: left and top from the upper left corner, width and height."""

    left: float
    top: float
    width: float
    height: float


PAGE_SIZES: Final = {"A4": Size(210 * POINTS_PER_MM, 297 * POINTS_PER_MM), "Letter": Size(612, 792)}
SLIDE_SIZES: Final = {"16:9": Size(960, 540), "4:3": Size(720, 540)}


def mm(length: float) -> float:
    """Return points for a length in millimetres."""
    return length * POINTS_PER_MM


def emu(points: float) -> int:
    """Return English Metric Units (ECMA-376-1, 20.1.2.1) for a length in points."""
    return round(points * EMU_PER_POINT)
