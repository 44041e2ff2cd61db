"""Titles and ticks of axes: a native chart and the box within its axes in; where titles stand that
no program places, and the chart with its axes as they fit there, out.

Programs break a title that is longer than its axis, over the ticks beside it, and print ticks over
one another. Such a title stands level above the plot instead, as on paper; ticks are laid beside
the axis, and those that have no room are left out.
"""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise
from typing import Final

from builder.charts.native import CARTESIAN, NativeAxis, NativeChart
from builder.outputs.pptx.plan.measure import PITCH, Ruler
from builder.outputs.pptx.plan.model import TitlePlace, TitleSide
from builder.outputs.pptx.plan.room import PAD, names_width
from builder.units import Box

_UPRIGHT: Final = 0.78  # of the plot's height: a longer title is broken by LibreOffice
_BETWEEN: Final = 4.0


def share_along(value: float, axis: NativeAxis) -> float:
    """Return how far along an axis a value stands, from 0 to 1."""
    if axis.min is None or axis.max is None:
        raise ValueError("an axis without limits has no places")
    if axis.log:
        return math.log10(value / float(axis.min)) / math.log10(float(axis.max / axis.min))
    return (value - float(axis.min)) / float(axis.max - axis.min)


def tick_share(axis: NativeAxis, at: int) -> float:
    """Return how far along an axis one of its ticks stands, counted from 0."""
    if axis.min is None or axis.step is None:
        raise ValueError("an axis without limits has no ticks")
    value = axis.min * axis.step**at if axis.log else axis.min + axis.step * at
    return share_along(float(value), axis)


def axes_of(native: NativeChart) -> tuple[tuple[NativeAxis, bool], ...]:
    """Return the axes that have ticks, and whether these stand below the plot."""
    value = (native.value_axis, native.across)
    if native.second_axis is not None:
        return value, (native.second_axis, False)
    return (value, (native.category_axis, True)) if native.type in CARTESIAN else (value,)


def titles(
    native: NativeChart, box: Box, inner: Box, size: float, ruler: Ruler
) -> tuple[TitlePlace, ...]:
    """Return where the titles of axes stand whose ticks are laid, unknown to any program."""
    line, found = size * PITCH, []
    for axis, below in axes_of(native):
        if not axis.laid or not axis.title:
            continue
        width = ruler.width(axis.title, size)
        if below:
            middle = inner.left + inner.width / 2
            top = inner.top + inner.height + line + PAD
            found.append(TitlePlace("below", middle - width / 2, top))
        else:
            top = inner.top + (inner.height - width) / 2
            at_right = axis is native.second_axis
            side: TitleSide = "right" if at_right else "left"
            left = box.left + box.width - line if at_right else box.left
            found.append(TitlePlace(side, left, max(box.top, top)))
    return tuple(found)


def with_fitting_axes(native: NativeChart, inner: Box, size: float, ruler: Ruler) -> NativeChart:
    """Return the chart with long titles above it, and ticks laid that would meet; or as it is."""
    made = native
    for axis, below in axes_of(native):
        fitting = axis
        if below and axis.shown and not axis.laid and _meet(axis, inner.width, size, ruler):
            fitting = replace(axis, number_format="")
        elif not below and _has_no_room(native, axis, inner.height, size, ruler):
            fitting = replace(axis, title=(), unseen=axis.title, over=axis.title)
        if fitting is not axis:
            made = _with_axis(made, native, axis, fitting)
    return made


def with_names_aside(native: NativeChart, box: Box, size: float, ruler: Ruler) -> NativeChart:
    """Return the chart with the names of its bars as text, where any of them needs several lines;
    or as it is.
    """
    if not native.across or native.category_axis.aside:
        return native
    room = names_width(native, box, size, ruler)
    if all(ruler.width((name,), size) <= room for name in native.categories):
        return native
    return replace(native, category_axis=replace(native.category_axis, aside=True))


def _has_no_room(
    native: NativeChart, axis: NativeAxis, height: float, size: float, ruler: Ruler
) -> bool:
    """Return whether a title is longer than its axis. Of two axes that face each other, LibreOffice
    prints the second one's title over its ticks.
    """
    if not axis.title or not axis.shown:
        return False
    wide = ruler.width(axis.title, size, bold=True)
    return native.second_axis is not None or wide > _UPRIGHT * height


def _meet(axis: NativeAxis, length: float, size: float, ruler: Ruler) -> bool:
    """Return whether two ticks of an axis below a plot would meet."""
    ticks = [
        (length * tick_share(axis, at), ruler.width((tick,), size))
        for at, tick in enumerate(axis.ticks)
    ]
    return any(
        other - at < (width + wide) / 2 + _BETWEEN for (at, width), (other, wide) in pairwise(ticks)
    )


def _with_axis(
    made: NativeChart, native: NativeChart, axis: NativeAxis, fitting: NativeAxis
) -> NativeChart:
    if axis is native.value_axis:
        return replace(made, value_axis=fitting)
    if axis is native.second_axis:
        return replace(made, second_axis=fitting)
    return replace(made, category_axis=fitting)
