"""Columns with lines: takes a grid of two measures, returns series on two axes.

What the lines count has a unit and an axis of its own, whose ticks are as many as those of the
first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from builder.charts.registry import kind_of
from builder.charts.resolving.axes import aligned, beside_name, number_format
from builder.charts.resolving.category import charted, check_units, tick_run
from builder.charts.resolving.context import ChartContext, check_plotted, common_unit
from builder.charts.resolving.dates import filled, moments_of
from builder.charts.resolving.grid import Grid, colours, grid_of
from builder.charts.resolving.statistics import decimals_of
from builder.facts.nouns import unit_key
from builder.model.chart import Axis, ChartSpec, ResolvedChart, Series
from builder.model.text import Line, Run
from builder.problems import Problems


def resolve(spec: ChartSpec, bare: ResolvedChart, context: ChartContext) -> ResolvedChart | None:
    """Return the chart, its lines last; None, with problems, where it has not both."""
    problems, so_far = context.problems, len(context.problems.errors)
    own = replace(spec.second_axis, unit=unit_key(spec.second_axis.unit, context.tag))
    spec = replace(spec, second_axis=own)
    whole = _grid(spec, context)
    if whole is None:
        return None
    lined = [named.goes_by(spec.own("lines")) for named in whole.series]
    if not spec.own("lines"):
        lined = [*(False for _ in whole.series[1:]), True]
    if all(lined) or not any(lined):
        problems.error(
            spec.place,
            f'chart "{spec.id}" has no series for its {"columns" if all(lined) else "lines"}',
            "name by `lines` the series on the second axis, and leave one or more for the columns",
        )
    if spec.order != "given":
        problems.error(
            spec.place,
            f'chart "{spec.id}" asks for `order: {spec.order}`, but has two measures',
            "put the rows into order in the content, and remove `order`",
        )
    check_plotted(spec, len(whole.plotted()), len(whole.series), problems)
    if len(problems.errors) > so_far:
        return None
    whole = _filled(spec, whole, lined, context)
    first, second = (_part(whole, [each is line for each in lined]) for line in (False, True))
    kind = kind_of(spec.kind)
    moments_of(spec, whole, kind, context.tag, problems)
    lines = _charted_lines(spec, second, bare, context)
    columns = charted(spec, first, bare, context, replace(kind, in_time=""))
    if columns is None or lines is None or columns.value_axis is None:
        return None
    if not spec.claim and not any(getattr(item, "claim", "") for item in spec.title):
        problems.warning(
            spec.place,
            f'chart "{spec.id}" has a second axis, whose scale can make any two courses meet',
            "state by `claim` what the two show together, or draw two charts",
        )
    places = colours(spec, Grid(whole.categories, first.series + second.series, ()))
    held = zip((*columns.series, *lines.series), places, strict=True)
    return replace(
        columns,
        series=tuple(replace(series, colour=colour) for series, colour in held),
        lines=len(lines.series),
        value_axis=replace(
            columns.value_axis, title=_name(columns.value_axis, columns.series, context)
        ),
        second_axis=_second(spec, columns.value_axis, lines, context),
        number_format=number_format(
            replace(spec, number_format="number"), first.plotted(), context.tag
        ),
    )


def _grid(spec: ChartSpec, context: ChartContext) -> Grid | None:
    """Return the whole grid; of a table, the cells on each axis with its own unit and decimals."""
    unit = spec.second_axis.unit
    if not spec.table or (unit == spec.unit and spec.decimals is None):
        return grid_of(spec, context)
    silent = replace(context, printer=replace(context.printer, problems=Problems()))
    exact = grid_of(replace(spec, decimals=None), silent)
    if exact is None:
        return grid_of(spec, context)
    lines = spec.own("lines") or (exact.series[-1].key,)
    sides = {
        line: replace(
            spec,
            unit=unit if line else spec.unit,
            decimals=_decimals(spec, exact, [each.goes_by(lines) is line for each in exact.series]),
        )
        for line in (False, True)
    }
    return grid_of(spec, context, lambda named: sides[named.goes_by(lines)])


def runs_through(chart: ResolvedChart) -> bool:
    """Return whether lines run on through categories without a value: dates that were left out."""
    return any(name.owner is not None and name.owner.kind == "tick" for name in chart.categories)


def _filled(spec: ChartSpec, grid: Grid, lined: Sequence[bool], context: ChartContext) -> Grid:
    """Return a grid with the dates that it leaves out, through which lines run on; as it is where a
    line has a gap of its own, since no program draws both.
    """
    cells = _part(grid, lined).plotted()
    broken = any(cell.value is None for cell in cells)
    return grid if broken else filled(spec, grid, context.tag)


def _decimals(spec: ChartSpec, exact: Grid, taken: Sequence[bool]) -> int | None:
    """Return the decimals of one side: those of the chart, if a value of the side has as many.

    Whole numbers stay whole beside a rate with decimals.
    """
    values = [cell.value for cell in _part(exact, taken).plotted() if cell.value is not None]
    return None if spec.decimals is None else min(spec.decimals, decimals_of(values))


def _part(grid: Grid, taken: Sequence[bool]) -> Grid:
    rows = [at for at, each in enumerate(taken) if each]
    return Grid(
        grid.categories,
        tuple(grid.series[at] for at in rows),
        tuple(grid.cells[at] for at in rows),
    )


def _charted_lines(
    spec: ChartSpec, grid: Grid, bare: ResolvedChart, context: ChartContext
) -> ResolvedChart | None:
    unit = spec.second_axis.unit or spec.unit * bool(spec.groups)
    own = replace(spec, axis=spec.second_axis, unit=unit)
    check_units(own, grid, context.problems)
    return charted(
        own, grid, bare, context, replace(kind_of(spec.kind), from_zero=False, in_time="")
    )


def _second(
    spec: ChartSpec, beside: Axis, lines: ResolvedChart, context: ChartContext
) -> Axis | None:
    """Return the second axis; where its author states no limits, with the ticks of the first."""
    axis, stated = lines.value_axis, spec.second_axis
    if axis is None:
        return None
    title = _name(axis, lines.series, context)
    if any(limit is not None for limit in (stated.min, stated.max, stated.step)):
        return replace(axis, title=title)
    data = [datum for series in lines.series for datum in series.data]
    values = [datum.value for datum in data if datum.value is not None]
    own = replace(spec, unit=stated.unit)
    unit = common_unit(own, (datum.unit for datum in data if datum.value is not None))
    return aligned(values, beside, partial(tick_run, spec, unit, context.tag), title)


def _name(axis: Axis, series: Sequence[Series], context: ChartContext) -> Line:
    """Return what a scale is called: as its author says, or as its one series is, with its unit."""
    if axis.title or len(series) != 1:
        return axis.title
    unit = next((datum.unit for datum in series[0].data if datum.unit), "")
    said = beside_name(series[0].name.text, unit, context.tag)
    return (series[0].name, Run(said)) if said else (series[0].name,)
