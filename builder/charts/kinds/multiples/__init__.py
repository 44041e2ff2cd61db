"""Small multiples: a small chart to each series, side by side, on the same scales unless said.

A specification in; the chart, with the kind of its panels, out, and what it is beside its drawing.
The deck has a chart of PowerPoint's own to each panel, so that each can be edited by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from builder.charts.kinds.multiples.drawing import draw
from builder.charts.native import NativeChart
from builder.charts.panels import MOST, panels, panels_told
from builder.charts.registry import OF_POINTS, Account, ChartType, KindKey, kind_of
from builder.charts.resolving.category import charted
from builder.charts.resolving.context import ChartContext
from builder.charts.resolving.gaps import said_of_panels
from builder.charts.resolving.grid import Grid, grid_of, ordered
from builder.charts.scales import value_axis
from builder.charts.telling import Teller
from builder.frozen import replace
from builder.language.dates import in_language
from builder.model.chart import MUTED, Axis, ChartSpec, ResolvedChart
from builder.model.gauge import Gauge, mark_of
from builder.model.text import Line, Run
from builder.problems import known_names
from builder.theme.theme import Theme

OF: Final = "of"
SCALES: Final = "scales"
OWN: Final = "own"
_COMMON: Final = "common"
_FEWEST: Final = 2

# An area by itself is a line that is filled from zero.
_LIKE: Final[Mapping[str, str]] = {"line": "line", "column": "column", "bar": "bar", "area": "line"}
_STANDING: Final = ("column", "bar")
_EACH: Final = {
    "en": "each panel has a scale of its own",
    "de": "jedes Feld hat seine eigene Skala",
    "fr": "chaque vignette a sa propre échelle",
    "uk": "кожна панель має власну шкалу",
}


def resolve(spec: ChartSpec, bare: ResolvedChart, context: ChartContext) -> ResolvedChart | None:
    """Return the chart; None, with problems, where it has no panels that can be compared."""
    panel = _word(spec, OF, tuple(_LIKE), context)
    scales = _word(spec, SCALES, (_COMMON, OWN), context)
    grid = grid_of(spec, context)
    if grid is None or not panel or not scales or not _is_few(spec, grid, context):
        return None
    like, kind = replace(spec, kind=_LIKE[panel]), _kind(panel)
    chart = charted(like, grid, bare, context, kind)
    if chart is None:
        return None
    chart = replace(
        chart,
        panel=panel,
        note=_noted(chart, panel, ordered(like, grid), context),
        series=tuple(
            each if each.colour == MUTED else replace(each, colour=0) for each in chart.series
        ),
    )
    if scales == _COMMON:
        return chart
    axes = _own_axes(like, ordered(like, grid), bare, context, kind)
    return replace(chart, panel_axes=axes, subtitle=_with_scales(chart.subtitle, context.tag))


def _noted(chart: ResolvedChart, panel: str, grid: Grid, context: ChartContext) -> Line:
    """Return the note, with what is missing of columns and bars."""
    said = said_of_panels(grid, context) if panel in _STANDING else ()
    return (*chart.note, Run(" "), *said) if chart.note and said else chart.note or said


def own_scales(tag: str) -> Run:
    """Return that every panel has a scale of its own, in words."""
    return Run(in_language(tag, _EACH))


def native(chart: ResolvedChart, theme: Theme) -> NativeChart:
    """Return the chart as one of PowerPoint's own for each panel."""
    held = tuple(_panel(panel, theme) for panel in panels(chart))
    return NativeChart(held[0].type, (), number_format=chart.number_format, panels=held)


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


def _with_scales(subtitle: Line, tag: str) -> Line:
    said = own_scales(tag)
    if subtitle:
        return (*subtitle, Run("; "), said)
    return (replace(said, text=said.text[0].upper() + said.text[1:]),)


def _word(spec: ChartSpec, key: str, known: tuple[str, ...], context: ChartContext) -> str:
    """Return what a key holds, the first known word unless it is stated; nothing with a problem."""
    found = spec.own(key) or known[:1]
    if len(found) == 1 and found[0] in known:
        return found[0]
    context.problems.error(
        spec.place,
        f'chart "{spec.id}" has `{key}: {", ".join(found)}`',
        known_names(found[0], known),
    )
    return ""


def _is_few(spec: ChartSpec, grid: Grid, context: ChartContext) -> bool:
    """Return whether there are as many panels as can be compared; report where not."""
    count = len(grid.series)
    if _FEWEST <= count <= MOST:
        return True
    context.problems.error(
        spec.place,
        f'chart "{spec.id}" has {count} series, and a panel to each',
        "name by `series` the column of its groups, or several columns by `y`; one series is a "
        f"{spec.own(OF)[0] if spec.own(OF) else 'line'}"
        if count < _FEWEST
        else f"at most {MOST} can be compared: leave some out, or divide the chart in two",
    )
    return False


def _kind(panel: str) -> ChartType:
    """Return how a panel's values are plotted."""
    return replace(
        kind_of(_LIKE[panel]),
        single=False,
        distinct=False,
        labelled=panel == "bar",
        from_zero=panel != "line",
        gapless=panel == "area",
    )


def _own_axes(
    spec: ChartSpec,
    grid: Grid,
    bare: ResolvedChart,
    context: ChartContext,
    kind: ChartType,
) -> tuple[Axis, ...]:
    """Return the axis of each series by itself."""
    given, alone = replace(spec, order="given", highlight=()), replace(kind, in_time="")
    parts = (
        charted(given, Grid(grid.categories, (named,), (cells,)), bare, context, alone)
        for named, cells in zip(grid.series, grid.cells, strict=True)
    )
    return tuple(part.value_axis for part in parts if part is not None and part.value_axis)


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
