"""Data files: takes CSV text, returns `DataTable`s; cells stay text as written."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from builder.content.dialect import (
    Doubt,
    decimal_marks,
    declared_separator,
    described,
    separators,
)
from builder.content.documents import Document
from builder.content.lines import Lines
from builder.memory import remembered
from builder.model.figure import CellRef, Figure
from builder.model.table import DataTable, TableSpec
from builder.problems import Place, Problem, Problems, known_names

_MOST_ROWS: Final = 300_000
_MOST_CELLS: Final = 1_000_000
_BYTES: Final = 40  # of a table, for each character of its file


def data_table(
    name: str, lines: Lines, encoding: str, language: str, problems: Problems
) -> DataTable | None:
    """Return the table of a data file, as it was read where the file said the same."""

    def made() -> tuple[DataTable | None, list[Problem]]:
        told = Problems()
        table = read_table(name, lines, told, language)
        return table and replace(table, encoding=encoding), told.found

    key = "data", name, lines.file, lines.text, tuple(lines.shifts), encoding, language
    table, told = remembered(key, made, lambda _: _BYTES * len(lines.text))
    problems.found += told
    return table


def read_table(
    name: str, lines: Lines, problems: Problems, language: str = "en"
) -> DataTable | None:
    """Return a data file with a header row, or None without one (RFC 4180, and its dialects).

    Cells are parted by commas, semicolons or tabs, and numbers written as the briefing's
    language or English writes them. Rows of another length than the header are reported, and
    filled up or cut; so is what can be read in two ways.
    """
    place, before = Place(lines.file, 1, 1), len(problems.found)
    separator = _separator(lines, problems)
    if not separator:
        return None
    records = _records(lines, separator, problems)
    if records is None:
        return None
    records = _without_empty_end(records)
    if not records:
        problems.error(place, "an empty data file", "begin it with a row of column names")
        return None
    number, header = records[0]
    columns = tuple(column.strip() for column in header)
    place = Place(lines.file, number, 1)
    _check_header(columns, place, problems)
    if len(records) == 1 and len(problems.found) == before:
        hint = "write a row below the column names, or remove the file"
        problems.error(place, "a data file without rows", hint)
    kept = []
    for number, row in records[1:]:
        if len(row) != len(columns):
            found = f"row has {len(row)} cells, the header has {len(columns)}"
            part = {",": "comma", ";": "semicolon", "\t": "tab"}[separator]
            hint = f"put a cell that holds a {part} in quotes"
            problems.error(Place(lines.file, number, 1), found, hint)
        cells = [cell.strip() for cell in row] + [""] * len(columns)
        kept.append((number, tuple(cells[: len(columns)])))
    rows, numbers = tuple(row for _, row in kept), tuple(number for number, _ in kept)
    marks, doubts = decimal_marks(rows, len(columns), separator, language)
    for doubt in doubts:
        found, hint = _doubted(doubt, columns[doubt.column])
        problems.error(Place(lines.file, numbers[doubt.row]), found, hint)
    return DataTable(name, columns, rows, numbers, place, marks, separator)


def _separator(lines: Lines, problems: Problems) -> str:
    """Return what parts the cells of a file; empty, and a problem, where it may be two things."""
    declared = declared_separator(lines.text)
    if declared:
        return declared
    found = separators(lines.text)
    if len(found) > 1:
        names = " or ".join(described(each) for each in found)
        first = lines.text.split("\n")[0]
        problems.error(
            Place(lines.file, 1, 1),
            f'the cells may be parted by {names}: "{first}"',
            "put cells that hold one of them in quotes, or begin the file with a line that says"
            f" which: sep={found[-1]}",
        )
        return ""
    return found[0]


def _check_header(columns: tuple[str, ...], place: Place, problems: Problems) -> None:
    for column, count in Counter(columns).items():
        if not column:
            problems.error(place, "a column without a name", "name every column in the first row")
        elif count > 1:
            problems.error(place, f'the column "{column}" stands {count} times', "rename one")


def _doubted(doubt: Doubt, column: str) -> tuple[str, str]:
    """Return what is doubtful about a number, with both readings, and what to do."""
    if doubt.other:
        return (
            f'"{doubt.text}" and "{doubt.other}" in column "{column}" have different marks'
            " before their decimals",
            "write all numbers of a file alike",
        )
    whole, broken = doubt.readings
    mark = "point" if "." in doubt.text else "comma"
    return (
        f'"{doubt.text}" in column "{column}" can be read in two ways: as {whole}, the {mark}'
        f" grouping the digits, or as {broken}, the {mark} before decimals",
        f"write {whole} without the {mark} if that is meant; if the decimals are, give one number"
        f" of the column more or fewer of them, such as {doubt.text}0",
    )


def _without_empty_end(records: list[tuple[int, list[str]]]) -> list[tuple[int, list[str]]]:
    """Return records without the last cell, where a separator ends every row or all but the first.

    Some programs write one there; a column without a name that holds something stays a mistake.
    """
    header = records[0][1] if records else []
    named = max((at for at, cell in enumerate(header, 1) if cell.strip()), default=0)
    ends = [row[named:] for _, row in records if len(row) > named]
    every = len(ends) >= max(len(records) - 1, 1)
    if not named or not every or any(len(end) > 1 or end[0].strip() for end in ends):
        return records
    return [(number, row[:named]) for number, row in records]


def _records(
    lines: Lines, separator: str, problems: Problems
) -> list[tuple[int, list[str]]] | None:
    """Return each record that is not blank with the line on which it begins; None for no CSV."""
    rows = lines.text.splitlines(keepends=True)
    skipped = 1 if declared_separator(lines.text) else 0
    reader = csv.reader(rows[skipped:], delimiter=separator, strict=True)
    records = []
    begin, cells = 1 + skipped, 0
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                records.append((begin, row))
                cells += len(row)
            begin = reader.line_num + 1 + skipped
            if len(records) > _MOST_ROWS or cells > _MOST_CELLS:
                problems.error(
                    Place(lines.file, begin - 1),
                    f"more rows or cells than are read: {_MOST_ROWS:,} and {_MOST_CELLS:,}",
                    "keep the rows and columns that the briefing shows or rests on",
                )
                return None
    except csv.Error as error:
        found, hint = (
            f"not CSV: {error}",
            'a quote inside a quoted cell is written twice: "says ""so"""',
        )
        if "field larger" in str(error):
            found = f"a cell of more than {csv.field_size_limit():,} characters"
            hint = "end its quotes if it has any; a long text stands in sections/"
        problems.error(Place(lines.file, begin, 1), found, hint)
        return None
    return records


