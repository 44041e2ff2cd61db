"""Highlights: takes a grid and what the author highlights, returns emphasis and colours."""

from __future__ import annotations

from builder.model.chart import MUTED, ChartSpec
from builder.resolve.charts.grid import Grid


def emphasised(spec: ChartSpec, grid: Grid, series: int, category: int) -> bool:
    """Return whether a cell stands out: all do where the author highlights nothing."""
    chosen = set(spec.highlight)
    if not chosen:
        return True
    return (
        grid.series[series].goes_by(chosen)
        or grid.categories[category].goes_by(chosen)
        or grid.cells[series][category].figure in chosen
    )


def colours(spec: ChartSpec, grid: Grid) -> tuple[int, ...]:
    """Return each series' place in the palette.

    Where the author highlights series, those take the first places and the rest are muted.
    """
    chosen = [series.goes_by(spec.highlight) for series in grid.series]
    if not any(chosen):
        return tuple(range(len(grid.series)))
    places = iter(range(len(grid.series)))
    return tuple(next(places) if mark else MUTED for mark in chosen)
