"""Timelines: takes date figures, returns dated events in order."""

from __future__ import annotations

from dataclasses import replace

from builder.model.chart import ChartSpec, Event, ResolvedChart
from builder.model.figure import Moment
from builder.resolve.charts.context import ChartContext


def timeline(spec: ChartSpec, bare: ResolvedChart, context: ChartContext) -> ResolvedChart | None:
    """Return the chart with its events; None, with a problem, where a figure is no date."""
    problems = context.problems
    if not spec.figures:
        problems.error(
            spec.place,
            f'chart "{spec.id}" is a timeline, which is drawn from date figures',
            "name them by `figures`",
        )
        return None
    so_far = len(problems.found)
    labels = dict(spec.labels)
    events = []
    for name in spec.figures:
        figure = context.printer.figures[name]
        if not isinstance(figure.value, Moment):
            problems.error(
                spec.place,
                f'chart "{spec.id}": "{name}" is no date',
                "a timeline is drawn from figures whose value is a date",
            )
            continue
        label = labels.get(name)
        words = context.printer.line(label) if label else context.printer.label(name)
        events.append(Event(figure.value, context.printer.figure(name), words))
    if len(problems.found) > so_far:
        return None
    return replace(bare, events=tuple(sorted(events, key=lambda event: event.when)))
