"""Hedges of plotted values, for those who ask a slide's chart for them: a draft in, notes out.

A native chart holds bare numbers, and a listener who steps through them hears no hedge. Where the
chart's alternate text has no room for all values that have one, the slide's notes say the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from builder.charts.telling.teller import Pair, Teller
from builder.model.briefing import Briefing
from builder.model.chart import ResolvedChart
from builder.model.text import Line, Run, plain
from builder.outputs.pptx.plan.model import FREE, ChartItem, Item


def unheard_hedges(
    items: Iterable[Item], notes: Iterable[Line], briefing: Briefing
) -> Iterator[Line]:
    """Yield of each chart its values with a hedge that neither its alternate text nor notes say."""
    spoken = "\n".join(map(plain, notes))
    for item in items:
        if isinstance(item, ChartItem) and item.placeholder != FREE:
            chart = briefing.charts[item.chart]
            teller = Teller(chart, lambda id: _in_full(briefing.printed[id]["full"]))
            said = f"{plain(item.alt)}\n{spoken}"
            left = [pair for pair in _hedged(chart) if not _says(said, teller.value(pair[1]))]
            if left:
                yield _sentence(chart, left, teller)


def _in_full(printed: Line) -> Run:
    return replace(printed[0], text=plain(printed))


def _hedged(chart: ResolvedChart) -> Iterator[Pair]:
    several = len(chart.series) > 1
    for series in chart.series:
        for name, datum in zip(chart.categories, series.data, strict=True):
            if datum.hedge is not None and datum.value is not None:
                yield ((series.name, Run(", "), name) if several else (name,)), datum
    for point in chart.points:
        for plotted in (point.x, point.y, point.size):
            if plotted is not None and plotted.hedge is not None:
                yield (point.label,), plotted


def _says(text: str, value: Run) -> bool:
    return re.search(rf"{re.escape(value.text)}(?!\d)", text, re.IGNORECASE) is not None


def _sentence(chart: ResolvedChart, left: Iterable[Pair], teller: Teller) -> Line:
    title = tuple(replace(run, claim=None, link=None) for run in chart.title if run.note is None)
    head = (*title, Run(teller.language.colon)) if title else ()
    return (*head, *teller.pairs(left), Run("."))
