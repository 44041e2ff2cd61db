"""Cells set off by their values, and headers over several columns: a grid in, looks out.

Shades and bars are measured by all rows of a table, so that a row looks alike wherever it is
shown. Every cell that has one prints its number: colour alone says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from builder.facts.text import Printer
from builder.model.arranging import Arrangement, CellLook, NamedLine, Spanned, Spanner
from builder.problems import Problems
from builder.resolve.tables.grid import TableGrid


def looks_of(
    grid: TableGrid,
    asked: Arrangement,
    parts: Sequence[int],
    numbers: Sequence[int],
    problems: Problems,
) -> tuple[tuple[CellLook | None, ...], ...]:
    """Return the looks of rows by their numbers in the grid (-1: none); empty without any."""
    if not asked.heat and not asked.bars:
        return ()
    heat = {grid.at(column): _ends(grid, column, parts, problems) for column in asked.heat}
    bars = {grid.at(column): _ends(grid, column, parts, problems) for column in asked.bars}
    for column in (*asked.heat, *asked.bars):
        if grid.at(column) not in grid.shown[1:]:
            found = f'the column "{column.name}" is shaded or has bars, but is not shown'
            hint = "show it by :columns:; the first column heads the rows and has neither"
            problems.error(column.place, found, hint)
        if column in asked.bars and grid.at(column) in heat:
            found = f'the column "{column.name}" has both a shade and bars'
            problems.error(column.place, found, "take it out of :heat: or :bars:")

    def look(number: int, at: int) -> CellLook | None:
        amount = grid.amount(number, at) if number >= 0 and (at in heat or at in bars) else None
        if amount is None:
            return None
        if at in heat:
            return CellLook(heat=_heat(amount.value, *heat[at]))
        return CellLook(bar=_bar(amount.value, *bars[at]))

    return tuple(tuple(look(number, at) for at in grid.shown) for number in numbers)


def _ends(
    grid: TableGrid, column: NamedLine, parts: Iterable[int], problems: Problems
) -> tuple[Decimal, Decimal]:
    """Return the smallest and the largest number of a column."""
    at = grid.at(column)
    values = [amount.value for row in parts if (amount := grid.amount(row, at))]
    if not values:
        found = f'the column "{column.name}" holds no numbers to set its cells off by'
        problems.error(column.place, found, "name one that does")
    return min(values, default=Decimal(0)), max(values, default=Decimal(0))


def _heat(value: Decimal, low: Decimal, high: Decimal) -> float:
    """Return a shade: by the column's range, or around nought where it has both signs."""
    if low < 0 < high:
        return round(float(value / max(-low, high)), 3)
    if low == high:
        return 0.0
    return (
        round(float((value - low) / (high - low)), 3)
        if high > 0
        else -round(float((high - value) / (high - low)), 3)
    )


def _bar(value: Decimal, low: Decimal, high: Decimal) -> tuple[float, float]:
    """Return where a bar begins and ends, as shares of the cell; bars stand on nought."""
    low, high = min(low, Decimal(0)), max(high, Decimal(0))
    if low == high:
        return (0.0, 0.0)
    nought, end = (round(float((each - low) / (high - low)), 3) for each in (Decimal(0), value))
    return min(nought, end), max(nought, end)


def spanners_of(grid: TableGrid, spans: Sequence[Spanned], printer: Printer) -> tuple[Spanner, ...]:
    """Return headers over several columns from left to right; report those that cannot stand."""
    names = [grid.names[at] for at in grid.shown]
    found: list[Spanner] = []
    taken: set[int] = set()
    for span in spans:
        first = span.columns[0]
        hidden = [column for column in span.columns if column.name not in names]
        places = sorted(names.index(column.name) for column in span.columns if column not in hidden)
        if hidden:
            what = f'"{hidden[0].name}" is below a header of :spans:, but is not shown'
            printer.problems.error(hidden[0].place, what, "show it by :columns:")
        elif places != list(range(places[0], places[0] + len(places))):
            what = (
                f"the columns below a header stand apart: {', '.join(names[at] for at in places)}"
            )
            printer.problems.error(first.place, what, "put them side by side by :columns:")
        elif taken.intersection(places):
            what = f'"{names[min(taken.intersection(places))]}" is below two headers of :spans:'
            printer.problems.error(first.place, what, "name it below one of them")
        else:
            taken.update(places)
            found.append(Spanner(printer.line(span.header), places[0], len(places)))
    return tuple(sorted(found, key=lambda each: each.first))
