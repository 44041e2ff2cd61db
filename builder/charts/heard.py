"""What is heard of a native chart whose slide says it elsewhere: a chart in, it with titles out."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from builder.charts.native import CARTESIAN, NativeChart
from builder.language.dates import word
from builder.model.chart import ResolvedChart
from builder.model.text import Line, Run

_DATE_HEAD: Final = 4  # of the heads of data, which begin with that of categories


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
