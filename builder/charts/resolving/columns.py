"""What a column of a chart's table is called where the chart prints it."""

from __future__ import annotations

from builder.charts.resolving.context import ChartContext, shown
from builder.model.chart import ChartSpec
from builder.model.table import DataTable
from builder.model.text import Line, Owner, Run


def header(table: DataTable, column: str) -> Run:
    """Return a column's own name as it is printed."""
    return Run(column, owner=Owner("cell", f"{table.name}!header/{column}"))


def series_run(table: DataTable, column: str, spec: ChartSpec, context: ChartContext) -> Run:
    """Return what a column is called that is one of several series."""
    return _run(table, column, spec, context, "as what a series is called")


def called(table: DataTable, column: str, spec: ChartSpec, context: ChartContext) -> Line:
    """Return what a column is called on an axis; nothing for none."""
    return (_run(table, column, spec, context, "beside an axis"),) if column else ()


def _run(table: DataTable, column: str, spec: ChartSpec, context: ChartContext, where: str) -> Run:
    """Return a column's name in a chart; one that is made for machines, with an underscore, is
    told: readers should have words.
    """
    if "_" in column and column not in dict(spec.labels):
        context.problems.warning(
            spec.place,
            f'chart "{spec.id}" prints the column\'s name "{column}" {where}',
            f"say in words what it measures: labels: {{{column}: …}}",
        )
    return shown(column, header(table, column), spec, context)
