"""Doughnut: parts of a whole, clockwise from the top, named and valued in a list beside it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate
from typing import Final

from builder.charts import measuring
from builder.charts.frame import Edge, Frame, pattern_of
from builder.charts.markers import told_apart
from builder.charts.native import NativeChart, NativePoint, NativeSeries, Swatch, owners, rgb
from builder.charts.registry import OF_POINTS, Account, ChartType
from builder.charts.resolving.category import category_chart
from builder.charts.style import ChartStyle, part_slots
from builder.charts.telling import Teller
from builder.charts.telling.values import ranking
from builder.charts.typeset import SetWords, balanced, one_line, wrapped
from builder.model.chart import Datum, ResolvedChart
from builder.theme.theme import Theme

_DIAMETER: Final = 128.0
_LARGE: Final = 200.0  # in a chart across the page
_NARROW: Final = 200.0  # points of width: the list stands below the ring
_SHARE: Final = 0.8  # of such a width that the ring takes
_BELOW_RING: Final = 10.0
_HOLE: Final = 0.6
_SEPARATOR: Final = 1.2
_INDENT: Final = 4.0
_TO_LIST: Final = 24.0
_SWATCH: Final = 8.0
_AFTER_SWATCH: Final = 14.0
_TO_VALUE: Final = 16.0
_ROW_GAP: Final = 7.0
_CENTRE_SIZES: Final = (19.0, 13.0, 10.5, 9.0, 8.0)


def draw(frame: Frame, chart: ResolvedChart, style: ChartStyle) -> float:
    """Draw ring and list below the frame's top; return the foot of the drawing."""
    if frame.width < _NARROW:
        return _above_list(frame, chart, style)
    radius = min(_LARGE if frame.extent == "hero" else _DIAMETER, 0.42 * frame.width) / 2
    left = 2 * radius + _INDENT + _TO_LIST
    centre, rows, height = _centre(chart, style, radius * _HOLE), *_rows(frame, chart, style, left)
    lead = () if centre else _centre_above(frame, chart, style, left)
    height += sum(block.height + _ROW_GAP for block in lead)
    middle = frame.top + max(2 * radius, height) / 2
    _ring(frame, chart, style, (radius + _INDENT, middle), radius)
    top = middle - sum(block.height for block in centre) / 2 - 2 * (len(centre) - 1)
    for block in centre:
        frame.put(block, radius + _INDENT, top, "centre", "top")
        top += block.height + 4
    top = middle - height / 2
    for block in lead:
        frame.put(block, left, top, vertical="top")
        top += block.height + _ROW_GAP
    _list(frame, chart, style, rows, (left, top))
    return middle + max(2 * radius, height) / 2


def _above_list(frame: Frame, chart: ResolvedChart, style: ChartStyle) -> float:
    """Draw the ring above the list, in a narrow frame; return the foot."""
    radius = min(_DIAMETER, _SHARE * frame.width) / 2
    centre, rows, _ = _centre(chart, style, radius * _HOLE), *_rows(frame, chart, style, 0.0)
    for block in () if centre else _centre_above(frame, chart, style, 0.0):
        frame.put(block, 0.0, frame.top, vertical="top")
        frame.top += block.height + _ROW_GAP
    middle = frame.top + radius
    _ring(frame, chart, style, (frame.width / 2, middle), radius)
    top = middle - sum(block.height for block in centre) / 2 - 2 * (len(centre) - 1)
    for block in centre:
        frame.put(block, frame.width / 2, top, "centre", "top")
        top += block.height + 4
    return _list(frame, chart, style, rows, (0.0, middle + radius + _BELOW_RING)) - _ROW_GAP


def _list(
    frame: Frame,
    chart: ResolvedChart,
    style: ChartStyle,
    rows: Sequence[tuple[SetWords, SetWords]],
    corner: tuple[float, float],
) -> float:
    """Draw the list of parts from its upper left corner; return where a further row would begin."""
    left, top = corner
    values = left + _AFTER_SWATCH + max((name.width for name, _ in rows), default=0.0) + _TO_VALUE
    values += max((value.width for _, value in rows), default=0.0)
    for (name, value), slot in zip(rows, told_apart(part_slots(chart), style.theme), strict=True):
        fill, pattern = rgb(slot, style.theme), pattern_of(slot, style.theme)
        frame.rectangle(left, top + _offset(name), _SWATCH, _SWATCH, fill, pattern=pattern)
        frame.put(name, left + _AFTER_SWATCH, top, vertical="top")
        frame.put(value, values, top, "right", "top")
        top += max(name.height, value.height) + _ROW_GAP
    return top


