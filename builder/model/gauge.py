"""What the marks of a chart measure, which of them stand for which values, on which scale; and
where courses have gaps.

A kind of chart says what marks measure of a resolved chart, by their names; a paper's ledger
carries it by the numbers of what is painted, so that whoever opens the paper can measure its paths
again.

Of gaps, rows of values are taken, the places returned where all are known, and what lies between.
Programs draw an area through a missing value as if it were zero: what lies between its neighbours
is covered, in paper and deck alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby, pairwise
from typing import Final, Literal, NamedTuple, TypeAlias

from builder.model.displaylist import Operation, Path, Text

Form: TypeAlias = Literal[
    "size", "corners", "ends", "fill", "length", "middle", "order", "sides", "turn"
]
"""What of a mark says its values: both its ends along an axis, its middle, its corners one after
another, how long it is, how high both its sides are, from where to where of a full turn it goes,
its area, or the colour that it is filled with; or it says none, and follows the mark before it.
"""

_DIGITS: Final = 9
"""Of a value: no length on a page tells more."""

Along: TypeAlias = Literal["x", "y"]

LONE: Final = 3.0
"""Points on either side of a value that stands alone between two gaps: it is a column."""

Rows: TypeAlias = Sequence[Sequence[object]]
"""The values of each series, as many as there are categories; None where one is missing."""


class Measured(NamedTuple):
    """A mark and what it stands for; `numbers` are those of what is painted as it, from 0, paths
    and texts counted together, once that is known. One that is not `sure` need not be drawn.
    """

    form: Form
    mark: str
    name: str
    values: tuple[float, ...] = ()
    sure: bool = True
    numbers: tuple[int, ...] = ()


class Gauge(NamedTuple):
    """Marks that stand on one scale, along an axis, with its ticks where they are drawn.

    Where it is logarithmic (`log`) values are powers of ten. A mark shorter than `least` points is
    drawn as long.
    """

    along: Along
    marks: tuple[Measured, ...]
    ticks: tuple[Measured, ...] = ()
    log: bool = False
    least: float = 0.0


class Gauged(NamedTuple):
    """A chart of a paper: its page, from 1, the number of its marked content there, the item of the
    plan that it is, its gauges.
    """

    page: int
    number: int
    within: str
    gauges: tuple[Gauge, ...]


def mark_of(*parts: object) -> str:
    """Return the name of a mark: numbers and words that tell it from others."""
    return ".".join(map(str, parts))


def numbered(gauges: Iterable[Gauge], painted: Sequence[Operation]) -> tuple[Gauge, ...]:
    """Return gauges with the numbers of their marks among what is painted.

    Those of which no mark is drawn are left out: they are of another form of the same chart.
    """
    numbers: dict[str, list[int]] = {}
    for at, each in enumerate(painted):
        if isinstance(each, Path | Text) and each.mark:
            numbers.setdefault(each.mark, []).append(at)
    made = (
        gauge._replace(marks=_numbered(gauge.marks, numbers), ticks=_numbered(gauge.ticks, numbers))
        for gauge in gauges
    )
    return tuple(gauge for gauge in made if any(each.numbers for each in gauge.marks))


def known_runs(rows: Rows) -> list[list[int]]:
    """Return the places, from 0, that follow one another without a gap in any row."""
    whole = [None not in column for column in zip(*rows, strict=True)]
    grouped = groupby(range(len(whole)), key=lambda place: whole[place])
    return [list(places) for known, places in grouped if known]


def holes(rows: Rows) -> list[tuple[int, int]]:
    """Return each gap as the places of its neighbours, or of the first or the last value."""
    runs, last = known_runs(rows), max(map(len, rows), default=0) - 1
    if not runs:
        return [(0, last)] if last >= 0 else []
    found = [(one[-1], other[0]) for one, other in pairwise(runs)]
    before = [(0, runs[0][0])] if runs[0][0] > 0 else []
    after = [(runs[-1][-1], last)] if runs[-1][-1] < last else []
    return [*before, *found, *after]


def _numbered(
    marks: Iterable[Measured], numbers: Mapping[str, Sequence[int]]
) -> tuple[Measured, ...]:
    return tuple(
        each._replace(
            values=tuple(float(f"{value:.{_DIGITS}g}") for value in each.values),
            numbers=tuple(numbers.get(each.mark, ())),
        )
        for each in marks
        if each.sure or each.mark in numbers
    )
