"""Bands and periods of a native plot: what stands behind it, and their edges over areas."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from builder.charts.native import TO_THE_EDGE
from builder.outputs.pptx.plan.measure import Ruler
from builder.outputs.pptx.plan.model import FilledForm, GroupItem, Stroke
from builder.outputs.pptx.plan.plot import PlacedPlot
from builder.outputs.pptx.plan.staged import Staged
from builder.outputs.pptx.plan.strips import name_row, row
from builder.units import Box

CASING: Final = 1.5  # of paper around a line, which is seen on dark marks too
_EDGE: Final = 0.75


def ground(plot: PlacedPlot, chart: str, ruler: Ruler) -> tuple[GroupItem, ...]:
    """Return bands and periods, which stand behind the chart."""
    held, stage = plot.native.annotations, Staged(plot, chart, ruler)
    groups = []
    for number, period in enumerate(held.periods, 1):
        left, right = edges_of(stage, period.first, period.last)
        above = name_row(plot.size) + row(plot.size) * len(held.differences) + stage.headroom
        rise = above if period.says else 0.0
        inner = plot.inner
        box = Box(left, inner.top - rise, right - left, inner.height + rise)
        groups.append(stage.group(f"Period {number}", [FilledForm("Ground", box, "grid")], (), ""))
    for number, band in enumerate(held.bands, 1):
        start, end = sorted((stage.value(float(band.low)), stage.value(float(band.high))))
        inner = plot.inner
        box = Box(inner.left, start, inner.width, end - start)
        if stage.lying:
            box = Box(start, inner.top, end - start, inner.height)
        groups.append(stage.group(f"Band {number}", [FilledForm("Ground", box, "grid")], (), ""))
    return tuple(groups)


def edges_of(stage: Staged, first: int, last: int) -> tuple[float, float]:
    """Return from where to where some categories last: halfway to their neighbours."""
    from builder.charts.annotating.strips import between

    inner = stage.plot.inner
    edges = between(stage.middles, inner.left, inner.left + inner.width)
    return edges[first], edges[last + 1]


def edges_of_bands(stage: Staged) -> Iterator[GroupItem]:
    """Yield where bands begin and end that areas cover."""
    inner = stage.plot.inner
    if stage.native.type not in TO_THE_EDGE:
        return
    ends = inner.left, inner.left + inner.width
    for number, band in enumerate(stage.native.annotations.bands, 1):
        strokes = [
            stroke
            for name, value in (("Low", band.low), ("High", band.high))
            for at in [stage.value(float(value))]
            for stroke in (
                Stroke(f"{name} ground", *across(stage, at, ends), "paper", _EDGE + CASING),
                Stroke(f"{name} edge", *across(stage, at, ends), "ink", _EDGE, dashed=True),
            )
        ]
        yield stage.group(f"Edges of band {number}", strokes, (), "")


def across(
    stage: Staged, at: float, ends: tuple[float, float]
) -> tuple[tuple[float, float], tuple[float, float]]:
    start, end = ends
    return ((at, start), (at, end)) if stage.lying else ((start, at), (end, at))
