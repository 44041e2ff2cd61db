"""The workbook of a native chart (.xlsx): a chart in; cells, and the ranges of its series, out.

The workbook holds the plotted cells and their names, and nothing else. Text is only ever written as
text: no label can become a formula or a link.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from builder.charts.native import CARTESIAN, NativeChart, NativeSeries
from builder.frozen import dataclass
from builder.model.saying import column_name
from builder.outputs.pptx.plan.ledger import row_name

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

SHEET: Final = "Sheet1"
# Any fixed moment will do; zip archives know none before 1980.
_CREATED: Final = datetime(1980, 1, 1)

Cell = str | Decimal


@dataclass(frozen=True)
class Ranges:
    """Where a series' cells are, as `Sheet1!$B$2:$B$4`; those that its chart has not are empty."""

    name: str
    categories: str
    values: str
    x: str
    sizes: str


def ranges(native: NativeChart) -> tuple[Ranges, ...]:
    """Return where each series stands: a column each or, with x and y, one block below another."""
    if native.type not in CARTESIAN:
        last = len(native.categories) + 1
        return tuple(
            Ranges(_cell(1, column), _span(2, last, 1), _span(2, last, column), "", "")
            for column in range(2, len(native.series) + 2)
        )
    found, rows = [], depth(native)
    for number in range(len(native.series)):
        top = 1 + number * (rows + 2)
        first, last = top + 1, top + rows
        sizes = _span(first, last, 3) if native.type == "BUBBLE" else ""
        across, up = _span(first, last, 1), _span(first, last, 2)
        found.append(Ranges(_cell(top, 2), "", up, across, sizes))
    return tuple(found)


def depth(native: NativeChart) -> int:
    """Return how many rows each series has, empty ones included.

    All have as many as the longest: LibreOffice leaves out the first series of a scatter chart
    where it is shorter than another.
    """
    return max((len(series.points) for series in native.series), default=0)


def cells(native: NativeChart) -> dict[tuple[int, int], Cell]:
    """Return what each cell holds by row and column from 0; empty cells are left out."""
    held: dict[tuple[int, int], Cell | None] = {}
    if native.type not in CARTESIAN:
        for row, name in enumerate(native.categories, 1):
            held[row, 0] = Decimal(native.moments[row - 1]) if native.moments else name.text
        for column, series in enumerate(native.series, 1):
            held[0, column] = series.name.text
            for row, point in enumerate(series.points, 1):
                held[row, column] = point.value
    else:
        for number, series in enumerate(native.series):
            held.update(_block(native, series, number * (depth(native) + 2)))
    return {place: cell for place, cell in held.items() if cell is not None and cell != ""}


def _block(
    native: NativeChart, series: NativeSeries, top: int
) -> dict[tuple[int, int], Cell | None]:
    held: dict[tuple[int, int], Cell | None] = {(top, 1): series.name.text}
    for row, point in enumerate(series.points, top + 1):
        held |= {(row, 0): point.x, (row, 1): point.value, (row, 2): point.size}
        name = row_name(native, point)
        if name is not None:
            held[row, 2] = name.text
    return held


def workbook(native: NativeChart) -> bytes:
    """Return the .xlsx; its archive is not normalised yet."""
    from xlsxwriter import Workbook

    buffer = io.BytesIO()
    book = Workbook(buffer, {"in_memory": True})
    book.set_properties({"created": _CREATED})
    sheet = book.add_worksheet(SHEET)
    own = (series.number_format or native.number_format for series in native.series)
    codes = dict(enumerate(own, 1)) if native.type not in CARTESIAN else {}
    forms = {
        code: book.add_format({"num_format": code})
        for code in dict.fromkeys((native.number_format, *codes.values()))
    }
    dates = _date_format(book, native)
    for (row, column), cell in cells(native).items():
        if isinstance(cell, str):
            sheet.write_string(row, column, cell)
        else:
            # The format is that of the values; x and sizes are counted in other units.
            is_value = native.type not in CARTESIAN or column == (0 if native.rows else 1)
            numbers = forms[codes.get(column, native.number_format)]
            form = dates if dates and not column else numbers if is_value else None
            sheet.write_number(row, column, float(f"{cell:.15g}"), form)
    book.close()
    return buffer.getvalue()


def _date_format(book: Workbook, native: NativeChart) -> Format | None:
    """Return the format of dates on an axis of time; years are written as numbers."""
    if not native.moments:
        return None
    return book.add_format({"num_format": "yyyy-mm-dd" if native.in_days else "0"})


def column_texts(points: Sequence[Decimal | None]) -> list[str | None]:
    """Return values as a chart's cache has them: exactly as the workbook writes them."""
    from builder.outputs.pptx.plan.ledger import number_text

    return [None if value is None else number_text(value) for value in points]


def _cell(row: int, column: int) -> str:
    return f"{SHEET}!${column_name(column)}${row}"


def _span(first: int, last: int, column: int) -> str:
    return f"{_cell(first, column)}:${column_name(column)}${last}"
