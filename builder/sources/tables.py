"""Data files: takes CSV text, returns `DataTable`s; cells stay text as written."""

from __future__ import annotations

import csv
from collections import Counter

from builder.model.figure import CellRef, Figure
from builder.model.table import DataTable
from builder.problems import Place, Problems, known_names
from builder.sources.documents import Document
from builder.sources.lines import Lines


def read_table(name: str, lines: Lines, problems: Problems) -> DataTable | None:
    """Return a data file (RFC 4180, comma-separated, a header row), or None without a header.

    Rows of another length than the header are reported, and filled up or cut.
    """
    place = Place(lines.file, 1, 1)
    records = _records(lines, problems)
    if not records:
        problems.error(place, "an empty data file", "begin it with a row of column names")
        return None
    number, header = records[0]
    columns = tuple(column.strip() for column in header)
    place = Place(lines.file, number, 1)
    for column, count in Counter(columns).items():
        if not column:
            problems.error(place, "a column without a name", "name every column in the first row")
        elif count > 1:
            problems.error(place, f'the column "{column}" stands {count} times', "rename one")
    if len(columns) == 1 and ";" in columns[0]:
        problems.error(place, "semicolons between the cells", "separate cells with commas")
    kept = []
    for number, row in records[1:]:
        if len(row) != len(columns):
            found = f"row has {len(row)} cells, the header has {len(columns)}"
            hint = "put a cell that holds a comma in quotes"
            problems.error(Place(lines.file, number, 1), found, hint)
        cells = [cell.strip() for cell in row] + [""] * len(columns)
        kept.append((number, tuple(cells[: len(columns)])))
    rows, numbers = tuple(row for _, row in kept), tuple(number for number, _ in kept)
    return DataTable(name, columns, rows, numbers, place)


def _records(lines: Lines, problems: Problems) -> list[tuple[int, list[str]]]:
    """Return each record that is not blank with the line on which it begins."""
    reader = csv.reader(lines.text.splitlines(keepends=True), strict=True)
    records = []
    begin = 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                records.append((begin, row))
            begin = reader.line_num + 1
    except csv.Error as error:
        hint = 'a quote inside a quoted cell is written twice: "says ""so"""'
        problems.error(Place(lines.file, begin, 1), f"not CSV: {error}", hint)
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
    wanted = [(table.columns.index(column), value) for column, value in cell.row]
    matches = [row for row in table.rows if all(row[i] == value for i, value in wanted)]
    if len(matches) != 1:
        shown = ", ".join(f"{column}: {value}" for column, value in cell.row)
        column, value = cell.row[0]
        values = {row[wanted[0][0]] for row in table.rows}
        place = document.key_place((*path, "row"))
        if matches:
            found = f"{len(matches)} rows of {table.place.file} have {shown}"
            problems.error(place, found, "name another column too, so that one row is left")
        else:
            found = f"no row of {table.place.file} has {shown}"
            problems.error(place, found, known_names(value, values))
