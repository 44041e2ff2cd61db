"""Stacks that lie: parts with their values inside, names above the first stack, totals behind each.

What the stacked bars of values and of shares have in common: takes a resolved chart, draws it or
returns PowerPoint's own. The parts that carry their values are decided once, for paper and deck.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from builder.charts import annotating, clusters, measuring, plotgrid, rowgrid
from builder.charts.frame import Edge, Frame
from builder.charts.labels import Heads
from builder.charts.native import (
    NativeAxis,
    NativeChart,
    NativePoint,
    NativeSeries,
    Total,
    owners,
    rgb,
)
from builder.charts.registry import ChartType, kind_of
from builder.charts.resolving.category import category_chart
from builder.charts.scales import Scale, segments, shares_axis, value_axis
from builder.charts.style import ChartStyle, series_slots, slot_on, stands_out
from builder.charts.telling.several import series_told
from builder.charts.typeset import SetWords, one_line
from builder.frozen import dataclass
from builder.model.annotation import AnnotationKind, Spot
from builder.model.chart import ResolvedChart
from builder.theme.theme import Theme

_THICK: Final = 16.0
_THINNEST: Final = 0.6
_LABEL: Final = 8.0
_LEAST: Final = 6.4  # the size of values in the thinnest bars
_INSIDE: Final = 3.0  # points that a part is longer than its value
_TOTAL_GAP: Final = 4.0
_SEPARATOR: Final = 1.0

Part = tuple[int, int]
"""A series and a category, by their places."""


@dataclass(frozen=True)
class _Laid:
    """Where stacks lie at one width: their rows, the scale along them, the totals behind them."""

    rows: rowgrid.Rows
    scale: Scale
    totals: tuple[SetWords, ...]
    thick: float


def draw(frame: Frame, chart: ResolvedChart, style: ChartStyle) -> float:
    """Draw the stacks below the frame's top; return the foot of the drawing.

    Raises:
        CrowdedError: the names of the parts have no room above them.
    """
    width = frame.width - annotating.aside(frame, chart, style, lying=True)
    scale = _laid(width, frame.top, chart, style).scale
    wanted = [float(sum(map(scale, part))) / 2 for part in _anchors(chart)]
    heads = Heads.of(frame.width, chart, style, wanted)
    start, frame.top = frame.top, frame.top + annotating.above(chart, lying=True)
    roof, frame.top = frame.top, frame.top + heads.height
    laid = _laid(width, frame.top, chart, style)
    bottom, axis = laid.rows.bottom, chart.value_axis
    carried = labelled(chart, style) & _carrying(chart, style, laid)
    frame.plot = (frame.top, bottom)
    stage = _stage(chart, laid, (start, roof))
    annotating.under(frame, chart, style, stage)
    foot = bottom
    if axis is not None and (axis.shown or carried != _parts(chart)):
        foot = plotgrid.down(frame, style, axis, laid.scale, frame.top, bottom)
    heads.put(frame, style, wanted, [laid.rows.middle(0) - laid.thick / 2] * len(wanted))
    for place in range(len(chart.categories)):
        laid.rows.put(frame, place)
        _stack(frame, chart, style, laid, place, carried)
    zero = laid.scale(Decimal(0))
    plotgrid.baseline(frame, style, (zero, frame.top), (zero, bottom))
    annotating.over(frame, chart, style, stage)
    return foot


def _stage(chart: ResolvedChart, laid: _Laid, tops: tuple[float, float]) -> annotating.Stage:
    """Return where annotations find stacks; `tops` are that of the strip of their names, and that
    of what lies below it, where lines begin.
    """
    rows, (top, roof) = laid.rows, tops
    middles = [rows.middle(place) for place in range(len(rows.names))]

    def beyond(spot: Spot) -> float:
        total = laid.totals[spot.category].width if spot.category < len(laid.totals) else 0.0
        return laid.scale(_end(chart, spot.category)) + (total and total + _TOTAL_GAP)

    return annotating.Stage(
        laid.scale, lambda spot: middles[spot.category], middles, roof, rows.bottom, beyond, top,
        lying=True,
    )  # fmt: skip


def native(chart: ResolvedChart, theme: Theme) -> NativeChart:
    """Return the chart as PowerPoint's stacked bars, first category at the top."""
    carried = labelled(chart, ChartStyle.of(theme))
    in_shares = kind_of(chart.kind).in_shares
    series = tuple(
        NativeSeries(
            name=row.name,
            points=tuple(
                NativePoint(
                    value=datum.value,
                    label=(datum.label,) if (number, place) in carried else (),
                    label_colour=slot_on(slot, theme),
                    strong=stands_out(chart, datum),
                    owners=owners(chart, datum),
                )
                for place, datum in enumerate(row.data)
            ),
            colour=slot,
            label_position="centre",
        )
        for number, (row, slot) in enumerate(zip(chart.series, series_slots(chart), strict=True))
    )
    axis = value_axis(chart, needed=carried != _parts(chart))
    return NativeChart(
        type="BAR_STACKED_100" if in_shares else "BAR_STACKED",
        series=series,
        categories=chart.categories,
        value_axis=shares_axis(axis) if in_shares else axis,
        category_axis=NativeAxis(),
        keys=clusters.keys(chart) if len(chart.series) > 1 else (),
        legend="over" if len(chart.series) > 1 else "none",
        totals=tuple(
            Total(_end(chart, place) / (100 if in_shares else 1), (total.label,))
            for place, total in enumerate(chart.totals)
        ),
        number_format=chart.number_format,
        reversed_categories=True,
        gap_width=round(rowgrid.BETWEEN / _THICK * 100),
        overlap=100,
    )


