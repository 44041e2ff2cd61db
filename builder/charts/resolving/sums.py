"""What a chart computes of its bars: takes cells, returns the totals of stacks as they are printed,
or a part's share of a bar where all are as long.

A share's hedge follows from those of all parts: it is least where the part is, and the others are
most.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, localcontext
from typing import Final

from builder.charts.resolving.context import NOTHING, ChartContext, Plotted
from builder.charts.resolving.grid import Grid
from builder.facts.arithmetic import PRECISION
from builder.facts.intervals import Interval, added, common_hedge, interval_of
from builder.facts.printing import printed_quantity
from builder.facts.rounding import decimals_as_stated, decimals_when_derived, rounded
from builder.facts.units import PER_CENT
from builder.model.chart import ChartSpec, Datum
from builder.model.figure import Form, FormError, Hedge, form_name
from builder.model.text import Owner, Run

WHOLE: Final = Decimal(100)
_ZERO: Final = Decimal(0)


def totals_of(spec: ChartSpec, grid: Grid, context: ChartContext) -> tuple[Datum, ...]:
    """Return the total of each category.

    A formula figure that adds up the very figures of a stack owns its total; else the chart
    does, as `chart!total/number`. A total that no hedge is sound for, or that the form cannot
    say, has an empty label; so has one of which a part is unknown, but for a category that has no
    value at all. Shares that all come to the whole have no totals: they would say nothing.
    """
    parts = [[row[number] for row in grid.cells] for number in range(len(grid.categories))]
    stacks = [() if _is_unknown(cells) else tuple(cells) for cells in parts]
    sums = [sum((cell.value or _ZERO for cell in stack), _ZERO) for stack in stacks]
    shares = all(cell.unit == "%" for cell in grid.plotted() if cell.value is not None)
    if shares and all(total == WHOLE for total, stack in zip(sums, stacks, strict=True) if stack):
        return ()
    return tuple(
        _total(spec, number, total, stack, context) if stack else Datum(None, NOTHING)
        for number, (total, stack) in enumerate(zip(_alike(sums, grid), stacks, strict=True))
    )


def _alike(sums: Sequence[Decimal], grid: Grid) -> Sequence[Decimal]:
    """Return sums with as many decimals as that of them which has most: one row of numbers has one
    precision. Of one series alone each is its own part, and is printed as this is.
    """
    if len(grid.cells) < 2 or not all(total.is_finite() for total in sums):
        return sums
    most = max(map(decimals_as_stated, sums), default=0)
    return [rounded(total, most) for total in sums]


def _is_unknown(cells: Sequence[Plotted]) -> bool:
    return any(cell.value is None for cell in cells)


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
        hedge = total_hedge(total, stack)
        text = printed_quantity(total, unit, hedge, Form(spec.number_format), context.tag)
    except (ValueError, FormError):
        return NOTHING
    owner = Owner("cell", f"{spec.id}!total/{number + 1}", form_name((spec.number_format,)))
    return Run(text, owner=owner)


def total_hedge(total: Decimal, stack: Sequence[Plotted]) -> Hedge | None:
    """Return the hedge of a sum.

    Raises:
        ValueError: none is sound.
    """
    whole = interval_of(Decimal(0), None)
    for cell in stack:
        whole = added(whole, interval_of(cell.value or Decimal(0), cell.hedge))
    return common_hedge(total, whole, [cell.hedge for cell in stack])


def share_of(cells: Sequence[Plotted], at: int) -> Plotted:
    """Return the share that one of the parts of a bar has of them all.

    Raises:
        ValueError: no hedge is sound for it.
    """
    rest = [cell for place, cell in enumerate(cells) if place != at and cell.value is not None]
    own, others = _interval(cells[at]), Interval(_ZERO, _ZERO)
    for cell in rest:
        others = added(others, _interval(cell))
    with localcontext(PRECISION):
        value = _share(_exact(cells[at]), sum(map(_exact, rest), _ZERO))
        lies = Interval(
            _share(own.low, others.high),
            _share(own.high, others.low),
            own.low_open or others.high_open,
            own.high_open or others.low_open,
        )
    hedge = common_hedge(value, lies, [cell.hedge for cell in (cells[at], *rest)])
    decimals = decimals_when_derived(value, hedge)
    if {cell.unit for cell in (cells[at], *rest)} == {PER_CENT}:
        decimals = max(decimals_as_stated(c.value or _ZERO) for c in (cells[at], *rest))
    return Plotted(rounded(value, decimals, hedge), unit=PER_CENT, hedge=hedge, exact=value)


def _total(
    spec: ChartSpec, number: int, total: Decimal, stack: Sequence[Plotted], context: ChartContext
) -> Datum:
    label = total_run(spec, number, total, stack, context)
    unit = spec.unit or next((cell.unit for cell in stack), "")
    try:
        hedge = total_hedge(total, stack)
    except ValueError:
        hedge = Hedge.ABOUT  # nothing firmer is known of it
    return Datum(total, label, emphasised=True, unit=unit, hedge=hedge)


def _figure(total: Decimal, stack: Sequence[Plotted], context: ChartContext) -> str:
    parts = frozenset(cell.figure for cell in stack)
    if len(parts) < len(stack):
        return ""
    figures = context.printer.figures
    return next(
        (name for name in context.sums.get(parts, ()) if figures[name].rounded == total), ""
    )


def _exact(cell: Plotted) -> Decimal:
    return cell.exact if cell.exact is not None else cell.value or _ZERO


def _interval(cell: Plotted) -> Interval:
    return interval_of(_exact(cell), cell.hedge)


def _share(part: Decimal, rest: Decimal) -> Decimal:
    if part.is_infinite():
        return WHOLE
    return WHOLE * part / (part + rest) if part and not rest.is_infinite() else _ZERO
