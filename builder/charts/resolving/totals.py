"""Totals among their parts: takes a chart and its table, warns of a bar of all beside bars of some.

A row is a total by its name, or where it is what all others come to. One that lies among its parts'
values is a mean or a rate, which may stand there.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from builder.charts.registry import kind_of
from builder.charts.resolving.context import ChartContext
from builder.charts.rows import drawn_rows, names_of
from builder.facts.totals import is_total
from builder.model.chart import ChartSpec
from builder.model.datings import iso_moment
from builder.model.table import DataTable

_FEW: Final = 3  # parts, of which another row is hardly the sum by chance
_MUCH: Final = 10  # less is a sum by chance
_MANY: Final = 200  # rows, more than a table with a total has that is drawn


def warn_of_total(spec: ChartSpec, context: ChartContext) -> None:
    """Warn of the first or last row drawn where it is a total: more than its parts, or an empty
    place beside them.

    Not where an author highlights it, or where the kind shows shares or has totals of its own.
    """
    table, kind = context.data.get(spec.table), kind_of(spec.kind)
    if table is None or kind.in_shares or kind.holds_totals:
        return
    rows = drawn_rows(spec, table)
    for row in dict.fromkeys((*rows[-1:], *rows[:1])):
        names = names_of(spec, table, row)
        called = next((name for name in names if is_total(name, context.tag)), "")
        name = called or names[0]
        parts = [other for other in rows if name not in names_of(spec, table, other)]
        if not called and (row != rows[-1] or not _adds_up(spec, table, row, parts)):
            continue
        if not {*names}.isdisjoint(spec.highlight):
            continue
        found = f'draws "{name}" of "{table.name}" beside its parts'
        if all(table.number(row, column) is None for column in spec.y):
            found = f'keeps a place for "{name}" of "{table.name}", which has no values in it'
        elif not any(_is_beyond(table, row, parts, column) for column in spec.y):
            continue
        context.problems.warning(
            spec.place,
            f'chart "{spec.id}" {found}',
            f"leave it out by `without: {name}`, or name it by `highlight` where it is meant to be "
            "compared with them",
        )
        return


def _adds_up(spec: ChartSpec, table: DataTable, row: int, parts: Sequence[int]) -> bool:
    """Return whether a row, which is of no date, holds what all others come to in the columns that
    are drawn; where it has nothing in these, in another one.
    """
    if not _FEW <= len(parts) <= _MANY or any(map(iso_moment, names_of(spec, table, row))):
        return False
    drawn = [column for column in spec.y if table.number(row, column) is not None]
    sums = (
        (total := table.number(row, column)) is not None
        and total >= _MUCH
        and total == sum(_numbers(table, parts, column))
        for column in drawn or table.columns
    )
    return all(sums) if drawn else any(sums)


def _is_beyond(table: DataTable, row: int, parts: Sequence[int], column: str) -> bool:
    """Return whether a row's number lies beyond all of several others'."""
    total, held = table.number(row, column), _numbers(table, parts, column)
    return total is not None and len(held) > 1 and not min(held) <= total <= max(held)


def _numbers(table: DataTable, rows: Sequence[int], column: str) -> list[Decimal]:
    found = (table.number(row, column) for row in rows)
    return [value for value in found if value is not None]
