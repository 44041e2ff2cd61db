"""A heat map's cells and heads, for paper and deck alike: takes a resolved chart, returns fills.

Whether values are written in the cells is decided once, by the width of a chart across a page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from builder.charts import classes, plotgrid, rowgrid
from builder.charts.clusters import ACROSS
from builder.charts.frame import Frame
from builder.charts.native import Slot, parts_of
from builder.charts.style import ChartStyle
from builder.charts.typeset import all_on_lines
from builder.frozen import dataclass
from builder.model.chart import ResolvedChart
from builder.model.land import Classes
from builder.theme.shades import INK_ON

PAD: Final = 4.0
_SMALLEST: Final = 7.0


def classes_of(chart: ResolvedChart) -> Classes:
    """Return how the cells are coloured.

    Raises:
        ValueError: the chart has no classes.
    """
    if chart.classes is None:
        raise ValueError(f'"{chart.id}" has no classes')
    return chart.classes


def are_written(chart: ResolvedChart, style: ChartStyle) -> bool:
    """Return whether every cell says its value, in paper and deck alike."""
    left = rowgrid.rows(ACROSS, 0.0, chart, style, 0.0, 1.0).left
    words = [
        ((datum.label,), style.strong)
        for series in chart.series
        for datum in series.data
        if datum.value is not None
    ]
    room = (ACROSS - left) / max(1, len(chart.series)) - PAD
    return all_on_lines(words, (_SMALLEST,), room) is not None


def fills(chart: ResolvedChart, *, written: bool) -> tuple[tuple[Slot, ...], ...]:
    """Return the slot of each cell, column by column."""
    held = classes_of(chart)
    slots = classes.slots(held, written=written)
    return tuple(
        tuple(
            classes.UNKNOWN
            if datum.value is None
            else slots[classes.class_of(held.bounds, datum.value)]
            for datum in series.data
        )
        for series in chart.series
    )


def ink_on(slot: Slot) -> Slot:
    """Return the slot of words on a cell."""
    return INK_ON + parts_of(slot)[0]


def has_unknown(chart: ResolvedChart) -> bool:
    """Return whether a cell has no value."""
    return any(datum.value is None for series in chart.series for datum in series.data)


@dataclass(frozen=True)
class Heads:
    """The names of the columns, set: they stand on their first row."""

    feet: plotgrid.Feet

    @property
    def height(self) -> float:
        """The room that they take."""
        return self.feet.height

    def stand(self, frame: Frame, middles: Sequence[float], foot: float) -> None:
        """Draw each name above its column's middle."""
        for block, middle in zip(self.feet.blocks, middles, strict=False):
            if self.feet.upright:
                frame.put(block, middle, foot, upright=True)
            else:
                frame.put(block, middle, foot, "centre", "bottom")


def heads(chart: ResolvedChart, style: ChartStyle, slot: float) -> Heads:
    """Return the names of columns `slot` points wide; none of one column alone.

    Raises:
        CrowdedError: they would meet.
    """
    if len(chart.series) < 2:
        return Heads(plotgrid.Feet((), upright=False, height=0.0))
    columns = replace(chart, categories=tuple(series.name for series in chart.series))
    return Heads(plotgrid.feet(columns, style, slot))
