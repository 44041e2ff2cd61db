"""What annotations follow: charts and owners of what changes in; owners of what follows out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from builder.model.annotation import WHOLE, Spot
from builder.model.chart import ResolvedChart
from builder.model.text import Line

Owners = Collection[tuple[str, str]]
"""Whose numbers change: kind and id."""


def following(charts: Iterable[ResolvedChart], changed: Owners) -> Iterator[tuple[str, str]]:
    """Yield the owners of totals, and of what arrows and means say, of marks that change."""
    for chart in charts:
        yield from _totals(chart, changed)
        held = chart.annotations
        for arrow in held.differences:
            if any(_changes(chart, spot, changed) for spot in (arrow.start, arrow.end)):
                yield from _owners(arrow.says)
        for level in held.levels:
            spots = (Spot(level.follows or 0, at) for at in range(len(chart.categories)))
            if level.follows is not None and any(_changes(chart, s, changed) for s in spots):
                yield from _owners((level.label,))


def _totals(chart: ResolvedChart, changed: Owners) -> Iterator[tuple[str, str]]:
    """Yield the totals that a chart computes of bars whose numbers change: of a stack, of steps."""
    own = f"{chart.id}!total/"
    for at, total in enumerate(chart.totals):
        if _changes(chart, Spot(WHOLE, at), changed):
            yield from _owned((total.label,), own)
    for series in chart.series if chart.spans else ():
        for at, datum in enumerate(series.data):
            if any(_changes(chart, Spot(WHOLE, before), changed) for before in range(at)):
                yield from _owned((datum.label,), own)


def _owned(line: Line, own: str) -> Iterator[tuple[str, str]]:
    return ((kind, name) for kind, name in _owners(line) if name.startswith(own))


def _changes(chart: ResolvedChart, spot: Spot, changed: Owners) -> bool:
    rows = chart.series if spot.series == WHOLE else chart.series[spot.series : spot.series + 1]
    owners = (row.data[spot.category].label.owner for row in rows if spot.category < len(row.data))
    return any(owner is not None and (owner.kind, owner.id) in changed for owner in owners)


def _owners(line: Line) -> Iterator[tuple[str, str]]:
    yield from ((run.owner.kind, run.owner.id) for run in line if run.owner is not None)
