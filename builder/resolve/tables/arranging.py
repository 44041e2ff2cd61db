"""A table's rows arranged: a grid, and what its author asks of it, in; rows ready to be set, out.

Everything is settled here, once for both files: which rows are shown, in what order and groups,
what they sum to, which cells are set off by their values, and what is said below the table. Sums
and shades are those of all rows that a showing is about, be they shown or not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from decimal import Decimal
from functools import cached_property

from builder.facts.text import Printer
from builder.frozen import dataclass
from builder.language.dates import word
from builder.language.numbers import number
from builder.model.arranging import Arrangement, NamedLine, Pick, RowKind, TableShape, View
from builder.model.table import Column, TableSpec
from builder.model.text import Line, Owner, Run
from builder.problems import Place, Problems, known_names
from builder.resolve.tables.grid import EMPTY, Amount, TableGrid
from builder.resolve.tables.looks import looks_of, spanners_of
from builder.resolve.tables.means import check_means
from builder.resolve.tables.named_columns import whole_names
from builder.resolve.tables.notes import noted
from builder.resolve.tables.rows import Chosen, chosen, named_in
from builder.resolve.tables.totals import Sums

_GAP = "\0"


@dataclass(frozen=True)
class Arranged:
    """Columns and rows as they are set, where each row is written, and what they are."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Line, ...], ...]
    places: tuple[Place, ...]
    shape: TableShape


@dataclass(frozen=True)
class _Row:
    """A row to be set; `number` is that of the grid's row that it prints, -1 for none."""

    kind: RowKind
    number: int
    cells: tuple[Line, ...]
    place: Place

    @property
    def noted(self) -> int:
        """The number of the grid's row whose cells may have notes here, -1 for none."""
        return -1 if self.kind == "group" else self.number


def arranged(
    grid: TableGrid, spec: TableSpec, view: View, printer: Printer, too_long: Callable[[int], bool]
) -> Arranged | None:
    """Return a table as a showing of it asks for; None where it asks for what is not there.

    `too_long` says of so many rows that no paper can print them, and reports it.
    """
    asked, view = whole_names(spec.arrangement, view, grid.names)
    named = [*asked.sums, *asked.heat, *asked.bars, *(note.column for note in asked.notes)]
    named += [*([asked.groups] if asked.groups else ()), *named_in(view)]
    named += [column for span in asked.spans for column in span.columns]
    problems = printer.problems
    before = len(problems.errors)
    if not grid.knows(named, problems):
        return None
    _check_sums(grid, asked, problems)
    arranger = _Arranger(grid, asked, view, printer, too_long)
    rows = list(arranger.rows())
    spanners = spanners_of(grid, asked.spans, printer)
    notes = noted(grid, asked.notes, [(row.noted, row.cells) for row in rows], printer)
    if len(problems.errors) > before:
        return None
    numbers = [row.number if row.kind == "row" else -1 for row in rows]
    shape = TableShape(
        spanners,
        tuple(row.kind for row in rows) if any(row.kind != "row" for row in rows) else (),
        looks_of(grid, asked, arranger.parts, numbers, problems),
        (*notes.lines, *arranger.remarks),
    )
    if len(problems.errors) > before:
        return None
    return Arranged(notes.columns, notes.rows, tuple(row.place for row in rows), shape)


def _check_sums(grid: TableGrid, asked: Arrangement, problems: Problems) -> None:
    """Report rows of sums of which no column is named, and the column that heads the rows."""
    for option, named in (("total", asked.total), ("subtotal", asked.subtotal)):
        if named is not None and not asked.sums:
            found = f'the row "{named.name}" of :{option}: adds up no column'
            problems.error(named.place, found, "name the columns that it adds up by :sums:")
    for column in asked.sums:
        if grid.at(column) == grid.shown[0]:
            found = f'the column "{column.name}" heads the rows, and cannot be added up'
            problems.error(column.place, found, "take it out of :sums:, or show another one first")