def labelled(chart: ResolvedChart, style: ChartStyle) -> frozenset[Part]:
    """Return the parts that carry their values across a page: where not all do, an axis says
    the others.
    """
    return _carrying(chart, style, _laid(clusters.ACROSS, 0.0, chart, style))


def _parts(chart: ResolvedChart) -> frozenset[Part]:
    """Return the parts that have a length."""
    return frozenset(
        (number, place)
        for number, series in enumerate(chart.series)
        for place, datum in enumerate(series.data)
        if datum.value
    )


def _carrying(chart: ResolvedChart, style: ChartStyle, laid: _Laid) -> frozenset[Part]:
    every = [segments(chart, place) for place in range(len(chart.categories))]
    return frozenset(
        (number, place)
        for number, place in _parts(chart)
        if (part := every[place][number])
        and abs(laid.scale(part[1]) - laid.scale(part[0]))
        >= _value(chart, style, number, place, laid.rows.closeness).width + _INSIDE
    )


def _laid(width: float, top: float, chart: ResolvedChart, style: ChartStyle) -> _Laid:
    close = rowgrid.closeness(chart, _THICK, _THINNEST)
    thick = _THICK * close
    rows = rowgrid.rows(width, top, chart, style, thick, close)
    totals = tuple(one_line((total.label,), style.strong) for total in chart.totals)
    widest = max((block.width for block in totals), default=0.0)
    after = widest + _TOTAL_GAP if widest else 2.0
    scale = rowgrid.scale_beside(chart, rows.left, width, 0.0, after)
    return _Laid(rows, scale, totals, thick)


def _value(
    chart: ResolvedChart, style: ChartStyle, series: int, place: int, close: float = 1.0
) -> SetWords:
    slot = series_slots(chart)[series]
    size = max(_LEAST, _LABEL * min(1.0, close + 0.1))
    words = style.strong.at(size).inked(rgb(slot_on(slot, style.theme), style.theme))
    return one_line((chart.series[series].data[place].label,), words)


def _end(chart: ResolvedChart, place: int) -> Decimal:
    """Return where a stack ends: zero where all of it is negative."""
    return max((max(part) for part in segments(chart, place) if part), default=Decimal(0))


def _stack(
    frame: Frame,
    chart: ResolvedChart,
    style: ChartStyle,
    laid: _Laid,
    place: int,
    carried: frozenset[Part],
) -> None:
    separator = Edge(style.theme.colours.paper, _SEPARATOR)
    middle, slots = laid.rows.middle(place), series_slots(chart)
    for number, part in enumerate(segments(chart, place)):
        if part is None or part[0] == part[1]:
            continue
        left, right = sorted((laid.scale(part[0]), laid.scale(part[1])))
        fill = rgb(slots[number], style.theme)
        bar = left, middle - laid.thick / 2, right - left, laid.thick
        with frame.as_mark(number, place):
            frame.rectangle(*bar, fill, separator)
        if (number, place) in carried:
            value = _value(chart, style, number, place, laid.rows.closeness)
            frame.put(value, (left + right) / 2, middle, "centre", "middle")
    if place < len(laid.totals):
        end = laid.scale(_end(chart, place)) + _TOTAL_GAP
        frame.put(laid.totals[place], end, middle, vertical="middle")


def _anchors(chart: ResolvedChart) -> list[tuple[Decimal, Decimal]]:
    """Return from where to where each part of the first stack lies; one without a value has no
    length, and stands where the part before it ends.
    """
    found: list[tuple[Decimal, Decimal]] = []
    at = Decimal(0)
    for part in segments(chart, 0) if chart.categories else ():
        found.append(part or (at, at))
        at = found[-1][1]
    return found


def stacked_kind(
    name: str,
    called: Mapping[str, str],
    *,
    in_shares: bool = False,
    annotates: tuple[AnnotationKind, ...] = (),
) -> ChartType:
    """Return a kind of lying stacks, whose axis is printed where it says shares."""
    return ChartType(
        name=name,
        called=called,
        resolve=category_chart,
        tells=series_told,
        draw=draw,
        gauges=measuring.lying_stacks,
        native=native,
        art="stacks",
        labelled=not in_shares,
        adds_up=True,
        totalled=True,
        in_shares=in_shares,
        annotates=annotates,
        crowded="show fewer, divide the chart in two, or leave it to the paper",
    )
