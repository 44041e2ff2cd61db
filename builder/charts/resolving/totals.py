"""Totals among their parts: takes a chart and its table, warns of a bar of all beside bars of some.

What is called a total and lies among its parts' values is a mean or a rate, which may stand there.
"""

from __future__ import annotations

from builder.charts.registry import kind_of
from builder.charts.resolving.context import ChartContext
from builder.charts.rows import drawn_rows, names_of
from builder.facts.totals import is_total
from builder.model.chart import ChartSpec
from builder.model.table import DataTable


def warn_of_total(spec: ChartSpec, context: ChartContext) -> None:
    """Warn of the first or last row drawn where it is called a total, and is more than its parts.

    Not where an author highlights it, or where the kind shows shares or has totals of its own.
    """
    table, kind = context.data.get(spec.table), kind_of(spec.kind)
    if table is None or kind.in_shares or kind.holds_totals:
        return
    rows = drawn_rows(spec, table)
    for row in dict.fromkeys((*rows[-1:], *rows[:1])):
        names = names_of(spec, table, row)
        called = next((name for name in names if is_total(name, context.tag)), "")
        parts = [other for other in rows if called not in names_of(spec, table, other)]
        if not called or not {*names}.isdisjoint(spec.highlight):
            continue
        if any(_is_beyond(table, row, parts, column) for column in spec.y):
            context.problems.warning(
                spec.place,
                f'chart "{spec.id}" draws "{called}" of "{table.name}" beside its parts',
                f"leave it out by `without: {called}`, or name it by `highlight` where it is meant "
                "to be compared with them",
            )
            return


def _is_beyond(table: DataTable, row: int, parts: list[int], column: str) -> bool:
    """Return whether a row's number lies beyond all of several others'."""
    total = table.number(row, column)
    found = [table.number(part, column) for part in parts]
    held = [value for value in found if value is not None]
    return total is not None and len(held) > 1 and not min(held) <= total <= max(held)