def check_cell(
    figure: Figure,
    cell: CellRef,
    tables: dict[str, DataTable],
    document: Document,
    problems: Problems,
) -> None:
    """Report a cell reference that does not lead to exactly one cell of a data file."""
    path = (figure.id, "cell")
    table = tables.get(cell.table)
    if table is None:
        place = document.place((*path, "table"))
        problems.error(place, f'no data file "{cell.table}"', known_names(cell.table, tables))
        return
    if cell.column not in table.columns:
        place = document.place((*path, "column"))
        found = f'no column "{cell.column}" in {table.place.file}'
        problems.error(place, found, known_names(cell.column, table.columns))
    unknown = [column for column, _ in cell.row if column not in table.columns]
    for column in unknown:
        place = document.key_place((*path, "row", column))
        found = f'no column "{column}" in {table.place.file}'
        problems.error(place, found, known_names(column, table.columns))
    if unknown:
        return
    matches = table.rows_where(cell.row)
    if len(matches) != 1:
        shown = ", ".join(f"{column}: {value}" for column, value in cell.row)
        column, value = cell.row[0]
        values = {row[table.columns.index(column)] for row in table.rows}
        place = document.key_place((*path, "row"))
        if matches:
            found = f"{len(matches)} rows of {table.place.file} have {shown}"
            problems.error(place, found, "name another column too, so that one row is left")
        else:
            found = f"no row of {table.place.file} has {shown}"
            problems.error(place, found, known_names(value, values))


def named_tables(
    defined: Iterable[TableSpec], data: Mapping[str, DataTable], problems: Problems
) -> dict[str, TableSpec]:
    """Return the tables by name; a data file is one too where nothing defines it otherwise."""
    tables: dict[str, TableSpec] = {}
    for table in defined:
        found = f'the table "{table.name}" is defined twice'
        if table.name in tables:
            hint = (
                f"first at {tables[table.name].place}; to show it again as it is there, name"
                f" it alone the second time:\n:::{{table}} {table.name}\n:::"
            )
            if table.takeaway:
                hint += "\n:takeaway: is an option of the first alone, which says it"
            hint += "" if table.data else "\nif it is another table, rename one of them"
            problems.error(table.place, found, hint)
        elif table.name in data and not table.data:
            hint = f"a data file has this name: {data[table.name].place.file}; use another"
            problems.error(table.place, found, hint)
        tables.setdefault(table.name, table)
    for name, source in data.items():
        if source.area is None or not source.area.alone:
            tables.setdefault(name, TableSpec(name, (), data=name, place=source.place))
    return tables
