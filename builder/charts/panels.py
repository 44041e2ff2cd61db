"""Small multiples: takes a resolved chart, returns the charts of its panels and how they stand.

Every panel shows one series over the same categories. Ticks and names of categories are printed
once: at the left of each row, and below each column.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final, NamedTuple

from builder.model.chart import ResolvedChart

MOST: Final = 12
"""Panels that can be compared at a glance."""


def panels(chart: ResolvedChart) -> tuple[ResolvedChart, ...]:
    """Return the chart of each panel, in its own kind; on the common axis unless it has its own."""
    axes = chart.panel_axes or (chart.value_axis,) * len(chart.series)
    return tuple(
        replace(
            chart,
            kind=chart.panel,
            series=(series,),
            title=(series.name,),
            value_axis=axis,
            panel="",
            panel_axes=(),
        )
        for series, axis in zip(chart.series, axes, strict=True)
    )


class PanelCell(NamedTuple):
    """Where a panel stands: its row and column, and whether one stands below it."""

    row: int
    column: int
    above: bool


class PanelGrid(NamedTuple):
    """How many columns and rows so many panels stand in."""

    panels: int
    columns: int

    @property
    def rows(self) -> int:
        """How many rows there are, of which the last may be short."""
        return -(-self.panels // self.columns)

    def cell(self, number: int) -> PanelCell:
        """Return where a panel stands, counted from 0, row by row."""
        row, column = divmod(number, self.columns)
        return PanelCell(row, column, number + self.columns < self.panels)


def grid_of(count: int, width: float, height: float, least: float) -> PanelGrid:
    """Return the grid whose panels are nearest to 1.6 times as wide as high, few cells empty.

    `height` is that of the whole, or 0 where it follows from the panels; none is narrower than
    `least`, if more than one stands in a row.
    """
    most = max(1, min(count, int(width // least)))
    if not height:
        rows = -(-count // most)
        return PanelGrid(count, -(-count // rows))

    def away(columns: int) -> float:
        rows = PanelGrid(count, columns).rows
        shape = (width / columns) / (height / rows)
        return max(shape / _SHAPE, _SHAPE / shape) * (columns * rows / count) ** 2

    return PanelGrid(count, min(range(1, most + 1), key=away))


_SHAPE: Final = 1.6
