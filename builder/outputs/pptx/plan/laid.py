"""Ticks, names and long titles laid beside an axis: a placed plot in; groups of text out.

Ticks with decimals would get the separators of the viewer's system, dates their names, and which of
many categories are named would be left to the program.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from builder.charts.calendars import named
from builder.charts.native import CARTESIAN, NativeAxis, NativeChart
from builder.model.land import Tick
from builder.model.text import Line, Owner, Run
from builder.outputs.pptx.plan.measure import Ruler
from builder.outputs.pptx.plan.model import (
    Align,
    FilledForm,
    GroupItem,
    Paragraph,
    ParagraphStyle,
)
from builder.outputs.pptx.plan.plot import PlacedPlot
from builder.outputs.pptx.plan.room import over_place
from builder.outputs.pptx.plan.titles import axes_of, tick_share
from builder.units import Box

_TO_TICK: Final = 5.0
_BETWEEN_TICKS: Final = 4.0
_BETWEEN_DATES: Final = 10.0


def laid(plot: PlacedPlot, chart: str, ruler: Ruler) -> tuple[GroupItem, ...]:
    """Return the ticks of axes that no number format prints, and the names below an axis."""
    groups = []
    for name, areas in (
        ("Titles of axes", tuple(_titles_over(plot, ruler))),
        ("Ticks", tuple(_ticks(plot, ruler))),
        ("Categories", tuple(_category_names(plot, ruler))),
    ):
        if areas:
            groups.append(GroupItem(f"{name} of {chart}", areas, ()))
    return tuple(groups)


def bare(native: NativeChart, chart: str) -> NativeChart:
    """Return a chart without the texts that are laid beside it; its dates are called as its cells
    have them.
    """

    def silent(axis: NativeAxis) -> NativeAxis:
        return replace(axis, ticks=()) if axis.laid else axis

    native = replace(
        native,
        value_axis=silent(native.value_axis),
        second_axis=native.second_axis and silent(native.second_axis),
        category_axis=silent(native.category_axis),
    )
    if not native.in_days:
        return native
    numbers = (Run(str(moment), owner=Owner("tick", chart)) for moment in native.moments)
    return replace(native, categories=tuple(numbers))


def _titles_over(plot: PlacedPlot, ruler: Ruler) -> Iterator[FilledForm]:
    """Yield the titles above the plot: that of the second axis ends where the chart does."""
    native = plot.native
    box = over_place(native, plot.box, plot.size, ruler)
    for axis in (native.value_axis, native.second_axis, native.category_axis):
        if axis is None or not axis.over:
            continue
        second = axis is native.second_axis
        left = plot.box.left + plot.box.width - box.width if second else box.left
        coloured = axis.title_colour != "ink"
        colour = f"chart:{axis.title_colour}" if coloured else "muted"
        style = ParagraphStyle(plot.size, coloured, colour=colour, align="r" if second else "l")
        text = (Paragraph(axis.over, style),)
        yield FilledForm(
            f"Title {1 + second}", box._replace(left=left), paragraphs=text, anchor="b"
        )


def _ticks(plot: PlacedPlot, ruler: Ruler) -> Iterator[FilledForm]:
    number = 0
    for axis, below in axes_of(plot.native):
        at_right = axis is plot.native.second_axis
        if not axis.laid or axis.min is None or axis.max is None or axis.step is None:
            continue
        free_from = float("-inf")
        for at, run in enumerate(axis.ticks):
            share = tick_share(axis, at)
            width = ruler.width((run,), plot.size)
            if below:
                middle = plot.inner.left + plot.inner.width * share
                box = _below(plot, middle, width)
                if box.left < free_from:
                    continue
                free_from = box.left + width + _BETWEEN_TICKS
            else:
                height = plot.inner.top + plot.inner.height * (1 - share)
                left = plot.inner.left - _TO_TICK - width
                left = plot.inner.left + plot.inner.width + _TO_TICK if at_right else left
                box = Box(left, height - plot.line / 2, width, plot.line)
            number += 1
            yield _area(
                f"Tick {number}",
                (run,),
                box,
                plot.size,
                "ctr" if below else "l" if at_right else "r",
            )


def _category_names(plot: PlacedPlot, ruler: Ruler) -> Iterator[FilledForm]:
    """Yield the names of dates on an axis of time, and of every so many categories.

    Programs differ in which names they leave out, and in how near the others may come.
    """
    native = plot.native
    every = native.category_axis.every
    if not native.category_axis.shown:
        return
    if native.moments:
        marked = _dates(plot, ruler)
    elif every == 1 or native.type in CARTESIAN:
        return
    else:
        marked = [*zip(plot.middles(), native.categories, strict=True)]
    free_from = float("-inf")
    for at, (middle, name) in enumerate(marked):
        width = ruler.width((name,), plot.size)
        if width and (native.moments or at % every == 0):
            box = _below(plot, middle, width)
            if box.left < free_from:
                continue  # one that the chart's edge pushes onto its neighbour
            free_from = box.left + width + _BETWEEN_TICKS
            yield _area(f"Name {at + 1}", (name,), box, plot.size, "ctr")


def _dates(plot: PlacedPlot, ruler: Ruler) -> list[tuple[float, Run]]:
    """Return the dates that an axis of time names, and where."""
    native, inner = plot.native, plot.inner
    first, reach = native.moments[0], native.moments[-1] - native.moments[0]

    def x(number: Decimal) -> float:
        return inner.left + inner.width * float((number - first) / reach)

    cells = zip(native.moments, native.categories, strict=True)
    own = [Tick(Decimal(at), name) for at, name in cells]
    found = named(
        own, native.calendars, x, lambda line: ruler.width(line, plot.size), _BETWEEN_DATES
    )
    return [(x(day.value), day.label) for day in found]


def _below(plot: PlacedPlot, middle: float, width: float) -> Box:
    """Return the box of a text below the plot, within the chart."""
    last = plot.box.left + plot.box.width - width
    left = max(plot.box.left, min(middle - width / 2, last))
    return Box(left, plot.inner.top + plot.inner.height + _TO_TICK, width, plot.line)


def _area(name: str, line: Line, box: Box, size: float, align: Align) -> FilledForm:
    return FilledForm(
        name, box, paragraphs=(Paragraph(line, ParagraphStyle(size, align=align)),), anchor="ctr"
    )
