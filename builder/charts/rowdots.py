"""Marks on rows: dots at their values, and what joins the two of a row.

What dot plots, ranges and dumbbells have in common: takes a resolved chart, draws it or returns
PowerPoint's own, a scatter chart whose rows are counted from its foot, their names laid beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Final, Literal

from builder.charts import clusters, measuring, plotgrid, rowgrid
from builder.charts.frame import Edge, Frame, Horizontal
from builder.charts.heads import Heads
from builder.charts.native import (
    Marker,
    NativeAxis,
    NativeChart,
    NativePoint,
    NativeSeries,
    Slot,
    owners,
    rgb,
)
from builder.charts.registry import ChartType, Resolver
from builder.charts.scales import Scale, limited, value_limits
from builder.charts.style import ChartStyle, point_slot, series_slots, stands_out, text_slot
from builder.charts.telling.several import series_told
from builder.charts.typeset import SetWords, one_line
from builder.frozen import dataclass
from builder.model.chart import Datum, ResolvedChart
from builder.model.gauge import Gauge, Measured, mark_of
from builder.model.text import Owner
from builder.theme.theme import Theme

SHAPES: Final[tuple[Marker, ...]] = ("circle", "diamond", "square", "triangle", "plus", "x")
_PITCH: Final = 15.0
_THINNEST: Final = 0.5
_RADIUS: Final = 3.4
_RIM: Final = 0.8
_GAP: Final = 4.0
_GUIDE: Final = 0.5
_NATIVE_RADIUS: Final = 5.0

_ENDS: Final = (0, 1)

Side = Literal["left", "right"]


@dataclass(frozen=True)
class Joint:
    """How the two values of a row are joined: by a line so thick, and whether its ends bear marks.

    Without a join there are dots alone.
    """

    join: float = 0.0
    dotted: bool = True
    native_join: float = 0.0


def row_kind(name: str, called: Mapping[str, str], resolve: Resolver, look: Joint) -> ChartType:
    """Return a kind whose values stand on the rows of their categories, joined as a look says."""
    return ChartType(
        name=name,
        called=called,
        resolve=lambda spec, bare, context: read_off(resolve(spec, bare, context)),
        tells=series_told,
        draw=lambda frame, chart, style: draw(frame, chart, style, look),
        gauges=lambda chart: gauges(chart, look),
        native=lambda chart, theme: native(chart, theme, look),
        art="bars",
        from_zero=False,
        placed=True,
        labelled=True,
        two_ended=bool(look.join),
        crowded="show fewer, divide the chart in two, or leave it to the paper",
    )


def read_off(chart: ResolvedChart | None) -> ResolvedChart | None:
    """Return a chart whose axis is printed where marks bear no values, or it leaves out zero."""
    axis = None if chart is None else chart.value_axis
    if chart is None or axis is None or (is_labelled(chart) and axis.min <= 0 <= axis.max):
        return chart
    return replace(chart, value_axis=replace(axis, shown=True))


def gauges(chart: ResolvedChart, look: Joint) -> Iterator[Gauge]:
    """Yield the gauges of the marks, and of what joins two of them, along their values."""
    held, marks = measuring.values(chart), list[Measured]()
    for place in range(len(chart.categories)):
        row = {spot: float(value) for spot, value in held.items() if spot[1] == place}
        joined = bool(look.join) and len(row) > 1
        if joined:
            ends, name = (min(row.values()), max(row.values())), chart.categories[place].text
            marks.append(Measured("ends", mark_of("join", place), name, ends))
        if look.dotted or not joined:
            for spot, value in row.items():
                name = measuring.name_of(chart, spot)
                marks.append(Measured("middle", mark_of(*spot), name, (value,)))
    yield measuring.scale(chart.value_axis, "x", (*marks, *measuring.noted(chart)))
    yield from measuring.ordered(chart, held)


def side_of(chart: ResolvedChart, series: int, place: int) -> Side:
    """Return on which side of its mark a value stands: the lower of two on the left."""
    value = chart.series[series].data[place].value
    others = [other.data[place].value for at, other in enumerate(chart.series) if at != series]
    above = [other for other in others if other is not None and value is not None and other > value]
    equal = series == 0 and any(other == value for other in others)
    return "left" if above or equal else "right"


def is_labelled(chart: ResolvedChart) -> bool:
    """Return whether marks bear their values: those of one or two series do."""
    return len(chart.series) <= len(_ENDS)


def draw(frame: Frame, chart: ResolvedChart, style: ChartStyle, look: Joint) -> float:
    """Draw the rows below the frame's top; return the foot of the drawing.

    Raises:
        CrowdedError: the names of the series have no room above them, or values none beside their
            marks.
    """
    close = rowgrid.closeness(chart, _PITCH, _THINNEST)
    scale = _scale(frame.width, chart, style, _rows(frame.width, 0.0, chart, style, close))
    wanted = [scale(value) for value in _first(chart)]
    heads = Heads.of(frame.width, chart, style, wanted)
    frame.top += heads.height
    rows = _rows(frame.width, frame.top, chart, style, close)
    bottom = rows.bottom
    frame.plot = (frame.top, bottom)
    axis, foot = chart.value_axis, bottom
    if axis is not None and axis.shown:
        foot = plotgrid.down(frame, style, axis, scale, frame.top, bottom)
        rowgrid.foot_line(frame, style, scale, bottom)
    if heads.blocks:
        heads.put(frame, style, wanted, rows.middle(0) - _RADIUS - 1)
    for place in range(len(chart.categories)):
        rows.put(frame, place)
        _row(frame, chart, style, look, scale, place, rows)
    return foot


def _rows(
    width: float, top: float, chart: ResolvedChart, style: ChartStyle, close: float
) -> rowgrid.Rows:
    return rowgrid.rows(width, top, chart, style, _PITCH * close, close)


def _label(chart: ResolvedChart, style: ChartStyle, datum: Datum, slot: Slot) -> SetWords:
    type_ = style.strong if stands_out(chart, datum) else style.value
    if len(chart.series) > 1:
        type_ = type_.inked(rgb(text_slot(slot), style.theme))
    return one_line((datum.label,) if is_labelled(chart) else (), type_)


def _scale(width: float, chart: ResolvedChart, style: ChartStyle, rows: rowgrid.Rows) -> Scale:
    room = {"left": _RADIUS, "right": _RADIUS}
    for number, series in enumerate(chart.series):
        for place, datum in enumerate(series.data):
            wide = _label(chart, style, datum, "ink").width
            if datum.value is not None and wide:
                side = side_of(chart, number, place)
                room[side] = max(room[side], wide + _GAP + _RADIUS)
    return rowgrid.scale_beside(chart, rows.left, width, room["left"], room["right"])


def _first(chart: ResolvedChart) -> list[Decimal]:
    """Return the values of the first row; where one is missing, the middle of what there is."""
    low, high = value_limits(chart)
    held = [series.data[0].value for series in chart.series] if chart.categories else []
    return [(low + high) / 2 if value is None else value for value in held]


def _row(
    frame: Frame,
    chart: ResolvedChart,
    style: ChartStyle,
    look: Joint,
    scale: Scale,
    place: int,
    rows: rowgrid.Rows,
) -> None:
    """Draw one row: a guide, what joins its marks, the marks and their values."""
    colours, paper = style.theme.colours, Edge(style.theme.colours.paper, _RIM)
    middle, rows_left = rows.middle(place), rows.left
    held = [
        (number, series.data[place], slot)
        for number, (series, slot) in enumerate(zip(chart.series, series_slots(chart), strict=True))
        if series.data[place].value is not None
    ]
    ends = [scale(datum.value) for _, datum, _ in held if datum.value is not None]
    before = [
        x
        - _RADIUS
        - _GAP
        - _label(chart, style, datum, slot).width * (side_of(chart, number, place) == "left")
        for (number, datum, slot), x in zip(held, ends, strict=True)
    ]
    until = min(before, default=scale.end) - _GAP if is_labelled(chart) else scale.end
    if until > rows_left:
        frame.line([(rows_left, middle), (until, middle)], colours.grid, _GUIDE)
    if look.join and len(ends) > 1:
        slot = join_slot(chart, place, look)
        with frame.as_mark("join", place):
            frame.line(
                [(min(ends), middle), (max(ends), middle)], rgb(slot, style.theme), look.join
            )
    for (number, datum, slot), x in zip(held, ends, strict=True):
        own = point_slot(chart, slot, datum)
        if look.dotted or len(ends) == 1:
            shape = SHAPES[number % len(SHAPES)]
            with frame.as_mark(number, place):
                frame.marker(shape, x, middle, _RADIUS, rgb(own, style.theme), paper)
        label = _label(chart, style, datum, own)
        side = side_of(chart, number, place)
        away = _GAP + (_RADIUS if look.dotted else 0.0)
        align: Horizontal = "right" if side == "left" else "left"
        frame.put(label, x + (away if side == "right" else -away), middle, align, "middle")


def join_slot(chart: ResolvedChart, place: int, look: Joint) -> Slot:
    """Return the colour of what joins the marks of a row: quiet between marks, else their own."""
    if look.dotted:
        return "muted"
    return point_slot(chart, series_slots(chart)[0], chart.series[0].data[place])


def native(chart: ResolvedChart, theme: Theme, look: Joint) -> NativeChart:
    """Return the chart as PowerPoint's scatter chart, the first row at the top."""
    count = len(chart.categories)
    axis = chart.value_axis
    return NativeChart(
        type="XY_SCATTER",
        series=tuple(
            NativeSeries(
                name=series.name,
                points=tuple(
                    _point(chart, number, place, slot, look)
                    for place, datum in enumerate(series.data)
                    if datum.value is not None
                ),
                colour=slot,
                label_position="right",
                marker=SHAPES[number % len(SHAPES)],
                dotted=look.dotted,
            )
            for number, (series, slot) in enumerate(
                zip(chart.series, series_slots(chart), strict=True)
            )
        ),
        rows=chart.categories,
        overlap=100,
        join=look.native_join,
        value_axis=NativeAxis(
            min=Decimal(0),
            max=Decimal(count + 1),
            step=Decimal(1),
            number_format="",
            shown=not is_labelled(chart),
        ),
        category_axis=limited(
            axis, value_limits(chart), shown=axis is not None and axis.shown and bool(axis.ticks)
        ),
        keys=clusters.keys(chart) if len(chart.series) > 1 else (),
        legend="over" if len(chart.series) > 1 else "none",
        number_format=chart.number_format,
    )


def _point(chart: ResolvedChart, number: int, place: int, slot: Slot, look: Joint) -> NativePoint:
    datum = chart.series[number].data[place]
    own = point_slot(chart, slot, datum)
    row = Owner("tick", chart.id)
    return NativePoint(
        value=Decimal(len(chart.categories) - place),
        x=datum.value,
        label=(datum.label,) if is_labelled(chart) else (),
        label_colour=text_slot(own) if len(chart.series) > 1 else "ink",
        strong=stands_out(chart, datum),
        colour=own,
        owners=(*owners(chart, datum), row),
        side=side_of(chart, number, place),
        joined=_joined(chart, number, place, look),
        join=join_slot(chart, place, look),
        prominence=-1 if own != slot else 0,
    )


def _joined(chart: ResolvedChart, number: int, place: int, look: Joint) -> Decimal | None:
    """Return where the line leads that starts at a mark, if one does: from the second of two."""
    if not look.join or number != 1 or len(chart.series) != len(_ENDS):
        return None
    return chart.series[0].data[place].value
