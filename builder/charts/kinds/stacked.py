"""Stacked columns: parts with their values inside, totals above, names beside the last stack."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from builder.charts import annotating, clusters, labels, measuring, plotgrid
from builder.charts.frame import Edge, Frame
from builder.charts.native import (
    NativeAxis,
    NativeChart,
    NativePoint,
    NativeSeries,
    Total,
    owners,
    rgb,
)
from builder.charts.registry import ChartType
from builder.charts.resolving.category import category_chart
from builder.charts.scales import Scale, reach, segments, value_axis, value_limits
from builder.charts.style import ChartStyle, series_slots, slot_on, stands_out
from builder.charts.telling.several import series_told
from builder.charts.typeset import SetWords, all_on_lines, one_line
from builder.model.annotation import WHOLE, Spot
from builder.model.chart import ResolvedChart
from builder.model.text import plain
from builder.theme.theme import Theme

_SHARES: Final = (0.7, 0.78, 0.86)  # of their distance that columns fill: more where values need it
_WIDEST: Final = 64.0
_SEPARATOR: Final = 1.0
_LABEL_SIZE: Final = 8.0
_SMALLER: Final = 7.0  # only where no wider columns would hold the values
_TAIL: Final = 0.22 * _LABEL_SIZE  # how far a comma reaches below the line
_LOW: Final = 6.0 + 2 * _TAIL  # points: parts lower than digits with a tail below and above
_LEAST: Final = 0.72 * _LABEL_SIZE + _SEPARATOR + 1.0  # of a part that holds digits, edges and all
_TOTAL_GAP: Final = 3.0
_BESIDE: Final = 3.0  # between a value and the edges of its column, both together
_SMALLEST_LABELLED: Final = Decimal("0.06")  # share of the axis that holds a value
_NAMES_ASIDE: Final = 0.8  # of the width that the names at the side leave


def draw(frame: Frame, chart: ResolvedChart, style: ChartStyle) -> float:
    """Draw the stacks below the frame's top; return the foot of the drawing."""
    axis = chart.value_axis
    lines = labels.series_lines(chart)
    names = labels.names(frame, style, lines, series_slots(chart), chart.language)
    further = annotating.names(frame, chart, style)
    right = frame.width - labels.room((*names, *further))
    count = max(1, len(chart.categories))
    totals = _totals(chart, style, right / count)
    top = frame.top + annotating.above(chart)
    top += max((block.height + _TOTAL_GAP for block in totals), default=4.0)
    bottom = top + max(
        plotgrid.plot_height(frame, len(chart.categories)), labels.needed((*names, *further))
    )
    frame.plot = (top, bottom)
    scale = Scale(*value_limits(chart), bottom, top)
    left = 0.0
    high = bottom - top
    labelled = _fit(chart, style).labelled & _fit(chart, style, right / count, high).labelled
    totalled = len(totals) == len(chart.totals)
    if axis is not None and (axis.shown or not totalled or len(labelled) < len(chart.series)):
        left = plotgrid.tick_room(axis, style)
        plotgrid.across(frame, style, axis, scale, left, right)
    slot = (right - left) / count
    fit = _fit(chart, style, slot, high)
    fit = fit._replace(labelled=fit.labelled & labelled)
    middles = [left + (place + 0.5) * slot for place in range(len(chart.categories))]
    totals = _totals(chart, style, slot)
    stage = _stage(chart, scale, middles, totals, (left, right, frame.top))
    annotating.under(frame, chart, style, stage)
    for place, middle in enumerate(middles):
        _stack(frame, chart, style, scale, place, middle, fit)
    for place, block in enumerate(totals):
        frame.put(block, middles[place], scale(_top(chart, place)) - _TOTAL_GAP, "centre", "bottom")
    zero = scale(Decimal(0))
    plotgrid.baseline(frame, style, (left, zero), (right, zero))
    wishes = [
        labels.End((scale(part[0]) + scale(part[1])) / 2 if part else zero, name)
        for part, name in zip(_last(chart), names, strict=True)
    ]
    wishes += annotating.ends(chart, further, scale)
    last = max([fit.width, *(block.width + 2 for block in totals[-1:])])
    labels.put(frame, wishes, right - slot / 2 + last / 2 + labels.GAP - 3, top, bottom)
    annotating.over(frame, chart, style, stage)
    feet = plotgrid.feet(chart, style, slot)
    feet.put(frame, middles, bottom + 5)
    return bottom + 5 + feet.height


def _stage(
    chart: ResolvedChart,
    scale: Scale,
    middles: Sequence[float],
    totals: Sequence[SetWords],
    ends: tuple[float, float, float],
) -> annotating.Stage:
    """Return where annotations find stacks; `ends` are the plot's sides, and the strip's top."""
    left, right, start = ends

    def beyond(spot: Spot) -> float:
        if spot.series != WHOLE or not totals:
            return scale(reach(chart, spot))
        return scale(reach(chart, spot)) - totals[spot.category].height - _TOTAL_GAP

    return annotating.Stage(
        scale, lambda spot: middles[spot.category], middles, left, right, beyond, start
    )


