"""Box plot: raw values by group, a row each: a box, its whiskers, and dots for what lies beyond.

A box is the middle half of the values, parted at the median. One that is hardly wider than its
median's line, as where most values are equal, keeps a least width, and its median is in ink.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from builder.charts import annotating, measuring, plotgrid, rowgrid
from builder.charts.frame import Edge, Frame
from builder.charts.kinds.box.resolving import FIRST, HIGH, LOW, MEDIAN, THIRD, resolve
from builder.charts.native import (
    LEAST_JOIN,
    NativeAxis,
    NativeChart,
    NativePoint,
    NativeSeries,
    Slot,
    owners,
    rgb,
)
from builder.charts.registry import OF_POINTS, Account, ChartType
from builder.charts.scales import Scale, limited, value_limits
from builder.charts.style import ChartStyle, point_slot, series_slots
from builder.charts.telling import Teller
from builder.charts.telling.values import ranked
from builder.charts.typeset import wrapped
from builder.model.chart import Datum, ResolvedChart
from builder.model.gauge import Gauge, Measured, mark_of
from builder.model.text import Owner
from builder.theme.theme import Theme

_PILE: Final = 11.0
_THINNEST: Final = 0.5
_DOT: Final = 2.2
_RIM: Final = 0.5
_NATIVE_BOX: Final = 16.0
_NATIVE_WHISKER: Final = 1.25
_WHISKER: Final = 0.9
_LINE: Final = 2.0
_CAP: Final = 0.5  # of a box's height
_NARROW: Final = Decimal("0.015")  # of the axis, of which a box's own colour can hardly be seen


def draw(frame: Frame, chart: ResolvedChart, style: ChartStyle) -> float:
    """Draw a box, its whiskers and dots on each row; return the foot of the drawing.

    Raises:
        CrowdedError: the names have no room beside the boxes.
    """
    close = rowgrid.closeness(chart, _PILE, _THINNEST)
    start, frame.top = frame.top, frame.top + annotating.above(chart, lying=True)
    rows = rowgrid.rows(frame.width, frame.top, chart, style, _PILE * close, close)
    frame.plot = (frame.top, rows.bottom)
    edge = 2 * _DOT
    scale = rowgrid.scale_beside(chart, rows.left, frame.width, edge, edge)
    foot, axis = rows.bottom, chart.value_axis
    stage = _stage(scale, rows, start)
    annotating.under(frame, chart, style, stage)
    if axis is not None:
        foot = plotgrid.down(frame, style, axis, scale, frame.top, rows.bottom)
        rowgrid.foot_line(frame, style, scale, rows.bottom)
    for place in range(len(chart.categories)):
        rows.put(frame, place)
        _box(frame, chart, style, scale, place, rows.middle(place), _PILE * close)
    for number, point in enumerate(chart.points):
        y = rows.middle(int(point.y.value or 0))
        fill = rgb(_slot(chart, point.x), style.theme)
        rim = Edge(style.theme.colours.paper, _RIM)
        with frame.as_mark("dot", number):
            frame.disc(scale(point.x.value or Decimal(0)), y, _DOT, fill, rim)
    annotating.over(frame, chart, style, stage)
    if axis is not None and axis.title:
        title = wrapped(axis.title, style.caption, frame.width - rows.left, chart.language)
        frame.put(title, (rows.left + frame.width) / 2, foot + 3, "centre", "top")
        foot += 3 + title.height
    return foot


def _stage(scale: Scale, rows: rowgrid.Rows, top: float) -> annotating.Stage:
    """Return where annotations stand, below a strip from `top` on."""
    middles = [rows.middle(place) for place in range(len(rows.names))]
    ends = rows.edges[0][0], rows.bottom
    return annotating.Stage(
        scale, lambda spot: middles[spot.category], middles, *ends, lambda _: scale.end, top,
        lying=True,
    )  # fmt: skip


def _slot(chart: ResolvedChart, datum: Datum) -> Slot:
    return point_slot(chart, series_slots(chart)[0], datum)


def _box(
    frame: Frame,
    chart: ResolvedChart,
    style: ChartStyle,
    scale: Scale,
    place: int,
    middle: float,
    high: float,
) -> None:
    """Draw the box of a row with its whiskers and its median; nothing where values are few."""
    data = [series.data[place] for series in chart.series]
    known = [datum.value for datum in data if datum.value is not None]
    if len(known) < len(data):
        return
    low, top, first, third, median = (scale(value) for value in known)
    fill = rgb(_slot(chart, data[MEDIAN]), style.theme)
    with frame.as_mark("whiskers", place):
        frame.line([(low, middle), (top, middle)], fill, _WHISKER)
    for end in (low, top):
        half = _CAP * high / 2
        frame.line([(end, middle - half), (end, middle + half)], fill, _WHISKER)
    lacking = max(0.0, LEAST_JOIN - (third - first)) / 2
    box = first - lacking, middle - high / 2, third - first + 2 * lacking, high
    with frame.as_mark("box", place):
        frame.rectangle(*box, fill)
    parting = rgb(_parting(chart, place), style.theme)
    with frame.as_mark("median", place):
        frame.line([(median, middle - high / 2), (median, middle + high / 2)], parting, _LINE)


def _parting(chart: ResolvedChart, place: int) -> Slot:
    """Return the slot of a median's line."""
    first, third = (chart.series[at].data[place].value or Decimal(0) for at in (FIRST, THIRD))
    low, high = value_limits(chart)
    return "ink" if third - first < _NARROW * (high - low) else "paper"


