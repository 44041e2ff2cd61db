"""Where a native chart stands: a chart and a box in; its item and what is laid over it out."""

from __future__ import annotations

from typing import Final

from builder.charts.native import NativeChart
from builder.charts.registry import no_room_for_names
from builder.model.chart import ResolvedChart
from builder.outputs.pptx.plan.labels import named_only, sides
from builder.outputs.pptx.plan.measure import Ruler
from builder.outputs.pptx.plan.model import ChartItem, Item
from builder.outputs.pptx.plan.overlay import bare, connectors, laid, names, shifts, titles, totals
from builder.outputs.pptx.plan.plot import PAD, plotted
from builder.outputs.pptx.plan.ring import ring
from builder.units import Box

_LEGEND_MARK: Final = 28.0


def place(
    chart: ResolvedChart, native: NativeChart, box: Box, ruler: Ruler, placeholder: int
) -> tuple[Item, ...]:
    """Return the chart in `box`, followed by the text that stands over or beside it.

    Raises:
        CrowdedError: its words have no room there.
    """
    if native.type == "DOUGHNUT":
        return ring(chart, native, box, ruler, placeholder)
    plot = plotted(native, box, ruler)
    if plot is None:
        raise no_room_for_names(chart, "in the place it has on the slide")
    beside = sides(plot, ruler)
    keys = [ruler.width((key.name,), plot.size) + _LEGEND_MARK for key in native.keys]
    item = ChartItem(
        placeholder=placeholder,
        name=f"Chart {chart.id}",
        chart=chart.id,
        native=bare(named_only(plot.native, beside), chart.id),
        box=plot.box,
        plot=plot.inner,
        size=plot.size,
        alt=chart.alt,
        legend_width=min(box.width, sum(keys) + PAD * 2) if native.legend == "top" else 0.0,
        shifts=shifts(plot),
        sides=beside,
        titles=titles(plot, ruler),
    )
    over = (*laid(plot, chart.id, ruler), *connectors(plot, chart.id), *totals(plot, chart.id))
    return (item, *over, *names(plot, chart.id, ruler))
