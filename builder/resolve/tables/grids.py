"""Tables as authors define them, made grids: cells of Markdown, of figures, of a data file."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from typing import Final

from builder.facts.cells import BoundCells, bound_cells, cell_owner
from builder.facts.printing import printed_figure
from builder.facts.rounding import decimals_as_stated, printable, rounded
from builder.facts.sources import source_names
from builder.facts.text import Printer
from builder.frozen import dataclass
from builder.language.dates import printed_date, word
from builder.language.numbers import number
from builder.language.quotes import with_apostrophes
from builder.model.datings import iso_moment
from builder.model.figure import MOST_DIGITS, Form, Moment, ResolvedFigure, Source
from builder.model.table import FIGURE_COLUMNS, Column, DataTable, TableSpec
from builder.model.text import Line, Owner, Run, Text, plain
from builder.problems import Place, shortened
from builder.resolve.tables.grid import EMPTY, NOTHING, Amount, TableGrid

_HEADERS: Final = {
    "label": "label",
    "figure": "value",
    "as_of": "as_of",
    "source": "source",
    "confidence": "confidence",
}
# Columns of numbers that name a row rather than count something: printed as written.
_ORDINAL_NAMES: Final = frozenset({"year", "jahr", "année", "annee", "рік"})


@dataclass(frozen=True)
class TableContext:
    """The printer of texts and figures, the data files, the sources, and which columns hold `years`
    of the calendar, for every table alike.
    """

    printer: Printer
    data: Mapping[str, DataTable]
    sources: Mapping[str, Source]
    years: Collection[tuple[str, str]] = frozenset()

    @cached_property
    def bound(self) -> BoundCells:
        """The figures that are bound to cells."""
        return bound_cells(self.printer.figures.values(), self.data)

    def has(self, spec: TableSpec) -> bool:
        """Return whether all figures of a table are known."""
        return self.printer.figures.keys() >= {*spec.figures}


def grid_of(spec: TableSpec, context: TableContext) -> TableGrid:
    if spec.figures:
        return _from_figures(spec, context)
    if spec.data:
        return _from_data(spec, context.data[spec.data], context)
    return _from_cells(spec, context.printer)


def _shown(spec: TableSpec, names: Sequence[str]) -> Sequence[tuple[str, Text]]:
    """Return the columns to show and their headers; what groups the rows stands above them."""
    groups = spec.arrangement.groups
    asked = spec.columns or tuple((name, ()) for name in names)
    return tuple((name, header) for name, header in asked if not groups or name != groups.name)


def _from_figures(spec: TableSpec, context: TableContext) -> TableGrid:
    printer = context.printer
    asked = _shown(spec, FIGURE_COLUMNS)
    columns = tuple(
        Column(
            printer.line(header) if header else (Run(word(printer.tag, _HEADERS[name])),),
            "right" if name == "figure" else "left",
        )
        for name, header in asked
    )

    def cell(row: int, at: int) -> Line:
        return _figure_cell(spec.figures[row], FIGURE_COLUMNS[at], context)

    def amount(row: int, at: int) -> Amount | None:
        figure = printer.figures[spec.figures[row]]
        return amount_of(figure, "full") if FIGURE_COLUMNS[at] == "figure" else None

    return TableGrid(
        name=spec.name,
        names=FIGURE_COLUMNS,
        shown=tuple(FIGURE_COLUMNS.index(name) for name, _ in asked),
        columns=columns,
        count=len(spec.figures),
        cell=cell,
        text=lambda row, at: plain(cell(row, at)),
        amount=amount,
        place=lambda row: (
            printer.figures[spec.figures[row]].place if spec.arrangement.sums else spec.place
        ),
        mark=lambda _: ".",
        tag=printer.tag,
    )


def _figure_cell(name: str, column: str, context: TableContext) -> Line:
    printer = context.printer
    figure = printer.figures[name]
    if column == "label":
        return printer.label(name)
    if column == "figure":
        return (printer.figure(name),)
    if column == "as_of":
        return printer.as_of(name) or EMPTY
    if column == "source":
        return source_names(figure.sources, context.sources, printer.tag) or EMPTY
    return (Run(word(printer.tag, figure.confidence.value)),) if figure.confidence else EMPTY


def _from_data(spec: TableSpec, table: DataTable, context: TableContext) -> TableGrid:
    printer = context.printer
    asked = _shown(spec, table.columns)
    places = [table.columns.index(name) for name, _ in asked]
    names = {
        place: place == places[0]
        or _is_ordinal(table.columns[place])
        or (table.name, table.columns[place]) in context.years
        for place in places
    }
    columns = tuple(
        Column(
            printer.line(header) if header else _named(table, place),
            "left" if names[place] or not _is_numeric(table, place) else "right",
        )
        for (name, header), place in zip(asked, places, strict=True)
    )

    def amount(row: int, at: int) -> Amount | None:
        figure = context.bound.get((table.name, row, table.columns[at]))
        if figure is not None and not names.get(at, True):
            return amount_of(figure, "number")
        value = table.number(row, table.columns[at])
        if value is None:
            return None
        shown = table.decimals(row, table.columns[at])
        return Amount(value, value if shown is None else rounded(value, shown))

    return TableGrid(
        name=spec.name,
        names=table.columns,
        shown=tuple(places),
        columns=columns,
        count=len(table.rows),
        cell=lambda row, at: _data_cell(table, row, at, names.get(at, True), context),
        text=lambda row, at: table.rows[row][at],
        amount=amount,
        place=table.place_of,
        mark=lambda at: table.mark(table.columns[at]),
        tag=printer.tag,
    )


def _named(table: DataTable, place: int) -> Line:
    """Return a column's head: its name, and the sign that a workbook shows beside its numbers."""
    name, sign = table.columns[place], table.sign_of(place)
    owner = Owner("cell", f"{table.name}!header/{name}")
    head = Run(with_apostrophes(name), owner=owner)
    return (head, Run(f" ({sign})")) if sign else (head,)


