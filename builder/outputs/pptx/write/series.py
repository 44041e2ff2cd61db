"""The series of a native chart (`c:ser`, in the order that each type asks): a chart in, XML out.

They name the ranges of the chart's workbook, and keep what these hold.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from builder.charts.native import CARTESIAN, NativeChart, NativePoint, NativeSeries
from builder.ooxml.escaping import escape
from builder.outputs.pptx.plan.marks import on_grid
from builder.outputs.pptx.plan.model import CHART_COLOUR, ChartItem
from builder.outputs.pptx.write.errorbars import error_bars
from builder.outputs.pptx.write.text import ChartText
from builder.outputs.pptx.write.workbook import Ranges, column_texts, depth, ranges
from builder.units import emu

if TYPE_CHECKING:
    pass

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


def series_elements(item: ChartItem, text: ChartText, part: slice) -> str:
    """Return the `c:ser` elements of a part of a chart's series."""
    held = enumerate(zip(item.native.series, ranges(item.native), strict=True))
    return "".join(
        _series(number, series, place, item, text) for number, (series, place) in list(held)[part]
    )


def _series(
    number: int, series: NativeSeries, place: Ranges, item: ChartItem, text: ChartText
) -> str:
    native = item.native if number < item.native.bars else replace(item.native, type="LINE")
    kind = native.type
    shifts = {
        point: (off / item.box.width, 0.0) if native.across else (0.0, off / item.box.height)
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
    ground = "paper" if on_grid(native, series) else ""
    middle += text.labels(
        series.points, series.label_position, shifts, sides, placed=placed, ground=ground
    )
    middle += error_bars(series, text)
    return head + middle + _data(series, place, native) + "</c:ser>"


def _shape(series: NativeSeries, native: NativeChart, text: ChartText) -> str:
    if native.type == "LINE":
        width, dash = (_THIN, '<a:prstDash val="dash"/>') if series.dashed else (_LINE, "")
        ink = f"{text.paint(series.colour)}{dash}<a:round/>"
        return f'<c:spPr><a:ln w="{emu(width)}" cap="rnd">{ink}</a:ln></c:spPr>'
    if native.type == "XY_SCATTER":
        return "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
    return f"<c:spPr>{text.paint(series.colour)}{_edge(native, text)}</c:spPr>"


def _edge(native: NativeChart, text: ChartText) -> str:
    """Return the white edge that parts of a whole are told apart by.

    Columns that connectors join are stacked, but no parts of a whole.
    """
    apart = native.stacked or native.type in ("DOUGHNUT", "BUBBLE")
    return text.line(_SEPARATOR if apart and not native.connectors else 0.0, "paper")


def _symbol(series: NativeSeries) -> str:
    if not series.dotted:
        return "none"
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
    code = series.number_format or native.number_format
    if native.type not in CARTESIAN:
        if native.moments:
            names = numbers(place.categories, [str(moment) for moment in native.moments], _ISO)
        else:
            names = strings(place.categories, [name.text for name in native.categories])
        values = numbers(place.values, _values(series.points), code)
        smooth = '<c:smooth val="0"/>' if native.type == "LINE" else ""
        return f"<c:cat>{names}</c:cat><c:val>{values}</c:val>{smooth}"
    spare = [None] * (depth(native) - len(series.points))
    # In rows the values are x, and what stands up is the number of the row.
    codes = (code, "0") if native.rows else ("General", code)
    values = numbers(place.values, [*_values(series.points), *spare], codes[1])
    x = numbers(place.x, [*column_texts([point.x for point in series.points]), *spare], codes[0])
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
