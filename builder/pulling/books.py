"""Changes of cells of workbooks: what forbids them, what they make stale, and the new files.

A cell with a formula is never written. Where formulas depend on a cell, their stored results would
no longer be true: that is refused too, unless accepted by name, and then those results are gone
until a spreadsheet program has computed the workbook anew.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from builder import files
from builder.frozen import dataclass
from builder.model.briefing import Content
from builder.model.table import DataTable
from builder.problems import Place, Problem, Problems
from builder.pulling.changes import Change, DataCell, Refusal

if TYPE_CHECKING:
    from builder.workbooks.book import Formula
    from builder.workbooks.dependants import Dependants
    from builder.workbooks.writing import BookEdit

_MOST: Final = 6  # cells that a message names


def table_of(change: Change, content: Content) -> DataTable | None:
    """Return the table of a workbook in which a change sets a cell; None for any other change."""
    if change.value is None or not isinstance(change.target, DataCell):
        return None
    table = content.data[change.target.table]
    return table if table.area is not None else None


@dataclass(frozen=True)
class Judged:
    """What speaks against new values of cells of workbooks, by the identities of their changes.

    `never` holds whatever is accepted, `doubts` unless the figure or cell is.
    """

    never: Mapping[int, Refusal]
    doubts: Mapping[int, Refusal]


def judged(changes: Sequence[Change], content: Content) -> Judged:
    """Return what speaks against changes; each workbook that they change is read once."""
    never = _contradicting(changes, content)
    doubts: dict[int, Refusal] = {}
    known: dict[str, Dependants] = {}
    for change in changes:
        table = table_of(change, content)
        if table is None:
            continue
        found = _computed(change, table)
        if found is not None:
            never[id(change)] = found
            continue
        file = table.place.file
        known[file] = known.get(file) or _dependants(table)
        _judge(change, table, known[file], never, doubts)
    return Judged(never, doubts)


def _computed(change: Change, table: DataTable) -> Refusal | None:
    """Return the refusal of a new value for a cell that the workbook computes."""
    assert isinstance(change.target, DataCell)
    assert table.area is not None
    spot = change.target.row - 1, table.columns.index(change.target.column)
    formula = table.area.formulas.get(spot)
    if formula is None:
        return None
    said = _stated(change)
    return Refusal(
        f"“{said}” stands where {_place(change.target, table)} is computed: {formula}",
        "change in the workbook what it is computed from, or the formula",
        tuple(edit.spot for edit in change.edits),
    )


def _judge(
    change: Change,
    table: DataTable,
    dependants: Dependants,
    never: dict[int, Refusal],
    doubts: dict[int, Refusal],
) -> None:
    """Note the refusal of a new value that makes stored results of a workbook stale."""
    assert isinstance(change.target, DataCell)
    edit = _edit(change, table)
    found = dependants.of([(edit.sheet, edit.row, edit.column)])
    name = shlex.quote(change.figure or str(change.target))
    spots = tuple(each.spot for each in change.edits)
    what = f"“{_stated(change)}” in {_place(change.target, table)} would make stale what is stored"
    hint = "change it in a spreadsheet program, which computes them too"
    if found.pivots:
        named = ", ".join(found.pivots)
        never[id(change)] = Refusal(f"{what} of a pivot table ({named})", hint, spots)
    elif found.formulas:
        cells = [formula.place for formula in found.formulas]
        more = f" and {len(cells) - _MOST:,} more" if len(cells) > _MOST else ""
        hint += (
            f"; or add --accept {name}: the results are then taken away, and what uses them cannot"
            " be built until a spreadsheet program has computed the workbook anew"
        )
        doubts[id(change)] = Refusal(f"{what} of {', '.join(cells[:_MOST])}{more}", hint, spots)


def together(first: Refusal | None, second: Refusal | None) -> Refusal | None:
    """Return two refusals of one change as one."""
    if first is None or second is None:
        return first or second
    return replace(first, found=f"{first.found}; {second.found}", hint=second.hint)


def _contradicting(changes: Iterable[Change], content: Content) -> dict[int, Refusal]:
    """Return the refusals of changes that set a cell, which two tables hold, to two values.

    They are by the changes' identities.
    """
    cells: dict[tuple[str, str], list[Change]] = {}
    for change in changes:
        table = table_of(change, content)
        if table is not None and isinstance(change.target, DataCell):
            key = table.place.file, _place(change.target, table)
            cells.setdefault(key, []).append(change)
    refused: dict[int, Refusal] = {}
    for (_, place), group in cells.items():
        if len({change.value for change in group}) > 1:
            for change in group:
                refused[id(change)] = Refusal(
                    f"“{_stated(change)}” is one of several values for {place}",
                    "make them one in the deck",
                    tuple(edit.spot for edit in change.edits),
                )
    return refused


def unsettled(changes: Iterable[Change], content: Content) -> tuple[Problem, ...]:
    """Return what cannot be built after changes, until the workbook is computed anew."""
    problems = Problems()
    for file, edits in edits_of(changes, content).items():
        tables = [each for each in content.data.values() if each.place.file == file]
        held = {
            (table.area.sheet, line, column)
            for table in tables
            if table.area is not None
            for line in table.lines
            for column in table.area.columns
        }
        for formula in _results(tables[0], edits):
            if (formula.sheet, formula.row, formula.column) in held:
                problems.error(
                    Place(file, formula.row, formula.column, formula.sheet),
                    f"the cell is to be computed anew: {formula.text}",
                    "open the workbook in a spreadsheet program and save it",
                )
    return problems.errors


def edits_of(changes: Iterable[Change], content: Content) -> dict[str, list[BookEdit]]:
    """Return the cells to write by the workbook's path as the user knows it."""
    found: dict[str, list[BookEdit]] = {}
    for change in changes:
        table = table_of(change, content)
        if table is not None:
            edits = found.setdefault(table.place.file, [])
            edit = _edit(change, table)
            edits += [edit] if edit not in edits else []
    return found


