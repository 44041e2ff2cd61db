"""How text is made to fit: paragraphs and a box in; a size, and what each slide gets, out.

Sizes are tried from the largest. When the smallest is still too large, the paragraphs are
spread over further slides: between points, and a point's sub-points stay with it if they can.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from builder.deck.plan.measure import Ruler
from builder.deck.plan.model import Paragraph
from builder.units import Box

T = TypeVar("T")
Setter = Callable[[float], tuple[Paragraph, ...]]


class TooLargeError(Exception):
    """Something does not fit at the smallest size on a slide of its own; `what` quotes it."""

    def __init__(self, what: str) -> None:
        self.what = what
        super().__init__(f'too large for a slide: "{what}"')


@dataclass(frozen=True)
class Fitted:
    """The size chosen and the paragraphs of each slide, set in it."""

    size: float
    parts: tuple[tuple[Paragraph, ...], ...]


def fit(setter: Setter, box: Box, sizes: Sequence[float], ruler: Ruler) -> Fitted:
    """Return the largest size at which paragraphs fit a box, else spread them at the smallest.

    `setter` returns the paragraphs styled for a base size.

    Raises:
        TooLargeError: one paragraph alone is too large.
    """
    for size in sizes:
        styled = setter(size)
        if ruler.height(styled, box.width) <= box.height:
            return Fitted(size, (styled,))
    smallest = _spread_at(sizes[-1], setter, box, ruler)
    for size in sizes[:-1]:
        # Where a second slide is needed anyway, larger type may well fit on the two.
        with contextlib.suppress(TooLargeError):
            larger = _spread_at(size, setter, box, ruler)
            if len(larger.parts) == len(smallest.parts):
                return larger
    return smallest


def _spread_at(size: float, setter: Setter, box: Box, ruler: Ruler) -> Fitted:
    def height(part: Sequence[Paragraph]) -> float:
        return ruler.height(part, box.width)

    units = [piece for unit in _units(setter(size)) for piece in _fitting(unit, box.height, height)]
    parts = spread(units, box.height, lambda group: height(_joined(group)))
    return Fitted(size, tuple(_joined(part) for part in parts))


def spread(
    units: Sequence[T], limit: float, height: Callable[[Sequence[T]], float]
) -> tuple[tuple[T, ...], ...]:
    """Return the units in as few groups as the limit allows, the groups as even as they can be.

    Each unit must fit alone.
    """
    groups = _filled(units, limit, height)
    best, low, high = groups, 0.0, limit
    while len(groups) > 1 and high - low > 1.0:
        middle = (low + high) / 2
        tried = _filled(units, middle, height)
        if len(tried) <= len(groups) and all(height(group) <= middle for group in tried):
            best, high = tried, middle
        else:
            low = middle
    return tuple(tuple(group) for group in best)


def _filled(
    units: Sequence[T], limit: float, height: Callable[[Sequence[T]], float]
) -> list[list[T]]:
    groups: list[list[T]] = []
    for unit in units:
        if groups and height([*groups[-1], unit]) <= limit:
            groups[-1].append(unit)
        else:
            groups.append([unit])
    return groups


def _units(paragraphs: Sequence[Paragraph]) -> list[tuple[Paragraph, ...]]:
    """Return each first-level paragraph together with what stands below it."""
    units: list[list[Paragraph]] = []
    for paragraph in paragraphs:
        if paragraph.level and units:
            units[-1].append(paragraph)
        else:
            units.append([paragraph])
    return [tuple(unit) for unit in units]


def _fitting(
    unit: tuple[Paragraph, ...], limit: float, height: Callable[[Sequence[Paragraph]], float]
) -> list[tuple[Paragraph, ...]]:
    """Return a unit whole if it fits, else cut between its paragraphs."""
    if height(unit) <= limit:
        return [unit]
    for paragraph in unit:
        if height([paragraph]) > limit:
            raise TooLargeError("".join(run.text for run in paragraph.runs))
    return [tuple(part) for part in _filled(unit, limit, height)]


def _joined(groups: Sequence[tuple[Paragraph, ...]]) -> tuple[Paragraph, ...]:
    return tuple(paragraph for group in groups for paragraph in group)
