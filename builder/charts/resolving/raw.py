"""Raw values: takes columns of a data file, returns what they come to, to be plotted.

Quantiles are those of method 7 of Hyndman and Fan (The American Statistician 50, 1996), which
numpy and spreadsheets have by default: linear between the two values nearest to them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import ROUND_FLOOR, Decimal
from typing import Final

from builder.charts.resolving.context import ChartContext, NamedRun
from builder.charts.rows import drawn_rows
from builder.facts.cells import checked_number
from builder.facts.printing import printed_quantity
from builder.facts.rounding import decimals_as_stated, rounded
from builder.language.dates import word
from builder.model.chart import ChartSpec, Datum
from builder.model.figure import Form, FormError, form_name
from builder.model.table import DataTable
from builder.model.text import Line, Owner, Run
from builder.problems import known_names

_QUARTER, _THREE_QUARTERS = Decimal("0.25"), Decimal("0.75")
_MOST: Final = 100_000


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
