"""Charts: takes what charts.yaml states, returns charts that need no decision but where ink goes.

Order, axes, colours, sources and every printed string are settled here, once, for both writers.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from builder.charts.registry import kind_of
from builder.charts.resolving.context import ChartContext
from builder.charts.resolving.totals import warn_of_total
from builder.charts.rows import drawn_rows
from builder.charts.telling import told
from builder.charts.telling.teller import Teller
from builder.facts.nouns import unit_key
from builder.facts.sources import source_line
from builder.model.chart import ChartSpec, ResolvedChart
from builder.model.text import FigureUse, texts_of

__all__ = ["ChartContext", "resolved_chart"]

_MOST_MARKS: Final = 5_000


def resolved_chart(spec: ChartSpec, context: ChartContext) -> ResolvedChart | None:
    """Return a chart ready to be drawn, or None where it cannot be, with the reasons reported.

    A chart that uses a figure without a value is left out silently: that is reported already.
    """
    printer = context.printer
    spec = replace(spec, unit=unit_key(spec.unit, context.tag))
    used = (
        *spec.figures,
        *(name for _, names in spec.groups for name in names),
        *(
            use.figure
            for text in texts_of(spec.flows)
            for use in text
            if isinstance(use, FigureUse)
        ),
    )
    printed = tuple(name for each in spec.annotations for name in each.figures)
    if any(name not in printer.figures for name in (*used, *printed)):
        return None
    if _plots_too_much(spec, context) or _is_wrongly_logarithmic(spec, context):
        return None
    warn_of_total(spec, context)
    sources = _sources(spec, (*used, *printed), context)
    if not sources:
        context.problems.error(
            spec.place,
            f'chart "{spec.id}" has no source',
            "name one by `source`, with stated: false in sources.yaml where none is known",
        )
    bare = ResolvedChart(
        id=spec.id,
        kind=spec.kind,
        title=printer.line(spec.title),
        subtitle=printer.line(spec.subtitle),
        source_line=source_line(sources, context.sources, context.tag),
        note=printer.line(spec.note),
        alt=printer.line(spec.alt),
        takeaway=printer.line(spec.takeaway.says),
        sources=sources,
        language=context.tag,
        extent=spec.extent,
        place=spec.place,
    )
    chart = kind_of(spec.kind).resolve(spec, bare, context)
    if chart is None or chart.alt:
        return chart
    return _told(spec, chart, used, context)


def _told(
    spec: ChartSpec, chart: ResolvedChart, figures: tuple[str, ...], context: ChartContext
) -> ResolvedChart:
    """Return a chart with its alt text; warn where only its author can say what it shows."""
    dates = [context.printer.as_of(name) for name in figures]
    found = told(chart, Teller(chart, context.printer.figure), dates)
    if found.wanting and not spec.claim:
        context.problems.warning(
            spec.place,
            f'chart "{spec.id}" has no alt text, and its data alone tell no finding',
            "write `alt:` in a sentence or two: what it shows to whom cannot see it; or say by "
            "`highlight` or `claim` what matters",
        )
    return replace(chart, alt=found.alt)


def _is_wrongly_logarithmic(spec: ChartSpec, context: ChartContext) -> bool:
    """Say whether lengths would be read off a logarithmic axis; report it."""
    wanted = any(axis.log for axis in (spec.axis, spec.x_axis, spec.second_axis))
    if not wanted or kind_of(spec.kind).logarithmic:
        return False
    context.problems.error(
        spec.place,
        f'chart "{spec.id}" asks for a logarithmic axis, off which no length can be read',
        "use a line or a scatter, or remove `scale`",
    )
    return True


def _plots_too_much(spec: ChartSpec, context: ChartContext) -> bool:
    """Say whether a chart has more marks than are drawn, told apart or not; report it."""
    if kind_of(spec.kind).raw:
        return False
    rows = len(drawn_rows(spec, context.data[spec.table])) if spec.table else 0
    marks = rows * max(len(spec.y), 1) if spec.table else len(spec.figures)
    if marks <= _MOST_MARKS:
        return False
    context.problems.error(
        spec.place,
        f'chart "{spec.id}" plots {marks:,} values',
        f"at most {_MOST_MARKS:,} are drawn: plot every tenth row, or their means",
    )
    return True


def _sources(spec: ChartSpec, figures: tuple[str, ...], context: ChartContext) -> tuple[str, ...]:
    """Return the sources of the figures and those stated.

    Of a table, those of the figures that are bound to the columns which the chart shows, too.
    """
    resolved = context.printer.figures
    found = [source for name in figures for source in resolved[name].sources]
    for (table, column), sources in context.bound_sources.items():
        if table == spec.table and (column in (spec.x, *spec.y, spec.size) or not spec.y):
            found += sources
    return tuple(dict.fromkeys([*found, *spec.source]))
