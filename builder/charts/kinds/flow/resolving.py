"""The flows of a diagram: takes what is stated, returns them, both ends in columns of their own."""

from __future__ import annotations

from dataclasses import replace

from builder.charts.resolving.context import ChartContext
from builder.model.chart import ChartSpec, Flow, FlowSpec, ResolvedChart
from builder.model.text import Text, plain


def resolve(spec: ChartSpec, bare: ResolvedChart, context: ChartContext) -> ResolvedChart | None:
    """Return the chart with its flows, those of one name on the left after each other.

    Who gives first stands on the left and whom it gives to on the right, and so on from there.
    None, with a problem, where that puts both ends of a flow into one column.
    """
    columns: dict[str, bool] = {}
    flows = []
    for stated in spec.flows:
        giver, receiver = (_name(text, context) for text in (stated.giver, stated.receiver))
        if giver == receiver:
            context.problems.error(
                stated.place,
                f'chart "{spec.id}": a flow from "{giver}" to itself',
                "name two that differ: `from` gives and `to` receives",
            )
            continue
        on_left = columns.setdefault(giver, not columns.get(receiver, False))
        if columns.setdefault(receiver, not on_left) == on_left:
            side = "left" if on_left else "right"
            context.problems.error(
                stated.place,
                f'chart "{spec.id}": the flow from "{giver}" to "{receiver}" has both ends on the '
                f"{side}",
                "the flows before it put them there, and arrows lead from one column to the other: "
                "leave it out, or draw it in a diagram of its own",
            )
            continue
        flows.append(_flow(stated, spec, context, back=not on_left))
    if len(flows) < len(spec.flows):
        return None
    rows = list(dict.fromkeys(flow.left for flow in flows))
    return replace(bare, flows=tuple(sorted(flows, key=lambda flow: rows.index(flow.left))))


def _name(text: Text, context: ChartContext) -> str:
    return plain(context.printer.line(text))


def _flow(stated: FlowSpec, spec: ChartSpec, context: ChartContext, *, back: bool) -> Flow:
    line = context.printer.line
    named = {plain(stated.giver), plain(stated.receiver)}
    return Flow(
        giver=line(stated.giver),
        receiver=line(stated.receiver),
        says=line(stated.says),
        amount=line(stated.amount),
        back=back,
        emphasised=not spec.highlight or bool(named.intersection(spec.highlight)),
    )
