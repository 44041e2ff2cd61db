"""Where a native chart stands: a chart and a box in; the chart's item and what is laid over it out.

PowerPoint would choose the plot's place by its own rules; here it is set, with room for every
label as measured, so that totals, inner texts and end labels can be placed against it.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final

from builder.charts.native import Key, NativeAxis, NativeChart, Slot
from builder.deck.plan.measure import PITCH, Ruler
from builder.deck.plan.model import (
    Area,
    ChartItem,
    GroupItem,
    Item,
    Paragraph,
    Style,
)
from builder.model.chart import ResolvedChart
from builder.model.text import Line, Run
from builder.units import Box

SIZE: Final = 14.0
_PAD: Final = 8.0
_LEGEND: Final = 30.0
_AXIS_TITLE: Final = 22.0
_BAR_PITCH: Final = 96.0
_WIDEST_COLUMN: Final = 96.0
_WIDEST_NAMES: Final = 0.36
_CARTESIAN: Final = ("XY_SCATTER", "BUBBLE")


def place(
    chart: ResolvedChart, native: NativeChart, box: Box, ruler: Ruler, placeholder: int
) -> tuple[Item, ...]:
    """Return the chart in `box`, followed by the text that stands over or beside it."""
    name = f"Chart {chart.id}"
    if native.type == "DOUGHNUT":
        return _doughnut(chart, native, box, ruler, placeholder)
    if native.type == "BAR_CLUSTERED":
        rows = len(native.categories) * max(1, _clusters(native))
        pitch = _BAR_PITCH if _clusters(native) == 1 else _BAR_PITCH / 2
        high = rows * pitch + _top(native) + _foot(native, native.value_axis)
        box = box._replace(height=min(box.height, high))
    plot = _plot(native, box, ruler)
    native = replace(native, gap_width=_gap(native, plot))
    keys = [ruler.width((key.name,), SIZE) + 28 for key in native.keys]
    item = ChartItem(
        placeholder=placeholder,
        name=name,
        chart=chart.id,
        native=native,
        box=box,
        plot=plot,
        size=SIZE,
        alt=chart.alt,
        legend_width=min(box.width, sum(keys) + _PAD * 2) if native.legend == "top" else 0.0,
        shifts=_shifts(native, plot),
    )
    return (item, *_totals(native, plot, chart), *_names(native, plot, box, chart))


def _clusters(native: NativeChart) -> int:
    return len(native.series) if native.overlap < 100 else 1


def _top(native: NativeChart) -> float:
    return _PAD + (_LEGEND if native.legend == "top" else 0.0)


def _foot(native: NativeChart, axis: NativeAxis) -> float:
    ticks = SIZE * PITCH + _PAD if axis.shown else _PAD / 2
    return ticks + (_AXIS_TITLE if axis.title and axis.shown else 0.0)


def _ticks_width(axis: NativeAxis, ruler: Ruler) -> float:
    if not axis.shown:
        return _PAD / 2
    widest = max((ruler.width((tick,), SIZE) for tick in axis.ticks), default=0.0)
    return widest + _PAD + (_AXIS_TITLE if axis.title else 0.0)


def _labels_width(native: NativeChart, ruler: Ruler, last_only: bool) -> float:
    labels = [
        ruler.width(point.label, SIZE, bold=True)
        for series in native.series
        for point in (series.points[-1:] if last_only else series.points)
        if point.label
    ]
    return max(labels, default=0.0)


def _plot(native: NativeChart, box: Box, ruler: Ruler) -> Box:
    """Return the room inside the axes."""
    if native.type == "BAR_CLUSTERED":
        names = max((ruler.width((name,), SIZE) for name in native.categories), default=0.0)
        left = min(names, _WIDEST_NAMES * box.width) + _PAD * 1.5
        right = _labels_width(native, ruler, False) + _PAD * 1.5
        top, foot = _top(native), _foot(native, native.value_axis)
    else:
        left = _ticks_width(native.value_axis, ruler)
        at_end = native.series[0].label_position == "right" and native.type not in _CARTESIAN
        right = _labels_width(native, ruler, True) + _PAD * 2 if at_end else _PAD * 2
        above = native.totals or any(
            series.label_position in ("outside_end", "above") for series in native.series
        )
        if native.legend == "right":
            right = _names_width(native, box.width, ruler) + _PAD * 2
        top = _top(native) + (SIZE * PITCH + _PAD if above else 0.0)
        foot = _category_foot(native, box.width - left - right, ruler)
    return Box(box.left + left, box.top + top, box.width - left - right, box.height - top - foot)


def _category_foot(native: NativeChart, width: float, ruler: Ruler) -> float:
    axis = native.category_axis
    if native.type in _CARTESIAN:
        return _foot(native, axis)
    slot = width / max(1, len(native.categories)) * max(1, axis.every) - 4
    lines = max(
        (ruler.lines(Paragraph((name,), Style(SIZE)), slot) for name in native.categories),
        default=1,
    )
    titled = _AXIS_TITLE if axis.title else 0.0
    return lines * SIZE * PITCH + _PAD + titled


def _gap(native: NativeChart, plot: Box) -> int:
    """Return a gap that keeps few columns from growing into blocks."""
    if not native.type.startswith("COLUMN") or not native.categories:
        return native.gap_width
    slot = plot.width / len(native.categories)
    widest = _WIDEST_COLUMN * _clusters(native) ** 0.5
    bars = slot / (1 + native.gap_width / 100)
    return native.gap_width if bars <= widest else min(500, round(100 * (slot / widest - 1)))


def _shifts(native: NativeChart, plot: Box) -> tuple[tuple[int, int, float], ...]:
    """Return how far down end labels move so that lines that end close stay readable."""
    axis = native.value_axis
    if native.type != "LINE" or axis.min is None or axis.max is None:
        return ()
    low, high = float(axis.min), float(axis.max)
    ends = []
    for number, series in enumerate(native.series):
        at = max((at for at, point in enumerate(series.points) if point.label), default=-1)
        if at < 0 or series.points[at].value is None:
            continue
        value = float(series.points[at].value or 0)
        ends.append((plot.top + plot.height * (high - value) / (high - low), number, at))
    ends.sort()
    placed = _apart([wanted for wanted, _, _ in ends], SIZE * PITCH, plot)
    return tuple(
        (series, point, down - wanted)
        for (wanted, series, point), down in zip(ends, placed, strict=True)
        if abs(down - wanted) > 0.5
    )


def _apart(wanted: list[float], pitch: float, plot: Box) -> list[float]:
    """Return ascending places at least `pitch` apart, near those wanted, within the plot."""
    placed: list[float] = []
    for place_ in wanted:
        placed.append(max(place_, placed[-1] + pitch) if placed else place_)
    floor = plot.top + plot.height
    for at in range(len(placed) - 1, -1, -1):
        placed[at] = min(placed[at], floor)
        floor = placed[at] - pitch
    return placed


def _totals(native: NativeChart, plot: Box, chart: ResolvedChart) -> tuple[Item, ...]:
    axis = native.value_axis
    if not native.totals or axis.min is None or axis.max is None:
        return ()
    slot = plot.width / len(native.totals)
    high = SIZE * PITCH + 2
    areas = []
    for place_, total in enumerate(native.totals):
        share = float((total.value - axis.min) / (axis.max - axis.min))
        foot = plot.top + plot.height * (1 - share) - 2
        box = Box(plot.left + slot * place_, foot - high, slot, high)
        style = Style(SIZE, bold=True, align="ctr")
        text = (Paragraph(total.label, style),)
        areas.append(Area(f"Total {place_ + 1}", box, paragraphs=text, anchor="b"))
    alt = _joined([total.label for total in native.totals])
    return (GroupItem(f"Totals of {chart.id}", tuple(areas), alt),)


def _names_width(native: NativeChart, room: float, ruler: Ruler) -> float:
    widest = max((ruler.width(_named(key), SIZE, bold=True) for key in native.keys), default=0.0)
    return min(widest, _WIDEST_NAMES * room)


def _named(key: Key) -> Line:
    """Return a key's name and, where it has one, its value."""
    return (key.name, Run(" "), *key.value) if key.value else (key.name,)


