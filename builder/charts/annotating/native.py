"""What a native chart says beside its data: takes it and its resolved chart, returns it with its
annotations, or with titles that are heard alone.

Of annotations, error bars are its own, and so are lines across a line chart, each a series more;
the rest stands over the plot as shapes, which the deck plans by the annotations that the chart
carries. Titles are those which the slide says elsewhere, so that none is seen twice.
"""

from __future__ import annotations

from itertools import count
from typing import Final

from builder.charts.native import CARTESIAN, NativeChart, NativePoint, NativeSeries
from builder.frozen import replace
from builder.language.dates import word
from builder.model.annotation import Annotations, Level, Remark, Spot
from builder.model.chart import ResolvedChart
from builder.model.text import Line, Owner, Run, plain

_DATE_HEAD: Final = 4  # of the heads of data, which begin with that of categories


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


def with_titles(native: NativeChart, chart: ResolvedChart) -> NativeChart:
    """Return a chart with the titles that its readers hear, where the slide says them elsewhere.

    A value axis that prints no title of its own is called by what the chart measures, unless its
    one series is; one of categories or dates by what its names are.
    """
    if native.panels:
        return replace(
            native,
            title=_heard(chart.title),
            panels=tuple(_panel(panel, chart) for panel in native.panels),
        )
    axis, stated = native.value_axis, chart.value_axis.title if chart.value_axis else ()
    measure = _heard(chart.subtitle) if len(native.series) > 1 else ()
    if native.rows:
        return _in_rows(native, chart, _heard(stated) or _heard(chart.subtitle))
    if native.type != "DOUGHNUT" and not (axis.shown and axis.title):
        axis = replace(axis, unseen=_heard(stated) or measure)
    along = native.category_axis
    if native.type not in ("DOUGHNUT", *CARTESIAN) and not (along.title or along.unseen):
        along = replace(along, unseen=(_what_names_are(chart),))
    return replace(native, title=_heard(chart.title), value_axis=axis, category_axis=along)


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


def _panel(panel: NativeChart, chart: ResolvedChart) -> NativeChart:
    """Return one of small charts, called by its series; its values are what the whole measures."""
    title = tuple(series.name for series in panel.series)
    made = with_titles(panel, replace(chart, title=title))
    measure = _heard(chart.subtitle)
    return replace(made, value_axis=replace(made.value_axis, unseen=measure))


def _in_rows(native: NativeChart, chart: ResolvedChart, measure: Line) -> NativeChart:
    """Return a chart whose rows are its categories, and whose x axis measures."""
    along, rows = native.category_axis, native.value_axis
    if not (along.shown and along.title):
        along = replace(along, unseen=measure)
    rows = replace(rows, unseen=(_what_names_are(chart),))
    return replace(native, title=_heard(chart.title), value_axis=rows, category_axis=along)


def _what_names_are(chart: ResolvedChart) -> Run:
    """Return what a listener hears of the categories' axis: as the head of the chart's data."""
    owned = {name.owner.kind if name.owner else "" for name in chart.categories}
    heads = word(chart.language, "data_heads").split(" | ")
    return Run(heads[_DATE_HEAD if chart.moments or owned == {"date"} else 0])


def _heard(line: Line) -> Line:
    """Return words without marks of notes, and without the claims that guard them elsewhere."""
    return tuple(replace(run, claim=None, link=None) for run in line if run.note is None)
