"""Totals by their names: a table whose last column or row is called "Total", held to its parts.

Nobody has declared such a sum, so what the table itself bears out is held: where most rows come to
what stands in their column of totals, a row that does not is told of. Means, shares of a whole,
parts that were rounded and lists of some rows only are no sums, and not accused of being wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from itertools import accumulate, combinations
from typing import Final, TypeAlias

from builder.facts.rounding import decimals_as_stated
from builder.facts.totals import is_total
from builder.frozen import dataclass
from builder.language.language import language_of, module_of
from builder.language.numbers import number
from builder.model.table import TableSpec
from builder.problems import Problems
from builder.resolve.grid import Amount, TableGrid
from builder.resolve.grids import TableContext, grid_of

Amounts: TypeAlias = Sequence[Amount | None]

_YEARS: Final = (Decimal(1900), Decimal(2100))
_MOSTLY: Final = Decimal("0.75")  # of a total: rows that come to less are a choice of them
_PROVED: Final = 3  # places at which some of the lines make up the totals
_HUNDRED: Final = Decimal(100)
_FEW: Final = 2
_MOST_LINES: Final = 40  # of which every run is tried
_SURE: Final = 8  # sums that are exact, beside which what misses a little is no rounding


def check_named_totals(context: TableContext, specs: Sequence[TableSpec]) -> None:
    """Warn of cells of columns and rows that are called totals where their parts miss them.

    Held are all data files, and tables of cells; columns that an author has declared sums of are
    held to them elsewhere.
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
    for spec in (*files, *(spec for spec in specs if spec.cells)):
        grid = grid_of(spec, quiet)
        declared = frozenset(column for name, column in summed if name == spec.name)
        held = _Held(grid, context.printer.problems, declared)
        held.check_column()
        held.check_row()


@dataclass(frozen=True)
class _Held:
    """Holds one table's totals to its parts; columns that are `declared` sums are passed over."""

    grid: TableGrid
    problems: Problems
    declared: frozenset[str]

    def check_column(self) -> None:
        """Tell of rows that do not come to what their last column says, or their first of numbers.

        Nothing is told unless most rows do.
        """
        called = {at for at, name in enumerate(self.grid.names) if is_total(name, self.grid.tag)}
        numeric = self._numeric() if called else []
        found = called & {*numeric}
        if len(found) != 1:
            return
        (total,) = found
        others = [at for at in numeric if at != total]
        before = [at for at in others if at < total]
        parts = before if len(before) >= _FEW else [at for at in others if at > total]
        rows = range(self.grid.count)
        lines = [[self.grid.amount(row, at) for row in rows] for at in parts]
        stated = [self.grid.amount(row, total) for row in rows]
        heads = [f"{self._head(row)} {' '.join(self.grid.names)}" for row in rows]
        run, wrong = _missed(lines, stated, self._rounded(lines, stated, heads))
        if run is None:
            return
        names = [self.grid.names[parts[at]] for at in run]
        for row, sum_ in wrong:
            if not _is_between(stated[row], [lines[at][row] for at in run]):
                self._tell(row, total, sum_, f'"{names[0]}" to "{names[-1]}" come to')

    def check_row(self) -> None:
        """Tell of columns whose last row, or whose first, is called a total that they miss."""
        every, tag = range(self.grid.count), self.grid.tag
        if not any(is_total(self._head(row), tag) for row in (*every[:1], *every[-1:])):
            return
        rows = [row for row in every if not is_total(self._head(row), tag)]
        ends = ({*every} - {*rows}) & {0, self.grid.count - 1}
        if len(ends) != 1 or len(rows) < _FEW:
            return
        (total,) = ends
        holds = module_of(tag, "beside").WITHIN
        overlap = any(holds.search(self._head(row)) for row in rows)
        columns = [at for at in self._numeric() if self.grid.names[at] not in self.declared]
        lines = [[self.grid.amount(row, at) for at in columns] for row in rows]
        stated = [self.grid.amount(total, at) for at in columns]
        rounded = self._rounded(lines, stated, [self.grid.names[at] for at in columns])
        run, wrong = _missed(lines, stated, rounded)
        if run is None:
            wrong = [] if total == 0 or overlap else list(_unlikely(lines, stated, rounded))
        for at, sum_ in wrong:
            column = [line[at] for line in lines]
            if not _is_between(stated[at], column):
                self._tell(total, columns[at], sum_, "the rows come to")

    def _tell(self, row: int, at: int, expected: Decimal, what: str) -> None:
        amount = self.grid.amount(row, at)
        if amount is None:
            return
        said, sum_ = (
            number(value, decimals_as_stated(value), self.grid.tag)
            for value in (amount.value, expected)
        )
        self.problems.warning(
            self.grid.place(row),
            f'"{self._head(row)}" of the table "{self.grid.name}" is {said} in'
            f' "{self.grid.names[at]}", but {what} {sum_}',
            f"expected {sum_}: correct one of them, or add what is missing; what is no sum of"
            " what stands beside it is not held to that under another name",
        )

    def _head(self, row: int) -> str:
        """Return the first words of a row."""
        cells = (self.grid.text(row, at).strip() for at in range(len(self.grid.names)))
        return next(filter(None, cells), "")

    def _rounded(
        self, lines: Sequence[Amounts], stated: Amounts, heads: Sequence[str]
    ) -> frozenset[int]:
        """Return the places whose numbers may have been rounded: broken ones, shares of a hundred,
        and those whose heads name a scale or shares.
        """
        scales, found = _scales(self.grid.tag), set[int]()
        for at, head in enumerate(heads):
            every = [each for each in (stated[at], *(line[at] for line in lines)) if each]
            words = {word.strip("().,:").casefold() for word in head.split()}
            broken = any(each.value != each.value.to_integral_value() for each in every)
            total = stated[at]
            if broken or "%" in head or words & scales or (total and total.value == _HUNDRED):
                found.add(at)
        return frozenset(found)

    def _numeric(self) -> list[int]:
        """Return the columns of amounts: neither what heads the rows, nor years."""
        rows = range(self.grid.count)
        found = []
        for at in range(1, len(self.grid.names)):
            amounts = [each for row in rows if (each := self.grid.amount(row, at))]
            years = all(_YEARS[0] <= each.value <= _YEARS[1] for each in amounts)
            if 2 * len(amounts) > self.grid.count and not years:
                found.append(at)
        return found


