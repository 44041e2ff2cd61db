"""What parts the classes of values: bounds as stated, by quantiles, or at even steps."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from decimal import ROUND_CEILING, Decimal, InvalidOperation
from functools import partial
from itertools import pairwise
from typing import Final

from builder.charts.registry import KindKey
from builder.charts.resolving.axes import nice_step
from builder.charts.resolving.category import tick_run
from builder.charts.resolving.context import ChartContext
from builder.charts.resolving.raw import quantile
from builder.model.chart import ChartSpec, ResolvedChart
from builder.model.land import Tick
from builder.model.saying import FARTHEST
from builder.theme.ramp import MOST, PLAIN

CLASSES: Final = KindKey(
    "classes",
    "Bounds between the classes of a map's or a heat map's colours, or `quantiles`.",
    "only maps and heat maps have classes: make it one of them, or remove the key",
    form="words",
)
"""What the kinds take that show values by colour."""

_QUANTILES: Final = "quantiles"
_EVEN: Final = 5
_ON_A_SIDE: Final = 4  # of a middle, at most, where nothing is stated


def bounds_of(
    spec: ChartSpec,
    stated: Sequence[str],
    chart: ResolvedChart,
    context: ChartContext,
    middle: Decimal | None = None,
) -> tuple[Tick, ...]:
    """Return the bounds of a chart's classes, each printed as ticks are; a problem for wrong ones.

    About a `middle`, which is one of them, they go up and down in steps of one size.
    """
    values = sorted(d.value for row in chart.series for d in row.data if d.value is not None)
    if stated == (_QUANTILES,):
        found = _quantiles(values)
    elif stated:
        found = _stated(spec, stated, context)
    elif middle is not None:
        found = _about(middle, values)
    else:
        ticks = chart.value_axis.ticks if chart.value_axis else ()
        found = [tick.value for tick in ticks if values and values[0] < tick.value <= values[-1]]
        found = found[:: max(1, -(-len(found) // (PLAIN - 1)))]
    if middle is not None and found and middle not in found:
        context.problems.error(
            spec.place,
            f'chart "{spec.id}": no class ends at its middle, {middle:f}',
            "name the middle among the bounds of `classes`, or leave them to the chart",
        )
    below = found.index(middle) + 1 if middle in found else 0
    side = max(below, len(found) + 1 - below)
    if side > MOST:
        context.problems.error(
            spec.place,
            f'chart "{spec.id}" has {side} classes, but only {MOST} can be told apart',
            "state fewer bounds",
        )
    unit = spec.unit or next((d.unit for row in chart.series for d in row.data if d.unit), "")
    printed = partial(tick_run, spec, unit, context.tag)
    return tuple(Tick(value, printed(value)) for value in dict.fromkeys(found))


def _quantiles(values: Sequence[Decimal]) -> list[Decimal]:
    """Return what parts some values, from the least on, at their quantiles: fifths of them, equal
    ones each counted.

    Quantiles are those of method 7 (R's and numpy's own). A bound is the first value that is not
    below one, so that it is a value which occurs, and parts them at the same place. Equal values
    are never parted: quantiles that fall on the same value are one bound, and as nothing lies below
    the least value, those that fall on it part it from the next one.
    """
    above = [value for value in values if value > values[0]]
    wanted = (quantile(values, Decimal(part) / _EVEN) for part in range(1, _EVEN) if above)
    return list(dict.fromkeys(above[bisect_left(above, each)] for each in wanted))


def _about(middle: Decimal, values: Sequence[Decimal]) -> list[Decimal]:
    """Return a middle, and what lies evenly above and below it as far as there are values."""
    reach = max((abs(value - middle) for value in values), default=Decimal(0))
    if not reach:
        return [middle]
    step = nice_step(reach, _ON_A_SIDE)
    count = int((reach / step).to_integral_value(ROUND_CEILING))
    found = (middle + step * each for each in range(1 - count, count))
    return [each for each in found if each == middle or values[0] < each <= values[-1]]


def _stated(spec: ChartSpec, stated: Sequence[str], context: ChartContext) -> list[Decimal]:
    try:
        found = [Decimal(each) for each in stated]
    except InvalidOperation:
        found = []
    if not found or not _rising(found):
        context.problems.error(
            spec.place,
            f'chart "{spec.id}": its classes cannot be parted at "{", ".join(stated)}"',
            "state the bounds between classes, each above the one before it, such as [10, 20, 40]; "
            "or write `classes: quantiles`, or leave them to the chart",
        )
        return []
    return found


def _rising(found: Sequence[Decimal]) -> bool:
    """Say whether bounds are numbers that can be printed, each above the one before it."""
    return all(each.is_finite() and abs(each.adjusted()) <= FARTHEST for each in found) and all(
        low < high for low, high in pairwise(found)
    )
