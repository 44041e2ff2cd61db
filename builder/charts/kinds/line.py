"""Line chart: a line per series, named at its end with the last value, a dot where it ends."""

from __future__ import annotations

from collections.abc import Iterator
from math import dist
from typing import Final

from builder.charts import annotating, clusters, courses, labels, plotgrid, scales
from builder.charts.around import is_met, place, plate
from builder.charts.courses import calendars
from builder.charts.frame import Edge, Frame, Place
from builder.charts.labels import end_line, last_value
from builder.charts.native import NativeChart, NativePoint, NativeSeries, Slot, owners, rgb
from builder.charts.plotgrid import Plot
from builder.charts.registry import ChartType
from builder.charts.resolving.category import category_chart
from builder.charts.scales import value_axis
from builder.charts.spots import Disc, Rectangle
from builder.charts.style import (
    ChartStyle,
    is_emphasised,
    is_grey,
    series_slots,
    text_slot,
)
from builder.charts.telling.several import lines_told
from builder.charts.typeset import one_line
from builder.model.chart import Datum, ResolvedChart, Series
from builder.model.text import Line
from builder.theme.theme import Theme

_WIDTH: Final = 1.6
_WIDTH_OF_GREY: Final = 1.2
_DOT: Final = 1.9
_STRUNG: Final = 3.0


def draw(frame: Frame, chart: ResolvedChart, style: ChartStyle) -> float:
    """Draw the lines below the frame's top; return the foot of the drawing."""
    slots = series_slots(chart)
    lines = [end_line(chart, series) for series in chart.series]
    names = labels.names(frame, style, lines, slots, chart.language)
    further = annotating.names(frame, chart, style)
    top, frame.top = frame.top, frame.top + annotating.above(chart)
    plot = plotgrid.plot(frame, chart, style, (*names, *further), headroom=10.0)
    stage = annotating.running(chart, plot, top)
    annotating.under(frame, chart, style, stage)
    plotgrid.back(frame, chart, style, plot)
    foot = plotgrid.front(frame, chart, style, plot)
    # Greys lie below colours: what is highlighted must not be crossed out.
    rows = zip(range(len(slots)), chart.series, slots, strict=True)
    for row in sorted(rows, key=lambda row: not is_grey(row[2])):
        _line(frame, *row, style, plot)
    _labels(frame, chart, style, plot)
    wishes = []
    for series, name in zip(chart.series, names, strict=True):
        last = last_value(series)
        value = None if last is None else series.data[last].value
        wishes.append(labels.End(0.0 if value is None else plot.scale(value), name))
    wishes += annotating.ends(chart, further, plot.scale)
    labels.put(frame, wishes, plot.right + labels.GAP, plot.scale.end - 6, plot.scale.start + 6)
    annotating.over(frame, chart, style, stage)
    return foot


def native(chart: ResolvedChart, theme: Theme) -> NativeChart:
    """Return the chart as PowerPoint's lines, named by a label at each last point."""
    return NativeChart(
        type="LINE",
        series=tuple(
            NativeSeries(
                name=series.name,
                points=tuple(
                    NativePoint(
                        value=datum.value,
                        label=_native_label(chart, series, number),
                        label_colour=text_slot(slot),
                        strong=True,
                        owners=owners(chart, datum),
                        marked=_is_alone(series, number),
                    )
                    for number, datum in enumerate(series.data)
                ),
                colour=slot,
                label_position="right",
            )
            for series, slot in zip(chart.series, series_slots(chart), strict=True)
        ),
        categories=chart.categories,
        value_axis=value_axis(chart),
        category_axis=plotgrid.category_axis(chart, ChartStyle.of(theme)),
        keys=clusters.keys(chart),
        moments=scales.moments(chart),
        calendars=calendars(chart),
        in_days=scales.in_days(chart),
        number_format=chart.number_format,
    )


def _native_label(chart: ResolvedChart, series: Series, number: int) -> Line:
    if number == last_value(series):
        return end_line(chart, series)
    datum = series.data[number]
    asked = (chart.series.index(series), number) in chart.annotations.labelled
    return (datum.label,) if asked or _is_marked(series, datum) else ()


