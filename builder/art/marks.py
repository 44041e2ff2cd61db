"""What art is made of: outlines, how much they stand out, and what stands out of a chart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from math import cos, pi, sin
from typing import Final, TypeAlias

from builder.frozen import dataclass
from builder.model.chart import MUTED, ResolvedChart

Spot: TypeAlias = tuple[float, float]
FAINT: Final = 0.10
STRONG: Final = 0.34
"""How much of the paper lies over the cover's colour: the least and the most of any mark."""

FILLED: Final = 0.82
"""Of a place, what its mark takes."""

_CORNERS: Final = 48  # of what stands for a circle
_FEW: Final = 6  # places that there are at least
_BLEEDS: Final = 0.38  # of a place: how much of the last lies beyond the edge


@dataclass(frozen=True)
class FilledOutline:
    """A filled outline; `tone` is how much of the paper lies over the cover's colour.

    An `emphasised` one has the second colour instead.
    """

    outline: tuple[Spot, ...]
    tone: float = FAINT
    emphasised: bool = False

    def within(self, ratio: float) -> FilledOutline:
        """Return what of it lies in the frame (Sutherland and Hodgman, 1974)."""
        found: Sequence[Spot] = self.outline
        for axis, limit, sign in ((0, 0.0, 1), (0, ratio, -1), (1, 0.0, 1), (1, 1.0, -1)):
            found = tuple(_cut(found, axis, limit, sign))
        rounded = tuple((round(x, 5), round(y, 5)) for x, y in found)
        return FilledOutline(rounded, self.tone, self.emphasised)


def _cut(outline: Sequence[Spot], axis: int, limit: float, sign: int) -> Iterator[Spot]:
    """Yield the outline on one side of a line along an axis."""
    for before, here in zip((*outline[-1:], *outline[:-1]), outline, strict=True):
        was, is_ = (sign * (spot[axis] - limit) for spot in (before, here))
        if (was >= 0) != (is_ >= 0):
            share = was / (was - is_)
            x, y = (one + share * (other - one) for one, other in zip(before, here, strict=True))
            yield (x, y)
        if is_ >= 0:
            yield here


def box(left: float, bottom: float, right: float, top: float) -> tuple[Spot, ...]:
    """Return a rectangle's corners."""
    return ((left, bottom), (right, bottom), (right, top), (left, top))


def circle(centre: Spot, radius: float) -> tuple[Spot, ...]:
    """Return a circle's outline."""
    turns = (2 * pi * at / _CORNERS for at in range(_CORNERS))
    return tuple((centre[0] + radius * cos(t), centre[1] + radius * sin(t)) for t in turns)


def placed(count: int, ratio: float) -> tuple[float, float]:
    """Return where the first of several marks side by side begins, and how far apart they are.

    Few stand at the right; the last bleeds off the edge.
    """
    pitch = ratio / (max(count, _FEW) - _BLEEDS)
    return ratio - (count - _BLEEDS) * pitch, pitch


def tone(at: int, count: int) -> float:
    """Return the tone of one of several marks, the later the stronger."""
    return round(FAINT + (STRONG - FAINT) * (at + 1) / max(count, 1), 3)


Heights: TypeAlias = tuple[tuple[float | None, ...], ...]
"""How high each value stands, series by series; None where one is missing."""


def value(number: Decimal | float | None) -> float:
    """Return a number to draw by; none is nought."""
    return 0.0 if number is None else float(number)


def heights(chart: ResolvedChart) -> Heights:
    """Return the values of a chart, series by series, as shares of the greatest there is."""
    numbers = [[datum.value for datum in series.data] for series in chart.series]
    most = max((abs(each) for row in numbers for each in row if each is not None), default=0) or 1
    return tuple(
        tuple(None if each is None else float(each / most) for each in row) for row in numbers
    )


def grounded(highest: float, lowest: float) -> tuple[float, float]:
    """Return how high nought stands in a frame of 1, and how high 1 is above it, where values reach
    from the lowest to the highest: what is below nought goes down from it.
    """
    up, down = max(highest, 0.0), max(-lowest, 0.0)
    unit = 1.0 / (up + down or 1.0)
    return down * unit, unit


def reach(rows: Heights) -> tuple[float, float]:
    """Return the highest and the lowest of all values, nought where there is none."""
    known = [each for row in rows for each in row if each is not None]
    return max(known, default=0.0), min(known, default=0.0)


def greatest(rows: Heights) -> float:
    """Return how high all that stands in one place comes to, where that is the most."""
    return max((sum(map(standing, column)) for column in zip(*rows, strict=True)), default=0.0)


def standing(height: float | None) -> float:
    """Return how much of a stack a value takes: one that is missing takes nothing."""
    return abs(value(height))


def outstanding(chart: ResolvedChart) -> frozenset[tuple[int, int]]:
    """Return which data are emphasised, by series and category: those that the chart highlights,
    or the greatest.
    """
    found = {
        (at, place): datum.emphasised
        for at, series in enumerate(chart.series)
        for place, datum in enumerate(series.data)
    }
    chosen = frozenset(key for key, emphasised in found.items() if emphasised)
    if 0 < len(chosen) < len(found):
        return chosen
    coloured = {at for at, series in enumerate(chart.series) if series.colour != MUTED}
    if 0 < len(coloured) < len(chart.series):
        return frozenset(key for key in found if key[0] in coloured)
    rows = heights(chart)
    return frozenset([max(found, key=lambda key: standing(rows[key[0]][key[1]]))] if found else [])


def leading(chart: ResolvedChart) -> int:
    """Return which series is emphasised: the highlighted, or that with the greatest value."""
    chosen = outstanding(chart)
    return min((at for at, _ in chosen), default=0)
