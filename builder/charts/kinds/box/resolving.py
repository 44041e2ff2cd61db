"""What a box plot shows: raw values in, by group their quartiles, whiskers and outliers out.

Whiskers reach to the farthest values that lie within one and a half lengths of the box (Tukey,
Exploratory Data Analysis, 1977); what lies beyond is a dot. Groups of few values are dots alone,
since no quartiles can be told of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import Final, NamedTuple

from builder.charts.registry import kind_of
from builder.charts.resolving.axes import axis_of, check_limits
from builder.charts.resolving.category import charted, tick_run
from builder.charts.resolving.context import GAP, ChartContext, NamedRun, Plotted
from builder.charts.resolving.grid import Grid, category_of, emphasised, ordered, series_run
from builder.charts.resolving.statistics import (
    check_highlight,
    computed,
    counted,
    decimals_of,
    quantile,
    raw_values,
)
from builder.facts.units import CALENDAR
from builder.language.dates import word
from builder.model.chart import ChartSpec, Datum, Point, ResolvedChart
from builder.model.text import Line, Run

LOW, HIGH, FIRST, THIRD, MEDIAN = range(5)
"""The series in order: ends of whiskers, quartiles, median."""

_FEW: Final = 5
_REACH: Final = Decimal("1.5")
_SHARES: Final = (Decimal("0.25"), Decimal("0.75"), Decimal("0.5"))


class _Group(NamedTuple):
    """A group: its name, its five numbers (None where its values are few), and what is a dot."""

    name: NamedRun
    numbers: tuple[Decimal, ...] | None
    beyond: tuple[Decimal, ...]


def resolve(spec: ChartSpec, bare: ResolvedChart, context: ChartContext) -> ResolvedChart | None:
    """Return the chart of quartiles by group; None, with problems, where there are none."""
    values = _values(spec, context)
    if values is None:
        return None
    if all(context.unit_of(spec, column) == CALENDAR for column in spec.y):
        spec = replace(spec, unit=CALENDAR)
    groups = [_group(name, sorted(each)) for name, each in values if each]
    if not any(group.numbers for group in groups):
        context.problems.error(
            spec.place,
            f'chart "{spec.id}" has no group of {_FEW} values, and no quartiles of fewer',
            "show the values themselves, by a dot_plot or a bar chart",
        )
        return None
    finest = decimals_of([value for _, each in values for value in each])
    grid = _grid(spec, groups, finest, context)
    if grid is None:
        return None
    check_highlight(spec, grid.categories, context)
    grid = ordered(spec, grid)
    given = replace(spec, order="given")
    chart = charted(given, grid, bare, context, kind_of(spec.kind))
    points = _points(spec, grid, groups, finest, context)
    every = [value for _, each in values for value in each]
    every += chart.annotations.values if chart is not None else ()
    if chart is None or not check_limits(
        every, spec.axis, from_zero=False, chart=spec.id, place=spec.place,
        problems=context.problems,
    ):  # fmt: skip
        return None
    printed = partial(tick_run, spec, spec.unit, context.tag)
    title = context.printer.line(spec.axis.title) or _measured(spec, context)
    return replace(
        chart,
        series=tuple(replace(series, colour=0) for series in chart.series),
        points=points,
        groups=(Run(_words(context)[-1]),),
        value_axis=axis_of(every, spec.axis, printed, from_zero=False, shown=True, title=title),
        note=_note(chart, sum(len(each) for _, each in values), context),
    )


def _measured(spec: ChartSpec, context: ChartContext) -> Line:
    """Return what the one column of values is called, where it has a label."""
    label = dict(spec.labels).get(spec.y[0], ()) if spec.x else ()
    return context.printer.line(label)


def _words(context: ChartContext) -> list[str]:
    return word(context.tag, "box_series").split(" | ")


def _note(chart: ResolvedChart, count: int, context: ChartContext) -> Line:
    """Return the note with what boxes show, and how many values there are."""
    said = (Run(word(context.tag, "box_note") + " "), *counted(chart.id, count, context.tag))
    return (*chart.note, Run(" "), *said) if chart.note else said


def _values(spec: ChartSpec, context: ChartContext) -> list[tuple[NamedRun, list[Decimal]]] | None:
    """Return each group with its values: of a column by another, or of each column."""
    if not spec.table or (spec.x and len(spec.y) != 1):
        context.problems.error(
            spec.place,
            f'chart "{spec.id}" is a box plot, which is drawn from raw values of a table',
            "name by `y` the column of values, and by `x` that of their groups; or by `y` a column "
            "for each group",
        )
        return None
    table = context.data[spec.table]
    columns = {column: raw_values(spec, table, column, context) for column in spec.y}
    if any(held is None for held in columns.values()):
        return None
    if not spec.x:
        return [
            (
                NamedRun(series_run(table, column, spec, context), column),
                [*held.values()],
            )
            for column, held in columns.items()
            if held is not None
        ]
    at = table.columns.index(spec.x)
    groups: dict[str, tuple[NamedRun, list[Decimal]]] = {}
    for row, value in (columns[spec.y[0]] or {}).items():
        key = table.rows[row][at]
        if key not in groups:
            groups[key] = category_of(table, row, spec.x, spec, context), []
        groups[key][1].append(value)
    return [*groups.values()]


def _group(name: NamedRun, values: Sequence[Decimal]) -> _Group:
    """Return a group by its values, from the least on."""
    if len(values) < _FEW:
        return _Group(name, None, tuple(values))
    first, third, median = (quantile(values, share) for share in _SHARES)
    reach = _REACH * (third - first)
    # Where no value lies between a quartile and the end of its reach, there is no whisker.
    within = [first, third, *(v for v in values if first - reach <= v <= third + reach)]
    beyond = tuple(value for value in values if not first - reach <= value <= third + reach)
    return _Group(name, (min(within), max(within), first, third, median), beyond)


def _grid(
    spec: ChartSpec, groups: Sequence[_Group], finest: int, context: ChartContext
) -> Grid | None:
    names = tuple(NamedRun(Run(each), each) for each in _words(context)[:-1])
    rows = []
    for at in range(len(names)):
        row = []
        for number, group in enumerate(groups, 1):
            if group.numbers is None:
                row.append(GAP)
                continue
            # A quartile between two values needs a digit more than they have.
            decimals = min(decimals_of([group.numbers[at].normalize()]), finest + 1)
            owner = f"box/{number}/{at + 1}"
            datum = computed(spec, group.numbers[at], decimals, owner, context)
            if datum is None:
                return None
            row.append(Plotted(datum.value, datum.label, spec.unit))
        rows.append(tuple(row))
    return Grid(tuple(group.name for group in groups), names, tuple(rows))


def _points(
    spec: ChartSpec,
    grid: Grid,
    groups: Sequence[_Group],
    finest: int,
    context: ChartContext,
) -> tuple[Point, ...]:
    """Return what is a dot, each with the number of its row."""
    places = {named.key: place for place, named in enumerate(grid.categories)}
    found = []
    for number, group in enumerate(groups, 1):
        place = places[group.name.key]
        lit = emphasised(spec, grid, 0, place)
        for at, value in enumerate(group.beyond, 1):
            datum = computed(spec, value, finest, f"box/{number}/beyond/{at}", context)
            if datum is not None:
                y = Datum(Decimal(place), Run(""))
                found.append(
                    Point(
                        replace(datum, emphasised=lit), y, None, group.name.run, 0, lit, named=False
                    )
                )
    return tuple(found)
