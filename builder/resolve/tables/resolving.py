"""Tables: takes them as authors define them, returns them ready to be set."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from builder.facts.text import Printer
from builder.model.arranging import PLAIN, UNSHAPED, View
from builder.model.blocks import TableUse
from builder.model.table import ResolvedTable, TableSpec
from builder.model.text import FigureUse, Line, texts_of
from builder.resolve.tables.grids import TableContext, grid_of

_MOST_CELLS: Final = 30_000


def resolved_table(spec: TableSpec, context: TableContext, use: TableUse) -> ResolvedTable | None:
    """Return a showing of a table, ready to be set; None where a figure of it has no value.

    None too where it is arranged by what it has not.
    """
    printer = context.printer
    if any(name not in printer.figures for name in spec.figures):
        return None
    view = View(
        spec.view.rows if use.view.rows is None else use.view.rows,
        spec.view.sort if use.view.sort is None else use.view.sort,
        use.view.written or spec.view.written,
    )
    grid = grid_of(spec, context)
    columns = len(grid.shown)
    headers, shape = grid.columns, UNSHAPED
    if spec.arrangement == PLAIN and not view.is_said:
        if _is_too_long(spec, grid.count, columns, printer):
            return None
        rows = tuple(tuple(grid.cell(row, at) for at in grid.shown) for row in range(grid.count))
        places = tuple(map(grid.place, range(grid.count)))
    else:
        from builder.resolve.tables.arranging import arranged

        found = arranged(
            grid, spec, view, printer, lambda rows: _is_too_long(spec, rows, columns, printer)
        )
        if found is None:
            return None
        headers, rows, places, shape = found.columns, found.rows, found.places, found.shape
    every = shape == UNSHAPED or spec.arrangement.sums
    used = [*(_figures_of(spec) if every else ()), *_figures_in(rows)]
    brought = [
        source
        for name in used
        if name in printer.figures
        for source in printer.figures[name].sources
    ]
    return ResolvedTable(
        name=spec.name,
        caption=printer.line(spec.caption),
        columns=headers,
        rows=rows,
        note=printer.line(spec.note),
        sources=tuple(dict.fromkeys([*brought, *spec.source])),
        place=spec.place,
        row_places=places,
        shape=shape,
        key=use.key,
        takeaway=printer.line(spec.takeaway),
    )


def _is_too_long(spec: TableSpec, rows: int, columns: int, printer: Printer) -> bool:
    """Say whether no paper can print so many cells; report it."""
    if rows * columns <= _MOST_CELLS:
        return False
    printer.problems.error(
        spec.place,
        f'the table "{spec.name}" has {rows:,} rows of {columns:,} columns to print',
        f"at most {_MOST_CELLS:,} cells can be printed: choose `:columns:`, show fewer by `:rows:`,"
        " or print a shorter file; figures and claims can rest on all of it",
    )
    return True


def _figures_of(spec: TableSpec) -> list[str]:
    """Return the figures of all rows, be they shown or added up alone."""
    uses = (item for text in texts_of(spec.cells) for item in text)
    return [*spec.figures, *(each.figure for each in uses if isinstance(each, FigureUse))]


def _figures_in(rows: Sequence[tuple[Line, ...]]) -> list[str]:
    return [
        run.owner.id
        for row in rows
        for cell in row
        for run in cell
        if run.owner is not None and run.owner.kind == "figure"
    ]
