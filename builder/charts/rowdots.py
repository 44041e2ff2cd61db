"""Marks on rows: dots at their values, and what joins the two of a row.

What dot plots, ranges and dumbbells have in common: takes a resolved chart, draws it. `rowkinds`
has what they are otherwise.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final, Literal

from builder.charts import annotating, plotgrid, rowgrid
from builder.charts.frame import Edge, Frame, Horizontal
from builder.charts.labels import Heads
from builder.charts.native import Marker, Slot, rgb
from builder.charts.scales import Scale
from builder.charts.style import ChartStyle, point_slot, series_slots, stands_out, text_slot
from builder.charts.typeset import SetWords, one_line
from builder.frozen import dataclass
from builder.model.annotation import Spot
from builder.model.chart import Datum, ResolvedChart

SHAPES: Final[tuple[Marker, ...]] = ("circle", "diamond", "square", "triangle", "plus", "x")
LEAST_RANGE: Final = 2.0
"""Points that the bar of a range is long, however near its ends are."""

_PITCH: Final = 15.0
_THINNEST: Final = 0.5
_RADIUS: Final = 3.4
_RIM: Final = 0.8
_GAP: Final = 4.0
_GUIDE: Final = 0.5
_ENDS: Final = 2
_AIR: Final = 1.0  # points beside a mark or a value that a leader keeps clear of

Side = Literal["left", "right"]


@dataclass(frozen=True)
class Joint:
    """How the two values of a row are joined: by a line so thick, and whether its ends bear marks.

    Without a join there are dots alone.
    """

    join: float = 0.0
    dotted: bool = True
    native_join: float = 0.0


def side_of(chart: ResolvedChart, series: int, place: int) -> Side:
    """Return on which side of its mark a value stands: the lower of two on the left."""
    value = chart.series[series].data[place].value
    others = [other.data[place].value for at, other in enumerate(chart.series) if at != series]
    above = [other for other in others if other is not None and value is not None and other > value]
    equal = series == 0 and any(other == value for other in others)
    return "left" if above or equal else "right"


def is_labelled(chart: ResolvedChart) -> bool:
    """Return whether marks bear their values: those of one or two series do."""
    return len(chart.series) <= _ENDS


def words_slot(chart: ResolvedChart, slot: Slot) -> Slot:
    """Return the slot of values beside marks of a slot: of one series, or on a band, in ink."""
    plain = len(chart.series) < _ENDS or chart.annotations.bands
    return "ink" if plain else text_slot(slot)


def draw(frame: Frame, chart: ResolvedChart, style: ChartStyle, look: Joint) -> float:
    """Draw the rows below the frame's top; return the foot of the drawing.

    Raises:
        CrowdedError: the names of the series have no room above them, or values none beside their
            marks.
    """
    close = rowgrid.closeness(chart, _PITCH, _THINNEST)
    width = frame.width - annotating.aside(frame, chart, style, lying=True)
    scale = _scale(width, chart, style, _rows(frame.width, 0.0, chart, style, close))
    named = _named(chart, style, scale)
    wanted = [x for _, x in named]
    heads = Heads.of(frame.width, chart, style, wanted)
    start, frame.top = frame.top, frame.top + annotating.above(chart, lying=True)
    roof, frame.top = frame.top, frame.top + heads.height
    rows = _rows(frame.width, frame.top, chart, style, close)
    bottom = rows.bottom
    frame.plot = (frame.top, bottom)
    stage = _stage(chart, style, scale, rows, (start, roof))
    annotating.under(frame, chart, style, stage)
    axis, foot = chart.value_axis, bottom
    if axis is not None and axis.shown:
        foot = plotgrid.down(frame, style, axis, scale, frame.top, bottom)
        rowgrid.foot_line(frame, style, scale, bottom)
    if heads.blocks:
        tops = [None if row is None else rows.middle(row) - _RADIUS - 1 for row, _ in named]
        heads.put(frame, style, wanted, tops)
    for place in range(len(chart.categories)):
        rows.put(frame, place)
        _row(frame, chart, style, look, scale, place, rows)
    annotating.over(frame, chart, style, stage)
    return foot


def _stage(
    chart: ResolvedChart,
    style: ChartStyle,
    scale: Scale,
    rows: rowgrid.Rows,
    tops: tuple[float, float],
) -> annotating.Stage:
    """Return where annotations find dots; `tops` are that of the strip of their names, and that of
    what lies below it, where lines begin.
    """
    middles = [rows.middle(place) for place in range(len(rows.names))]

    def beyond(spot: Spot) -> float:
        datum = chart.series[max(0, spot.series)].data[spot.category]
        words = _label(chart, style, datum, "ink").width
        return scale(datum.value or Decimal(0)) + _RADIUS + (words + _GAP if words else 0.0)

    top, roof = tops
    return annotating.Stage(
        scale, lambda spot: middles[spot.category], middles, roof, rows.bottom, beyond, top,
        lying=True,
    )  # fmt: skip


def _rows(
    width: float, top: float, chart: ResolvedChart, style: ChartStyle, close: float
) -> rowgrid.Rows:
    return rowgrid.rows(width, top, chart, style, _PITCH * close, close)


def _label(chart: ResolvedChart, style: ChartStyle, datum: Datum, slot: Slot) -> SetWords:
    type_ = style.strong if stands_out(chart, datum) else style.value
    if len(chart.series) > 1:
        type_ = type_.inked(rgb(words_slot(chart, slot), style.theme))
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


def _named(chart: ResolvedChart, style: ChartStyle, scale: Scale) -> list[tuple[int | None, float]]:
    """Return the row at whose mark each series is named, and where that stands: the first that has
    its value and to which no mark nor value of a row above is in the way. One without any value is
    named in the middle, at no row.
    """
    found: list[tuple[int | None, float]] = []
    for series in chart.series:
        held = [
            (row, scale(datum.value))
            for row, datum in enumerate(series.data)
            if datum.value is not None
        ]
        middle = (None, (scale.start + scale.end) / 2)
        first = held[0] if held else middle
        found.append(next((each for each in held if _is_free(chart, style, scale, each)), first))
    return found


def _is_free(
    chart: ResolvedChart, style: ChartStyle, scale: Scale, mark: tuple[int, float]
) -> bool:
    """Return whether nothing stands in the rows above a mark (its row, and how far across)."""
    row, x = mark
    for number, series in enumerate(chart.series):
        for place, datum in enumerate(series.data[:row]):
            if datum.value is None:
                continue
            words, at = _label(chart, style, datum, "ink").width, scale(datum.value)
            beside = words and words + _GAP
            left = side_of(chart, number, place) == "left"
            start = at - _RADIUS - beside * left - _AIR
            if start < x < at + _RADIUS + beside * (not left) + _AIR:
                return False
    return True


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
        lacking = max(0.0, least_of(look) - (max(ends) - min(ends))) / 2
        line = [(min(ends) - lacking, middle), (max(ends) + lacking, middle)]
        with frame.as_mark("join", place):
            frame.line(line, rgb(slot, style.theme), look.join)
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


def least_of(look: Joint) -> float:
    """Return how long what joins two values is at least: it is all that is seen of a range."""
    return 0.0 if look.dotted else LEAST_RANGE


def join_slot(chart: ResolvedChart, place: int, look: Joint) -> Slot:
    """Return the colour of what joins the marks of a row: quiet between marks, else their own."""
    if look.dotted:
        return "muted"
    return point_slot(chart, series_slots(chart)[0], chart.series[0].data[place])
