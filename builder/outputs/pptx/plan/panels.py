"""Small charts on a grid: a native chart of panels and a box in; each placed, and its name, out.

All have plots of one size, on lines with one another. Ticks stand at the left of each row, unless
scales differ; names of categories below each column.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final, NamedTuple

from builder.charts.native import NativeAxis, NativeChart
from builder.charts.panels import PanelCell, PanelGrid, grid_of
from builder.model.annotation import NONE
from builder.model.text import Run
from builder.outputs.pptx.plan.axes import hang_too_far, with_headroom
from builder.outputs.pptx.plan.measure import HEIGHT_MARGIN, PITCH, Ruler
from builder.outputs.pptx.plan.model import FilledForm, GroupItem, Paragraph, ParagraphStyle
from builder.outputs.pptx.plan.plot import PlacedPlot, close_together, plotted
from builder.outputs.pptx.plan.room import PAD, PlotRoom
from builder.units import Box

_LEAST: Final = 150.0
_LOWEST: Final = 24.0  # points that a plot must be high
_GAP: Final = 18.0
_AROUND: Final = 4.0
_FEWEST: Final = 12  # bars that are divided


class _Insets(NamedTuple):
    """What words take around a plot on each side."""

    left: float
    right: float
    top: float
    foot: float
    edge: float  # what the first name of categories takes at the left of a plot without ticks


def placed(native: NativeChart, box: Box, ruler: Ruler) -> tuple[PlacedPlot, ...] | None:
    """Return each panel in its place, row by row; None where their words have no room."""
    if not native.panels:
        return ()
    common = len({_limits(panel) for panel in native.panels}) == 1
    grid = grid_of(len(native.panels), box.width, box.height, _LEAST)
    cell = Box(
        box.left,
        box.top,
        (box.width - _GAP * (grid.columns - 1)) / grid.columns,
        (box.height - _GAP * (grid.rows - 1)) / grid.rows,
    )
    tried = [plotted(panel, cell, ruler) for panel in native.panels]
    probes = [plot for plot in tried if plot is not None]
    if len(probes) < len(tried):
        return None
    size = min(plot.size for plot in probes)
    along = max((plot.native.category_axis for plot in probes), key=lambda a: (a.turned, a.every))
    insets = _insets(probes, ruler)
    head = _head(native, cell.width, size, ruler)
    room = _room(box, grid, insets, head, common=common)
    inner = Box(0, 0, *room)
    if min(room) < _LOWEST or any(hang_too_far(p, inner, size, ruler) for p in native.panels):
        return None
    panels = _with_headroom(native.panels, room, size, ruler, common=common)
    return tuple(
        _plot(panel, grid.cell(at), box, room, insets, head, along, size, common=common)
        for at, panel in enumerate(panels)
    )


def in_columns(native: NativeChart, box: Box, ruler: Ruler) -> tuple[PlacedPlot, ...]:
    """Return bars of one series that are too many for one column in two, on one scale; none where
    they have no room even so, or are no such chart.
    """
    count = len(native.categories)
    if not native.across or native.stacked or len(native.series) != 1 or count < _FEWEST:
        return ()
    if native.annotations != NONE or native.value_axis.shown:
        return ()
    half, wide = -(-count // 2), (box.width - _GAP) / 2
    halves = _bars(native, 0, half), _bars(native, half, count)
    boxes = box._replace(width=wide), box._replace(left=box.left + wide + _GAP, width=wide)
    first, second = (plotted(part, at, ruler) for part, at in zip(halves, boxes, strict=True))
    if first is None or second is None:
        return ()
    size = min(first.size, second.size)
    alike = [
        close_together(part, at, ruler, (size,)) for part, at in zip(halves, boxes, strict=True)
    ]
    plots = [plot for plot in alike if plot is not None]
    if len(plots) < len(alike):
        return ()
    across = min(plot.inner.width for plot in plots)
    least = min(plot.native.value_axis.min or Decimal(0) for plot in plots)
    row = plots[0].inner.height / half
    return tuple(
        replace(
            plot,
            native=replace(plot.native, value_axis=replace(plot.native.value_axis, min=least)),
            inner=plot.inner._replace(width=across, height=row * len(plot.native.categories)),
        )
        for plot in plots
    )


def _bars(native: NativeChart, start: int, end: int) -> NativeChart:
    """Return the bars of a chart from one place to another."""
    (series,) = native.series
    part = replace(series, points=series.points[start:end])
    return replace(native, categories=native.categories[start:end], series=(part,))


def unnamed(native: NativeChart) -> NativeChart:
    """Return a chart whose panels have no names, to tell whether these are what has no room."""
    bare = (
        replace(panel, series=tuple(replace(each, name=Run("")) for each in panel.series))
        for panel in native.panels
    )
    return replace(native, panels=tuple(bare))


def unvalued(native: NativeChart) -> NativeChart:
    """Return a chart whose panels have no values, to tell whether these are what has no room."""

    def bare(panel: NativeChart) -> NativeChart:
        series, *_ = panel.series
        points = tuple(replace(point, label=()) for point in series.points)
        return replace(panel, series=(replace(series, points=points),))

    return replace(native, panels=tuple(map(bare, native.panels)))


def _with_headroom(
    panels: Sequence[NativeChart],
    room: tuple[float, float],
    size: float,
    ruler: Ruler,
    *,
    common: bool,
) -> Sequence[NativeChart]:
    """Return panels with axes long enough for every value below zero; one scale stays one."""
    inner = Box(0, 0, *room)
    found = [with_headroom(panel, inner, size, ruler) for panel in panels]
    if not common:
        return found
    longest = min((panel.value_axis for panel in found), key=lambda axis: axis.min or 0)
    return [
        replace(panel, value_axis=replace(panel.value_axis, min=longest.min)) for panel in found
    ]


def _limits(panel: NativeChart) -> tuple[object, ...]:
    axis = panel.value_axis
    return axis.min, axis.max, axis.step, axis.shown


def _insets(probes: list[PlacedPlot], ruler: Ruler) -> _Insets:
    """Return what the words of any panel take at most."""
    sides = [
        (
            plot.inner.left - plot.box.left,
            plot.box.left + plot.box.width - plot.inner.left - plot.inner.width,
            plot.inner.top - plot.box.top,
            plot.box.top + plot.box.height - plot.inner.top - plot.inner.height,
        )
        for plot in probes
    ]
    left, right, top, foot = (max(side) for side in zip(*sides, strict=True))
    rooms = (PlotRoom(plot.native, plot.box, plot.size, ruler) for plot in probes)
    edge = max(room.beyond_the_edge(room.box.width)[0] for room in rooms)
    return _Insets(left, right + max(0.0, edge + PAD - _GAP), top, foot, edge)


def _head(native: NativeChart, width: float, size: float, ruler: Ruler) -> float:
    """Return how high the names of panels are."""
    lines = max(
        ruler.lines(Paragraph((series.name,), ParagraphStyle(size, bold=True)), width)
        for panel in native.panels
        for series in panel.series
    )
    return lines * size * PITCH * (1 + HEIGHT_MARGIN)


def _room(
    box: Box, grid: PanelGrid, insets: _Insets, head: float, *, common: bool
) -> tuple[float, float]:
    """Return how wide and high a plot is."""
    lefts = insets.left if common else insets.left * grid.columns
    inner = box.width - lefts - (_GAP + insets.right) * grid.columns + _GAP
    rows = box.height - insets.foot - (head + insets.top + _GAP) * grid.rows + _GAP
    return inner / grid.columns, rows / grid.rows


def _plot(
    panel: NativeChart,
    cell: PanelCell,
    box: Box,
    room: tuple[float, float],
    insets: _Insets,
    head: float,
    along: NativeAxis,
    size: float,
    *,
    common: bool,
) -> PlacedPlot:
    wide, high = room
    pitch = wide + insets.right + _GAP + (0 if common else insets.left)
    left = box.left + insets.left + pitch * cell.column
    top = box.top + head + insets.top + (head + insets.top + high + _GAP) * cell.row
    first = cell.column == 0
    named = first if panel.across else not cell.above
    ticked = first or not common
    before = insets.left if (first if panel.across else ticked) else max(_AROUND, insets.edge)
    foot = insets.foot if named and not panel.across else _AROUND
    axis = replace(panel.value_axis, title=())
    if not ticked and axis.shown:
        axis = replace(axis, ticks=(), number_format="")
    native = replace(
        panel,
        value_axis=axis,
        category_axis=replace(
            panel.category_axis, every=along.every, turned=along.turned, shown=named, title=()
        ),
    )
    outer = Box(
        left - before, top - insets.top, before + wide + insets.right, insets.top + high + foot
    )
    return PlacedPlot(native, outer, Box(left, top, wide, high), size)


def names(plots: tuple[PlacedPlot, ...], chart: str, ruler: Ruler) -> GroupItem:
    """Return the names of the panels, each above its own: their charts say them to listeners."""
    areas = []
    for number, plot in enumerate(plots, 1):
        (series,) = plot.native.series
        colour = series.colour.replace("accent", "text")
        style = ParagraphStyle(
            plot.size, bold=True, colour=f"chart:{colour if colour != series.colour else 'caption'}"
        )
        text = Paragraph((series.name,), style)
        width = plot.box.left + plot.box.width - plot.inner.left
        lines = ruler.lines(text, width)
        high = lines * plot.line * (1 + HEIGHT_MARGIN)
        box = Box(plot.inner.left, plot.box.top - high, width, high)
        areas.append(FilledForm(f"Panel {number}", box, paragraphs=(text,), anchor="t"))
    return GroupItem(f"Panels of {chart}", tuple(areas), ())
