"""Bar chart: categories down the side, values at the ends, the highlighted bar in colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from builder.charts import annotating, clusters, house, measuring, plotgrid, rowgrid
from builder.charts.frame import Frame, pattern_of
from builder.charts.markers import told_apart
from builder.charts.native import NativeAxis, NativeChart, rgb
from builder.charts.registry import OF_POINTS, ChartType
from builder.charts.resolving.category import category_chart
from builder.charts.scales import Scale, value_axis
from builder.charts.style import ChartStyle, point_slot, series_slots, stands_out
from builder.charts.telling.values import ranked_or_in_time
from builder.charts.typeset import SetWords, one_line
from builder.model.annotation import NONE, Spot
from builder.model.chart import Datum, ResolvedChart
from builder.model.gauge import Gauge
from builder.theme.theme import Theme

_THICKNESS: Final = 15.0
_THICKNESS_OF_SEVERAL: Final = 10.0
_BETWEEN_SERIES: Final = 1.0
# Of the usual thickness: bars nine points apart, as far as their values are high.
_THINNEST: Final = 0.375
_THINNEST_OF_SEVERAL: Final = 0.85
_LABEL_GAP: Final = 4.0
_MOST: Final = 60  # bars that stand in one column on a page
_GUTTER: Final = 18.0


def draw(frame: Frame, chart: ResolvedChart, style: ChartStyle) -> float:
    """Draw the bars below the frame's top; return the foot of the drawing."""
    columns = _columns(chart)
    if len(columns) > 1:
        return _side_by_side(frame, chart, style, columns)
    if len(chart.series) > 1:
        house.legend(frame, clusters.keys(chart, style.theme), style)
    start, frame.top = frame.top, frame.top + annotating.above(chart, lying=True)
    close = _closeness(chart)
    pile = _pile(max(1, len(chart.series)), close)
    style = rowgrid.lessened(style, pile + rowgrid.BETWEEN * close)
    rows = rowgrid.rows(frame.width, frame.top, chart, style, pile, close)
    bottom = rows.bottom
    frame.plot = (frame.top, bottom)
    width = frame.width - annotating.aside(frame, chart, style, lying=True)
    scale = _scale(width, chart, style, rows.left)
    stage = _stage(chart, style, scale, rows.edges, start)
    annotating.under(frame, chart, style, stage)
    foot = bottom
    if chart.value_axis is not None and chart.value_axis.shown:
        foot = plotgrid.down(frame, style, chart.value_axis, scale, frame.top, bottom)
    _column(frame, chart, style, scale, rows, 0)
    annotating.over(frame, chart, style, stage)
    return foot


