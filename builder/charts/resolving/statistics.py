"""What columns of raw values come to, to be plotted; and what parts the classes of values: bounds
as stated, by quantiles, or at even steps.

Quantiles are those of method 7 of Hyndman and Fan (The American Statistician 50, 1996), which numpy
and spreadsheets have by default: linear between the two values nearest to them.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal, InvalidOperation
from functools import partial
from itertools import pairwise
from typing import Final

from builder.charts.registry import KindKey
from builder.charts.resolving.axes import nice_step
from builder.charts.resolving.category import tick_run
from builder.charts.resolving.context import ChartContext, NamedRun, common_unit
from builder.charts.rows import drawn_rows
from builder.facts.cells import checked_number
from builder.facts.printing import printed_quantity
from builder.facts.rounding import decimals_as_stated, rounded
from builder.language.dates import word
from builder.model.chart import ChartSpec, Datum, ResolvedChart
from builder.model.figure import Form, FormError, form_name
from builder.model.land import Tick
from builder.model.saying import FARTHEST
from builder.model.table import DataTable
from builder.model.text import Line, Owner, Run
from builder.problems import known_names
from builder.theme.ramp import MOST, PLAIN

_QUARTER, _THREE_QUARTERS = Decimal("0.25"), Decimal("0.75")
_MOST: Final = 100_000
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


def raw_values(
    spec: ChartSpec, table: DataTable, column: str, context: ChartContext
) -> dict[int, Decimal] | None:
    """Return the numbers of a column by their rows, empty cells left out; None with problems."""
    at = table.columns.index(column)
    filled = [row for row in drawn_rows(spec, table) if table.rows[row][at].strip()]
    if len(filled) > _MOST:
        context.problems.error(
            spec.place,
            f'chart "{spec.id}" counts {len(filled):,} values',
            f"at most {_MOST:,} are counted: count them elsewhere, and plot the counts",
        )
        return None
    found = {row: checked_number(table, row, column, context.problems) for row in filled}
    whole = {row: value for row, value in found.items() if value is not None}
    return whole if len(whole) == len(found) else None


def decimals_of(values: Sequence[Decimal]) -> int:
    """Return the most decimals that a value has."""
    return max((decimals_as_stated(value) for value in values), default=0)


def quantile(ordered: Sequence[Decimal], share: Decimal) -> Decimal:
    """Return what so much of some values, from the least on, is not above (method 7)."""
    place = share * (len(ordered) - 1)
    low = int(place.to_integral_value(ROUND_FLOOR))
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def automatic_width(ordered: Sequence[Decimal]) -> float:
    """Return how wide bins are by numpy's rule `auto`; 0 for values that are all equal.

    That is the lesser of Sturges' width, and of Freedman and Diaconis' as long as it makes no more
    than twice as many bins as the root of the number of values.
    """
    reach, count = float(ordered[-1] - ordered[0]), len(ordered)
    middle = float(quantile(ordered, _THREE_QUARTERS) - quantile(ordered, _QUARTER))
    freedman_diaconis = 2 * middle / math.cbrt(count)
    rooted = reach / math.sqrt(count) / 2
    return min(max(freedman_diaconis, rooted), reach / (math.log2(count) + 1))


def computed(
    spec: ChartSpec, value: Decimal, decimals: int, owner: str, context: ChartContext
) -> Datum | None:
    """Return a number that the chart itself computes, rounded and printed; None with a problem.

    `owner` says which of its numbers it is, as `bin/3`.
    """
    shown = rounded(value, decimals if spec.decimals is None else spec.decimals)
    try:
        text = printed_quantity(shown, spec.unit, None, Form(spec.number_format), context.tag)
    except FormError as error:
        context.problems.error(spec.place, f'chart "{spec.id}": {error.found}', error.hint)
        return None
    held = Owner("cell", f"{spec.id}!{owner}", form_name((spec.number_format,)))
    return Datum(shown, Run(text, owner=held), emphasised=True, unit=spec.unit)


def check_highlight(spec: ChartSpec, names: Sequence[NamedRun], context: ChartContext) -> None:
    """Report words of `highlight` that nothing counted goes by."""
    known = list(dict.fromkeys(word for each in names for word in each.names))
    for chosen in spec.highlight:
        if chosen not in known:
            context.problems.error(
                spec.place,
                f'chart "{spec.id}": nothing in it is called "{chosen}", to be highlighted',
                known_names(chosen, known),
            )


def counted(chart: str, count: int, tag: str) -> Line:
    """Return how many values there are, in words of a language."""
    text = printed_quantity(Decimal(count), "", None, Form("short"), tag)
    owned = Run(text, owner=Owner("cell", f"{chart}!values"))
    before, after = word(tag, "values_counted", count="\0").split("\0")
    return tuple(run for run in (Run(before), owned, Run(after)) if run.text)


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
    unit = common_unit(
        spec, (d.unit for row in chart.series for d in row.data if d.value is not None)
    )
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
