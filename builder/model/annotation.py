"""Annotations of charts: as the author states them, and as both writers draw them.

What an annotation says is settled once, with its owners, before either writer runs; where its words
stand is each writer's to find, since marks stand elsewhere on a page than on a slide.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final, Literal, NamedTuple, TypeAlias

from builder.frozen import dataclass
from builder.model.text import Line, Run, Text
from builder.problems import NOWHERE, Place

AnnotationKind: TypeAlias = Literal[
    "difference", "reference", "band", "period", "text", "label", "interval"
]
DIFFERENCE: Final = "difference"
"""The one that compares two marks; the others stand at a place of an axis or at a mark."""
WHOLE: Final = -1
"""In a spot of a stack: all of it, not one of its parts."""


@dataclass(frozen=True)
class AnnotationSpec:
    """An annotation as charts.yaml states it; which keys are filled follows from its kind.

    `names` are what its own key holds: the measure of a difference, a figure or `mean` of a line,
    the figures or columns of a band or of intervals, the categories that a period lasts from and
    to, the labels that are asked for. `start`, `end` and `at` are categories, `figure` is the one
    that a difference prints.
    """

    kind: AnnotationKind
    names: tuple[str, ...] = ()
    says: Text = ()
    start: str = ""
    end: str = ""
    at: str = ""
    series: str = ""
    figure: str = ""
    place: Place = NOWHERE

    @property
    def figures(self) -> tuple[str, ...]:
        """The figures that it prints, or is drawn from, as far as its keys tell."""
        held = self.names if self.kind in ("reference", "band") and self.names != ("mean",) else ()
        return (*held, *([self.figure] if self.figure else ()))


class Spot(NamedTuple):
    """A mark: its series (`WHOLE`: the stack) and its category, or point, by number from 0."""

    series: int
    category: int


@dataclass(frozen=True)
class Level:
    """A value on the axis that readers compare with, its name, and it as it is printed.

    `follows` is the series whose mean it is, None where a figure states it.
    """

    value: Decimal
    name: Line
    label: Run
    follows: int | None = None

    @property
    def says(self) -> Line:
        """What is printed beside it: name and value."""
        return (*self.name, Run(" "), self.label)


@dataclass(frozen=True)
class Band:
    """A stretch of the value axis, in grey, and its name."""

    low: Decimal
    high: Decimal
    says: Line


@dataclass(frozen=True)
class Period:
    """A stretch of the categories from first to last, both within, in grey, and its name."""

    first: int
    last: int
    says: Line


@dataclass(frozen=True)
class Difference:
    """An arrow from one mark to another; `says` is the number that compares them.

    `told` is the same in full, with the marks that it compares.
    """

    start: Spot
    end: Spot
    says: Line
    told: Line


@dataclass(frozen=True)
class Remark:
    """Words at a mark."""

    at: Spot
    says: Line


@dataclass(frozen=True)
class Interval:
    """Where the truth of a mark lies, as an error bar shows it."""

    at: Spot
    low: Decimal
    high: Decimal


@dataclass(frozen=True)
class Annotations:
    """All annotations of a chart. `labelled` are marks whose values are printed on request.

    `told` says them in words, one sentence each, for those who do not see them.
    """

    levels: tuple[Level, ...] = ()
    bands: tuple[Band, ...] = ()
    periods: tuple[Period, ...] = ()
    differences: tuple[Difference, ...] = ()
    remarks: tuple[Remark, ...] = ()
    intervals: tuple[Interval, ...] = ()
    labelled: tuple[Spot, ...] = ()
    told: tuple[Line, ...] = ()

    @property
    def values(self) -> tuple[Decimal, ...]:
        """The values that the axis must hold for their sake."""
        bands = (end for band in self.bands for end in (band.low, band.high))
        bars = (end for interval in self.intervals for end in (interval.low, interval.high))
        return (*(level.value for level in self.levels), *bands, *bars)


NONE: Final = Annotations()
