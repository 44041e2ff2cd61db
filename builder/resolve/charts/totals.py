"""Totals of stacks: takes a grid of a stacked chart, returns what is printed above each stack."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from builder.model.chart import ChartSpec, Datum
from builder.model.figure import Hedge
from builder.model.text import Owner, Run
from builder.resolve.charts.context import NOTHING, ChartContext, Plotted
from builder.resolve.charts.grid import Grid
from builder.resolve.form import Form, FormError, form_name
from builder.resolve.intervals import added, hedge_of, interval_of
from builder.resolve.printing import printed_quantity


def totals_of(spec: ChartSpec, grid: Grid, context: ChartContext) -> tuple[Datum, ...]:
    """Return the total of each category.

    A formula figure that adds up the very figures of a stack owns its total; else the chart
    does, as `chart!total/number`. A total that no hedge is sound for, or that the form cannot
    say, has an empty label. Shares that all come to the whole have no totals: they would say
    nothing.
    """
    stacks = [
        tuple(row[number] for row in grid.cells if row[number].value is not None)
        for number in range(len(grid.categories))
    ]
    sums = [sum((cell.value or Decimal(0) for cell in stack), Decimal(0)) for stack in stacks]
    shares = all(cell.unit == "%" for cell in grid.plotted() if cell.value is not None)
    if shares and all(total == 100 for total in sums):
        return ()
    return tuple(
        Datum(total, total_run(spec, number, total, stack, context), emphasised=True)
        for number, (total, stack) in enumerate(zip(sums, stacks, strict=True))
    )


def total_run(
    spec: ChartSpec,
    number: int,
    total: Decimal,
    stack: Sequence[Plotted],
    context: ChartContext,
) -> Run:
    """Return what is printed of the total of some cells at a category's place; nothing for none.

    Nor for one that no hedge is sound for, or that the form cannot say.
    """
    if not stack:
        return NOTHING
    figure = _figure(total, stack, context)
    unit = spec.unit or stack[0].unit
    try:
        if figure and spec.decimals is None:
            return context.printer.figure(figure, spec.number_format)
        hedge = _hedge(total, stack)
        text = printed_quantity(total, unit, hedge, Form(spec.number_format), context.tag)
    except (ValueError, FormError):
        return NOTHING
    owner = Owner("cell", f"{spec.id}!total/{number + 1}", form_name((spec.number_format,)))
    return Run(text, owner=owner)


def _figure(total: Decimal, stack: Sequence[Plotted], context: ChartContext) -> str:
    parts = frozenset(cell.figure for cell in stack)
    if len(parts) < len(stack):
        return ""
    figures = context.printer.figures
    return next(
        (name for name in context.sums.get(parts, ()) if figures[name].rounded == total), ""
    )


def _hedge(total: Decimal, stack: Sequence[Plotted]) -> Hedge | None:
    """Return the hedge of a sum.

    Raises:
        ValueError: none is sound.
    """
    hedges = {cell.hedge for cell in stack}
    if Hedge.ABOUT in hedges:
        if hedges <= {Hedge.ABOUT, None}:
            return Hedge.ABOUT
        raise ValueError("an approximate value and a bound have no common bound")
    whole = interval_of(Decimal(0), None)
    for cell in stack:
        whole = added(whole, interval_of(cell.value or Decimal(0), cell.hedge))
    return hedge_of(total, whole)
