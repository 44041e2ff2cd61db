"""Charts that plot values over categories: order, axis, labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import Final

from builder.charts.registry import ChartType, kind_of
from builder.charts.resolving.annotations import annotated
from builder.charts.resolving.axes import axis_of, check_limits, number_format
from builder.charts.resolving.context import (
    ChartContext,
    check_plotted,
    common_unit,
    twice,
    warn_equal,
)
from builder.charts.resolving.dates import are_ordered, check_ordered, filled, moments_of
from builder.charts.resolving.gaps import check_gaps, said_of_gaps
from builder.charts.resolving.grid import Grid, colours, emphasised, grid_of, ordered
from builder.charts.resolving.sums import totals_of
from builder.charts.resolving.wholes import check_shares
from builder.facts.printing import printed_quantity
from builder.facts.units import CALENDAR, PER_CENT
from builder.model.chart import MUTED, Axis, ChartSpec, Datum, ResolvedChart, Series
from builder.model.figure import Form
from builder.model.text import Owner, Run
from builder.problems import Problems, with_article

_WHOLE: Final = Decimal(100)
_MOST_BESIDE: Final = 10
"""Names that stand beside one another's marks: as many lines of text as a plot is high."""


def category_chart(
    spec: ChartSpec, bare: ResolvedChart, context: ChartContext
) -> ResolvedChart | None:
    """Return the chart with everything but its texts, which `bare` has; None with problems."""
    grid = grid_of(spec, context)
    return None if grid is None else charted(spec, grid, bare, context, kind_of(spec.kind))


def charted(
    spec: ChartSpec, grid: Grid, bare: ResolvedChart, context: ChartContext, kind: ChartType
) -> ResolvedChart | None:
    """Return the chart of a grid as a kind plots it; None with problems."""
    so_far = len(context.problems.errors)
    _check(spec, grid, context, kind)
    if len(context.problems.errors) == so_far:
        check_shares(spec, grid, context)
    if len(context.problems.errors) > so_far:
        return None
    grid = ordered(spec, grid, by_last=kind.two_ended)
    missing = said_of_gaps(grid, kind, context)  # not of categories that are filled in
    if kind.in_time == "filled":
        grid = filled(spec, grid, context.tag)
    moments = moments_of(spec, grid, kind, context.tag, context.problems)
    annotations = annotated(spec, bare, grid, context)
    axis = None if kind.whole else _axis(spec, grid, annotations.values, context, kind)
    if len(context.problems.errors) > so_far:
        return None
    series = tuple(
        Series(
            named.run,
            tuple(
                Datum(
                    cell.value,
                    cell.label,
                    emphasised(spec, grid, row, column),
                    cell.unit,
                    cell.hedge,
                )
                for column, cell in enumerate(grid.cells[row])
            ),
            colour,
        )
        for row, (named, colour) in enumerate(zip(grid.series, colours(spec, grid), strict=True))
    )
    return replace(
        bare,
        categories=tuple(named.run for named in grid.categories),
        series=series,
        moments=moments,
        totals=totals_of(spec, grid, context) if kind.totalled else (),
        value_axis=axis,
        centre=_centre(spec, grid) if kind.whole else (),
        number_format=number_format(spec, grid.plotted(), context.tag),
        annotations=replace(annotations, told=(missing, *annotations.told))
        if missing
        else annotations,
        note=(*bare.note, *((Run(" "),) if bare.note and missing else ()), *missing),
        ordered=are_ordered(spec, grid, kind),
    )


def tick_run(spec: ChartSpec, unit: str, tag: str, value: Decimal) -> Run:
    """Return an axis tick as printed: shares with their sign, years, all else as plain numbers."""
    said = unit if unit in (PER_CENT, CALENDAR) else ""
    text = printed_quantity(value, said, None, Form("short"), tag)
    return Run(text, owner=Owner("tick", spec.id))


def check_units(spec: ChartSpec, grid: Grid, problems: Problems) -> None:
    """Report cells of several units, for which the author states no common one."""
    filled = [cell for cell in grid.plotted() if cell.value is not None]
    units = list(dict.fromkeys("" if cell.unit == CALENDAR else cell.unit for cell in filled))
    if len(units) > 1 and not spec.unit:
        named = ", ".join(f'"{unit}"' if unit else "no unit" for unit in units)
        problems.error(
            spec.place,
            f'chart "{spec.id}" mixes units: {named}',
            "plot figures of one unit, or state by `unit:` what they are all counted in",
        )


