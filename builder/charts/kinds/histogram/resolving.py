"""What a histogram shows: raw values in, bins and how many values fall into each out.

Bins are as the author states them. Otherwise they are about as wide as numpy's rule `auto` makes
them, at round bounds; each holds its lower bound, the last one its upper bound too.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal, InvalidOperation
from itertools import pairwise
from typing import Final

from builder.charts.registry import kind_of
from builder.charts.resolving.category import charted
from builder.charts.resolving.context import ChartContext, Named, Plotted
from builder.charts.resolving.grid import Grid, header
from builder.charts.resolving.raw import (
    automatic_width,
    check_highlight,
    computed,
    counted,
    decimals_of,
    raw_values,
)
from builder.facts.form import Form
from builder.facts.printing import printed_quantity
from builder.facts.rounding import rounded
from builder.language.language import module_of
from builder.model.chart import Axis, ChartSpec, ResolvedChart
from builder.model.land import Tick
from builder.model.saying import FARTHEST
from builder.model.text import Owner, Run, named

BINS: Final = "bins"
"""A key that a histogram alone takes."""

_AUTO: Final = "auto"
_MOST_BINS: Final = 60
_STEPS: Final = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


def resolve(spec: ChartSpec, bare: ResolvedChart, context: ChartContext) -> ResolvedChart | None:
    """Return the chart of how many values fall into each bin; None, with problems, for none."""
    if len(spec.y) != 1 or not spec.table:
        context.problems.error(
            spec.place,
            f'chart "{spec.id}" is a histogram, which counts the values of one column',
            "name a data file by `table`, and its column of raw values by `y`",
        )
        return None
    table, column = context.data[spec.table], spec.y[0]
    held = raw_values(spec, table, column, context)
    if held is None:
        return None
    values = sorted(held.values())
    edges = _edges(spec, values, context) if values else []
    counts = _counted(values, edges)
    plain = replace(spec, unit="", decimals=0)
    grid = _grid(plain, edges, counts, context)
    if grid is None:
        return None
    check_highlight(spec, grid.categories, context)
    chart = charted(plain, grid, bare, context, kind_of(spec.kind))
    if chart is None:
        return None
    title = context.printer.line(spec.x_axis.title) or (header(table, column),)
    ticks = tuple(Tick(edge, _printed(edge, edges, spec, context)) for edge in edges)
    along = Axis(edges[0], edges[-1], edges[1] - edges[0], ticks, title)
    said = counted(chart.id, len(values), context.tag)
    return replace(chart, x_axis=along, note=(*chart.note, Run(" "), *said) if chart.note else said)


def _edges(spec: ChartSpec, values: Sequence[Decimal], context: ChartContext) -> list[Decimal]:
    """Return the bounds of the bins, from the first one's lower to the last one's upper bound."""
    stated = spec.own(BINS)
    if len(stated) > 1:
        return _stated(spec, stated, values, context)
    reach = values[-1] - values[0]
    width = automatic_width(values)
    if stated and stated != (_AUTO,):
        if not (stated[0].isdecimal() and 0 < int(stated[0]) <= _MOST_BINS):
            context.problems.error(
                spec.place,
                f'chart "{spec.id}": there are no "{stated[0]}" bins',
                f"write how many there are about, from 1 to {_MOST_BINS}; all their bounds, such "
                "as [0, 10, 20]; or leave them to the chart",
            )
            return []
        width = float(reach) / int(stated[0])
    if not decimals_of(values) and width < 1:
        width = 1.0
    step = _round_step(max(width, float(reach) / _MOST_BINS))
    first = (values[0] / step).to_integral_value(ROUND_FLOOR) * step
    count = max(1, int(((values[-1] - first) / step).to_integral_value(ROUND_CEILING)))
    return [first + step * at for at in range(count + 1)]


def _round_step(width: float) -> Decimal:
    """Return the round number nearest to a width, by ratio; 1 for none."""
    if not width:
        return Decimal(1)
    power = Decimal(1).scaleb(math.floor(math.log10(width)))
    return min(
        (each * power for each in _STEPS), key=lambda each: abs(math.log(float(each) / width))
    )


def _stated(
    spec: ChartSpec, stated: Sequence[str], values: Sequence[Decimal], context: ChartContext
) -> list[Decimal]:
    try:
        edges = [Decimal(each) for each in stated]
    except InvalidOperation:
        edges = []
    sound = all(each.is_finite() and abs(each.adjusted()) <= FARTHEST for each in edges)
    widths = {high - low for low, high in pairwise(edges)} if sound else set()
    outside = [value for value in values if edges and sound and not edges[0] <= value <= edges[-1]]
    wrong = ""
    if len(widths) != 1 or min(widths) <= 0 or len(edges) > _MOST_BINS + 1:
        wrong = f'its bins cannot begin at "{", ".join(stated)}"'
        hint = "state their bounds, each as far above the one before it, such as [0, 10, 20, 30]"
    elif outside:
        wrong = f"its bins leave out {len(outside)} values, such as {outside[0]:f}"
        hint = "state bounds that hold every value, or leave rows out of the table"
    if wrong:
        context.problems.error(spec.place, f'chart "{spec.id}": {wrong}', hint)
        return []
    return edges


def _counted(values: Sequence[Decimal], edges: Sequence[Decimal]) -> list[int]:
    """Return how many values fall into each bin; a bound belongs to the bin above it, if any."""
    counts = [0] * max(0, len(edges) - 1)
    for value in values if counts else ():
        counts[min(bisect_right(edges, value), len(counts)) - 1] += 1
    return counts


def _grid(
    spec: ChartSpec, edges: Sequence[Decimal], counts: Sequence[int], context: ChartContext
) -> Grid | None:
    if not counts:
        if not context.problems.errors:
            context.problems.error(
                spec.place,
                f'chart "{spec.id}" has no values to plot',
                f'fill in the column "{spec.y[0]}" of "{spec.table}"',
            )
        return None
    cells = []
    for at, count in enumerate(counts, 1):
        datum = computed(spec, Decimal(count), 0, f"bin/{at}", context)
        if datum is None:
            return None
        cells.append(Plotted(datum.value, datum.label))
    bounds = [_printed(edge, edges, spec, context) for edge in edges]
    names = tuple(_called(*pair, edges[0] < 0, context.tag) for pair in pairwise(bounds))
    words = context.printer.line(spec.subtitle or spec.title)
    measure = named("".join(run.text for run in words if run.note is None))
    return Grid(names, (Named(measure, spec.y[0]),), (tuple(cells),))


def _called(low: Run, high: Run, below: bool, tag: str) -> Named:
    """Return the name of a bin, by its bounds."""
    phrase: str = module_of(tag, "charts").PHRASES["span_of_values"] if below else "{low}–{high}"
    text = phrase.format(low=low.text, high=high.text)
    return Named(Run(text, owner=low.owner), text)


def _printed(
    edge: Decimal, edges: Sequence[Decimal], spec: ChartSpec, context: ChartContext
) -> Run:
    text = printed_quantity(
        rounded(edge, decimals_of([each.normalize() for each in edges])), "", None, Form("short"),
        context.tag,
    )  # fmt: skip
    return Run(text, owner=Owner("tick", spec.id))
