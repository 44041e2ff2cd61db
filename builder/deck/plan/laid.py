"""Axes in words of ours: text laid beside a plot where no program would print the very words.

Ticks with decimals would get the separators of the viewer's system, dates their names, and which of
many categories are named would be left to the program. A placed plot in; groups of text, and the
chart without what they say, out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from builder.charts.native import CARTESIAN, TO_THE_EDGE, NativeAxis, NativeChart
from builder.charts.timeaxis import along, roomy
from builder.deck.plan.measure import Ruler
from builder.deck.plan.model import Align, Area, GroupItem, Paragraph, Style, TitlePlace
from builder.deck.plan.overlay import joined
from builder.deck.plan.plot import PAD, Plot
from builder.model.text import Line, Owner, Run
from builder.units import Box

_TO_TICK: Final = 5.0
_BETWEEN_TICKS: Final = 4.0
_BETWEEN_DATES: Final = 10.0


def laid(plot: Plot, chart: str, ruler: Ruler) -> tuple[GroupItem, ...]:
    """Return the ticks of axes that no number format prints, and the names below an axis."""
    groups = []
    for name, areas in (
        ("Ticks", tuple(_ticks(plot, ruler))),
        ("Categories", tuple(_names(plot, ruler))),
    ):
        if areas:
            alt = joined([paragraph.runs for area in areas for paragraph in area.paragraphs])
            groups.append(GroupItem(f"{name} of {chart}", areas, alt))
    return tuple(groups)


def bare(native: NativeChart, chart: str) -> NativeChart:
    """Return a chart without the texts that are laid beside it; its dates are called as its cells
    have them.
    """

    def silent(axis: NativeAxis) -> NativeAxis:
        return replace(axis, ticks=()) if axis.laid else axis

    native = replace(
        native, value_axis=silent(native.value_axis), category_axis=silent(native.category_axis)
    )
    if not native.in_days:
        return native
    numbers = (Run(str(moment), owner=Owner("tick", chart)) for moment in native.moments)
    return replace(native, categories=tuple(numbers))


def titles(plot: Plot, ruler: Ruler) -> tuple[TitlePlace, ...]:
    """Return where the titles of axes stand whose ticks are laid, unknown to any program."""
    inner, found = plot.inner, []
    for axis, below in _axes(plot.native):
        if not axis.laid or not axis.title:
            continue
        width = ruler.width(axis.title, plot.size)
        if below:
            middle = inner.left + inner.width / 2
            top = inner.top + inner.height + plot.line + PAD
            found.append(TitlePlace("below", middle - width / 2, top))
        else:
            top = inner.top + (inner.height - width) / 2
            found.append(TitlePlace("left", plot.box.left, max(plot.box.top, top)))
    return tuple(found)


def _axes(native: NativeChart) -> tuple[tuple[NativeAxis, bool], ...]:
    """Return the axes that have ticks, and whether these stand below the plot."""
    value = (native.value_axis, native.type == "BAR_CLUSTERED")
    return (value, (native.category_axis, True)) if native.type in CARTESIAN else (value,)


def _ticks(plot: Plot, ruler: Ruler) -> Iterator[Area]:
    number = 0
    for axis, below in _axes(plot.native):
        if not axis.laid or axis.min is None or axis.max is None or axis.step is None:
            continue
        free_from = float("-inf")
        for at, run in enumerate(axis.ticks):
            share = float(axis.step) * at / float(axis.max - axis.min)
            width = ruler.width((run,), plot.size)
            if below:
                middle = plot.inner.left + plot.inner.width * share
                if middle - width / 2 < free_from:
                    continue
                free_from = middle + width / 2 + _BETWEEN_TICKS
                box = _below(plot, middle, width)
            else:
                height = plot.inner.top + plot.inner.height * (1 - share)
                left = plot.inner.left - _TO_TICK - width
                box = Box(left, height - plot.line / 2, width, plot.line)
            number += 1
            yield _area(f"Tick {number}", (run,), box, plot.size, "ctr" if below else "r")


def _names(plot: Plot, ruler: Ruler) -> Iterator[Area]:
    """Yield the names of dates on an axis of time, and of every so many categories.

    Programs differ in which names they leave out, and in how near the others may come.
    """
    native, count = plot.native, len(plot.native.categories)
    every = native.category_axis.every
    if not native.moments and (every == 1 or native.type in CARTESIAN):
        return
    if native.moments:
        shares: Sequence[float] = along(native.moments)
    elif native.type in TO_THE_EDGE:
        shares = along(range(count))
    else:
        shares = [(at + 0.5) / count for at in range(count)]
    middles = [plot.inner.left + plot.inner.width * share for share in shares]
    widths = [ruler.width((name,), plot.size) for name in native.categories]
    some = range(0, count, every)
    for at in roomy(middles, widths, _BETWEEN_DATES) if native.moments else some:
        if widths[at]:
            box = _below(plot, middles[at], widths[at])
            yield _area(f"Name {at + 1}", (native.categories[at],), box, plot.size, "ctr")


def _below(plot: Plot, middle: float, width: float) -> Box:
    """Return the box of a text below the plot, within the chart."""
    last = plot.box.left + plot.box.width - width
    left = max(plot.box.left, min(middle - width / 2, last))
    return Box(left, plot.inner.top + plot.inner.height + _TO_TICK, width, plot.line)


def _area(name: str, line: Line, box: Box, size: float, align: Align) -> Area:
    return Area(name, box, paragraphs=(Paragraph(line, Style(size, align=align)),), anchor="ctr")
