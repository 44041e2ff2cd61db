"""Small multiples, resolved: a specification in; the chart, with the kind of its panels, out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from builder.charts.panels import MOST
from builder.charts.registry import ChartType, kind_of
from builder.charts.resolving.category import charted
from builder.charts.resolving.context import ChartContext
from builder.charts.resolving.grid import Grid, grid_of, ordered
from builder.language.dates import in_language
from builder.model.chart import MUTED, Axis, ChartSpec, ResolvedChart
from builder.model.text import Line, Run
from builder.problems import known_names

OF: Final = "of"
SCALES: Final = "scales"
OWN: Final = "own"
_COMMON: Final = "common"
_FEWEST: Final = 2

# An area by itself is a line that is filled from zero.
_LIKE: Final[Mapping[str, str]] = {"line": "line", "column": "column", "bar": "bar", "area": "line"}
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
        series=tuple(
            each if each.colour == MUTED else replace(each, colour=0) for each in chart.series
        ),
    )
    if scales == _COMMON:
        return chart
    axes = _own_axes(like, ordered(like, grid), bare, context, kind)
    return replace(chart, panel_axes=axes, subtitle=_with_scales(chart.subtitle, context.tag))


def own_scales(tag: str) -> Run:
    """Return that every panel has a scale of its own, in words."""
    return Run(in_language(tag, _EACH))


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
    given = replace(spec, order="given", highlight=())
    parts = (
        charted(given, Grid(grid.categories, (named,), (cells,)), bare, context, kind)
        for named, cells in zip(grid.series, grid.cells, strict=True)
    )
    return tuple(part.value_axis for part in parts if part is not None and part.value_axis)
