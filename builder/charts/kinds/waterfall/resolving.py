"""Waterfalls: takes a grid of one series, returns bars that lead from one total to the next.

A total that is stated must be what the bars before it come to; one without a value of its own is
computed from them, its hedge carried.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from decimal import Decimal
from functools import partial

from builder.charts.resolving.axes import axis_of, check_limits, number_format
from builder.charts.resolving.category import check_single, check_units, tick_run
from builder.charts.resolving.context import ChartContext, Plotted, check_plotted
from builder.charts.resolving.grid import Grid, emphasised, grid_of
from builder.charts.resolving.sums import total_hedge, total_run
from builder.facts.printing import printed_quantity
from builder.model.chart import Axis, BarSpan, ChartSpec, Datum, ResolvedChart, Series
from builder.model.figure import Form, form_name


def resolve(spec: ChartSpec, bare: ResolvedChart, context: ChartContext) -> ResolvedChart | None:
    """Return the chart with everything but its texts, which `bare` has; None with problems."""
    grid = grid_of(spec, context)
    if grid is None:
        return None
    problems = context.problems
    so_far = len(problems.errors)
    check_plotted(spec, sum(c.value is not None for c in grid.plotted()), 1, problems)
    check_units(spec, grid, problems)
    check_single(spec, grid, problems)
    if spec.order != "given":
        problems.error(
            spec.place,
            f'chart "{spec.id}" asks for `order: {spec.order}`, but its steps follow each other',
            "put them into order in the content, and remove `order`",
        )
    if len(problems.errors) > so_far:
        return None
    bars = _bars(spec, grid, context)
    if len(problems.errors) > so_far:
        return None
    spans, cells = tuple(span for span, _ in bars), [cell for _, cell in bars]
    axis = _axis(spec, spans, cells, context)
    if axis is None:
        return None
    data = tuple(
        Datum(cell.value, cell.label, emphasised(spec, grid, 0, number), cell.unit, cell.hedge)
        for number, cell in enumerate(cells)
    )
    # One hedge that all bars share is none of the base that they stand on.
    plain = [replace(cell, hedge=None) for cell in cells]
    return replace(
        bare,
        categories=tuple(named.run for named in grid.categories),
        series=(Series(grid.series[0].run, data, 0),),
        spans=spans,
        value_axis=axis,
        number_format=number_format(spec, plain, context.tag),
    )


def _bars(spec: ChartSpec, grid: Grid, context: ChartContext) -> list[tuple[BarSpan, Plotted]]:
    """Return each bar and the cell that it shows; report those that do not add up."""
    bars: list[tuple[BarSpan, Plotted]] = []
    before: list[Plotted] = []  # what the next total must come to
    running = Decimal(0)
    for number, (named, cell) in enumerate(zip(grid.categories, grid.cells[0], strict=True)):
        if named.goes_by(spec.own("totals")):
            if cell.value is None:
                cell = _computed(spec, grid, number, before, context)
            else:
                _check_total(spec, grid, number, before, context)
                before = [cell]
            running = cell.value or Decimal(0)
            bars.append((BarSpan(Decimal(0), running, standing=True), cell))
            continue
        if cell.value is None:
            _report(
                spec,
                number,
                f'the step "{named.run.text}" has no value',
                "fill it in; a bar named in `totals` needs none",
                context,
            )
            return bars
        before.append(cell)
        bars.append((BarSpan(running, running + cell.value), _signed(spec, cell, context)))
        running += cell.value
    return bars


def _computed(
    spec: ChartSpec, grid: Grid, number: int, before: Sequence[Plotted], context: ChartContext
) -> Plotted:
    """Return a total of what stands before it; report one that cannot be stated."""
    total, exact = _sum(before)
    label = total_run(spec, number, total, before, context)
    if not label.text:
        found = f'the total "{grid.categories[number].run.text}" cannot be computed'
        why = "no hedge is sound for the sum of the bars before it" if before else "it is the first"
        _report(spec, number, f"{found}: {why}", "state its value, and its hedge", context)
    unit = next((cell.unit for cell in before), spec.unit)
    hedge = None
    with suppress(ValueError):  # a label that cannot be printed is reported above
        hedge = total_hedge(total, before)
    return Plotted(total, label, unit, hedge, exact=exact)


def _check_total(
    spec: ChartSpec, grid: Grid, number: int, before: Sequence[Plotted], context: ChartContext
) -> None:
    """Report a stated total that the bars before it do not come to, as they are printed."""
    cell = grid.cells[0][number]
    total, exact = _sum(before)
    if not before or cell.value == total:
        return
    unit = spec.unit or cell.unit
    shown = printed_quantity(total, unit, None, Form("short"), context.tag)
    name = grid.categories[number].run.text
    found = f'the total "{name}" is {cell.label.text}, but the bars before it come to {shown}'
    hint = "correct one of them, or add the step that is missing"
    if exact == cell.exact:
        hint = "only their rounding differs: print them with more `decimals`"
    _report(spec, number, found, hint, context)


def _sum(cells: Sequence[Plotted]) -> tuple[Decimal, Decimal]:
    """Return the sum of some cells as they are plotted, and before they were rounded."""
    plotted = sum((cell.value or Decimal(0) for cell in cells), Decimal(0))
    exact = sum((cell.exact or Decimal(0) for cell in cells), Decimal(0))
    return plotted, exact


def _signed(spec: ChartSpec, cell: Plotted, context: ChartContext) -> Plotted:
    """Return a step whose label says whether it leads up or down."""
    owner = cell.label.owner
    if cell.value is None or owner is None:
        return cell
    form = Form(spec.number_format, signed=True)
    text = printed_quantity(cell.value, cell.unit, cell.hedge, form, context.tag)
    name = form_name(("signed", *filter(None, (owner.form,))))
    return replace(cell, label=replace(cell.label, text=text, owner=replace(owner, form=name)))


def _axis(
    spec: ChartSpec, spans: Sequence[BarSpan], cells: Sequence[Plotted], context: ChartContext
) -> Axis | None:
    """Return the axis, hidden since every bar carries its value; None with problems."""
    ends = [end for span in spans for end in (span.start, span.end)]
    if not check_limits(
        ends,
        spec.axis,
        from_zero=True,
        chart=spec.id,
        place=spec.place,
        problems=context.problems,
    ):
        return None
    # Nothing is read off this axis: it ends with the highest bar, not with the next tick.
    stated = spec.axis if spec.axis.max is not None else replace(spec.axis, max=max(ends))
    unit = spec.unit or next((cell.unit for cell in cells if cell.unit), "")
    return axis_of(
        ends,
        stated,
        partial(tick_run, spec, unit, context.tag),
        from_zero=True,
        shown=False,
        title=context.printer.line(spec.axis.title),
    )


def _report(spec: ChartSpec, number: int, found: str, hint: str, context: ChartContext) -> None:
    """Report what is wrong with a bar, at its row where the chart has a row for each."""
    place = spec.place
    if spec.table and not spec.series:
        table = context.data[spec.table]
        place = table.place_of(number)
    context.problems.error(place, f'chart "{spec.id}": {found}', hint)
