"""The numbers of a native chart: a chart in; its workbook (.xlsx), and the series of its part,
which name the workbook's ranges (`c:ser`, in the order that each type asks), out.

The workbook holds the plotted cells and their names, and nothing else. Text is only ever written as
text: no label can become a formula or a link.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from builder.charts.native import CARTESIAN, NativeChart, NativePoint, NativeSeries
from builder.frozen import dataclass
from builder.model.chart import column_name
from builder.outputs.pptx.plan.model import CHART_COLOUR, ChartItem
from builder.outputs.pptx.write.errorbars import error_bars
from builder.outputs.pptx.write.text import ChartText
from builder.units import emu

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

_LINE = 2.5
_THIN = 1.25
_END_DOT = 8
_NO_DOT = '<c:marker><c:symbol val="none"/></c:marker>'
# Sizes of a scatter chart's marks by their prominence. LibreOffice colours a point's own mark only
# where it is of another size than its series'.
_MARKERS = {-1: 9, 0: 10, 1: 12}
_ISO = r"yyyy\-mm\-dd"
_SEPARATOR = 1.5
_RIM = 1.0
_STROKED = 2.5


def series_elements(item: ChartItem, text: ChartText) -> str:
    """Return the `c:ser` elements of a chart."""
    native = item.native
    found = []
    for number, (series, place) in enumerate(zip(native.series, ranges(native), strict=True)):
        found.append(_series(number, series, place, item, text))
    return "".join(found)


def _series(
    number: int, series: NativeSeries, place: Ranges, item: ChartItem, text: ChartText
) -> str:
    native, kind = item.native, item.native.type
    shifts = {
        point: (off / item.box.width, 0.0) if "BAR" in kind else (0.0, off / item.box.height)
        for at, point, off in item.shifts
        if at == number
    }
    sides = {point: side for at, point, side in item.sides if at == number}
    placed = kind != "DOUGHNUT" and not kind.startswith("AREA")
    head = (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/>'
        f"<c:tx>{strings(place.name, [series.name.text])}</c:tx>{_shape(series, native, text)}"
    )
    middle = ""
    if kind.startswith(("BAR", "COLUMN", "BUBBLE")):
        middle += '<c:invertIfNegative val="0"/>'
    if kind == "LINE":
        middle += _NO_DOT
    if kind == "XY_SCATTER":
        middle += _marker(_symbol(series), _MARKERS[0], series.colour, text)
    middle += _points(series, native, text)
    middle += text.labels(series.points, series.label_position, shifts, sides, placed=placed)
    middle += error_bars(series, text)
    return head + middle + _data(series, place, native) + "</c:ser>"


def _shape(series: NativeSeries, native: NativeChart, text: ChartText) -> str:
    if native.type == "LINE":
        width, dash = (_THIN, '<a:prstDash val="dash"/>') if series.dashed else (_LINE, "")
        line = (
            f'<a:ln w="{emu(width)}" cap="rnd">{text.paint(series.colour)}{dash}<a:round/></a:ln>'
        )
        return f"<c:spPr>{line}</c:spPr>"
    if native.type == "XY_SCATTER":
        return "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
    return f"<c:spPr>{text.paint(series.colour)}{_edge(native, text)}</c:spPr>"


def _edge(native: NativeChart, text: ChartText) -> str:
    """Return the white edge that parts of a whole are told apart by.

    Columns that connectors join are stacked, but no parts of a whole.
    """
    apart = native.type in ("COLUMN_STACKED", "DOUGHNUT", "BUBBLE", "AREA_STACKED")
    return text.line(_SEPARATOR if apart and not native.connectors else 0.0, "paper")


def _symbol(series: NativeSeries) -> str:
    return "circle" if series.marker == "none" else series.marker


def _marker(symbol: str, size: int, slot: str, text: ChartText) -> str:
    # Programs draw these two as strokes, without a fill.
    edge = (
        text.line(_STROKED, CHART_COLOUR + slot)
        if symbol in ("plus", "x")
        else text.line(_RIM, "paper")
    )
    return (
        f'<c:marker><c:symbol val="{symbol}"/><c:size val="{size}"/><c:spPr>{text.paint(slot)}'
        f"{edge}</c:spPr></c:marker>"
    )


def _points(series: NativeSeries, native: NativeChart, text: ChartText) -> str:
    """Return `c:dPt` for parts of a ring, what differs from its series, and the end of a line."""
    kind, found = native.type, []
    for at, point in enumerate(series.points):
        slot = point.colour or series.colour
        if kind == "LINE":
            if (point.label or point.marked) and point.value is not None:
                # A point's own shape replaces the series': the segment that ends here too.
                segment = _shape(series, native, text)
                dot = _NO_DOT if series.dashed else _marker("circle", _END_DOT, slot, text)
                found.append(_point(at, dot, segment))
        elif kind == "XY_SCATTER":
            if slot != series.colour or point.prominence:
                size = _MARKERS[point.prominence]
                found.append(_point(at, _marker(_symbol(series), size, slot, text), ""))
        elif kind == "DOUGHNUT" or (point.colour and point.colour != series.colour):
            # A part of a ring that states no colour would get one of the program's own.
            inverted = "" if kind == "DOUGHNUT" else '<c:invertIfNegative val="0"/>'
            flat = '<c:bubble3D val="0"/>' if kind in ("DOUGHNUT", "BUBBLE") else ""
            shape = f"<c:spPr>{text.paint(slot)}{_edge(native, text)}</c:spPr>"
            found.append(_point(at, inverted + flat, shape))
    return "".join(found)


def _point(at: int, before: str, shape: str) -> str:
    return f'<c:dPt><c:idx val="{at}"/>{before}{shape}</c:dPt>'


def _data(series: NativeSeries, place: Ranges, native: NativeChart) -> str:
    code = native.number_format
    if native.type not in CARTESIAN:
        if native.moments:
            names = numbers(place.categories, [str(moment) for moment in native.moments], _ISO)
        else:
            names = strings(place.categories, [name.text for name in native.categories])
        values = numbers(place.values, _values(series.points), code)
        smooth = '<c:smooth val="0"/>' if native.type == "LINE" else ""
        return f"<c:cat>{names}</c:cat><c:val>{values}</c:val>{smooth}"
    spare = [None] * (depth(native) - len(series.points))
    values = numbers(place.values, [*_values(series.points), *spare], code)
    x = numbers(place.x, [*column_texts([point.x for point in series.points]), *spare], "General")
    both = f"<c:xVal>{x}</c:xVal><c:yVal>{values}</c:yVal>"
    if native.type == "XY_SCATTER":
        return f'{both}<c:smooth val="0"/>'
    areas = column_texts([point.size for point in series.points])
    sizes = numbers(place.sizes, [*areas, *spare], "General")
    return f'{both}<c:bubbleSize>{sizes}</c:bubbleSize><c:bubble3D val="0"/>'


def _values(points: Sequence[NativePoint]) -> list[str | None]:
    return column_texts([point.value for point in points])


def strings(where: str, texts: Sequence[str]) -> str:
    """Return `c:strRef`: cells of text and what they hold."""
    return f"<c:strRef><c:f>{where}</c:f><c:strCache>{_cache(texts)}</c:strCache></c:strRef>"


def numbers(where: str, texts: Sequence[str | None], code: str) -> str:
    """Return `c:numRef`: cells of numbers, what they hold, and their format."""
    return (
        f"<c:numRef><c:f>{where}</c:f><c:numCache><c:formatCode>{escape(code)}</c:formatCode>"
        f"{_cache(texts)}</c:numCache></c:numRef>"
    )


def _cache(texts: Sequence[str | None]) -> str:
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{escape(text)}</c:v></c:pt>'
        for at, text in enumerate(texts)
        if text is not None
    )
    return f'<c:ptCount val="{len(texts)}"/>{points}'


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
        found.append(Ranges(_cell(top, 2), "", _span(first, last, 2), _span(first, last, 1), sizes))
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
            held.update(_block(series, number * (depth(native) + 2)))
    return {place: cell for place, cell in held.items() if cell is not None and cell != ""}


def _block(series: NativeSeries, top: int) -> dict[tuple[int, int], Cell | None]:
    held: dict[tuple[int, int], Cell | None] = {(top, 1): series.name.text}
    for row, point in enumerate(series.points, top + 1):
        held |= {(row, 0): point.x, (row, 1): point.value, (row, 2): point.size}
    return held


def workbook(native: NativeChart) -> bytes:
    """Return the .xlsx; its archive is not normalised yet."""
    from xlsxwriter import Workbook

    buffer = io.BytesIO()
    book = Workbook(buffer, {"in_memory": True})
    book.set_properties({"created": _CREATED})
    sheet = book.add_worksheet(SHEET)
    numbers = book.add_format({"num_format": native.number_format})
    dates = _date_format(book, native)
    for (row, column), cell in cells(native).items():
        if isinstance(cell, str):
            sheet.write_string(row, column, cell)
        else:
            # The format is that of the values; x and sizes are counted in other units.
            is_value = native.type not in CARTESIAN or column == 1
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
