"""Charts: takes what charts.yaml states, returns charts that need no decision but where ink goes.

Order, axes, colours, sources and every printed string are settled here, once, for both writers. A
bar of all beside bars of some is warned of: a row is a total by its name, or where it is what all
others come to; one that lies among its parts' values is a mean or a rate, which may stand there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from builder.charts.registry import kind_of
from builder.charts.resolving.context import ChartContext, heads_of
from builder.charts.resolving.measure import with_unit
from builder.charts.rows import drawn_rows, names_of
from builder.charts.telling import Teller, told
from builder.facts.named import is_total
from builder.facts.nouns import unit_key
from builder.facts.sources import source_line
from builder.model.chart import ChartSpec, ResolvedChart
from builder.model.datings import iso_moment
from builder.model.table import DataTable
from builder.model.text import FigureUse, Run, texts_of

__all__ = ["ChartContext", "heads_of", "resolved_chart"]

_MOST_MARKS: Final = 5_000
_FEW: Final = 3  # parts, of which another row is hardly the sum by chance
_MUCH: Final = 10  # less is a sum by chance
_MANY: Final = 200  # rows, more than a table with a total has that is drawn


def resolved_chart(spec: ChartSpec, context: ChartContext) -> ResolvedChart | None:
    """Return a chart ready to be drawn, or None where it cannot be, with the reasons reported.

    A chart that uses a figure without a value is left out silently: that is reported already.
    """
    printer = context.printer
    spec = _measured(replace(spec, unit=unit_key(spec.unit, context.tag)))
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
    if chart is None:
        return None
    chart = with_unit(chart)
    if chart.alt:
        return chart
    return _told(spec, chart, used, context)


def _measured(spec: ChartSpec) -> ChartSpec:
    """Return a chart whose subtitle says what its values are, where its kind prints no title along
    their axis.
    """
    title, kind = spec.axis.title, kind_of(spec.kind)
    if not title or kind.axis_titled or {"axis", "axis.title"} & {*kind.ignores}:
        return spec
    said = (*spec.subtitle, Run("; "), *title) if spec.subtitle else title
    return replace(spec, subtitle=said, axis=replace(spec.axis, title=()))


def warn_of_total(spec: ChartSpec, context: ChartContext) -> None:
    """Warn of the first or last row drawn where it is a total: more than its parts, or an empty
    place beside them.

    Not where an author highlights it, or where the kind shows shares or has totals of its own.
    """
    table, kind = context.data.get(spec.table), kind_of(spec.kind)
    if table is None or kind.in_shares or kind.holds_totals:
        return
    rows = drawn_rows(spec, table)
    for row in dict.fromkeys((*rows[-1:], *rows[:1])):
        names = names_of(spec, table, row)
        called = next((name for name in names if is_total(name, context.tag)), "")
        name = called or names[0]
        parts = [other for other in rows if name not in names_of(spec, table, other)]
        if not called and (row != rows[-1] or not _adds_up(spec, table, row, parts)):
            continue
        if not {*names}.isdisjoint(spec.highlight):
            continue
        found = f'draws "{name}" of "{table.name}" beside its parts'
        if all(table.number(row, column) is None for column in spec.y):
            found = f'keeps a place for "{name}" of "{table.name}", which has no values in it'
        elif not any(_is_beyond(table, row, parts, column) for column in spec.y):
            continue
        context.problems.warning(
            spec.place,
            f'chart "{spec.id}" {found}',
            f"leave it out by `without: {name}`, or name it by `highlight` where it is meant to be "
            "compared with them",
        )
        return


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


def _adds_up(spec: ChartSpec, table: DataTable, row: int, parts: Sequence[int]) -> bool:
    """Return whether a row, which is of no date, holds what all others come to in the columns that
    are drawn; where it has nothing in these, in another one.
    """
    if not _FEW <= len(parts) <= _MANY or any(map(iso_moment, names_of(spec, table, row))):
        return False
    drawn = [column for column in spec.y if table.number(row, column) is not None]
    sums = (
        (total := table.number(row, column)) is not None
        and total >= _MUCH
        and total == sum(_numbers(table, parts, column))
        for column in drawn or table.columns
    )
    return all(sums) if drawn else any(sums)


def _is_beyond(table: DataTable, row: int, parts: Sequence[int], column: str) -> bool:
    """Return whether a row's number lies beyond all of several others'."""
    total, held = table.number(row, column), _numbers(table, parts, column)
    return total is not None and len(held) > 1 and not min(held) <= total <= max(held)


def _numbers(table: DataTable, rows: Sequence[int], column: str) -> list[Decimal]:
    found = (table.number(row, column) for row in rows)
    return [value for value in found if value is not None]
