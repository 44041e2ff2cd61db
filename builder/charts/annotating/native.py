"""Annotations of a native chart: takes it and its resolved chart, returns it with what it can hold.

Error bars are its own, and so are lines across a line chart, each a series more; the rest stands
over the plot as shapes, which the deck plans by the annotations that the chart carries.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from builder.charts.native import CARTESIAN, NativeChart, NativePoint, NativeSeries
from builder.model.annotation import Annotations, Level, Remark, Spot
from builder.model.chart import ResolvedChart
from builder.model.text import Owner, Run, plain


def with_annotations(native: NativeChart, chart: ResolvedChart) -> NativeChart:
    """Return a native chart with the annotations of its resolved chart."""
    held = chart.annotations
    if native.rows:
        return replace(native, annotations=_by_point(held, chart))
    if native.type in CARTESIAN:
        return replace(native, annotations=_by_group(held, chart))
    if native.type == "BAR_STACKED_100":
        return replace(native, annotations=_by_share(held))
    bounds = {interval.at: (interval.low, interval.high) for interval in held.intervals}
    series = tuple(
        replace(
            each,
            points=tuple(
                replace(point, interval=bounds.get(Spot(number, at)))
                for at, point in enumerate(each.points)
            ),
        )
        if bounds
        else each
        for number, each in enumerate(native.series)
    )
    if native.type == "LINE":
        lines = (_series(level, len(native.categories), chart.id) for level in held.levels)
        series, held = (*series, *lines), replace(held, levels=())
    return replace(native, series=series, annotations=held)


def _series(level: Level, length: int, chart: str) -> NativeSeries:
    """Return a line at one value, named at its end. What follows from others is no one's to edit:
    a mean all along, and a figure wherever it stands again.
    """
    stated = level.label.owner or Owner("tick", chart)
    rest = stated if stated.kind == "cell" else Owner("tick", chart)
    return NativeSeries(
        name=Run(plain(level.name), owner=next((r.owner for r in level.name if r.owner), None)),
        points=tuple(
            NativePoint(
                value=level.value,
                label=level.says if at == length - 1 else (),
                owners=(rest if at else stated,),
            )
            for at in range(length)
        ),
        colour="ink",
        label_position="right",
        dashed=True,
    )


def _by_share(held: Annotations) -> Annotations:
    """Return annotations whose values are counted as the axis of a native chart of shares counts
    them: up to 1.
    """
    return replace(
        held,
        levels=tuple(replace(each, value=each.value / 100) for each in held.levels),
        bands=tuple(replace(each, low=each.low / 100, high=each.high / 100) for each in held.bands),
    )


def _by_point(held: Annotations, chart: ResolvedChart) -> Annotations:
    """Return annotations whose spots are counted as a native chart counts points: those there."""

    def at(spot: Spot) -> Spot:
        before = chart.series[spot.series].data[: spot.category]
        return Spot(spot.series, sum(datum.value is not None for datum in before))

    return replace(
        held,
        remarks=tuple(Remark(at(each.at), each.says) for each in held.remarks),
        differences=tuple(
            replace(each, start=at(each.start), end=at(each.end)) for each in held.differences
        ),
    )


def _by_group(held: Annotations, chart: ResolvedChart) -> Annotations:
    """Return annotations whose spots are counted as a native chart counts points: by groups."""
    counts = [count() for _ in range(max(1, len(chart.groups)))]
    spots = [Spot(point.group, next(counts[point.group])) for point in chart.points]
    remarks = tuple(Remark(spots[each.at.category], each.says) for each in held.remarks)
    return replace(held, remarks=remarks)