@dataclass
class _Arranger:
    """Arranges one showing; `parts` are the rows that are no sums, `remarks` grow as it goes."""

    grid: TableGrid
    asked: Arrangement
    view: View
    printer: Printer
    too_long: Callable[[int], bool]
    parts: tuple[int, ...] = ()
    remarks: list[Line] = field(default_factory=list)
    hides: bool = False
    seen: frozenset[str] = frozenset()

    @cached_property
    def sums(self) -> Sums:
        """Adds up the columns."""
        return Sums(self.grid, self.asked.rounded, self.printer.problems)

    def rows(self) -> Iterator[_Row]:
        """Yield the rows in the order in which they are set."""
        grid, asked = self.grid, self.asked
        heads = [grid.head(row) for row in range(grid.count)] if self._states_sums else []
        total = self._row_called(asked.total, heads)
        below = self._subtotals(heads)
        sums = {*below.values(), *([total] if total is not None else ())}
        self.parts = tuple(row for row in range(grid.count) if row not in sums)
        self._check(total, below)
        check_means(grid, asked, self.parts, self.printer.problems)
        found = chosen(grid, self.parts, self.view, self.printer.problems)
        if self.too_long(len(found.shown)):
            return
        left = frozenset(found.scope) - frozenset(found.shown)
        yield from self._grouped(found, {} if found.narrowed else below)
        rest = [row for row in found.scope if row in left and self._group(row) not in self.seen]
        if rest and asked.sums:
            yield self._rest(rest, "")
        if asked.sums:
            yield self._sum_row("total", "", found.scope, None if found.narrowed else total)
        told = found.scope if asked.sums else found.shown  # of those in sums others have a row
        if len(told) < len(self.parts):
            shown, every = self._count(told), self._count(self.parts)
            said = word(self.printer.tag, "rows_shown", shown=shown, all=every)
            self.remarks.append((Run(said, owner=Owner("furniture", said, "rows")),))
        if self.hides:
            self.remarks.append((Run(word(self.printer.tag, "rounded_parts")),))

    @property
    def _states_sums(self) -> bool:
        return self.asked.total is not None or self.asked.subtotal is not None

    def _row_called(self, named: NamedLine | None, heads: Sequence[str]) -> int | None:
        """Return the row that holds the total, which is one."""
        if named is None:
            return None
        rows = [row for row, head in enumerate(heads) if head == named.name]
        if len(rows) != 1:
            count = f"{len(rows)} rows are" if rows else "no row is"
            found = f'{count} headed "{named.name}" in the table "{self.grid.name}"'
            hint = known_names(named.name, {*heads} - {""}) if not rows else "rename one of them"
            if hint.startswith("known"):
                hint += (
                    "\ntotal: names a row that holds the sums already; without it one is made\n"
                    "to call that otherwise, add a row of this name whose other cells are empty"
                )
            self.printer.problems.error(named.place, found, hint)
            return None
        return rows[0]

    def _subtotals(self, heads: Sequence[str]) -> Mapping[str, int]:
        """Return the rows that hold the sums of groups, by what groups them."""
        named = self.asked.subtotal
        if named is None:
            return {}
        found: dict[str, int] = {}
        for row in (row for row, head in enumerate(heads) if head == named.name):
            if self._of(row) in found:
                what = f'the group "{self._of(row)}" has two rows headed "{named.name}"'
                self.printer.problems.error(self.grid.place(row), what, "rename one of them")
                return {}
            found[self._of(row)] = row
        if not found or self.asked.groups is None:
            what = f'no row is headed "{named.name}" in the table "{self.grid.name}"'
            hint = known_names(named.name, {*heads} - {""})
            if self.asked.groups is None:
                what, hint = ":subtotal: is said of a table without :groups:", "name its column"
            self.printer.problems.error(named.place, what, hint)
        return found

    def _check(self, total: int | None, below: Mapping[str, int]) -> None:
        """Hold stated sums against all of their parts."""
        wholes = [(row, [p for p in self.parts if self._of(p) == g]) for g, row in below.items()]
        wholes += [(total, list(self.parts))] if total is not None else []
        for row, parts in wholes:
            for column in self.asked.sums:
                amount = self.grid.amount(row, self.grid.at(column))
                if amount is not None:
                    self.hides |= self.sums.check(column, row, amount, parts)

    @property
    def groups(self) -> NamedLine | None:
        """The column that groups the rows; none where they are ranked, whatever their group."""
        ranked = any(isinstance(step, Pick) and step.by for step in self.view.rows or ())
        return None if ranked else self.asked.groups

    def _of(self, row: int) -> str:
        """Return the group that a row is of."""
        return self.grid.text(row, self.grid.at(self.asked.groups)) if self.asked.groups else ""

    def _group(self, row: int) -> str:
        """Return the group below whose heading a row stands, if it does below one."""
        return self._of(row) if self.groups else ""

    def _grouped(self, found: Chosen, below: Mapping[str, int]) -> Iterator[_Row]:
        groups = self.groups
        by: dict[str, list[int]] = {}
        orders = self.view.sort or ()
        sorted_by = bool(groups and orders and orders[0].column.name == groups.name)
        for row in () if sorted_by else found.scope:
            by.setdefault(self._group(row), [])
        for row in found.shown:
            by.setdefault(self._group(row), []).append(row)
        self.seen = frozenset(group for group, rows in by.items() if rows)
        shown = frozenset(found.shown)
        for group, rows in by.items():
            if not rows:
                continue
            if groups:
                head = self.grid.cell(rows[0], self.grid.at(groups))
                yield _Row("group", rows[0], self._only(head), self.grid.place(rows[0]))
            yield from (self._written("row", row) for row in rows)
            members = [row for row in found.scope if self._group(row) == group]
            left = [row for row in members if row not in shown]
            if self.asked.sums and left:
                yield self._rest(left, group)
            if self.asked.sums and groups:
                yield self._sum_row("subtotal", group, members, below.get(group))

    def _count(self, rows: Sequence[int]) -> str:
        return number(Decimal(len(rows)), 0, self.printer.tag)

    def _only(self, head: Line) -> tuple[Line, ...]:
        return (head, *(() for _ in self.grid.shown[1:]))

    def _written(self, kind: RowKind, row: int) -> _Row:
        cells = tuple(self.grid.cell(row, at) for at in self.grid.shown)
        return _Row(kind, row, cells, self.grid.place(row))

    def _rest(self, rows: Sequence[int], group: str) -> _Row:
        said = word(self.printer.tag, "others", count=self._count(rows))
        head: Line = (Run(said, owner=Owner("furniture", said, "rows")),)
        cells = self._sums(rows, f"rest {group} {self.view.written}".strip())
        return _Row("rest", -1, (head, *cells), self.grid.place(rows[0]))

    def _sum_row(self, kind: RowKind, group: str, rows: Sequence[int], stated: int | None) -> _Row:
        """Return the row of a sum: as it is stated, what it leaves empty computed, or left empty
        below words, of which no sum is missing.
        """
        narrow = self.view.written if len(rows) < len(self.parts) and not group else ""
        cells = self._sums(rows, f"{kind} {group} {narrow}".strip(), stated)
        if stated is None:
            return _Row(kind, -1, (self._heading(kind, rows), *cells), self.grid.place(rows[0]))
        first, *written = (self.grid.cell(stated, at) for at in self.grid.shown)
        places = self.grid.shown[1:]
        whole = tuple(
            cell or (() if own is EMPTY and self._has_words(at, rows) else own)
            for cell, own, at in zip(cells, written, places, strict=True)
        )
        return _Row(kind, stated, (first, *whole), self.grid.place(stated))

    def _has_words(self, at: int, rows: Sequence[int]) -> bool:
        return all(self.grid.amount(row, at) is None for row in rows)

    def _heading(self, kind: RowKind, rows: Sequence[int]) -> Line:
        groups = self.groups
        if kind == "total" or groups is None:
            return (Run(word(self.printer.tag, "total")),)
        before, after = word(self.printer.tag, "total_of", group=_GAP).split(_GAP)
        group = self.grid.cell(rows[0], self.grid.at(groups))
        return tuple(run for run in (Run(before), *group, Run(after)) if run.text)

    def _sums(self, rows: Sequence[int], of: str, stated: int | None = None) -> Iterator[Line]:
        """Yield the cells of a row of sums but the first; nothing where no sum is to be printed."""
        columns = {self.grid.at(column): column for column in self.asked.sums}
        for at in self.grid.shown[1:]:
            column = columns.get(at)
            if column is None or (stated is not None and self.grid.amount(stated, at)):
                yield ()
                continue
            amount: Amount | None = self.sums.of(column, rows)
            if amount is None:
                yield ()
                continue
            self.hides |= self.sums.hides(column, amount, rows)
            owner = Owner("cell", f"{self.grid.name}!{of}/{column.name}", amount.form)
            yield (Run(self.sums.text(amount), owner=owner),)
