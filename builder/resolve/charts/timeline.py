"""Timelines: takes date figures, returns dated events in order."""

from __future__ import annotations

from dataclasses import replace

from builder.model.chart import ChartSpec, Event, ResolvedChart
from builder.resolve.charts.context import ChartContext
from builder.resolve.years import year_of


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
        when = year_of(figure)
        if when is None:
            problems.error(
                spec.place,
                f'chart "{spec.id}": "{name}" is no date',
                "a timeline is drawn from figures whose value is a date, or a year without a unit "
                "within years: of briefing.yaml",
            )
            continue
        label = labels.get(name)
        words = context.printer.line(label) if label else context.printer.label(name)
        events.append(Event(when, context.printer.figure(name), words))
    if len(problems.found) > so_far:
        return None
    return replace(bare, events=tuple(sorted(events, key=lambda event: event.when)))
