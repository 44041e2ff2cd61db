"""Columns in claims: takes the columns and aggregates that a claim names, returns quantities.

A cell that a figure is bound to counts as the figure does, hedge and unit included. The cells of
a column have the unit of the figures bound to it, or none that would matter.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from decimal import localcontext
from functools import cached_property, partial
from operator import itemgetter
from typing import Final

from builder.facts.arithmetic import PRECISION, Quantity
from builder.facts.cells import BoundCells, bound_cells, checked_number
from builder.facts.expression import AGGREGATES, Expression, called, column_of
from builder.facts.figures import ResolvedFigures
from builder.facts.intervals import Interval, added, interval_of
from builder.facts.units import LITERAL, Unit
from builder.frozen import dataclass
from builder.model.briefing import Known
from builder.model.table import DataTable
from builder.problems import Problems, known_names, likely_meant

Series = tuple[Quantity, ...]

_ENDS: Final = frozenset({"first", "last"})


@dataclass(frozen=True)
class Columns:
    """The data files and the figures bound to their cells, as far as all was read (`whole`).

    `known` are the names of all data files, also of those that could not be read.
    """

    data: Mapping[str, DataTable] = field(default_factory=dict)
    figures: ResolvedFigures = field(default_factory=ResolvedFigures)
    known: Known = field(default_factory=Known)
    whole: bool = True

    def named_in(self, expression: Expression, problems: Problems) -> dict[str, Series] | None:
        """Return the cells of each column of a claim, by its words there; None with problems."""
        found: dict[str, Series] = {}
        so_far, lacking = len(problems.found), False
        for node in expression.columns():
            series = self._series(node, expression, problems, _ends_taken(node, expression))
            lacking = lacking or series is None
            if series is not None:
                found[expression.words_of(node)] = series
        return None if lacking or len(problems.found) > so_far else found

    def _series(
        self, node: ast.expr, expression: Expression, problems: Problems, ends: frozenset[str]
    ) -> Series | None:
        table, column = column_of(node) or ("", "")
        place, within = expression.place_of(node), f'in claim "{expression.text}"'
        if table not in self.data and table in self.known.names:
            return None
        if table not in self.data:
            hint = "\n".join([known_names(table, self.data), *_renaming(table, self.data)])
            problems.error(place, f'unknown data file "{table}" {within}', hint)
            return None
        file = self.data[table]
        if column not in file.columns:
            hint = "\n".join([known_names(column, file.columns), *_quoting(table, column, file)])
            problems.error(
                place, f'no column "{column}" in {file.place.file}, named {within}', hint
            )
            return None
        bound = {
            row: self.figures.quantities[figure.id]
            for (name, row, at), figure in self._bound.items()
            if (name, at) == (table, column)
        }
        units = {str(quantity.unit): quantity.unit for quantity in bound.values()}
        unit = next(iter(units.values())) if len(units) == 1 else LITERAL
        cells = [
            bound.get(row) or _plain(file, row, column, unit, problems)
            for row in _rows_of(len(file.rows), ends)
        ]
        return tuple(cell for cell in cells if cell is not None)

    @cached_property
    def _bound(self) -> BoundCells:
        return bound_cells(self.figures.figures.values(), self.data)


def _ends_taken(node: ast.expr, expression: Expression) -> frozenset[str]:
    """Return which ends of a column a claim takes, where it takes nothing else of it: "first"."""
    said = expression.words_of(node)
    calls = [each for each in expression.nodes if isinstance(each, ast.Call)]
    taken = {
        called(call)
        for call in calls
        if any(column_of(arg) and expression.words_of(arg) == said for arg in call.args)
    }
    return frozenset(taken if taken <= _ENDS else ())


def _rows_of(count: int, ends: frozenset[str]) -> Sequence[int]:
    """Return the rows that a claim asks for: an empty total below them is none of its ends."""
    if not ends or not count:
        return range(count)
    return sorted({0 if end == "first" else count - 1 for end in ends})


def _renaming(table: str, known: Iterable[str]) -> Iterator[str]:
    """Yield what to do about a table whose name no claim can write."""
    meant = next((each for each in sorted(known) if _begins(each, table)), "")
    if meant:
        yield (
            f'a claim names a table by one word: rename data/{meant}.csv, "{meant}" has spaces'
            " or marks"
        )


def _quoting(table: str, column: str, file: DataTable) -> Iterator[str]:
    """Yield how a column is written whose name is more than a word."""
    meant = likely_meant(column, file.columns)
    meant = meant or next((each for each in file.columns if _begins(each, column)), "")
    if meant and not meant.isidentifier():
        mark = '"' if "'" in meant else "'"
        yield f"a name of more than a word is written {table}[{mark}{meant}{mark}]"


def _begins(name: str, word: str) -> bool:
    return not name.isidentifier() and name.casefold().startswith(word.casefold())


def aggregates(
    expression: Expression, columns: Mapping[str, Series], problems: Problems
) -> dict[str, Quantity] | None:
    """Return what a claim takes of columns, by its words there; None with problems."""
    found: dict[str, Quantity] = {}
    for node in expression.nodes:
        if isinstance(node, ast.Call) and called(node) in AGGREGATES:
            series = columns[expression.words_of(node.args[0])]
            if not series:
                problems.error(
                    expression.place_of(node),
                    f'"{expression.words_of(node)}" takes of a column without rows',
                    "fill in the data file",
                )
                return None
            with localcontext(PRECISION):
                found[expression.words_of(node)] = _AGGREGATES[called(node)](series)
    return found


def _plain(
    file: DataTable, row: int, column: str, unit: Unit, problems: Problems
) -> Quantity | None:
    value = checked_number(file, row, column, problems)
    return None if value is None else Quantity(value, unit, interval_of(value, None))


def _extreme(series: Series, sign: int) -> Quantity:
    """Return the highest (`sign` 1) or lowest (-1) of a series, wherever its cells may lie."""
    chosen = max(series, key=lambda quantity: sign * quantity.value)
    # Of ends that are equally far out, one that is reached counts for the end of the extreme.
    lows = [(q.interval.low, q.interval.low_open) for q in series]
    highs = [(q.interval.high, q.interval.high_open) for q in series]
    if sign > 0:
        low = max(lows, key=lambda end: (end[0], end[1]))
        high = max(highs, key=lambda end: (end[0], not end[1]))
    else:
        low = min(lows, key=lambda end: (end[0], end[1]))
        high = min(highs, key=lambda end: (end[0], not end[1]))
    hedges = frozenset(hedge for quantity in series for hedge in quantity.hedges)
    return Quantity(chosen.value, chosen.unit, Interval(low[0], high[0], low[1], high[1]), hedges)


def _total(series: Series) -> Quantity:
    first, *others = series
    value, interval, hedges = first.value, first.interval, first.hedges
    for other in others:
        value, interval = value + other.value, added(interval, other.interval)
        hedges |= other.hedges
    return Quantity(value, first.unit, interval, hedges)


_AGGREGATES: Final[Mapping[str, Callable[[Series], Quantity]]] = {
    "first": itemgetter(0),
    "last": itemgetter(-1),
    "highest": partial(_extreme, sign=1),
    "lowest": partial(_extreme, sign=-1),
    "total": _total,
}


def described(name: str, series: Sequence[Quantity]) -> str:
    """Return a column's cells for a message: `china_trade.usd_bn: 240, about 660, 800`."""
    return f"{name}: {', '.join(map(_hedged, series))}"


def _hedged(quantity: Quantity) -> str:
    return " ".join((*sorted(quantity.hedges), str(quantity.value)))