def _columns(chart: ResolvedChart) -> tuple[range, ...]:
    """Return the bars of each column by their places: two where one would be too long."""
    count = len(chart.categories)
    if count <= _MOST or len(chart.series) > 1 or chart.annotations != NONE:
        return (range(count),)
    half = -(-count // 2)
    return range(half), range(half, count)


def _side_by_side(
    frame: Frame, chart: ResolvedChart, style: ChartStyle, columns: Sequence[range]
) -> float:
    """Draw bars in columns beside one another, on one scale; return their foot."""
    close, top = _closeness(chart), frame.top
    pile = _pile(1, close)
    style = rowgrid.lessened(style, pile + rowgrid.BETWEEN * close)
    wide = (frame.width - _GUTTER * (len(columns) - 1)) / len(columns)
    held = [rowgrid.rows(wide, top, _part(chart, places), style, pile, close) for places in columns]
    scale = _scale(wide, chart, style, max(rows.left for rows in held))
    for number, (rows, places) in enumerate(zip(held, columns, strict=True)):
        with frame.shifted(number * (wide + _GUTTER), wide):
            _column(frame, chart, style, scale, rows, places.start)
    bottom = max(rows.bottom for rows in held)
    frame.plot = (top, bottom)
    return bottom


def _part(chart: ResolvedChart, places: range) -> ResolvedChart:
    return replace(chart, categories=chart.categories[places.start : places.stop])


def _column(
    frame: Frame,
    chart: ResolvedChart,
    style: ChartStyle,
    scale: Scale,
    rows: rowgrid.Rows,
    first: int,
) -> None:
    """Draw the bars of a column, from the `first` of the chart's on, and their baseline."""
    for place in range(len(rows.names)):
        rows.put(frame, place)
        _bars(frame, chart, style, scale, first + place, rows.middle(place))
    zero = scale(Decimal(0))
    plotgrid.baseline(frame, style, (zero, frame.top), (zero, rows.bottom))


def _stage(
    chart: ResolvedChart,
    style: ChartStyle,
    scale: Scale,
    rows: Sequence[tuple[float, float]],
    top: float,
) -> annotating.Stage:
    """Return where annotations find bars, in these rows, below a strip from `top` on."""
    middles = [(high + low) / 2 for high, low in rows]
    pile = _pile(max(1, len(chart.series)), _closeness(chart))
    thick = _thickness(len(chart.series)) * _closeness(chart)

    def along(spot: Spot) -> float:
        first = middles[spot.category] - pile / 2
        return first + thick / 2 + max(0, spot.series) * (thick + _BETWEEN_SERIES)

    def beyond(spot: Spot) -> float:
        datum = chart.series[max(0, spot.series)].data[spot.category]
        words = _label(chart, style, datum).width + _LABEL_GAP
        value = annotating.farthest(chart, spot, datum.value or Decimal(0))
        return scale(value) + words if value >= 0 else scale(Decimal(0))

    ends = (rows[0][0], rows[-1][1]) if rows else (top, top)
    return annotating.Stage(scale, along, middles, *ends, beyond, top, lying=True)


def native(chart: ResolvedChart, theme: Theme) -> NativeChart:
    """Return the chart as PowerPoint's clustered bars, first category at the top."""
    several = len(chart.series) > 1
    count = max(1, len(chart.series))
    return NativeChart(
        type="BAR_CLUSTERED",
        series=clusters.native_series(chart, theme, labelled=True),
        categories=chart.categories,
        value_axis=value_axis(chart),
        category_axis=NativeAxis(),
        keys=clusters.keys(chart, theme) if several else (),
        legend="top" if several else "none",
        number_format=chart.number_format,
        reversed_categories=True,
        gap_width=round(rowgrid.BETWEEN / _thickness(count) * 100),
        overlap=-round(_BETWEEN_SERIES / _thickness(count) * 100) if several else 0,
    )


def _closeness(chart: ResolvedChart) -> float:
    """Return how much thinner than usual the bars are, so that very many stand on a page; or how
    much thicker, in a chart that goes across it.
    """
    count = max(1, len(chart.series))
    least = _THINNEST if count == 1 else _THINNEST_OF_SEVERAL
    longest = _part(chart, _columns(chart)[0])
    return rowgrid.closeness(longest, _pile(count, 1.0), least)


def _thickness(series: int) -> float:
    return _THICKNESS if series == 1 else _THICKNESS_OF_SEVERAL


def _pile(series: int, closeness: float) -> float:
    """Return how high the bars of one category are together."""
    return series * _thickness(series) * closeness + (series - 1) * _BETWEEN_SERIES


def _label(chart: ResolvedChart, style: ChartStyle, datum: Datum) -> SetWords:
    return one_line((datum.label,), style.strong if stands_out(chart, datum) else style.value)


def _scale(width: float, chart: ResolvedChart, style: ChartStyle, left: float) -> Scale:
    """Return the scale that leaves room for the values printed beyond both ends."""
    before = after = 0.0
    for series in chart.series:
        for datum in series.data:
            if datum.value is not None:
                wide = _label(chart, style, datum).width
                room = wide + _LABEL_GAP if wide else 0.0
                if datum.value < 0:
                    before = max(before, room)
                else:
                    after = max(after, room)
    return rowgrid.scale_beside(chart, left, width, before, after)


def _bars(
    frame: Frame, chart: ResolvedChart, style: ChartStyle, scale: Scale, place: int, middle: float
) -> None:
    closeness = _closeness(chart)
    thickness = _thickness(len(chart.series)) * closeness
    top = middle - _pile(len(chart.series), closeness) / 2
    zero = scale(Decimal(0))
    slots = told_apart(series_slots(chart), style.theme)
    for number, (series, slot) in enumerate(zip(chart.series, slots, strict=True)):
        datum = series.data[place]
        if datum.value is not None:
            end = scale(datum.value)
            if datum.value:
                own = point_slot(chart, slot, datum)
                fill, pattern = rgb(own, style.theme), pattern_of(own, style.theme)
                bar = min(zero, end), top, abs(end - zero), thickness
                with frame.as_mark(number, place):
                    frame.rectangle(*bar, fill, pattern=pattern)
            label = _label(chart, style, datum)
            end = scale(annotating.farthest(chart, (number, place), datum.value))
            if datum.value < 0:
                frame.put(label, end - _LABEL_GAP, top + thickness / 2, "right", "middle")
            else:
                frame.put(label, end + _LABEL_GAP, top + thickness / 2, "left", "middle")
        top += thickness + _BETWEEN_SERIES


def gauges(chart: ResolvedChart) -> Iterator[Gauge]:
    """Yield the gauges of the bars from zero to their values, column by column."""
    for places in _columns(chart):
        held = {spot: at for spot, at in measuring.values(chart).items() if spot[1] in places}
        yield measuring.lengths(chart, "x", {spot: (Decimal(0), at) for spot, at in held.items()})
        yield from measuring.ordered(chart, held)


KIND: Final = ChartType(
    name="bar",
    called={
        "en": "Bar chart",
        "de": "Balkendiagramm",
        "fr": "Diagramme à barres",
        "uk": "Лінійчата діаграма",
    },
    resolve=category_chart,
    tells=ranked_or_in_time,
    draw=draw,
    gauges=gauges,
    native=native,
    art="bars",
    single=True,
    labelled=True,
    crowded="show fewer, divide the chart in two, or leave it to the paper",
    annotates=("difference", "reference", "band", "text", "interval"),
    ignores=(*OF_POINTS, "ordered"),
)