def _missed(
    lines: Sequence[Amounts], stated: Amounts, rounded: frozenset[int]
) -> tuple[range | None, list[tuple[int, Decimal]]]:
    """Return which lines side by side come to what is stated, place by place, and the places that
    miss it with the sums there; None where no lines do in most places.

    What misses it by no more than rounding does is told of where few do, and at no place that may
    be `rounded`.
    """
    best: tuple[range | None, list[tuple[int, Decimal]]] = None, []
    most = 0
    for run in _exact_somewhere(lines, stated):
        exact, near, far = 0, list[tuple[int, Decimal]](), list[tuple[int, Decimal]]()
        for at, total in enumerate(stated):
            parts = [lines[line][at] for line in run]
            sum_ = _sum(parts, total)
            if sum_ is None or total is None:
                continue
            if sum_ == total.value:
                exact += 1
            else:
                (near if _is_near(parts, total, sum_) else far).append((at, sum_))
        held = exact + len(near)
        if len(run) < len(lines) and (held < _PROVED or held < 2 * len(far)):
            continue  # of small numbers some come to another by chance
        if held > most and exact and held >= len(far):
            most = held
            sure = [each for each in near if each[0] not in rounded or exact >= _SURE]
            best = run, sorted([*far, *(sure if _FEW * len(near) <= exact else [])])
    return best


def _exact_somewhere(lines: Sequence[Amounts], stated: Amounts) -> Iterator[range]:
    """Yield the runs of lines that come to what is stated in one place at least."""
    places = [
        (_ahead([line[at] for line in lines]), total.value)
        for at, total in enumerate(stated)
        if total is not None
    ]
    for run in _runs(len(lines)):
        if any(ahead[run.stop] - ahead[run.start] == value for ahead, value in places):
            yield run


def _ahead(parts: Amounts) -> list[Decimal]:
    """Return what the parts before each come to, and all: a difference of two is that of a run."""
    values = (each.value if each else Decimal(0) for each in parts)
    return list(accumulate(values, initial=Decimal(0)))


def _runs(count: int) -> Iterator[range]:
    """Yield all of some lines, then each run of them, so far as they are not many."""
    if count:
        yield range(count)
    for start, end in combinations(range(count + 1), 2) if count <= _MOST_LINES else ():
        if _FEW <= end - start < count:
            yield range(start, end)


def _unlikely(
    lines: Sequence[Amounts], stated: Amounts, rounded: frozenset[int]
) -> Iterator[tuple[int, Decimal]]:
    """Yield the places of totals that are no sum of any lines side by side, though all lines are no
    mere choice: they come to most of it, or to more.
    """
    for at, total in enumerate(stated):
        parts = [line[at] for line in lines]
        sum_ = _sum(parts, total)
        values = [each.value for each in parts if each]
        if total is None or sum_ is None or min(values) < 0 or sum_ < _MOSTLY * total.value:
            continue
        if any(True for _ in _exact_somewhere([[each] for each in parts], [total])):
            continue
        if at not in rounded or not _is_near(parts, total, sum_):
            yield at, sum_


def _sum(parts: Amounts, total: Amount | None) -> Decimal | None:
    """Return what parts come to; None where one is missing or bounded, where units differ, or where
    fewer than two are more than nought.
    """
    held = [each for each in parts if each is not None]
    every = [*held, *([total] if total else [])]
    units = {each.unit for each in every if each.unit}
    if len(held) < len(parts) or len(units) > 1 or any(each.hedge for each in every):
        return None
    if sum(each.value != 0 for each in held) < _FEW:
        return None
    return sum((each.value for each in held), Decimal(0))


def _is_between(total: Amount | None, parts: Amounts) -> bool:
    """Return whether a total is none but a mean: of what is counted, no part is above its sum."""
    values = [each.value for each in parts if each is not None]
    return total is None or (bool(values) and min(values) <= total.value <= max(values))


def _is_near(parts: Amounts, total: Amount, sum_: Decimal) -> bool:
    """Return whether a sum misses a total by no more than parts do that were rounded."""
    slack = sum((each.half_unit for each in (*parts, total) if each), Decimal(0))
    return abs(sum_ - total.value) <= slack


@lru_cache(maxsize=16)
def _scales(tag: str) -> frozenset[str]:
    """Return the words of a language for thousands and millions, long and short."""
    language = language_of(tag)
    words = [word for forms in language.scales.values() for word in forms.values()]
    every = (*words, *language.short_scales.values(), *language.percent.values())
    return frozenset(part.strip(".").casefold() for word in every for part in word.split())
