"""Rows of a table that a chart draws: takes what it leaves out, returns the others' numbers.

A row goes by its cells in the columns by which the chart names its marks, and by that in the
table's first column.
"""

from __future__ import annotations

from builder.model.chart import ChartSpec
from builder.model.table import DataTable


def names_of(spec: ChartSpec, table: DataTable, row: int) -> tuple[str, ...]:
    """Return what a row (from 0) goes by."""
    naming = (spec.label or spec.x, spec.series, table.columns[0])
    return tuple(
        table.rows[row][table.columns.index(column)]
        for column in dict.fromkeys(naming)
        if column in table.columns
    )


def drawn_rows(spec: ChartSpec, table: DataTable) -> tuple[int, ...]:
    """Return the rows (from 0) that a chart draws: all but those that go by its `without`."""
    left = frozenset(spec.without)
    rows = range(len(table.rows))
    if not left:
        return tuple(rows)
    return tuple(row for row in rows if left.isdisjoint(names_of(spec, table, row)))
