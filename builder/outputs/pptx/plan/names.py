"""Names of categories that have little room: takes a native chart, returns it with fewer of them
named, or with names that may be divided at their signs.

Programs divide words at spaces, and some at hyphens and slashes: a zero-width space, which shows
nothing and is not compared, lets all of them do so, where no word is cut.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.charts.native import NativeChart
from builder.frozen import replace
from builder.model.chart import ResolvedChart
from builder.model.text import Line
from builder.text.opportunities import AT_SIGNS, OPENING


def with_openings(native: NativeChart) -> NativeChart:
    """Return the chart with names that programs may divide at their signs; or as it is."""
    categories, rows = _opened(native.categories), _opened(native.rows)
    if (categories, rows) == (native.categories, native.rows):
        return native
    return replace(native, categories=categories, rows=rows)


def with_opened_names(chart: ResolvedChart) -> ResolvedChart:
    """Return a chart that is drawn with shapes, with names that may be divided at their signs."""
    names = _opened(tuple(each.name for each in chart.series))
    series = zip(chart.series, names, strict=True)
    return replace(
        chart,
        categories=_opened(chart.categories),
        series=tuple(replace(each, name=name) for each, name in series),
    )


def some_named(native: NativeChart) -> Iterator[NativeChart]:
    """Yield a chart with ever fewer of its categories named, by text that stands where a program
    would print what the axis is called: that stands above the plot then.
    """
    axis, every = native.category_axis, native.category_axis.every
    if axis.title:
        axis = replace(axis, title=(), unseen=axis.title, over=axis.title)
    while every < len(native.categories):
        every = max(every + 1, round(every * 1.2))
        yield replace(native, category_axis=replace(axis, every=every))


def _opened(names: Line) -> Line:
    return tuple(replace(run, text=AT_SIGNS.sub(OPENING, run.text)) for run in names)
