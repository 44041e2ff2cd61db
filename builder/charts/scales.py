"""Values to places: takes a resolved chart's numbers, returns limits and linear scales."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from builder.charts.registry import kind_of
from builder.model.chart import Axis, ResolvedChart

_ZERO = Decimal(0)


@dataclass(frozen=True)
class Scale:
    """Maps values from `low` to `high` onto places from `start` to `end` (points)."""

    low: Decimal
    high: Decimal
    start: float
    end: float

    def __call__(self, value: Decimal) -> float:
        """Return the place of a value."""
        share = float((value - self.low) / (self.high - self.low))
        return self.start + share * (self.end - self.start)


def value_limits(chart: ResolvedChart) -> tuple[Decimal, Decimal]:
    """Return the limits of a category chart's value axis.

    They are the axis' own, widened to whatever is plotted: a mark is never cut off. Bars and
    areas stand on zero, so their limits hold it.
    """
    kind = kind_of(chart.kind)
    values = list(_stack_ends(chart) if kind.adds_up else _values(chart))
    if kind.from_nought or chart.value_axis is None:
        values.append(_ZERO)
    return limits_of(chart.value_axis, values)


def limits_of(axis: Axis | None, plotted: Iterable[Decimal]) -> tuple[Decimal, Decimal]:
    """Return the limits of an axis, widened to what is plotted."""
    values = [*plotted, axis.min, axis.max] if axis is not None else list(plotted)
    low, high = min(values, default=_ZERO), max(values, default=_ZERO)
    return (low, high) if low < high else (low, low + 1)


def _values(chart: ResolvedChart) -> Iterable[Decimal]:
    return (item.value for row in chart.series for item in row.data if item.value is not None)


def _stack_ends(chart: ResolvedChart) -> Iterable[Decimal]:
    for place in range(len(chart.categories)):
        for segment in segments(chart, place):
            if segment is not None:
                yield from segment


def segments(chart: ResolvedChart, place: int) -> tuple[tuple[Decimal, Decimal] | None, ...]:
    """Return where each series' part of one stack begins and ends (None: no value).

    Columns pile negative parts downwards from zero, as PowerPoint does; areas add up.
    """
    up = down = _ZERO
    piles = kind_of(chart.kind).totalled
    found: list[tuple[Decimal, Decimal] | None] = []
    for series in chart.series:
        value = series.data[place].value
        if value is None:
            found.append(None)
        elif value < 0 and piles:
            found.append((down, down + value))
            down += value
        else:
            found.append((up, up + value))
            up += value
    return tuple(found)