def native(chart: ResolvedChart, theme: Theme) -> NativeChart:
    """Return the chart as PowerPoint's doughnut; values stand in the list of keys."""
    slots = told_apart(part_slots(chart), theme)
    return NativeChart(
        type="DOUGHNUT",
        series=tuple(
            NativeSeries(
                name=series.name,
                points=tuple(
                    NativePoint(datum.value, colour=slot, owners=owners(chart, datum))
                    for datum, slot in zip(series.data, slots, strict=True)
                ),
                colour=slots[0] if slots else "accent1",
                label_position="none",
            )
            for series in chart.series[:1]
        ),
        categories=chart.categories,
        keys=tuple(
            Swatch(name, slot, (datum.label,))
            for name, slot, datum in zip(chart.categories, slots, _parts(chart), strict=True)
        ),
        legend="right",
        centre=chart.centre,
        number_format=chart.number_format,
        hole_size=round(_HOLE * 100),
    )


def _parts(chart: ResolvedChart) -> tuple[Datum, ...]:
    return chart.series[0].data if chart.series else ()


def _offset(name: SetWords) -> float:
    """Return how far a swatch lies below the top of its name, to look centred on its line."""
    return name.ascent - 0.33 * name.type.size - _SWATCH / 2


def _ring(
    frame: Frame,
    chart: ResolvedChart,
    style: ChartStyle,
    centre: tuple[float, float],
    radius: float,
) -> None:
    values = [max(part.value or Decimal(0), Decimal(0)) for part in _parts(chart)]
    whole = sum(values) or Decimal(1)
    starts = accumulate(values, initial=Decimal(0))
    separator = Edge(style.theme.colours.paper, _SEPARATOR)
    slots = told_apart(part_slots(chart), style.theme)
    for place, (start, value, slot) in enumerate(zip(starts, values, slots, strict=False)):
        if value:
            shares = float(start / whole), float((start + value) / whole)
            edge = separator if value < whole else None
            fill, pattern = rgb(slot, style.theme), pattern_of(slot, style.theme)
            with frame.as_mark(0, place):
                frame.sector(centre, (radius * _HOLE, radius), shares, fill, edge, pattern)


def _rows(
    frame: Frame, chart: ResolvedChart, style: ChartStyle, left: float
) -> tuple[list[tuple[SetWords, SetWords]], float]:
    """Return name and value of each part, set, and the height of the list."""
    values = [one_line((part.label,), style.strong) for part in _parts(chart)]
    widest = max((value.width for value in values), default=0.0)
    room = max(30.0, frame.width - left - _AFTER_SWATCH - _TO_VALUE - widest)
    names = [balanced((run,), style.label, room, chart.language) for run in chart.categories]
    rows = list(zip(names, values, strict=True))
    height = sum(max(name.height, value.height) + _ROW_GAP for name, value in rows)
    return rows, height - _ROW_GAP if rows else 0.0


def _centre(chart: ResolvedChart, style: ChartStyle, radius: float) -> tuple[SetWords, ...]:
    """Return the inner text: its first line as large as the hole allows; nothing if none fits."""
    if not chart.centre:
        return ()
    for size in _CENTRE_SIZES:
        large = one_line(chart.centre[:1], style.strong.at(size))
        small = [
            wrapped((run,), style.caption, 1.6 * radius, chart.language) for run in chart.centre[1:]
        ]
        blocks = tuple(block for block in (large, *small) if block.lines)
        half = sum(block.height for block in blocks) / 2 + 2 * (len(blocks) - 1)
        widest = max((block.width for block in blocks), default=0.0)
        if (widest / 2) ** 2 + (0.8 * half) ** 2 <= (radius - 6) ** 2:
            return blocks
    return ()


def _centre_above(
    frame: Frame, chart: ResolvedChart, style: ChartStyle, left: float
) -> tuple[SetWords, ...]:
    blocks = (
        wrapped((run,), style.strong, frame.width - left, chart.language) for run in chart.centre
    )
    return tuple(block for block in blocks if block.lines)


def tell(chart: ResolvedChart, teller: Teller) -> Account:
    """Tell the parts from the largest to the smallest."""
    return ranking(chart, teller, "largest_part", "smallest_part")


KIND: Final = ChartType(
    name="doughnut",
    called={
        "en": "Doughnut chart",
        "de": "Ringdiagramm",
        "fr": "Graphique en anneau",
        "uk": "Кільцева діаграма",
    },
    resolve=category_chart,
    tells=tell,
    draw=draw,
    gauges=measuring.shares_of_turn,
    native=native,
    art="ring",
    single=True,
    labelled=True,
    whole=True,
    fewer="join the smallest parts into one, or use a bar chart",
    ignores=(*OF_POINTS, "ordered", "axis"),
)
