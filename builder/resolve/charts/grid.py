"""The grid of a category chart: takes its specification, returns categories, series and cells.

Whether it comes from figures, groups of figures or a data file, the grid is the same from here.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from builder.language.dates import printed_date
from builder.model.chart import ChartSpec
from builder.model.figure import Moment
from builder.model.table import DataTable
from builder.model.text import Owner, Run, plain
from builder.problems import Place
from builder.resolve.cells import cell_owner
from builder.resolve.charts.context import (
    GAP,
    ChartContext,
    Named,
    Plotted,
    joined,
    plotted_cell,
    plotted_figure,
    shown,
)

_MONTH_OR_DAY: Final = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?", re.ASCII)


@dataclass(frozen=True)
class Grid:
    """Categories, series, and for each series its cells, as many as there are categories."""

    categories: tuple[Named, ...]
    series: tuple[Named, ...]
    cells: tuple[tuple[Plotted, ...], ...]

    def plotted(self) -> tuple[Plotted, ...]:
        """Return every cell, series by series."""
        return tuple(cell for row in self.cells for cell in row)


def grid_of(spec: ChartSpec, context: ChartContext) -> Grid | None:
    """Return the grid, or None with the reasons reported."""
    if spec.figures:
        return _from_figures(spec, context)
    if spec.groups:
        return _from_groups(spec, context)
    return _from_long_table(spec, context) if spec.series else _from_table(spec, context)


def _from_figures(spec: ChartSpec, context: ChartContext) -> Grid | None:
    cells = [plotted_figure(name, spec, context) for name in spec.figures]
    categories = tuple(
        Named(shown(name, joined(context.printer.label(name)), spec, context), name)
        for name in spec.figures
    )
    return _complete(spec, categories, (_only_series(spec, context),), [cells])


def _from_groups(spec: ChartSpec, context: ChartContext) -> Grid | None:
    categories = tuple(
        Named(joined(context.printer.line(text)), plain(text)) for text in spec.categories
    )
    series = tuple(
        Named(shown(name, named_run(name), spec, context), name) for name, _ in spec.groups
    )
    cells = [
        [plotted_figure(name, spec, context) for name in figures] for _, figures in spec.groups
    ]
    return _complete(spec, categories, series, cells)


def _from_table(spec: ChartSpec, context: ChartContext) -> Grid | None:
    table = context.data[spec.table]
    rows = range(len(table.rows))
    categories = tuple(_category(table, row, spec.x, spec, context) for row in rows)
    if len(spec.y) == 1 and spec.y[0] not in dict(spec.labels):
        series: tuple[Named, ...] = (_only_series(spec, context),)
    else:
        series = tuple(
            Named(
                shown(column, header(table, column), spec, context),
                column,
            )
            for column in spec.y
        )
    cells = [[plotted_cell(table, row, column, spec, context) for row in rows] for column in spec.y]
    return _complete(spec, categories, series, cells)


def _from_long_table(spec: ChartSpec, context: ChartContext) -> Grid | None:
    """Return the grid of a table with a row for each category of each series."""
    table = context.data[spec.table]
    x, by = table.columns.index(spec.x), table.columns.index(spec.series)
    first_x = {row[x]: number for number, row in reversed(list(enumerate(table.rows)))}
    first_by = {row[by]: number for number, row in reversed(list(enumerate(table.rows)))}
    names = list(dict.fromkeys(row[x] for row in table.rows))
    groups = list(dict.fromkeys(row[by] for row in table.rows))
    found: dict[tuple[str, str], Plotted | None] = {}
    for number, row in enumerate(table.rows):
        if (row[by], row[x]) in found:
            context.problems.error(
                Place(table.place.file, table.lines[number]),
                f'"{row[x]}" of "{row[by]}" stands in the table twice',
                f'chart "{spec.id}" plots one row for each: remove one of them',
            )
        found[row[by], row[x]] = plotted_cell(table, number, spec.y[0], spec, context)
    categories = tuple(_category(table, first_x[name], spec.x, spec, context) for name in names)
    series = tuple(_category(table, first_by[name], spec.series, spec, context) for name in groups)
    cells = [[found.get((group, name), GAP) for name in names] for group in groups]
    return _complete(spec, categories, series, cells)


def _complete(
    spec: ChartSpec,
    categories: tuple[Named, ...],
    series: tuple[Named, ...],
    cells: list[list[Plotted | None]],
) -> Grid | None:
    whole = [tuple(cell for cell in row if cell is not None) for row in cells]
    complete = all(len(row) == len(categories) for row in whole)
    return Grid(categories, series, tuple(whole)) if complete else None


def _only_series(spec: ChartSpec, context: ChartContext) -> Named:
    """Return the name of a chart's one series, which stands in the workbook: what it measures."""
    words = spec.subtitle or spec.title
    return Named(joined(context.printer.line(words)), spec.y[0] if spec.y else "")


def _category(
    table: DataTable, row: int, column: str, spec: ChartSpec, context: ChartContext
) -> Named:
    text = table.rows[row][table.columns.index(column)]
    written = _MONTH_OR_DAY.fullmatch(text)
    words = text
    if written:
        # A day that no calendar has stays as it is written.
        with suppress(ValueError):
            moment = Moment(*(int(part) for part in written.groups(default="0")))
            words = printed_date(moment, "short", context.tag)
    run = Run(words, owner=cell_owner(table, row, column, context.bound, as_written=True))
    return Named(shown(text, run, spec, context), text)


def header(table: DataTable, column: str) -> Run:
    """Return a column's own name as it is printed."""
    return Run(column, owner=Owner("cell", f"{table.name}!header/{column}"))


def named_run(name: str) -> Run:
    """Return words as they are written; their digits are a name of their own."""
    has_digits = any(character.isdigit() for character in name)
    return Run(name, owner=Owner("name", name) if has_digits else None)
