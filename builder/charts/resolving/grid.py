"""The grid of a category chart: takes its specification, returns categories, series and cells; and
what a column of its table is called where the chart prints it.

Whether it comes from figures, groups of figures or a data file, the grid is the same from here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import TypeAlias

from builder.charts.registry import kind_of
from builder.charts.resolving.context import (
    GAP,
    ChartContext,
    NamedRun,
    Plotted,
    joined,
    plotted_cell,
    plotted_figure,
    shown,
)
from builder.charts.rows import drawn_rows
from builder.facts.cells import cell_owner, dated, is_printed_as_date, unclear
from builder.facts.rounding import decimals_as_stated
from builder.frozen import dataclass
from builder.language.dates import printed_date
from builder.language.language import language_of
from builder.model.chart import MUTED, ChartSpec
from builder.model.table import DataTable
from builder.model.text import Line, Owner, Run, named, plain

Own: TypeAlias = Callable[[NamedRun], ChartSpec]


@dataclass(frozen=True)
class Grid:
    """Categories, series, and for each series its cells, as many as there are categories."""

    categories: tuple[NamedRun, ...]
    series: tuple[NamedRun, ...]
    cells: tuple[tuple[Plotted, ...], ...]

    def plotted(self) -> tuple[Plotted, ...]:
        """Return every cell, series by series."""
        return tuple(cell for row in self.cells for cell in row)


def grid_of(spec: ChartSpec, context: ChartContext, own: Own | None = None) -> Grid | None:
    """Return the grid, or None with the reasons reported.

    `own` gives the specification by which the cells of a series are printed, where it is another.
    """
    if spec.figures:
        return _from_figures(spec, context)
    if spec.groups:
        return _from_groups(spec, context)
    if kind_of(spec.kind).in_time and not are_told(spec, spec.x, context):
        return None
    of = own or (lambda _: spec)
    return _from_long_table(spec, context, of) if spec.series else _from_table(spec, context, of)


def are_told(spec: ChartSpec, column: str, context: ChartContext) -> bool:
    """Return whether all dates of a column are; report the first that can be read in two ways, or
    in none: what stands in time is never placed as if it were a name.
    """
    table = context.data[spec.table]
    found = unclear(table, column, context.tag)
    if found:
        row, what, hint = found
        context.problems.error(table.place_of(row, column), what, hint)
    return not found


def category_of(
    table: DataTable, row: int, column: str, spec: ChartSpec, context: ChartContext
) -> NamedRun:
    """Return what a row is called by a column: a date in words, else what is written there."""
    text = table.rows[row][table.columns.index(column)]
    when = dated(table, row, column, context.tag)
    printed = when is not None and when.month and is_printed_as_date(text)
    words = printed_date(when, "short", context.tag) if when and printed else text
    run = Run(words, owner=cell_owner(table, row, column, context.bound, as_written=True))
    return NamedRun(shown(text, run, spec, context), text, when)


def emphasised(spec: ChartSpec, grid: Grid, series: int, category: int) -> bool:
    """Return whether a cell stands out: all do where the author highlights nothing."""
    chosen = set(spec.highlight)
    if not chosen:
        return True
    return (
        grid.series[series].goes_by(chosen)
        or grid.categories[category].goes_by(chosen)
        or grid.cells[series][category].figure in chosen
    )


def colours(spec: ChartSpec, grid: Grid) -> tuple[int, ...]:
    """Return each series' place in the palette.

    Where the author highlights series, those take the first places and the rest are muted.
    """
    chosen = [series.goes_by(spec.highlight) for series in grid.series]
    if not any(chosen):
        return tuple(range(len(grid.series)))
    places = iter(range(len(grid.series)))
    return tuple(next(places) if mark else MUTED for mark in chosen)


def ordered(spec: ChartSpec, grid: Grid, *, by_last: bool = False) -> Grid:
    """Return a grid whose categories stand in the order that the chart states: that of their sums,
    or of their values in the last series.
    """
    if spec.order == "given":
        return grid
    rows = grid.cells[-1:] if by_last else grid.cells
    sums = [_sum(rows, number) for number in range(len(grid.categories))]
    empty = [number for number, total in enumerate(sums) if total is None]
    filled = [(total, number) for number, total in enumerate(sums) if total is not None]
    filled.sort(key=lambda pair: pair[0], reverse=spec.order == "descending")
    places = [number for _, number in filled] + empty
    return Grid(
        tuple(grid.categories[number] for number in places),
        grid.series,
        tuple(tuple(row[number] for number in places) for row in grid.cells),
    )


def header(table: DataTable, column: str) -> Run:
    """Return a column's own name as it is printed."""
    return Run(column, owner=Owner("cell", f"{table.name}!header/{column}"))


def series_run(table: DataTable, column: str, spec: ChartSpec, context: ChartContext) -> Run:
    """Return what a column is called that is one of several series."""
    return _run(table, column, spec, context, "as what a series is called")


def called(table: DataTable, column: str, spec: ChartSpec, context: ChartContext) -> Line:
    """Return what a column is called on an axis; nothing for none.

    That is a noun: one without its capital, in a language that writes it, is told.
    """
    if not column:
        return ()
    run = _run(table, column, spec, context, "beside an axis")
    noun = language_of(context.tag).capital_nouns and "_" not in column
    if noun and run.text == column and column[:1].islower():
        _tell(column, spec, context, "beside an axis")
    return (run,)


def _from_figures(spec: ChartSpec, context: ChartContext) -> Grid | None:
    cells = [plotted_figure(name, spec, context) for name in spec.figures]
    categories = tuple(
        NamedRun(shown(name, joined(context.printer.label(name)), spec, context), name)
        for name in spec.figures
    )
    return _complete(spec, categories, (_only_series(spec, context),), [cells])