def _names(native: NativeChart, plot: Box, box: Box, chart: ResolvedChart) -> tuple[Item, ...]:
    """Return the series' names beside the last stack, each at its own part's height."""
    axis = native.value_axis
    if native.legend != "right" or axis.min is None or axis.max is None:
        return ()
    span = float(axis.max - axis.min)
    ends, base = [], float(max(axis.min, Decimal(0)))
    for number, series in enumerate(native.series):
        value = float(series.points[-1].value or 0)
        share = (base + value / 2 - float(axis.min)) / span
        ends.append((plot.top + plot.height * (1 - share), number))
        base += value
    ends.sort()
    left = plot.left + plot.width + _PAD
    high = SIZE * PITCH * 2
    areas = []
    placed = _apart([wanted for wanted, _ in ends], SIZE * PITCH * 1.3, plot)
    for (_, number), middle in zip(ends, placed, strict=True):
        key = native.keys[number]
        style = Style(SIZE, bold=True, colour=f"chart:{_readable(key.colour)}")
        room = Box(left, middle - high / 2, box.left + box.width - left, high)
        text = (Paragraph(_named(key), style),)
        areas.append(Area(f"Name {number + 1}", room, paragraphs=text, anchor="ctr"))
    alt = _joined([_named(key) for key in native.keys])
    return (GroupItem(f"Names in {chart.id}", tuple(areas), alt),)


