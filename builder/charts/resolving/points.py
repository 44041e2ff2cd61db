"""Scatter and bubble charts: takes columns of a data file, returns points, groups and two axes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import Final

from builder.charts.registry import kind_of
from builder.charts.resolving.annotations import annotated
from builder.charts.resolving.axes import axis_of, check_limits, number_format
from builder.charts.resolving.category import tick_run
from builder.charts.resolving.context import (
    NOTHING,
    ChartContext,
    NamedRun,
    Plotted,
    check_plotted,
    plotted_cell,
    shown,
)
from builder.charts.resolving.grid import Grid, called
from builder.charts.rows import drawn_rows
from builder.facts.cells import cell_owner
from builder.model.chart import Axis, AxisSpec, ChartSpec, Datum, Point, ResolvedChart
from builder.model.table import DataTable
from builder.model.text import Run
from builder.problems import Problems, with_article

_MOST_NAMED: Final = 15
FEWER: Final = "join groups, or leave `series` out and `highlight` what matters"


def point_chart(
    spec: ChartSpec, bare: ResolvedChart, context: ChartContext
) -> ResolvedChart | None:
    """Return the chart with everything but its texts, which `bare` has; None with problems."""
    problems = context.problems
    if not spec.table:
        problems.error(
            spec.place,
            f'chart "{spec.id}" is {with_article(spec.kind)}, which is drawn from a table',
            "name a data file by `table`, and its columns by x, y and, for bubbles, size",
        )
        return None
    table = context.data[spec.table]
    rows = drawn_rows(spec, table)
    series = _cells(table, spec.series)
    groups = list(dict.fromkeys(series[row] for row in rows)) if series else []
    cells = [_cells_of(table, row, spec, context) for row in rows]
    whole = [row for row in cells if row is not None]
    fit = check_plotted(spec, len(cells), len(groups), problems)
    if len(whole) < len(cells) or not fit:
        return None
    points = _settled(
        [
            _point(table, row, spec, groups, plotted, context)
            for row, plotted in zip(rows, whole, strict=True)
        ],
        groups,
    )
    points = _some_named(spec, points, problems)
    annotations = annotated(spec, bare, _grid(points, whole), context)
    axes = [
        _axis(
            spec,
            [row[place] for row in whole],
            stated,
            column,
            annotations.values if place else (),
            context,
        )
        for place, stated, column in ((0, spec.x_axis, spec.x), (1, spec.axis, spec.y[0]))
    ]
    if axes[0] is None or axes[1] is None:
        return None
    return replace(
        bare,
        points=points,
        groups=tuple(_group(table, name, spec, context) for name in groups),
        x_axis=axes[0],
        value_axis=axes[1],
        size_title=called(table, spec.size, spec, context),
        number_format=number_format(spec, [row[1] for row in whole], context.tag),
        annotations=annotations,
    )


def _grid(points: Sequence[Point], cells: Sequence[tuple[Plotted, ...]]) -> Grid:
    """Return points as a grid, by which annotations find them: each a category by its name."""
    names = tuple(NamedRun(point.label, point.label.text) for point in points)
    return Grid(names, (NamedRun(NOTHING, ""),), (tuple(row[1] for row in cells),))


def _cells(table: DataTable, column: str) -> list[str]:
    if not column:
        return []
    return [row[table.columns.index(column)] for row in table.rows]


def _cells_of(
    table: DataTable, row: int, spec: ChartSpec, context: ChartContext
) -> tuple[Plotted, ...] | None:
    """Return x, y and, for a bubble, size of a row; None with a problem where one is lacking."""
    columns = (spec.x, spec.y[0], *(getattr(spec, key) for key in kind_of(spec.kind).needs))
    # The unit is that of the y axis; x and sizes are printed as plain numbers.
    plain = replace(spec, unit="")
    found = [
        plotted_cell(table, row, column, spec if column == spec.y[0] else plain, context)
        for column in columns
    ]
    for column, cell in zip(columns, found, strict=True):
        if cell is None:
            continue
        wrong = "is empty" if cell.value is None else ""
        if column == spec.size and cell.value is not None and cell.value < 0:
            wrong = "is below 0, which no bubble can show"
        if wrong:
            context.problems.error(
                table.place_of(row, column),
                f'column "{column}" {wrong}',
                f'chart "{spec.id}" needs a number there: fill it in, or remove the row',
            )
            return None
    whole = tuple(cell for cell in found if cell is not None)
    return whole if len(whole) == len(columns) else None


def _point(
    table: DataTable,
    row: int,
    spec: ChartSpec,
    groups: Sequence[str],
    plotted: tuple[Plotted, ...],
    context: ChartContext,
) -> Point:
    group = table.rows[row][table.columns.index(spec.series)] if spec.series else ""
    name = table.rows[row][table.columns.index(spec.label)] if spec.label else ""
    label = NOTHING
    if name:
        owner = cell_owner(table, row, spec.label, context.bound, as_written=True)
        label = shown(name, Run(name, owner=owner), spec, context)
    shown_group = _group(table, group, spec, context).text if group else ""
    chosen = not spec.highlight or bool(
        {group, shown_group, name, label.text} & set(spec.highlight) - {""}
    )
    data = [Datum(cell.value, cell.label, chosen, cell.unit, cell.hedge) for cell in plotted]
    size = data[2] if kind_of(spec.kind).needs else None
    return Point(
        data[0], data[1], size, label, groups.index(group) if groups else 0, chosen, chosen
    )


def _settled(points: Sequence[Point], groups: Sequence[str]) -> tuple[Point, ...]:
    """Return the points with their colours settled.

    A legend says what colours mean. Where points of several groups are highlighted one by one,
    those left keep the colours of their groups, or the legend would not be true of them.
    """
    whole = {number for number in range(len(groups)) if _is_whole(points, number)}
    partly = any(point.coloured and point.group not in whole for point in points)
    if len(groups) < 2 or not partly:
        return tuple(points)
    return tuple(replace(point, coloured=True) for point in points)


def _some_named(
    spec: ChartSpec, points: tuple[Point, ...], problems: Problems
) -> tuple[Point, ...]:
    """Return the points of which only some are named, with a warning, where they are very many.

    Those are the ends of both axes and the largest; what an author highlights is named as it is.
    """
    asked = [point for point in points if point.named and point.label.text]
    if len(asked) <= _MOST_NAMED:
        return points
    values = ([p.x.value for p in asked], [p.y.value for p in asked])
    ends = {id(asked[held.index(pick(held))]) for held in values for pick in (min, max)}  # type: ignore[type-var]
    sizes = [point.size.value or Decimal(0) for point in asked if point.size is not None]
    if sizes:
        ends.add(id(asked[sizes.index(max(sizes))]))
    problems.warning(
        spec.place,
        f'chart "{spec.id}" names {len(ends)} of its {len(asked)} points, those at the ends of its '
        f"scales: more than {_MOST_NAMED} names hide what they stand beside",
        f"name by `highlight` up to {_MOST_NAMED} points that matter; the data attached to the "
        "paper names all of them",
    )
    return tuple(replace(point, named=id(point) in ends) for point in points)


def _is_whole(points: Sequence[Point], group: int) -> bool:
    return all(point.coloured for point in points if point.group == group)


def _group(table: DataTable, name: str, spec: ChartSpec, context: ChartContext) -> Run:
    row = _cells(table, spec.series).index(name)
    owner = cell_owner(table, row, spec.series, context.bound, as_written=True)
    return shown(name, Run(name, owner=owner), spec, context)


def _axis(
    spec: ChartSpec,
    cells: Sequence[Plotted],
    stated: AxisSpec,
    column: str,
    annotated: Sequence[Decimal],
    context: ChartContext,
) -> Axis | None:
    """Return an axis, called by its column where the author gives it no title.

    It holds the values of annotations too.
    """
    values = [cell.value for cell in cells if cell.value is not None] + [*annotated]
    if not check_limits(
        values,
        stated,
        from_zero=False,
        chart=spec.id,
        place=spec.place,
        problems=context.problems,
    ):
        return None
    table = context.data[spec.table]
    title = context.printer.line(stated.title) or called(table, column, spec, context)
    unit = next((cell.unit for cell in cells), "")
    printed = partial(tick_run, spec, unit, context.tag)
    return axis_of(
        values if stated.log else _padded(values),
        stated,
        printed,
        from_zero=False,
        shown=True,
        title=title,
    )


def _padded(values: Sequence[Decimal]) -> list[Decimal]:
    """Return the values with room for the marks, which are wider than their middles."""
    if not values:
        return []
    margin = (max(values) - min(values)) / 20
    low, high = min(values), max(values)
    return [low if low >= 0 and low - margin < 0 else low - margin, high + margin]
