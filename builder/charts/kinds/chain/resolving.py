"""A chain of flows, resolved: rows of a table in; stops and links by their stages out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from builder.charts.resolving.context import ChartContext, Plotted, plotted_cell, shown, warn_equal
from builder.charts.resolving.sums import total_run
from builder.charts.rows import drawn_rows
from builder.facts.cells import cell_owner
from builder.facts.rounding import decimals_as_stated
from builder.model.chart import ChartSpec, Datum, FlowLink, ResolvedChart, Stop
from builder.model.text import Run

_MOST_STAGES: Final = 5
_EXCUSED: Final = Decimal("0.02")  # of what passes a stop, by rounding


def resolve(spec: ChartSpec, bare: ResolvedChart, context: ChartContext) -> ResolvedChart | None:
    """Return the chart with its stops and links; None, with problems, where sums are not kept."""
    if not spec.series or len(spec.y) != 1:
        _wrong(
            spec,
            "does not say where its flows lead, or how much they are",
            "name by `x` the column of those who give, by `series` that of those who receive, and "
            "by `y` that of the amounts",
            context,
        )
        return None
    table = context.data[spec.table]
    names: dict[str, Run] = {}
    held: list[tuple[str, str, Plotted]] = []
    for row in drawn_rows(spec, table):
        cells = table.rows[row]
        ends = []
        for column in (spec.x, spec.series):
            key = cells[table.columns.index(column)]
            owner = cell_owner(table, row, column, context.bound, as_written=True)
            names.setdefault(key, shown(key, Run(key, owner=owner), spec, context))
            ends.append(key)
        cell = plotted_cell(table, row, spec.y[0], spec, context)
        if cell is None:
            return None
        if cell.value is None or cell.value <= 0:
            context.problems.error(
                table.place_of(row),
                f'chart "{spec.id}" has a flow from "{ends[0]}" to "{ends[1]}" that is not above 0',
                "leave the row out",
            )
            return None
        held.append((ends[0], ends[1], cell))
    placed = _stages(spec, [(giver, receiver) for giver, receiver, _ in held], context)
    if placed is None or not _is_kept(spec, placed, held, context):
        return None
    stops, links = _made(spec, names, placed, held, context)
    warn_equal(spec, "stops", (stop.name.text for stop in stops), context.problems)
    return replace(bare, stops=stops, links=links)


def _wrong(spec: ChartSpec, found: str, hint: str, context: ChartContext) -> None:
    context.problems.error(spec.place, f'chart "{spec.id}" {found}', hint)


def _stages(
    spec: ChartSpec, pairs: Sequence[tuple[str, str]], context: ChartContext
) -> Mapping[str, int] | None:
    """Return the stage of each stop: one after the last of those who give to it."""
    placed = {name: 0 for pair in pairs for name in pair}
    if not placed:
        _wrong(spec, "has no rows", "add a row for each flow", context)
        return None
    for _ in range(len(placed)):
        later = dict(placed)
        for giver, receiver in pairs:
            later[receiver] = max(later[receiver], later[giver] + 1)
        if later == placed:
            break
        placed = later
    else:
        hint = "flows lead from stage to stage: remove what leads back"
        _wrong(spec, "has flows that lead back to where they began", hint, context)
        return None
    count = 1 + max(placed.values(), default=0)
    if not 2 <= count <= _MOST_STAGES:
        hint = f"a chain has 2 to {_MOST_STAGES} stages: divide it, or leave some out"
        _wrong(spec, f"has {count} stages", hint, context)
        return None
    return placed


def _is_kept(
    spec: ChartSpec,
    placed: Mapping[str, int],
    held: Sequence[tuple[str, str, Plotted]],
    context: ChartContext,
) -> bool:
    """Return whether all that comes to a stop goes on from it; report where not.

    Amounts with decimals may be rounded, by half of their last digit each: that excuses what is
    small beside their sum.
    """
    so_far = len(context.problems.errors)
    for name in placed:
        into = [cell.value or Decimal(0) for _, to, cell in held if to == name]
        out = [cell.value or Decimal(0) for giver, _, cell in held if giver == name]
        if not into or not out:
            continue
        digits = max(decimals_as_stated(value) for value in into + out)
        slack = Decimal(1).scaleb(-digits) * len(into + out) / 2 if digits else Decimal(0)
        came, went = sum(into, Decimal(0)), sum(out, Decimal(0))
        missing = abs(came - went)
        if missing and (missing >= slack or missing > _EXCUSED * max(came, went)):
            _wrong(
                spec,
                f'brings {came:f} to "{name}", but takes {went:f} from it',
                "what comes to a stop goes on from it: mend the rows, or add one for what is lost "
                "or begins there",
                context,
            )
    return len(context.problems.errors) == so_far


def _made(
    spec: ChartSpec,
    names: Mapping[str, Run],
    placed: Mapping[str, int],
    held: Sequence[tuple[str, str, Plotted]],
    context: ChartContext,
) -> tuple[tuple[Stop, ...], tuple[FlowLink, ...]]:
    order = sorted(placed, key=lambda name: placed[name])
    numbers = {name: at for at, name in enumerate(order)}
    chosen = set(spec.highlight)

    def lit(*ends: str) -> bool:
        return not chosen or bool(chosen & {*ends, *(names[end].text for end in ends)})

    stops = []
    for at, name in enumerate(order):
        out = [cell for giver, _, cell in held if giver == name]
        stack = max(out, [cell for _, to, cell in held if to == name], key=_sum)
        total = _sum(stack)
        label = total_run(spec, at, total, stack, context)
        touched = any(lit(*pair[:2]) for pair in held if name in pair[:2])
        datum = Datum(total, label, unit=spec.unit or stack[0].unit)
        stops.append(Stop(names[name], placed[name], datum, touched))
    links = tuple(
        FlowLink(
            numbers[giver],
            numbers[receiver],
            Datum(cell.value, cell.label, unit=cell.unit, hedge=cell.hedge),
            lit(giver, receiver),
        )
        for giver, receiver, cell in held
    )
    return tuple(stops), links


def _sum(cells: Sequence[Plotted]) -> Decimal:
    return sum((cell.value or Decimal(0) for cell in cells), Decimal(0))
