"""Small multiples: a small chart to each series, side by side, on the same scales unless said.

The deck has a chart of PowerPoint's own to each panel, so that each can be edited by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from builder.charts.kinds.multiples.drawing import draw
from builder.charts.kinds.multiples.resolving import OF, SCALES, own_scales, resolve
from builder.charts.native import NativeChart
from builder.charts.panels import panels
from builder.charts.registry import OF_POINTS, Account, ChartType, KindKey, kind_of
from builder.charts.scales import value_axis
from builder.charts.telling.panels import panels_told
from builder.charts.telling.teller import Teller
from builder.model.chart import ResolvedChart
from builder.model.gauge import Gauge, mark_of
from builder.theme.theme import Theme


def native(chart: ResolvedChart, theme: Theme) -> NativeChart:
    """Return the chart as one of PowerPoint's own for each panel."""
    held = tuple(_panel(panel, theme) for panel in panels(chart))
    return NativeChart(held[0].type, (), number_format=chart.number_format, panels=held)


def _panel(panel: ResolvedChart, theme: Theme) -> NativeChart:
    """Return one panel: an axis says its values, but for bars and the ends of lines."""
    made = kind_of(panel.kind).native
    if made is None:
        raise TypeError(panel.kind)
    native = replace(made(panel, theme), keys=(), legend="none", panel=True)
    if native.across:
        return native
    if native.type == "LINE":
        # A value stands at its own point in either file, and need not say of what it is.
        series = tuple(
            replace(each, points=tuple(replace(one, label=one.label[:1]) for one in each.points))
            for each in native.series
        )
        return replace(native, series=series)
    bare = tuple(
        replace(
            series,
            label_position="none",
            points=tuple(replace(point, label=()) for point in series.points),
        )
        for series in native.series
    )
    return replace(native, series=bare, value_axis=value_axis(panel, needed=True))


def tell(chart: ResolvedChart, teller: Teller) -> Account:
    """Tell the panels; where each has a scale of its own, say so."""
    account = panels_told(chart, teller)
    if not chart.panel_axes:
        return account
    return replace(account, more=((own_scales(chart.language),),))


def gauges(chart: ResolvedChart) -> Iterator[Gauge]:
    """Yield the gauges of each panel: those of its kind, its marks and ticks under its number."""
    for number, panel in enumerate(panels(chart)):
        for gauge in kind_of(panel.kind).gauges(panel):
            yield gauge._replace(
                marks=tuple(
                    mark._replace(
                        mark=mark_of(number, mark.mark.partition(".")[2]),
                        name=f"{panel.series[0].name.text}, {mark.name}",
                    )
                    for mark in gauge.marks
                ),
                ticks=tuple(
                    tick._replace(mark=tick.mark.replace("y.", f"y.{number}.", 1))
                    for tick in gauge.ticks
                ),
            )


KIND: Final = ChartType(
    name="multiples",
    called={
        "en": "Small multiples",
        "de": "Reihe kleiner Diagramme",
        "fr": "Petits multiples",
        "uk": "Набір малих діаграм",
    },
    resolve=resolve,
    tells=tell,
    draw=draw,
    gauges=gauges,
    native=native,
    counted=("a chart", "charts"),
    keys=(
        KindKey(
            OF,
            "What each of several small charts is: line, column, bar or area; line unless said.",
            "only small multiples are made of a kind: make it `kind: multiples`, or remove the key",
            form="words",
        ),
        KindKey(
            SCALES,
            "Whether small charts share their scale (`common`, unless said) or each has its `own`.",
            "only small multiples choose scales: make it `kind: multiples`, or remove the key",
            form="words",
        ),
    ),
    drawn_from=("table", "groups"),
    art="lines",
    from_zero=False,
    distinct=False,
    crowded="show fewer, or shorten their names by `labels`",
    ignores=(*OF_POINTS, "ordered"),
)
