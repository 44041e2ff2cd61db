"""What a histogram shows: raw values in, bins and how many values fall into each out.

Each bin holds its lower bound and not its upper one. Bins are as the author states them; the last
one of those holds its upper bound too, as numpy's does. Otherwise they are about as wide as numpy's
rule `auto` makes them, and so wide that each can hold as many different values as any other: values
of so many decimals lie on a grid, of which a bin takes whole steps, and the last bound lies beyond
the greatest value. Bounds are multiples of the bins' width, unless the grid from the least value to
the greatest parts into whole bins from the least one on.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_FLOOR, Decimal, InvalidOperation
from itertools import pairwise
from typing import Final

from builder.charts.registry import kind_of
from builder.charts.resolving.annotations import annotated
from builder.charts.resolving.axes import beside_name
from builder.charts.resolving.category import charted
from builder.charts.resolving.context import NOTHING, ChartContext, NamedRun, Plotted
from builder.charts.resolving.grid import Grid, called
from builder.charts.resolving.statistics import (
    automatic_width,
    check_highlight,
    computed,
    counted,
    decimals_of,
    raw_values,
)
from builder.facts.printing import printed_quantity
from builder.facts.rounding import rounded
from builder.facts.units import CALENDAR
from builder.language.language import module_of
from builder.model.annotation import NONE, Annotations
from builder.model.chart import Axis, AxisSpec, ChartSpec, Datum, ResolvedChart
from builder.model.figure import Form
from builder.model.land import Tick
from builder.model.saying import FARTHEST
from builder.model.table import DataTable
from builder.model.text import Line, Owner, Run, named, plain

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
    plain = replace(spec, unit="", decimals=0, order="given")
    grid = _grid(plain, edges, counts, context)
    if grid is None:
        return None
    check_highlight(spec, grid.categories, context)
    chart = charted(replace(plain, annotations=()), grid, bare, context, kind_of(spec.kind))
    annotations = _annotated(spec, bare, values, edges, context)
    if chart is None or annotations is None:
        return None
    title = context.printer.line(spec.x_axis.title) or _named(spec, table, column, context)
    ticks = tuple(Tick(edge, _printed(edge, edges, spec, context)) for edge in edges)
    along = Axis(edges[0], edges[-1], edges[1] - edges[0], ticks, title)
    said = counted(chart.id, len(values), context.tag)
    reach = _reach(replace(plain, unit=_unit_of(spec, context, "")), values, context)
    return replace(
        chart,
        x_axis=along,
        reach=reach,
        annotations=annotations,
        note=(*chart.note, Run(" "), *said) if chart.note else said,
    )


def _annotated(
    spec: ChartSpec,
    bare: ResolvedChart,
    values: Sequence[Decimal],
    edges: Sequence[Decimal],
    context: ChartContext,
) -> Annotations | None:
    """Return lines and bands on the axis of what is counted; None, with a problem, for what lies
    beyond its bins.
    """
    if not spec.annotations:
        return NONE
    nameless = NamedRun(NOTHING, "")
    unit = _unit_of(spec, context, spec.unit)
    cells = tuple(Plotted(value, unit=unit, exact=value) for value in values)
    raw = Grid((nameless,) * len(cells), (nameless,), (cells,))
    found = annotated(replace(spec, axis=AxisSpec()), bare, raw, context)
    beyond = [value for value in found.values if not edges[0] <= value <= edges[-1]]
    for value in beyond:
        context.problems.error(
            spec.place,
            f'chart "{spec.id}": its bins, from {edges[0]:f} to {edges[-1]:f}, leave out '
            f"{value:f}, which an annotation names",
            "state by `bins` all their bounds, as far as it lies, or say it in the note",
        )
    return None if beyond else found


def _named(spec: ChartSpec, table: DataTable, column: str, context: ChartContext) -> Line:
    """Return what the values are, with their unit."""
    name = called(table, column, spec, context)
    said = beside_name(plain(name), spec.unit, context.tag)
    return (*name, Run(said)) if said else name


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
    finest = decimals_of([value.normalize() for value in values])
    step = _round_step(max(width, float(reach) / _MOST_BINS), finest)
    even = (reach + Decimal(1).scaleb(-finest)) % step == 0
    first = values[0] if even else (values[0] / step).to_integral_value(ROUND_FLOOR) * step
    count = int((values[-1] - first) // step) + 1
    return [first + step * at for at in range(count + 1)]


def _round_step(width: float, finest: int) -> Decimal:
    """Return the round number nearest to a width, by ratio, of no more than so many decimals; 1 for
    no width.
    """
    if not width:
        return Decimal(1)
    grid = Decimal(1).scaleb(-finest)
    power = Decimal(1).scaleb(math.floor(math.log10(max(width, float(grid)))))
    steps = [each * power for each in _STEPS]
    return min(
        (each for each in steps if decimals_of([each.normalize()]) <= finest),
        key=lambda each: abs(math.log(float(each) / width)),
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
    step, finest = edges[1] - edges[0], decimals_of([value.normalize() for value in values])
    if values and values[-1] == edges[-1] and step == Decimal(1).scaleb(-finest):
        context.problems.warning(
            spec.place,
            f'chart "{spec.id}": its last bin holds two different values, {edges[-2]:f} and '
            f"{edges[-1]:f}, where the others hold one",
            f"state a bound more, {edges[-1] + step:f}",
        )
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
    return Grid(names, (NamedRun(measure, spec.y[0]),), (tuple(cells),))


def _reach(spec: ChartSpec, values: Sequence[Decimal], context: ChartContext) -> tuple[Datum, ...]:
    """Return the least and the greatest of the values, as exactly as they are stated."""
    exact = replace(spec, decimals=None, number_format="short")
    finest = decimals_of([value.normalize() for value in values])
    ends = {"least": values[0], "greatest": values[-1]}
    found = (computed(exact, value, finest, name, context) for name, value in ends.items())
    return tuple(datum for datum in found if datum)


def _called(low: Run, high: Run, below: bool, tag: str) -> NamedRun:
    """Return the name of a bin, by its bounds."""
    phrase: str = module_of(tag, "labels").PHRASES["span_of_values"] if below else "{low}–{high}"
    text = phrase.format(low=low.text, high=high.text)
    return NamedRun(Run(text, owner=low.owner), text)


def _printed(
    edge: Decimal, edges: Sequence[Decimal], spec: ChartSpec, context: ChartContext
) -> Run:
    value = rounded(edge, decimals_of([each.normalize() for each in edges]))
    unit = _unit_of(spec, context, "")
    text = printed_quantity(value, unit, None, Form("short"), context.tag)
    return Run(text, owner=Owner("tick", spec.id))


def _unit_of(spec: ChartSpec, context: ChartContext, otherwise: str) -> str:
    """Return what stands for the unit of the values where these are years."""
    unit = context.unit_of(spec, spec.y[0])
    return unit if unit == CALENDAR else otherwise
