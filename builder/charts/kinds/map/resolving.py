"""What a map shows: an entry of charts.yaml in, a chart of places and values on its land out."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import Final

from builder.charts.kinds.map.grounds import ground_of
from builder.charts.registry import kind_of
from builder.charts.resolving.category import charted, tick_run
from builder.charts.resolving.context import ChartContext, common_unit
from builder.charts.resolving.grid import grid_of, ordered
from builder.charts.resolving.statistics import CLASSES, bounds_of
from builder.language.dates import word
from builder.model.chart import ChartSpec, ResolvedChart
from builder.model.land import Land, Tick
from builder.model.text import Line, Run

SYMBOLS: Final = "symbols"
"""A key that a map alone takes."""

_ON: Final = ("true", "yes", "on")


def resolve(spec: ChartSpec, bare: ResolvedChart, context: ChartContext) -> ResolvedChart | None:
    """Return the chart on its land; None, with problems, where places or classes are unknown."""
    grid = grid_of(spec, context)
    chart = charted(spec, grid, bare, context, kind_of(spec.kind)) if grid else None
    if grid is None or chart is None:
        return None
    so_far = len(context.problems.errors)
    ground = ground_of(spec, ordered(spec, grid).categories, context)
    bounds = bounds_of(spec, spec.own(CLASSES.name), chart, context)
    sizes = _sizes(spec, chart, context) if _is_on(spec, SYMBOLS) else ()
    if ground is None or len(context.problems.errors) > so_far:
        return None
    chart = replace(chart, categories=ground.names, value_axis=None)
    land = replace(
        ground.land,
        bounds=() if sizes else bounds,
        sizes=sizes,
        unknown=Run(word(context.tag, "no_data")),
        beside=_beside(chart, ground.land, context.tag),
    )
    note = (*chart.note, Run(" "), *ground.note) if chart.note and ground.note else ()
    return replace(chart, land=land, note=note or chart.note or ground.note)


def _is_on(spec: ChartSpec, key: str) -> bool:
    return any(each.lower() in _ON for each in spec.own(key))


def _sizes(spec: ChartSpec, chart: ResolvedChart, context: ChartContext) -> tuple[Tick, ...]:
    """Return two values whose discs the key shows: the largest round one, and a quarter of it."""
    values = [d.value for d in chart.series[0].data if d.value is not None]
    if any(value < 0 for value in values):
        context.problems.error(
            spec.place,
            f'chart "{spec.id}" has a value below 0, which no disc has as its area',
            "show it by colour: remove `symbols`",
        )
    most = max(values, default=Decimal(1)) or Decimal(1)
    power = Decimal(1).scaleb(most.adjusted())
    largest = max(
        step * power for step in (Decimal(1), Decimal(2), Decimal(4)) if step * power <= most
    )
    unit = common_unit(spec, (d.unit for d in chart.series[0].data if d.value is not None))
    printed = partial(tick_run, spec, unit, context.tag)
    return tuple(Tick(value, printed(value)) for value in (largest, largest / 4))


def _beside(chart: ResolvedChart, land: Land, tag: str) -> Line:
    """Return the places that the map cannot show, each with its value; nothing for none."""
    data = chart.series[0].data
    rows = [row for row in land.unseen if data[row].value is not None]
    if not rows:
        return ()
    before, after = word(tag, "off_the_map", places="\0").split("\0")
    line = [Run(before)]
    for number, row in enumerate(rows):
        line += [Run("; " if number else ""), chart.categories[row], Run(" "), data[row].label]
    return tuple(run for run in (*line, Run(after)) if run.text)
