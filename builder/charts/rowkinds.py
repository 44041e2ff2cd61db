"""Kinds whose values stand on the rows of their categories: what they are beside their drawing.

A resolved chart in; its gauges, or PowerPoint's own, a scatter chart whose rows are counted from
its foot, their names laid beside it, out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from builder.charts import clusters, measuring
from builder.charts.native import (
    NativeAxis,
    NativeChart,
    NativePoint,
    NativeSeries,
    Slot,
    owners,
)
from builder.charts.registry import ChartType, Resolver
from builder.charts.rowdots import (
    SHAPES,
    Joint,
    draw,
    is_labelled,
    join_slot,
    least_of,
    side_of,
    words_slot,
)
from builder.charts.scales import limited, value_limits
from builder.charts.style import point_slot, series_slots, stands_out
from builder.charts.telling.several import series_told
from builder.model.annotation import AnnotationKind
from builder.model.chart import ResolvedChart
from builder.model.gauge import Gauge, Measured, mark_of
from builder.model.text import Owner
from builder.theme.theme import Theme


def row_kind(
    name: str,
    called: Mapping[str, str],
    resolve: Resolver,
    look: Joint,
    annotates: tuple[AnnotationKind, ...] = ("reference", "band"),
) -> ChartType:
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
        annotates=annotates,
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
    every = (*marks, *measuring.noted(chart))
    yield measuring.scale(chart.value_axis, "x", every, least=least_of(look))
    yield from measuring.ordered(chart, held)


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
        label_colour=words_slot(chart, own),
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
    if not look.join or number != 1 or len(chart.series) != 2:
        return None
    return chart.series[0].data[place].value