def amount_of(figure: ResolvedFigure, form: str) -> Amount | None:
    """Return the number of a figure as it is printed in a form; None of a date or a year."""
    if isinstance(figure.value, Moment) or figure.year:
        return None
    printed = figure.value if figure.rounded is None else figure.rounded
    return Amount(figure.value, printed, figure.unit, figure.hedge, form)


def _data_cell(table: DataTable, row: int, place: int, named: bool, context: TableContext) -> Line:
    """Return a cell as printed; one that a figure is bound to is rounded and hedged like it.

    Line ends within a cell are kept, empty lines are not.
    """
    lines = (line.strip() for line in table.rows[row][place].splitlines())
    text, tag = "\n".join(filter(None, lines)), context.printer.tag
    column = table.columns[place]
    if not text:
        return EMPTY
    value = None if named else table.number(row, column)
    figure = context.bound.get((table.name, row, column))
    if figure is not None and value is not None:
        text = printed_figure(figure, Form("number"), tag)
    elif value is not None and _printable(table, row, place, value, context):
        shown = table.decimals(row, column)
        text = number(value, decimals_as_stated(value), tag)
        if shown is not None:
            text = number(rounded(value, shown), shown, tag)
    elif value is None:
        text = _day_of_workbook(table, text, tag) or with_apostrophes(text)
    owner = cell_owner(table, row, column, context.bound, as_written=value is None)
    return (Run(text, owner=owner),)


def _day_of_workbook(table: DataTable, text: str, tag: str) -> str:
    """Return a day or month of a workbook, which has its own format for it, as the language writes
    it; nothing where the cell is none.
    """
    moment = iso_moment(text) if table.area is not None else None
    if moment is None or not moment.month:
        return ""
    return printed_date(moment, "number" if moment.day else "short", tag)


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


def _from_cells(spec: TableSpec, printer: Printer) -> TableGrid:
    rows = tuple(tuple(printer.line(cell) for cell in row) for row in spec.cells)
    names = tuple(map(plain, spec.header))
    groups = spec.arrangement.groups
    # Two headers may be alike, or empty.
    shown = tuple(at for at, name in enumerate(names) if not groups or name != groups.name)
    columns = tuple(
        Column(
            printer.line(spec.header[place]),
            "right" if place != shown[0] and _is_figures(rows, place) else "left",
        )
        for place in shown
    )

    def amount(row: int, at: int) -> Amount | None:
        found = [run.owner for run in rows[row][at]]
        if len(found) != 1 or found[0] is None or found[0].kind != "figure":
            return None
        return amount_of(printer.figures[found[0].id], found[0].form)

    def place(row: int) -> Place:
        runs = (run for cell in spec.cells[row] for run in cell if isinstance(run, Run))
        return next((run.place for run in runs if run.place.line), spec.place)

    return TableGrid(
        name=spec.name,
        names=names,
        shown=shown,
        columns=columns,
        count=len(rows),
        cell=lambda row, at: rows[row][at],
        text=lambda row, at: plain(rows[row][at]),
        amount=amount,
        place=place,
        mark=lambda _: ".",
        tag=printer.tag,
    )


def _is_figures(rows: Sequence[tuple[Line, ...]], place: int) -> bool:
    """Return whether a column holds printed figures alone, one to a cell, and dashes for missing
    ones.
    """
    filled = [row[place] for row in rows if plain(row[place]).strip() not in NOTHING]
    return bool(filled) and all(
        len(cell) == 1 and cell[0].owner is not None and cell[0].owner.kind == "figure"
        for cell in filled
    )