def native(chart: ResolvedChart, theme: Theme) -> NativeChart:
    """Return the chart as PowerPoint's scatter chart; boxes and whiskers lie over its points."""
    axis, slot = chart.value_axis, series_slots(chart)[0]
    found = [
        NativeSeries(
            name=series.name,
            points=tuple(
                _point(chart, number, place)
                for place, datum in enumerate(series.data)
                if datum.value is not None
            ),
            colour=slot,
            label_position="none",
            marker="circle",
            dotted=False,
        )
        for number, series in enumerate(chart.series)
    ]
    if chart.points:
        found.append(
            NativeSeries(chart.groups[0], tuple(_dots(chart)), slot, "none", marker="circle")
        )
    return NativeChart(
        type="XY_SCATTER",
        series=tuple(found),
        rows=chart.categories,
        overlap=100,
        join=_NATIVE_BOX,
        value_axis=NativeAxis(
            min=Decimal(0),
            max=Decimal(len(chart.categories) + 1),
            step=Decimal(1),
            number_format="",
            shown=False,
        ),
        category_axis=limited(axis, value_limits(chart), shown=True),
        number_format=chart.number_format,
    )


def _point(chart: ResolvedChart, number: int, place: int) -> NativePoint:
    datum = chart.series[number].data[place]
    joined = {HIGH: LOW, THIRD: FIRST}.get(number)
    thick = {HIGH: _NATIVE_WHISKER, THIRD: _NATIVE_BOX, MEDIAN: _NATIVE_BOX}.get(number, 0.0)
    own = _slot(chart, datum)
    return NativePoint(
        value=Decimal(len(chart.categories) - place),
        x=datum.value,
        colour=own,
        owners=(*owners(chart, datum), Owner("tick", chart.id)),
        joined=None if joined is None else chart.series[joined].data[place].value,
        join=_parting(chart, place) if number == MEDIAN else own,
        thick=thick,
    )


def _dots(chart: ResolvedChart) -> Iterator[NativePoint]:
    for point in chart.points:
        own = _slot(chart, point.x)
        yield NativePoint(
            value=Decimal(len(chart.categories)) - (point.y.value or 0),
            x=point.x.value,
            colour=own,
            owners=(*owners(chart, point.x), Owner("tick", chart.id)),
            prominence=-1,
        )


def tell(chart: ResolvedChart, teller: Teller) -> Account:
    """Tell the groups with the highest and the lowest median."""
    median = chart.series[MEDIAN]
    account = ranked(replace(chart, series=(median,)), teller)
    tellings = tuple(
        (teller.phrase("labelled", name=median.name, value=first), *others)
        for first, *others in account.tellings
    )
    return replace(account, tellings=tellings)


def gauges(chart: ResolvedChart) -> Iterator[Gauge]:
    """Yield the gauge of boxes, whiskers, medians and dots along the axis of values."""
    marks = list[Measured]()
    for place, name in enumerate(run.text for run in chart.categories):
        known = [
            float(value)
            for series in chart.series
            if (value := series.data[place].value) is not None
        ]
        if len(known) < len(chart.series):
            continue
        low, top, first, third, median = known
        marks += (
            Measured("ends", mark_of("whiskers", place), name, (low, top)),
            Measured("ends", mark_of("box", place), name, (first, third)),
            Measured("middle", mark_of("median", place), name, (median,)),
        )
    for number, point in enumerate(chart.points):
        held = (float(point.x.value or 0),)
        marks.append(Measured("middle", mark_of("dot", number), point.label.text, held))
    every = (*marks, *measuring.noted(chart))
    yield measuring.scale(chart.value_axis, "x", every, least=LEAST_JOIN)


KIND: Final = ChartType(
    name="box",
    called={
        "en": "Box plot",
        "de": "Kastengrafik",
        "fr": "Boîte à moustaches",
        "uk": "Коробкова діаграма",
    },
    resolve=resolve,
    tells=tell,
    draw=draw,
    gauges=gauges,
    native=native,
    drawn_from=("table",),
    raw=True,
    annotates=("reference", "band"),
    from_zero=False,
    distinct=False,
    art="bars",
    crowded="show fewer, divide the chart in two, or leave it to the paper",
    ignores=(*OF_POINTS, "ordered", "series"),
    axis_titled=True,
)
