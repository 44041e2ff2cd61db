"""Shares of a whole in a chart: takes its grid, reports shares that readers cannot add up.

Shares that come to a hundred must be printed so that they do (their figures are `parts` of one
whole), and a ring, which is read as a whole, must be one.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from builder.charts.registry import kind_of
from builder.model.chart import ChartSpec
from builder.problems import Problems
from builder.resolve.charts.context import Plotted
from builder.resolve.charts.grid import Grid
from builder.resolve.rounding import decimals_as_stated

_WHOLE: Final = Decimal(100)
# Quotients are cut at 28 digits; their sum may miss the whole by so much.
_SLACK: Final = Decimal("1e-18")


def check_shares(spec: ChartSpec, grid: Grid, problems: Problems) -> None:
    """Report wholes whose printed shares do not sum to a hundred."""
    kind = kind_of(spec.kind)
    if kind.whole:
        wholes = [list(grid.cells[0])] if grid.cells else []
    elif kind.totalled:
        wholes = [[row[n] for row in grid.cells] for n in range(len(grid.categories))]
    else:
        return
    for whole in wholes:
        cells = [cell for cell in whole if cell.value is not None]
        if cells and all(cell.unit == "%" for cell in cells):
            _check(spec, cells, problems)


def _check(spec: ChartSpec, cells: Sequence[Plotted], problems: Problems) -> None:
    printed = sum((cell.value or Decimal(0) for cell in cells), Decimal(0))
    exact = sum((cell.exact or Decimal(0) for cell in cells), Decimal(0))
    shown = ", ".join(cell.label.text for cell in cells)
    if printed == _WHOLE:
        return
    if abs(exact - _WHOLE) <= _SLACK:
        figures = ", ".join(cell.figure for cell in cells if cell.figure)
        problems.error(
            spec.place,
            f'chart "{spec.id}" prints shares of a whole, {shown}, that sum to {printed}%',
            f"round them together: name [{figures}] as the `parts` of a figure of 100 %"
            if figures
            else "round them finer: raise `decimals` of the chart",
        )
    elif kind_of(spec.kind).whole and abs(printed - _WHOLE) > _rounding(cells):
        problems.error(
            spec.place,
            f'chart "{spec.id}" shows a ring of shares, {shown}, that sum to {printed}%',
            "a ring is read as a whole: add what is left as a part, or use a bar chart",
        )


def _rounding(cells: Sequence[Plotted]) -> Decimal:
    """Return by how much shares may miss their whole because their source has rounded them."""
    units = (Decimal(1).scaleb(-decimals_as_stated(cell.value or Decimal(0))) for cell in cells)
    return sum(units, Decimal(0)) / 2
