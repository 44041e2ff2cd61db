"""Totals by their names: a table whose last column or row is called "Total", held to its parts.

Nobody has declared such a sum, so what the table itself bears out is held: where most rows come to
what stands in their column of totals, a row that does not is told of. So is a total that no right
list of such parts could have (see `far_totals`). Means, shares of a whole, parts that were rounded
and lists of some rows only are no sums, and not accused of being wrong.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final, NamedTuple, TypeAlias

from builder.facts.named import is_total, may_be_total
from builder.facts.rounding import decimals_as_stated
from builder.frozen import dataclass
from builder.language.language import module_of
from builder.language.numbers import number
from builder.model.table import TableSpec
from builder.problems import Problems
from builder.resolve.tables.grid import NOTHING, Amount, TableGrid
from builder.resolve.tables.grids import TableContext, grid_of
from builder.resolve.tables.summing import is_between, missed, subtotals, unlikely
from builder.resolve.totals.far import OTHERWISE, otherwise
from builder.resolve.totals.listing import Told, of_columns, of_rows
from builder.resolve.totals.rounded import denied_wholes, rounded_places

_YEARS: Final = (Decimal(1900), Decimal(2100))
_FEW: Final = 2
_SHOWN: Final = 6  # parts that a message writes out
_NOUGHT: Final = Amount(Decimal(0), Decimal(0))

_Cell: TypeAlias = tuple[int, int]
_Parts: TypeAlias = frozenset[_Cell]


class _Sum(NamedTuple):
    """What a total should be, what comes to that, the cells of it, and whether it is far off."""

    expected: Decimal
    what: str
    parts: _Parts
    far: bool = False


_Wrong: TypeAlias = Mapping[_Cell, _Sum]
"""Wrong cells by row and column."""


def check_named_totals(
    context: TableContext, specs: Sequence[TableSpec], told: Mapping[str, Told]
) -> None:
    """Warn of cells of columns and rows that are called totals where their parts miss them.

    Held are all data files, and tables of cells or figures; columns that an author has declared
    sums of are held to them elsewhere. `told` is what is said about each.
    """
    quiet = replace(context, printer=replace(context.printer, problems=Problems()))
    summed = [
        (spec.data or spec.name, column.name)
        for spec in specs
        if spec.arrangement.total
        for column in spec.arrangement.sums
    ]
    files = [
        TableSpec(name, (), data=name, place=data.place) for name, data in context.data.items()
    ]
    own = (spec for spec in specs if spec.cells or spec.figures)
    for spec in (*files, *(each for each in own if context.has(each))):
        grid = grid_of(spec, quiet)
        declared = frozenset(column for name, column in summed if name == spec.name)
        stated = frozenset(
            each.arrangement.total.name
            for each in specs
            if each.arrangement.total and spec.name in (each.data, each.name)
        )
        about = told.get(spec.name, Told())
        held = _Held(grid, context.printer.problems, declared, stated, about)
        held.tell({**held.of_columns(), **held.of_subtotals()}, held.of_rows())


@dataclass(frozen=True)
class _Held:
    """Holds one table's totals to its parts; columns that are `declared` sums are passed over, and
    so are rows of totals that an author has `stated`.
    """

    grid: TableGrid
    problems: Problems
    declared: frozenset[str]
    stated: frozenset[str]
    told: Told

    def tell(self, across: _Wrong, down: _Wrong) -> None:
        """Warn of every wrong cell once: not of a sum that is wrong for that of another's alone."""
        for cell, wrong in {**across, **down}.items():
            others = (each for each in (*across.items(), *down.items()) if each[0] in wrong.parts)
            if not any(self._mends(cell, wrong.expected, *each) for each in others):
                self._tell(*cell, wrong)

    def _mends(self, cell: _Cell, expected: Decimal, part: _Cell, told: _Sum) -> bool:
        """Return whether a sum is right once one of its parts is."""
        amount, old = self.grid.amount(*cell), self.grid.amount(*part)
        if amount is None or old is None:
            return False
        return expected - old.value + told.expected == amount.value

    def of_columns(self) -> _Wrong:
        """Return cells of rows that miss what their last column says, or their first of numbers.

        Nothing is wrong unless most rows do.
        """
        called = self._called(self.grid.names)
        numeric = self._numeric() if called else []
        found = called & {*numeric}
        if len(found) != 1:
            return {}
        (total,) = found
        others = [at for at in self._numeric(some=True) if at != total]
        before = [at for at in others if at < total]
        parts = before if len(before) >= _FEW else [at for at in others if at > total]
        rows = range(self.grid.count)
        # A column of parts that is empty but for few holds nothing elsewhere.
        lines = [
            [self.grid.amount(row, at) or (None if at in numeric else _NOUGHT) for row in rows]
            for at in parts
        ]
        stated = [self.grid.amount(row, total) for row in rows]
        heads = [f"{self._head(row)} {' '.join(self.grid.names)}" for row in rows]
        about = [self.told.excusing(self.grid.names[total])] * self.grid.count
        rounded = rounded_places(lines, stated, heads, about, self.grid.tag)
        run, wrong = missed(lines, stated, rounded)
        held = range(len(parts)) if run is None else run
        listed = of_columns(
            self.grid, self.told, (parts, total), [*map(self._head, rows)], (lines, stated)
        )
        missing = [*(listed.far() if listed else ())]
        far = {row for row, _ in missing}
        if run is not None:
            within = ([lines[at][row] for at in run] for row, _ in wrong)
            missing += [
                each
                for each, amounts in zip(wrong, within, strict=True)
                if not is_between(stated[each[0]], amounts)
                and not (listed and listed.is_excused(*each))
            ]
        names = [self.grid.names[parts[at]] for at in held] or [""]
        said = f'"{names[0]}" to "{names[-1]}" come to'
        return {
            (row, total): _Sum(sum_, said, frozenset((row, parts[at]) for at in held), row in far)
            for row, sum_ in missing
            if self._head(row) not in self.stated
        }

    def _called(self, heads: Sequence[str], ends: tuple[int, ...] = ()) -> set[int]:
        """Return which heads are called totals, at the `ends` by the word alone if any are."""
        tag = self.grid.tag
        called = {at for at, head in enumerate(heads) if is_total(head, tag)}
        if called & {*ends} if ends else called:
            return called
        return called | {at for at, head in enumerate(heads) if may_be_total(head, tag)}

    def of_subtotals(self) -> _Wrong:
        """Return cells of rows that are called subtotals and miss the rows above them, where others
        do not, and of the total of these.
        """
        tag, heads = self.grid.tag, [self._head(row) for row in range(self.grid.count)]
        within = module_of(tag, "totals").SUBTOTALS
        sums = [row for row, head in enumerate(heads) if within.search(head)]
        last = self.grid.count - 1
        whole = [last] if heads and is_total(heads[-1], tag) and last not in sums else []
        found: dict[_Cell, _Sum] = {}
        for at in self._numeric() if len(sums) >= _FEW else ():
            lines = [self.grid.amount(row, at) for row in range(self.grid.count)]
            for row, rows, sum_ in subtotals(lines, sums, whole):
                cells = frozenset((part, at) for part in rows)
                found[row, at] = _Sum(sum_, "the rows above come to", cells)
        return found

    def of_rows(self) -> _Wrong:
        """Return cells of columns whose last row, or first, is called a total that they miss."""
        every, tag = range(self.grid.count), self.grid.tag
        last = self.grid.count - 1
        called = self._called([self._head(row) for row in every], ends=(0, last))
        rows = [row for row in every if row not in called]
        ends = called & {0, last}
        if len(ends) != 1 or len(rows) < _FEW:
            return {}
        (total,) = ends
        holds = module_of(tag, "totals").WITHIN
        overlap = any(holds.search(self._head(row)) for row in rows)
        columns = [at for at in self._numeric() if self.grid.names[at] not in self.declared]
        lines = [[self.grid.amount(row, at) for at in columns] for row in rows]
        stated = [self.grid.amount(total, at) for at in columns]
        names = [self.grid.names[at] for at in columns]
        about = [*map(self.told.excusing, names)]
        rounded = rounded_places(lines, stated, names, about, tag)
        run, wrong = missed(lines, stated, rounded)
        heads = [*map(self._head, rows)], self._head(total)
        listed = of_rows(self.grid, self.told, heads, columns, (lines, stated), first=total == 0)
        if run is None:
            likely = unlikely(lines, stated, rounded, first=total == 0)
            wrong = [
                (at, sum_)
                for at, sum_ in ([] if overlap else likely)
                if not self._is_once(columns[at])
            ]
        held = rows if run is None else [rows[line] for line in run]
        found = [*(listed.far() if listed else ())]
        found += denied_wholes(lines, stated, names, about, tag)
        far = {at for at, _ in found}
        found += [
            (at, sum_)
            for at, sum_ in wrong
            if not is_between(stated[at], [line[at] for line in lines])
            and not (listed and listed.is_excused(at, sum_))
        ]
        return {
            (total, columns[at]): _Sum(
                sum_,
                "the rows come to",
                frozenset((row, columns[at]) for row in held),
                at in far,
            )
            for at, sum_ in found
        }

    def _is_once(self, at: int) -> bool:
        """Return whether a column says that it counts none twice, as its rows may."""
        return bool(module_of(self.grid.tag, "totals").ONCE.search(self.grid.names[at]))

    def _tell(self, row: int, at: int, wrong: _Sum) -> None:
        amount, tag = self.grid.amount(row, at), self.grid.tag
        if amount is None:
            return
        parts = [each.value for cell in sorted(wrong.parts) if (each := self.grid.amount(*cell))]
        said, sum_, *added = (
            number(value, decimals_as_stated(value), tag)
            for value in (amount.value, wrong.expected, *parts)
        )
        found = f"{wrong.what} {sum_}"
        hint = OTHERWISE
        if wrong.far:
            found += f" ({' + '.join(added)})" if len(added) <= _SHOWN else ""
            hint = otherwise(amount.value, wrong.expected, parts, tag)
        self.problems.warning(
            self.grid.place(row),
            f'"{self._head(row)}" of the table "{self.grid.name}" is {said} in'
            f' "{self.grid.names[at]}", but {found}',
            f"expected {sum_}: correct one of them, or add what is missing; {hint}",
        )

    def _head(self, row: int) -> str:
        """Return the first words of a row."""
        cells = (self.grid.text(row, at).strip() for at in range(len(self.grid.names)))
        return next(filter(None, cells), "")

    def _numeric(self, *, some: bool = False) -> list[int]:
        """Return the columns of amounts: neither what heads the rows, nor years; with `some` those
        as well that are empty but for few.
        """
        rows = range(self.grid.count)
        found = []
        for at in range(1, len(self.grid.names)):
            amounts = [each for row in rows if (each := self.grid.amount(row, at))]
            years = all(_YEARS[0] <= each.value <= _YEARS[1] for each in amounts)
            filled = sum(self.grid.text(row, at).strip() not in NOTHING for row in rows)
            few = some and amounts and filled == len(amounts)
            if (2 * len(amounts) > self.grid.count or few) and not years:
                found.append(at)
        return found