def _from_groups(spec: ChartSpec, context: ChartContext) -> Grid | None:
    categories = tuple(
        NamedRun(joined(context.printer.line(text)), plain(text)) for text in spec.categories
    )
    series = tuple(
        NamedRun(shown(name, named(name), spec, context), name) for name, _ in spec.groups
    )
    cells = [
        [plotted_figure(name, spec, context) for name in figures] for _, figures in spec.groups
    ]
    return _complete(spec, categories, series, cells)


def _from_table(spec: ChartSpec, context: ChartContext, own: Own) -> Grid | None:
    table = context.data[spec.table]
    rows = drawn_rows(spec, table)
    categories = tuple(category_of(table, row, spec.x, spec, context) for row in rows)
    if len(spec.y) == 1 and spec.y[0] not in dict(spec.labels):
        series: tuple[NamedRun, ...] = (_only_series(spec, context),)
    else:
        series = tuple(
            NamedRun(series_run(table, column, spec, context), column) for column in spec.y
        )
    cells = [
        [plotted_cell(table, row, column, own(each), context, needed) for row in rows]
        for column, each in zip(spec.y, series, strict=True)
        for needed in (_needed(table, rows, column, context),)
    ]
    return _complete(spec, categories, series, cells)


def _from_long_table(spec: ChartSpec, context: ChartContext, own: Own) -> Grid | None:
    """Return the grid of a table with a row for each category of each series."""
    table = context.data[spec.table]
    x, by = table.columns.index(spec.x), table.columns.index(spec.series)
    rows = {number: table.rows[number] for number in drawn_rows(spec, table)}
    first_x = {row[x]: number for number, row in reversed(rows.items())}
    first_by = {row[by]: number for number, row in reversed(rows.items())}
    names = list(dict.fromkeys(row[x] for row in rows.values()))
    groups = list(dict.fromkeys(row[by] for row in rows.values()))
    series = tuple(
        category_of(table, first_by[name], spec.series, spec, context) for name in groups
    )
    printed = {name: own(each) for name, each in zip(groups, series, strict=True)}
    found: dict[tuple[str, str], Plotted | None] = {}
    column = spec.y[0]
    needed = {
        group: _needed(table, [at for at, row in rows.items() if row[by] == group], column, context)
        for group in groups
    }
    for number, row in rows.items():
        if (row[by], row[x]) in found:
            context.problems.error(
                table.place_of(number),
                f'"{row[x]}" of "{row[by]}" stands in the table twice',
                f'chart "{spec.id}" plots one row for each: remove one of them',
            )
        found[row[by], row[x]] = plotted_cell(
            table, number, column, printed[row[by]], context, needed[row[by]]
        )
    categories = tuple(category_of(table, first_x[name], spec.x, spec, context) for name in names)
    cells = [[found.get((group, name), GAP) for name in names] for group in groups]
    return _complete(spec, categories, series, cells)


def _needed(
    table: DataTable, rows: Iterable[int], column: str, context: ChartContext
) -> int | None:
    """Return how many decimals the cells of a series need, where some are typed with more: one of
    *31.0* beside *27* and *22* is no more exact than these. None where all have them, which an
    author means, or none has more.
    """
    places = [(row, table.number(row, column)) for row in rows]
    bound, name = context.bound, table.name
    values = [
        value for row, value in places if value is not None and (name, row, column) not in bound
    ]
    stated = {decimals_as_stated(value) for value in values}
    if len(stated) < 2:
        return None
    needed = max(decimals_as_stated(value.normalize()) for value in values)
    return needed if max(stated) > needed else None


def _complete(
    spec: ChartSpec,
    categories: tuple[NamedRun, ...],
    series: tuple[NamedRun, ...],
    cells: list[list[Plotted | None]],
) -> Grid | None:
    whole = [tuple(cell for cell in row if cell is not None) for row in cells]
    complete = all(len(row) == len(categories) for row in whole)
    return Grid(categories, series, tuple(whole)) if complete else None


def _only_series(spec: ChartSpec, context: ChartContext) -> NamedRun:
    """Return the name of a chart's one series, which stands in the workbook: what it measures."""
    words = context.printer.line(spec.subtitle or spec.title)
    # A figure in it is not all of it: as a name it owns its digits.
    name = named("".join(run.text for run in words if run.note is None))
    return NamedRun(name, spec.y[0] if spec.y else "")


def _sum(rows: Sequence[Sequence[Plotted]], category: int) -> Decimal | None:
    values: Sequence[Decimal] = [
        row[category].value or Decimal(0) for row in rows if row[category].value is not None
    ]
    return sum(values, Decimal(0)) if values else None


def _run(table: DataTable, column: str, spec: ChartSpec, context: ChartContext, where: str) -> Run:
    """Return a column's name in a chart. One that is made for machines, with an underscore or in
    small letters alone, has the words of the head that the briefing's tables print over it; one
    with an underscore that has none is told: readers should have words.
    """
    machines = "_" in column or column.islower()
    head = context.heads.get((table.name, column)) if machines else None
    if head and column not in dict(spec.labels):
        return joined(context.printer.line(head))
    if "_" in column and column not in dict(spec.labels):
        _tell(column, spec, context, where)
    return shown(column, header(table, column), spec, context)


def _tell(column: str, spec: ChartSpec, context: ChartContext, where: str) -> None:
    context.problems.warning(
        spec.place,
        f'chart "{spec.id}" prints the column\'s name "{column}" {where}',
        f"say in words what it measures: labels: {{{column}: …}}",
    )