def new_files(changes: Sequence[Change], content: Content) -> dict[Path, bytes]:
    """Return the workbooks that change, whole.

    Raises:
        ContentError: one cannot be written so; its path is named.
    """
    from builder.ooxml import PackageError
    from builder.workbooks.writing import edited

    written: dict[Path, bytes] = {}
    problems = Problems()
    for file, edits in edits_of(changes, content).items():
        table = next(each for each in content.data.values() if each.place.file == file)
        try:
            data = _bytes(table)
            written[Path(file)] = edited(data, edits, _results(table, edits))
        except (PackageError, files.RefusedFileError) as error:
            found = error.found if isinstance(error, files.RefusedFileError) else str(error)
            hint = "change it in a spreadsheet program"
            problems.error(Place(file), f"cannot be written: {found}", hint)
    problems.stop_on_errors()
    return written


def _edit(change: Change, table: DataTable) -> BookEdit:
    from builder.workbooks.writing import BookEdit

    assert isinstance(change.target, DataCell)
    assert table.area is not None
    assert change.value is not None
    column = table.area.columns[table.columns.index(change.target.column)]
    return BookEdit(table.area.sheet, table.lines[change.target.row - 1], column, change.value)


def _dependants(table: DataTable) -> Dependants:
    from builder.workbooks import opened
    from builder.workbooks.dependants import Dependants

    return Dependants(opened(_bytes(table)))


def _results(table: DataTable, edits: Iterable[BookEdit]) -> tuple[Formula, ...]:
    """Return the formulas whose stored results cells make stale."""
    spots = ((edit.sheet, edit.row, edit.column) for edit in edits)
    return _dependants(table).of(spots).formulas


def _bytes(table: DataTable) -> bytes:
    """Return a table's workbook as it is on disk.

    Raises:
        RefusedFileError: it is there no longer, or may not be read.
    """
    assert table.area is not None
    path = Path(table.place.file)
    folder = Path(table.place.file[: -len(table.area.workbook)] or ".")
    return files.read(path, files.WORKBOOK, folder)


def _place(cell: DataCell, table: DataTable) -> str:
    """Return where a cell stands: `data/trade.xlsx, Trade!B7`."""
    assert table.area is not None
    place = table.place_of(cell.row - 1, cell.column)
    return f"{table.area.workbook}, {str(place).removeprefix(f'{place.file}:')}"


def _stated(change: Change) -> str:
    return next((edit.new for edit in change.edits if not edit.restates), change.edits[0].new)
