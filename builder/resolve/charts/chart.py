"""One chart: takes its specification, returns it resolved, with its texts, sources and alt text."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final

from builder.charts.registry import kind_of
from builder.model.chart import ChartSpec, ResolvedChart
from builder.model.text import FigureUse
from builder.resolve.charts.alt import alt_text
from builder.resolve.charts.context import ChartContext
from builder.resolve.citations import source_line
from builder.resolve.printing import affixes
from builder.resolve.walk import texts_of

_MOST_MARKS: Final = 5_000


def resolved_chart(spec: ChartSpec, context: ChartContext) -> ResolvedChart | None:
    """Return a chart ready to be drawn, or None where it cannot be, with the reasons reported.

    A chart that uses a figure without a value is left out silently: that is reported already.
    """
    printer = context.printer
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
    if any(name not in printer.figures for name in used):
        return None
    if _plots_too_much(spec, context):
        return None
    sources = _sources(spec, used, context)
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
        sources=sources,
        language=context.tag,
        place=spec.place,
    )
    chart = kind_of(spec.kind).resolve(spec, bare, context)
    if chart is None or chart.alt:
        return chart
    return replace(chart, alt=alt_text(chart, _unit(spec, used, context)))


def _plots_too_much(spec: ChartSpec, context: ChartContext) -> bool:
    """Say whether a chart has more marks than are drawn, told apart or not; report it."""
    rows = len(context.data[spec.table].rows) if spec.table else 0
    marks = rows * max(len(spec.y), 1) if spec.table else len(spec.figures)
    if marks <= _MOST_MARKS:
        return False
    context.problems.error(
        spec.place,
        f'chart "{spec.id}" plots {marks:,} values',
        f"at most {_MOST_MARKS:,} are drawn: plot every tenth row, or their means",
    )
    return True


def _unit(spec: ChartSpec, figures: tuple[str, ...], context: ChartContext) -> str:
    """Return what the values are counted in, where their labels do not say it themselves."""
    resolved = context.printer.figures
    units = {resolved[name].unit for name in figures}
    unit = spec.unit or (units.pop() if len(units) == 1 else "")
    # A number said in words says what it counts too.
    silent = spec.number_format != "words" and not any(
        affixes(Decimal(1), unit, spec.number_format, context.tag)
    )
    return unit if silent else ""


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