def _is_marked(series: Series, datum: Datum) -> bool:
    """Return whether a point is highlighted by itself, not with the whole of its series."""
    return datum.emphasised and datum.value is not None and not is_emphasised(series)


def _is_alone(series: Series, number: int) -> bool:
    """Return whether a value has none before and after it, so that no line leads to it."""
    around = series.data[max(number - 1, 0) : number] + series.data[number + 1 : number + 2]
    return series.data[number].value is not None and all(each.value is None for each in around)


def _line(
    frame: Frame, number: int, series: Series, slot: Slot, style: ChartStyle, plot: Plot
) -> None:
    colour = rgb(slot, style.theme)
    width = _WIDTH_OF_GREY if is_grey(slot) else _WIDTH
    part: list[tuple[float, float]] = []
    for at, datum in enumerate((*series.data, None)):
        if datum is not None and datum.value is not None:
            part.append((plot.x(at), plot.scale(datum.value)))
            continue
        if len(part) > 1:  # a missing value interrupts the line
            with frame.as_mark(number, "from", at - len(part)):
                frame.line(part, colour, width, cap="round")
        elif part:
            with frame.as_mark(number, at - 1):
                frame.disc(*part[0], _DOT, colour)
        part = []
    last = last_value(series)
    if last is not None and (value := series.data[last].value) is not None:
        with frame.as_mark(number, last):
            frame.disc(plot.x(last), plot.scale(value), _DOT, colour)


def _labels(frame: Frame, chart: ResolvedChart, style: ChartStyle, plot: Plot) -> None:
    """Mark highlighted points with a dot and their value, clear of all lines."""
    marks, blocks, path = [], [], list[Disc]()
    zero = plot.foot(chart)
    for row, (series, slot) in enumerate(zip(chart.series, series_slots(chart), strict=True)):
        type_ = style.strong.at(8).inked(rgb(text_slot(slot), style.theme))
        for number, datum in enumerate(series.data):
            if datum.value is None:
                continue
            mark = Disc(plot.x(number), plot.scale(datum.value), _DOT + 0.6)
            if number and (before := series.data[number - 1].value) is not None:
                path += _strung((plot.x(number - 1), plot.scale(before)), mark[:2])
            path.append(mark)
            if _is_marked(series, datum) and number != last_value(series):
                edge = Edge(style.theme.colours.paper, 0.8)
                with frame.as_mark(row, number):
                    frame.disc(mark.x, mark.y, mark.radius, rgb(slot, style.theme), edge)
                marks.append(mark)
                blocks.append(one_line((datum.label,), type_))
    if marks:
        path += _strung((plot.left, zero), (plot.right, zero))
    bounds = Rectangle(plot.left, frame.top, plot.right, plot.scale.start - 1)
    spots = place(marks, [(block.width, block.height) for block in blocks], bounds, path)
    for block, spot in zip(blocks, spots, strict=True):
        if spot is not None:
            if is_met(spot.box, path):  # where lines are all around, words stand before them
                plate(frame, spot.box, style.theme.colours.paper)
            frame.put(block, spot.box.left, spot.box.top, vertical="top")


def _strung(start: Place, end: Place) -> Iterator[Disc]:
    """Yield discs along a line, for labels to keep clear of."""
    (x, y), (to_x, to_y) = start, end
    count = int(dist(start, end) / _STRUNG) + 1
    for at in range(1, count):
        yield Disc(x + (to_x - x) * at / count, y + (to_y - y) * at / count, _DOT)


KIND: Final = ChartType(
    name="line",
    called={"en": "Line chart", "de": "Liniendiagramm", "fr": "Courbe", "uk": "Лінійний графік"},
    resolve=category_chart,
    tells=lines_told,
    draw=draw,
    gauges=courses.lines,
    native=native,
    art="lines",
    named_beside=True,
    from_zero=False,
    in_time="axis",
    logarithmic=True,
    crowded="use a bar chart: a line joins what follows one another in time",
    annotates=("difference", "reference", "band", "period", "text", "label", "interval"),
)
