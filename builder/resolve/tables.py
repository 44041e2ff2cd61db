"""Tables: takes them as authors define them, returns them ready to be set."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Final

from builder.facts.cells import BoundCells, bound_cells, cell_owner
from builder.facts.form import Form
from builder.facts.printing import printed_figure
from builder.facts.rounding import decimals_as_stated, printable, rounded
from builder.facts.text import Printer, source_names
from builder.language.dates import word
from builder.language.numbers import number
from builder.model.figure import MOST_DIGITS, Source
from builder.model.table import FIGURE_COLUMNS, Column, DataTable, ResolvedTable, TableSpec
from builder.model.text import Line, Owner, Run, Text
from builder.problems import Place, shortened

_HEADERS: Final = {
    "label": "label",
    "figure": "value",
    "as_of": "as_of",
    "source": "source",
    "confidence": "confidence",
}
# Columns of numbers that name a row rather than count something: printed as written.
_ORDINAL_NAMES: Final = frozenset({"year", "jahr", "année", "annee", "рік"})
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_MOST_CELLS: Final = 30_000
_NOTHING: Final[Line] = (Run("–"),)


@dataclass(frozen=True)
class TableContext:
    """The printer of texts and figures, the data files and the sources, for every table alike."""

    printer: Printer
    data: Mapping[str, DataTable]
    sources: Mapping[str, Source]

    @cached_property
    def bound(self) -> BoundCells:
        """The figures that are bound to cells."""
        return bound_cells(self.printer.figures.values(), self.data)


def resolved_table(spec: TableSpec, context: TableContext) -> ResolvedTable | None:
    """Return a table ready to be set; None where a figure of it has no value."""
    printer = context.printer
    if any(name not in printer.figures for name in spec.figures):
        return None
    if _is_too_long(spec, context):
        return None
    if spec.figures:
        columns, rows = _from_figures(spec, context)
    elif spec.data:
        columns, rows = _from_data(spec, context.data[spec.data], context)
    else:
        columns, rows = _from_cells(spec, printer)
    used = [*spec.figures, *_figures_in(rows)]
    brought = [
        source
        for name in used
        if name in printer.figures
        for source in printer.figures[name].sources
    ]
    return ResolvedTable(
        name=spec.name,
        caption=printer.line(spec.caption),
        columns=columns,
        rows=rows,
        note=printer.line(spec.note),
        sources=tuple(dict.fromkeys([*brought, *spec.source])),
        place=spec.place,
        row_places=tuple(_row_places(spec, context)),
    )


def _is_too_long(spec: TableSpec, context: TableContext) -> bool:
    """Say whether no paper can print so many cells; report it."""
    data = context.data[spec.data] if spec.data and not spec.figures else None
    rows = len(spec.figures or spec.cells) if data is None else len(data.rows)
    columns = len(spec.columns or spec.header) or (len(data.columns) if data else 5)
    if rows * columns <= _MOST_CELLS:
        return False
    context.printer.problems.error(
        spec.place,
        f'the table "{spec.name}" has {rows:,} rows of {columns:,} columns to print',
        f"at most {_MOST_CELLS:,} cells can be printed: choose `:columns:`, or print a shorter"
        " file; figures and claims can rest on all of it",
    )
    return True


def _row_places(spec: TableSpec, context: TableContext) -> Iterator[Place]:
    """Yield where the rows are written: lines of a data file, cells in Markdown."""
    if spec.data and not spec.figures:
        table = context.data[spec.data]
        yield from (table.place_of(row) for row in range(len(table.rows)))
    for row in spec.cells:
        runs = (run for cell in row for run in cell if isinstance(run, Run))
        yield next((run.place for run in runs if run.place.line), spec.place)


_Body = tuple[tuple[Column, ...], tuple[tuple[Line, ...], ...]]


def _from_figures(spec: TableSpec, context: TableContext) -> _Body:
    printer = context.printer
    asked: Sequence[tuple[str, Text]] = spec.columns or [(name, ()) for name in FIGURE_COLUMNS]
    columns = tuple(
        Column(
            printer.line(header) if header else (Run(word(printer.tag, _HEADERS[name])),),
            "right" if name == "figure" else "left",
        )
        for name, header in asked
    )
    rows = tuple(
        tuple(_figure_cell(figure, column, context) for column, _ in asked)
        for figure in spec.figures
    )
    return columns, rows


def _figure_cell(name: str, column: str, context: TableContext) -> Line:
    printer = context.printer
    figure = printer.figures[name]
    if column == "label":
        return printer.label(name)
    if column == "figure":
        return (printer.figure(name),)
    if column == "as_of":
        return printer.as_of(name) or _NOTHING
    if column == "source":
        return source_names(figure.sources, context.sources, printer.tag) or _NOTHING
    return (Run(word(printer.tag, figure.confidence.value)),) if figure.confidence else _NOTHING


def _from_data(spec: TableSpec, table: DataTable, context: TableContext) -> _Body:
    printer = context.printer
    asked = spec.columns or tuple((name, ()) for name in table.columns)
    places = [table.columns.index(name) for name, _ in asked]
    names = [
        place == places[0] or _is_ordinal(table.columns[place]) or _holds_years(table, place)
        for place in places
    ]
    columns = tuple(
        Column(
            printer.line(header)
            if header
            else (Run(name, owner=Owner("cell", f"{table.name}!header/{name}")),),
            "left" if named or not _is_numeric(table, place) else "right",
        )
        for (name, header), place, named in zip(asked, places, names, strict=True)
    )
    rows = tuple(
        tuple(
            _data_cell(table, row, place, named, context)
            for place, named in zip(places, names, strict=True)
        )
        for row in range(len(table.rows))
    )
    return columns, rows


def _data_cell(table: DataTable, row: int, place: int, named: bool, context: TableContext) -> Line:
    """Return a cell as printed; one that a figure is bound to is rounded and hedged like it.

    Line ends within a cell are kept, empty lines are not.
    """
    lines = (line.strip() for line in table.rows[row][place].splitlines())
    text, tag = "\n".join(filter(None, lines)), context.printer.tag
    column = table.columns[place]
    if not text:
        return _NOTHING
    value = None if named else table.number(row, column)
    figure = context.bound.get((table.name, row, column))
    if figure is not None and value is not None:
        text = printed_figure(figure, Form("number"), tag)
    elif value is not None and _printable(table, row, place, value, context):
        shown = table.decimals(row, column)
        text = number(value, decimals_as_stated(value), tag)
        if shown is not None:
            text = number(rounded(value, shown), shown, tag)
    owner = cell_owner(table, row, column, context.bound, as_written=value is None)
    return (Run(text, owner=owner),)


def _printable(
    table: DataTable, row: int, place: int, value: Decimal, context: TableContext
) -> bool:
    written = table.rows[row][place]
    if len(written) <= MOST_DIGITS:
        return True
    what = f'"{shortened(written)}" in column "{table.columns[place]}"'
    where = table.place_of(row, table.columns[place])
    return printable(what, value, decimals_as_stated(value), where, context.printer.problems)


def _is_numeric(table: DataTable, place: int) -> bool:
    filled = [number for number, row in enumerate(table.rows) if row[place].strip()]
    column = table.columns[place]
    return bool(filled) and all(table.number(row, column) is not None for row in filled)


def _is_ordinal(name: str) -> bool:
    return name.strip().lower() in _ORDINAL_NAMES


def _holds_years(table: DataTable, place: int) -> bool:
    """Return whether a column holds nothing but what may be years: printed as typed, they are right
    whatever they count.
    """
    filled = [row[place].strip() for row in table.rows if row[place].strip()]
    return bool(filled) and all(map(_YEAR.fullmatch, filled))


def _from_cells(spec: TableSpec, printer: Printer) -> _Body:
    rows = tuple(tuple(printer.line(cell) for cell in row) for row in spec.cells)
    columns = tuple(
        Column(printer.line(header), "right" if place and _is_figures(rows, place) else "left")
        for place, header in enumerate(spec.header)
    )
    return columns, rows


def _is_figures(rows: Sequence[tuple[Line, ...]], place: int) -> bool:
    """Return whether a column holds nothing but printed figures, one to a cell."""
    filled = [row[place] for row in rows if row[place]]
    return bool(filled) and all(
        len(cell) == 1 and cell[0].owner is not None and cell[0].owner.kind == "figure"
        for cell in filled
    )


def _figures_in(rows: Sequence[tuple[Line, ...]]) -> list[str]:
    return [
        run.owner.id
        for row in rows
        for cell in row
        for run in cell
        if run.owner is not None and run.owner.kind == "figure"
    ]
