"""A table whose columns are wider than a slide, divided: a table in; fitted parts of it out.

Each part begins with the column that heads the rows. Columns under one header stay together.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from builder.model.arranging import TableShape
from builder.model.table import ResolvedTable
from builder.outputs.pptx.plan.tables import FittedTable, TooWideError


def fitted_in_columns(
    table: ResolvedTable,
    sizes: tuple[float, ...],
    fitted: Callable[[ResolvedTable, tuple[float, ...]], FittedTable],
) -> tuple[tuple[ResolvedTable, FittedTable], ...]:
    """Return a table as `fitted` has it in one of the sizes; where it is too wide, in the fewest
    even parts that fit, all in one size.

    Raises:
        TooLargeError: even the first column and one more are too wide, or a row is too tall.
    """
    try:
        return ((table, fitted(table, sizes)),)
    except TooWideError:
        units = _units(table)
        for count in range(2, len(units) + 1):
            edges = [len(units) * part // count for part in range(count + 1)]
            groups = [units[start:end] for start, end in pairwise(edges)]
            parts = [_of_columns(table, [at for unit in each for at in unit]) for each in groups]
            with contextlib.suppress(TooWideError):
                found = [fitted(part, sizes) for part in parts]
                least = min(map(_size, found))
                if any(_size(each) > least for each in found):
                    found = [fitted(part, (least,)) for part in parts]
                return tuple(zip(parts, found, strict=True))
        raise


def _size(fitted: FittedTable) -> float:
    return fitted.parts[0][0].cells[0].style.size


def _units(table: ResolvedTable) -> list[range]:
    """Return the columns after the first that stay together."""
    found, at = [], 1
    while at < len(table.columns):
        over = next((each for each in table.shape.spanners if each.first == at), None)
        found.append(range(at, at + (over.count if over else 1)))
        at = found[-1].stop
    return found


def _of_columns(table: ResolvedTable, columns: Sequence[int]) -> ResolvedTable:
    """Return a table of its first column and some that follow one another."""
    kept = (0, *columns)
    shape, moved = table.shape, columns[0] - 1
    return replace(
        table,
        columns=tuple(table.columns[at] for at in kept),
        rows=tuple(tuple(row[at] for at in kept if at < len(row)) for row in table.rows),
        shape=TableShape(
            spanners=tuple(
                replace(each, first=each.first - moved)
                for each in shape.spanners
                if each.first in columns
            ),
            kinds=shape.kinds,
            looks=tuple(tuple(row[at] for at in kept if at < len(row)) for row in shape.looks),
            remarks=shape.remarks,
        ),
    )