def check_single(spec: ChartSpec, grid: Grid, problems: Problems) -> None:
    """Report a chart of a kind that shows one series, but has several."""
    if len(grid.series) > 1:
        problems.error(
            spec.place,
            f'chart "{spec.id}" has {len(grid.series)} series, but '
            f"{with_article(spec.kind)} shows one",
            "use grouped, stacked, line or area",
        )


def _check(spec: ChartSpec, grid: Grid, context: ChartContext, kind: ChartType) -> None:
    place, problems = spec.place, context.problems
    filled = [cell for cell in grid.plotted() if cell.value is not None]
    check_ordered(spec, grid, problems)
    check_plotted(spec, len(filled), _colours_needed(spec, grid, kind), problems)
    check_units(spec, grid, problems)
    _check_names(spec, grid, problems)
    check_gaps(spec, grid, kind, problems)
    if kind.single:
        check_single(spec, grid, problems)
    if kind.whole and any(cell.value <= 0 for cell in filled if cell.value is not None):
        problems.error(
            place,
            f'chart "{spec.id}" has a part that is not above 0',
            "a doughnut shows parts of a whole: leave it out, or use a bar chart",
        )
    if kind.in_shares:
        _check_wholes(spec, grid, problems)
    if not kind.whole and filled:
        check_limits(
            _extents(spec, grid),
            spec.axis,
            from_zero=kind.from_zero,
            chart=spec.id,
            place=place,
            problems=problems,
        )


def _colours_needed(spec: ChartSpec, grid: Grid, kind: ChartType) -> int:
    """Return how many colours must be told apart: none of the series that a highlight greys, where
    a name stands beside each, and as many as names have room.
    """
    if kind.whole:
        return len(grid.categories)
    lit = [place for place in colours(spec, grid) if place != MUTED]
    if kind.named_beside and len(lit) < len(grid.series) <= _MOST_BESIDE:
        return len(lit)
    return len(grid.series) * (kind.distinct and not are_ordered(spec, grid, kind))


def _check_names(spec: ChartSpec, grid: Grid, problems: Problems) -> None:
    """Report series that readers cannot tell apart by their names, and warn of such categories."""
    for name in twice(named.run.text for named in grid.series):
        problems.error(
            spec.place,
            f'chart "{spec.id}" has two series called "{name}"',
            "give each its own name by `labels`",
        )
    names = (named.run.text for named in grid.categories)
    warn_equal(spec, "categories", names, problems)


def _check_wholes(spec: ChartSpec, grid: Grid, problems: Problems) -> None:
    """Report categories that no shares can be told of."""
    for number, category in enumerate(grid.categories):
        values = [row[number].value for row in grid.cells if row[number].value is not None]
        below = any(value < 0 for value in values if value is not None)
        if below or (values and not any(values)):
            why = "has a part below 0" if below else "comes to 0"
            problems.error(
                spec.place,
                f'chart "{spec.id}" shows shares, but "{category.run.text}" {why}',
                "leave the category out, or show the values themselves, as stacks",
            )


def _extents(spec: ChartSpec, grid: Grid) -> list[Decimal]:
    """Return the values that the axis must hold; of stacks their ends above and below zero."""
    kind = kind_of(spec.kind)
    if kind.in_shares:
        return [Decimal(0), _WHOLE]
    if not kind.adds_up:
        return [cell.value for cell in grid.plotted() if cell.value is not None]
    columns = [
        [row[i].value or Decimal(0) for row in grid.cells] for i in range(len(grid.categories))
    ]
    above = [sum((v for v in column if v > 0), Decimal(0)) for column in columns]
    below = [sum((v for v in column if v < 0), Decimal(0)) for column in columns]
    return above + below


def _axis(
    spec: ChartSpec, grid: Grid, more: Sequence[Decimal], context: ChartContext, kind: ChartType
) -> Axis:
    filled = (cell.unit for cell in grid.plotted() if cell.value is not None)
    unit = PER_CENT if kind.in_shares else common_unit(spec, filled)
    return axis_of(
        [*_extents(spec, grid), *more],
        spec.axis,
        partial(tick_run, spec, unit, context.tag),
        from_zero=kind.from_zero,
        placed=kind.placed,
        shown=not kind.labelled,
        title=context.printer.line(spec.axis.title),
    )


def _centre(spec: ChartSpec, grid: Grid) -> tuple[Run, ...]:
    """Return the value and name of the one part that is highlighted."""
    chosen = [number for number in range(len(grid.categories)) if emphasised(spec, grid, 0, number)]
    if not spec.highlight or len(chosen) != 1:
        return ()
    return grid.cells[0][chosen[0]].label, grid.categories[chosen[0]].run