def _readable(slot: Slot) -> Slot:
    """Return the colour in which text of a mark's colour is set."""
    return slot.replace("accent", "text") if slot.startswith("accent") else "ink"


def _doughnut(
    chart: ResolvedChart, native: NativeChart, box: Box, ruler: Ruler, placeholder: int
) -> tuple[Item, ...]:
    """Return a ring at the left, its inner text, and its key at the right."""
    names = max((ruler.width((key.name,), SIZE + 2) for key in native.keys), default=0.0)
    values = max((ruler.width(key.value, SIZE + 2, bold=True) for key in native.keys), default=0.0)
    key_width = 28 + names + 20 + values
    side = min(box.height, box.width - (key_width + 36 if native.keys else 0))
    side = max(side, box.width * 0.45)
    side = min(side, box.height)
    used = side + (36 + key_width if native.keys else 0)
    left = box.left + max(0.0, (box.width - used) / 2)
    ring = Box(left, box.top + (box.height - side) / 2, side, side)
    plot = Box(ring.left + 6, ring.top + 6, side - 12, side - 12)
    item = ChartItem(
        placeholder, f"Chart {chart.id}", chart.id, native, ring, plot, SIZE, chart.alt
    )
    items: list[Item] = [item]
    if native.centre:
        items.append(_centre(chart, native, plot))
    if native.keys:
        room = box.left + box.width - (ring.left + side + 36)
        key_box = Box(ring.left + side + 36, ring.top, min(key_width, room), side)
        items.append(_key(chart, native, key_box, values))
    return tuple(items)


def _centre(chart: ResolvedChart, native: NativeChart, plot: Box) -> Item:
    hole = plot.width * native.hole_size / 100
    side = hole * 0.78
    box = Box(plot.left + (plot.width - side) / 2, plot.top + (plot.height - side) / 2, side, side)
    large = min(40.0, side / 3)
    paragraphs = tuple(
        Paragraph((run,), Style(SIZE if at else large, not at, "muted" if at else "ink", "ctr"))
        for at, run in enumerate(native.centre)
    )
    area = Area("Inner text", box, paragraphs=paragraphs, anchor="ctr")
    return GroupItem(f"Inner text of {chart.id}", (area,), _joined([(r,) for r in native.centre]))


def _key(chart: ResolvedChart, native: NativeChart, box: Box, values: float) -> Item:
    pitch = 34.0
    top = box.top + (box.height - pitch * len(native.keys)) / 2
    size = SIZE + 2
    areas: list[Area] = []
    for place_, key in enumerate(native.keys):
        row = Box(box.left, top + pitch * place_, box.width, pitch)
        swatch = Box(row.left, row.top + 9, 16, 16)
        areas.append(Area(f"Swatch {place_ + 1}", swatch, f"chart:{key.colour}"))
        named = Box(row.left + 28, row.top, row.width - 28 - values - 8, pitch)
        name = (Paragraph((key.name,), Style(size)),)
        areas.append(Area(f"Key {place_ + 1}", named, paragraphs=name, anchor="ctr"))
        if key.value:
            at_right = Box(row.left + row.width - values - 8, row.top, values + 8, pitch)
            value = (Paragraph(key.value, Style(size, bold=True, align="r")),)
            areas.append(Area(f"Value {place_ + 1}", at_right, paragraphs=value, anchor="ctr"))
    alt = _joined([_named(key) for key in native.keys])
    return GroupItem(f"Key to {chart.id}", tuple(areas), alt)


def _joined(lines: list[Line]) -> Line:
    runs: list[Run] = []
    for at, line in enumerate(lines):
        runs += [Run("; ")] if at else []
        runs += line
    return tuple(runs)
