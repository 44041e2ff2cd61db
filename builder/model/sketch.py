"""A drawing of another program's, as plain data: marks and words, in colours of the house.

Lengths are points, from the upper left corner, y downwards. Colours are slots of a chart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, TypeAlias

from builder.frozen import dataclass
from builder.model.text import Line

Place: TypeAlias = tuple[float, float]


def steps(outline: str) -> Iterator[tuple[str, tuple[Place, ...]]]:
    """Yield each command of an outline with its places."""
    for command, written in re.findall("([MLCZ])([^MLCZ]*)", outline):
        numbers = tuple(map(float, written.split()))
        yield command, tuple(zip(numbers[::2], numbers[1::2], strict=True))


@dataclass(frozen=True)
class SketchMark:
    """An outline (`M`, `L`, `C` and `Z` with places), filled, or drawn `width` points wide in a
    colour, or both. A line may be `dashed`.
    """

    outline: str
    fill: str = ""
    edge: str = ""
    width: float = 0.0
    dashed: bool = False


@dataclass(frozen=True)
class SketchWords:
    """Words on one line whose baseline begins, ends or has its middle at a place; those that are
    `upright` are read from below.
    """

    says: Line
    x: float
    y: float
    size: float
    colour: str
    align: Literal["left", "centre", "right"] = "left"
    strong: bool = False
    upright: bool = False


@dataclass(frozen=True)
class Sketch:
    """What is drawn on a sheet of this size, from below to above."""

    width: float
    height: float
    marks: tuple[SketchMark, ...]
    words: tuple[SketchWords, ...]
