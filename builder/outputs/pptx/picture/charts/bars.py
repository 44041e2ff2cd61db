"""Columns side by side or stacked, and bars: takes a chart's canvas, draws."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from builder.charts.native import NativePoint, NativeSeries
from builder.outputs.pptx.picture.charts.canvas import ChartCanvas
from builder.outputs.pptx.plan.model import Paragraph, Style
from builder.outputs.pptx.plan.plot import PAD
from builder.units import Box

_EDGE: Final = 1.5
_TO_LABEL: Final = 5.0
_BESIDE: Final = 6.0


def columns(canvas: ChartCanvas) -> None:
    """Draw columns with their values inside or beyond their ends."""
    native, inner = canvas.item.native, canvas.item.plot
    stacked = native.type == "COLUMN_STACKED"
    canvas.value_axis()
    half = canvas.item.size * 0.5
    for slot, (start, width), (low, high), series, point in _marks(canvas, stacked=stacked):
        left = inner.left + inner.width * (slot + start)
        foot, top = canvas.plot.height(low), canvas.plot.height(high)
        middle = left + inner.width * width / 2
        box = Box(left, min(foot, top), inner.width * width, abs(foot - top))
        if box.height and not canvas.is_invisible(series, point):
            edge = canvas.edge(_EDGE) if stacked and not native.connectors else None
            canvas.pen.sheet.rectangle(box, canvas.fill(series, point), edge)
        if series.label_position == "centre":
            canvas.label(point, (middle, (foot + top) / 2), "ctr")
        else:
            away = -half - _TO_LABEL if high >= low else half + _TO_LABEL
            canvas.label(point, (middle, top + away), "ctr")
    canvas.base_line()
    canvas.names_below(canvas.middles())


def bars(canvas: ChartCanvas) -> None:
    """Draw bars with their values at their ends, and the categories at their left."""
    native, inner = canvas.item.native, canvas.item.plot
    canvas.axis_below(native.value_axis)
    for slot, (start, width), (low, high), series, point in _marks(canvas, stacked=False):
        share = slot + start if native.reversed_categories else 1 - slot - start - width
        top = inner.top + inner.height * share
        ends = [inner.left + inner.width * canvas.share(value) for value in (low, high)]
        thick = inner.height * width
        if ends[0] != ends[1]:
            box = Box(min(ends), top, abs(ends[1] - ends[0]), thick)
            canvas.pen.sheet.rectangle(box, canvas.fill(series, point))
        forwards = high >= low
        beyond = _BESIDE if forwards else -_BESIDE
        canvas.label(point, (ends[1] + beyond, top + thick / 2), "l" if forwards else "r")
    x = inner.left + inner.width * canvas.share(canvas.zero)
    ends_of_axis = ((x, inner.top), (x, inner.top + inner.height))
    canvas.pen.sheet.line(ends_of_axis, canvas.pen.stroke("ink", 1.0))
    _names_beside(canvas)


def _names_beside(canvas: ChartCanvas) -> None:
    native, inner, box = canvas.item.native, canvas.item.plot, canvas.item.box
    high = inner.height / max(1, len(native.categories))
    room = inner.left - box.left - PAD
    style = Style(canvas.item.size, align="r")
    for at, name in enumerate(native.categories):
        place = at if native.reversed_categories else len(native.categories) - 1 - at
        beside = Box(box.left, inner.top + high * place, room, high)
        canvas.pen.text((Paragraph((name,), style),), beside, "ctr")


def _marks(
    canvas: ChartCanvas, *, stacked: bool
) -> Iterator[tuple[float, tuple[float, float], tuple[float, float], NativeSeries, NativePoint]]:
    """Yield each bar: its category's start and its own within it (start and width), all as shares
    of the plot; its value's two ends; its series and its point.
    """
    native = canvas.item.native
    count, rows = max(1, len(native.categories)), max(1, len(native.series))
    overlap, gap = native.overlap / 100, native.gap_width / 100
    beside = 1 if stacked else rows
    width = 1 / count / (beside - (beside - 1) * overlap + gap)
    ends = {(at, sign): 0.0 for at in range(count) for sign in (True, False)}
    for number, series in enumerate(native.series):
        for at, point in enumerate(series.points):
            if point.value is None:
                continue
            value = float(point.value)
            low = ends[at, value >= 0] if stacked else canvas.zero
            high = low + value if stacked else value
            ends[at, value >= 0] = high
            start = gap * width / 2 + (0 if stacked else number * width * (1 - overlap))
            yield at / count, (start, width), (low, high), series, point
