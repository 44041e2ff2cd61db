"""Highlights: takes a grid and what the author highlights, returns emphasis and colours."""

from __future__ import annotations

from collections.abc import Iterable

from builder.model.chart import MUTED, ChartSpec
from builder.problems import Problems, known_names
from builder.resolve.charts.grid import Grid


def check_names(spec: ChartSpec, known: Iterable[str], problems: Problems) -> None:
    """Report names under `highlight` and `labels` that the chart does not have."""
    names = set(known)
    for key, used in (("highlight", spec.highlight), ("labels", [name for name, _ in spec.labels])):
        for name in used:
            if name not in names:
                problems.error(
                    spec.place,
                    f'chart "{spec.id}": {key} names "{name}", which it does not have',
                    known_names(name, names),
                )


def names_of(grid: Grid) -> set[str]:
    """Return every name by which the author may refer to a part of the chart."""
    named = {key for part in (*grid.categories, *grid.series) for key in part.keys}
    return named | {cell.figure for cell in grid.plotted() if cell.figure}


def emphasised(spec: ChartSpec, grid: Grid, series: int, category: int) -> bool:
    """Return whether a cell stands out: all do where the author highlights nothing."""
    chosen = set(spec.highlight)
    if not chosen:
        return True
    keys = grid.series[series].keys | grid.categories[category].keys
    return bool(chosen & keys) or grid.cells[series][category].figure in chosen


def colours(spec: ChartSpec, grid: Grid) -> tuple[int, ...]:
    """Return each series' place in the palette.

    Where the author highlights series, those take the first places and the rest are muted.
    """
    chosen = [bool(set(spec.highlight) & series.keys) for series in grid.series]
    if not any(chosen):
        return tuple(range(len(grid.series)))
    places = iter(range(len(grid.series)))
    return tuple(next(places) if mark else MUTED for mark in chosen)