def native(chart: ResolvedChart, theme: Theme) -> NativeChart:
    """Return the chart as PowerPoint's stacked columns; totals are text, not a series."""
    fit = _fit(chart, ChartStyle.of(theme))
    series = tuple(
        NativeSeries(
            name=row.name,
            points=tuple(
                NativePoint(
                    value=datum.value,
                    label=(datum.label,) if datum.value and number in fit.labelled else (),
                    label_colour=slot_on(slot, theme),
                    strong=stands_out(chart, datum),
                    owners=owners(chart, datum),
                )
                for datum in row.data
            ),
            colour=slot,
            label_position="centre",
        )
        for number, (row, slot) in enumerate(zip(chart.series, series_slots(chart), strict=True))
    )
    return NativeChart(
        type="COLUMN_STACKED",
        series=series,
        categories=chart.categories,
        value_axis=value_axis(chart, needed=len(fit.labelled) < len(chart.series)),
        category_axis=NativeAxis(),
        keys=clusters.keys(chart),
        legend="right" if len(chart.series) > 1 else "none",
        totals=tuple(
            Total(_top(chart, place), (total.label,)) for place, total in enumerate(chart.totals)
        ),
        number_format=chart.number_format,
        gap_width=round((1 / fit.share - 1) * 100),
        overlap=100,
    )


def _top(chart: ResolvedChart, place: int) -> Decimal:
    """Return where a stack ends: zero where all of it is negative."""
    return max(
        (max(part) for part in segments(chart, place) if part is not None), default=Decimal(0)
    )


def _last(chart: ResolvedChart) -> tuple[tuple[Decimal, Decimal] | None, ...]:
    if not chart.categories:
        return (None,) * len(chart.series)
    return segments(chart, len(chart.categories) - 1)


def _totals(chart: ResolvedChart, style: ChartStyle, slot: float) -> tuple[SetWords, ...]:
    """Return the totals, set as large as the columns' distance allows; none if it is too small."""
    words = [((total.label,), style.strong) for total in chart.totals]
    return all_on_lines(words, clusters.SIZES, slot - 4) or ()


class _Fit(NamedTuple):
    """How wide columns are, as a share of their distance and in points, how large the digits in
    them, and the series whose parts carry their values.
    """

    share: float
    width: float
    size: float
    labelled: frozenset[int]


def _label(
    chart: ResolvedChart, style: ChartStyle, series: int, place: int, size: float = _LABEL_SIZE
) -> SetWords:
    slot = series_slots(chart)[series]
    words = style.strong.at(size).inked(rgb(slot_on(slot, style.theme), style.theme))
    return one_line((chart.series[series].data[place].label,), words)


def _fit(
    chart: ResolvedChart, style: ChartStyle, slot: float = clusters.ACROSS, high: float = 0.0
) -> _Fit:
    """Return the columns that hold the values of all parts which are high enough for them: wider
    ones where values are wide, then smaller digits. Where no columns do, none carries a value: the
    longest parts, whose values are the widest, are not silent beside shorter ones that speak.

    Paper and deck agree on those that can be read across a page (the smallest of them in stacks
    `slot` points apart, in a plot `high` points high); where they are not all, an axis says the
    values too.
    """
    if slot == clusters.ACROSS:
        slot = _NAMES_ASIDE * slot / max(1, len(chart.categories))
    held = _high_enough(chart, high)
    sizes = [*((share, _LABEL_SIZE) for share in _SHARES), (_SHARES[-1], _SMALLER)]
    for share, size in sizes:
        width = min(share * slot, _WIDEST)
        widest = max((_widest(chart, style, number, size) for number in held), default=0.0)
        if widest <= width - _BESIDE:
            return _Fit(share, width, size, held)
    return _Fit(_SHARES[0], min(_SHARES[0] * slot, _WIDEST), _LABEL_SIZE, frozenset())


def _high_enough(chart: ResolvedChart, high: float) -> frozenset[int]:
    """Return the series whose parts all are as high as digits; none beside a highlighted one that
    is not among them.
    """
    low, most = value_limits(chart)
    share = max(_SMALLEST_LABELLED, Decimal(_LEAST / high) if high else Decimal(0))
    found = set()
    for number, series in enumerate(chart.series):
        parts = [datum for datum in series.data if datum.value]
        if all(abs(datum.value or Decimal(0)) >= share * (most - low) for datum in parts):
            found.add(number)
        elif any(stands_out(chart, datum) for datum in parts):
            return frozenset()
    return frozenset(found)


def _widest(chart: ResolvedChart, style: ChartStyle, series: int, size: float) -> float:
    values = enumerate(chart.series[series].data)
    widths = (_label(chart, style, series, at, size).width for at, datum in values if datum.value)
    return max(widths, default=0.0)


def _stack(
    frame: Frame,
    chart: ResolvedChart,
    style: ChartStyle,
    scale: Scale,
    place: int,
    middle: float,
    fit: _Fit,
) -> None:
    separator = Edge(style.theme.colours.paper, _SEPARATOR)
    for series, part in enumerate(segments(chart, place)):
        if part is None or part[0] == part[1]:
            continue
        high, low = sorted((scale(part[0]), scale(part[1])))
        fill = rgb(series_slots(chart)[series], style.theme)
        with frame.as_mark(series, place):
            edge = middle - fit.width / 2
            frame.rectangle(edge, high, fit.width, low - high, fill, separator)
        if series in fit.labelled:
            label = _label(chart, style, series, place, fit.size)
            # Digits stand in the middle; in a part as low as they are, so does a comma's tail.
            tail = _TAIL if low - high < _LOW and "," in plain(label.runs) else 0.0
            frame.put(label, middle, (high + low - tail) / 2, "centre", "middle")


KIND: Final = ChartType(
    name="stacked",
    called={
        "en": "Stacked column chart",
        "de": "Gestapeltes Säulendiagramm",
        "fr": "Colonnes empilées",
        "uk": "Стовпчикова діаграма з накопиченням",
    },
    resolve=category_chart,
    tells=series_told,
    draw=draw,
    gauges=measuring.stacks,
    native=native,
    art="stacks",
    labelled=True,
    adds_up=True,
    totalled=True,
    in_time="filled",
    annotates=("difference", "reference", "band", "period", "text"),
)
