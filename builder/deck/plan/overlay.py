"""Text that stands over or beside a plot because PowerPoint has no label of the kind.

A placed plot in; totals above stacks, connectors of a bridge, names beside the last stack or
band, and shifts of labels that would meet each other or stand on their marks, out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from builder.charts.native import Slot
from builder.deck.plan.measure import Ruler
from builder.deck.plan.model import Area, GroupItem, Paragraph, Stroke, Style
from builder.deck.plan.plot import PAD, Plot, key_line
from builder.model.text import Line, Run
from builder.units import Box

_NAME_PITCH: Final = 1.3
_LEAST_SHIFT: Final = 0.5
_CONNECTOR: Final = 0.75
_OFF_COLUMN: Final = 4.0


def totals(plot: Plot, chart: str) -> tuple[GroupItem, ...]:
    """Return the sums of stacks, each above its own."""
    shown = plot.native.totals
    if not shown:
        return ()
    slot = plot.inner.width / len(shown)
    high = plot.line + 2
    areas = []
    for at, total in enumerate(shown):
        foot = plot.height(float(total.value)) - 2
        box = Box(plot.inner.left + slot * at, foot - high, slot, high)
        text = (Paragraph(total.label, Style(plot.size, bold=True, align="ctr")),)
        areas.append(Area(f"Total {at + 1}", box, paragraphs=text, anchor="b"))
    alt = joined([total.label for total in shown])
    return (GroupItem(f"Totals of {chart}", tuple(areas), alt),)


def connectors(plot: Plot, chart: str) -> tuple[GroupItem, ...]:
    """Return the hairlines from each column to the next."""
    native = plot.native
    if not native.connectors:
        return ()
    slot = plot.inner.width / len(native.categories)
    gap = slot * (1 - 1 / (1 + native.gap_width / 100))
    strokes = []
    for at, level in enumerate(native.connectors, 1):
        middle, height = plot.inner.left + slot * at, plot.height(float(level))
        start, end = (middle - gap / 2, height), (middle + gap / 2, height)
        strokes.append(Stroke(f"Connector {at}", start, end, "soft", _CONNECTOR))
    return (GroupItem(f"Connectors of {chart}", tuple(strokes), ()),)


def names(plot: Plot, chart: str, ruler: Ruler) -> tuple[GroupItem, ...]:
    """Return the series' names beside the last stack or band, each at its own part's height."""
    native, axis = plot.native, plot.native.value_axis
    if native.legend != "right" or axis.min is None:
        return ()
    ends = []
    above = below = 0.0
    for number, series in enumerate(native.series):
        value = float(series.points[-1].value or 0)
        base = above if value >= 0 else below
        ends.append((plot.height(base + value / 2), number))
        above, below = above + max(value, 0.0), below + min(value, 0.0)
    ends.sort()
    left = plot.inner.left + plot.inner.width + PAD
    width = plot.box.left + plot.box.width - left
    lines = max(
        ruler.lines(Paragraph(key_line(key.name, key.value), Style(plot.size, bold=True)), width)
        for key in native.keys
    )
    high = plot.line * max(2, lines)
    pitch = plot.line * (lines if lines > 1 else _NAME_PITCH)
    areas = []
    placed = _apart([wanted for wanted, _ in ends], pitch, plot.inner)
    for (_, number), middle in zip(ends, placed, strict=True):
        key = native.keys[number]
        style = Style(plot.size, bold=True, colour=f"chart:{_readable(key.colour)}")
        text = (Paragraph(key_line(key.name, key.value), style),)
        box = Box(left, middle - high / 2, width, high)
        areas.append(Area(f"Name {number + 1}", box, paragraphs=text, anchor="ctr"))
    alt = joined([key_line(key.name, key.value) for key in native.keys])
    return (GroupItem(f"Names in {chart}", tuple(areas), alt),)


def shifts(plot: Plot) -> tuple[tuple[int, int, float], ...]:
    """Return how far down labels move: (series, point, points).

    End labels of lines move apart, those beyond the ends of stacked columns off their columns.
    """
    if plot.native.type != "LINE":
        off = plot.line + _OFF_COLUMN
        return tuple(
            (number, at, -off if (point.value or 0) >= 0 else off)
            for number, series in enumerate(plot.native.series)
            if series.label_position == "beyond_end"
            for at, point in enumerate(series.points)
            if point.label
        )
    ends = []
    for number, series in enumerate(plot.native.series):
        labelled = [
            (at, point.value)
            for at, point in enumerate(series.points)
            if point.label and point.value is not None
        ]
        if labelled:
            at, value = labelled[-1]
            ends.append((plot.height(float(value)), number, at))
    ends.sort()
    placed = _apart([wanted for wanted, _, _ in ends], plot.line, plot.inner)
    return tuple(
        (series, point, down - wanted)
        for (wanted, series, point), down in zip(ends, placed, strict=True)
        if abs(down - wanted) > _LEAST_SHIFT
    )


def joined(lines: Sequence[Line]) -> Line:
    """Return lines as one, for alt texts."""
    runs: list[Run] = []
    for at, line in enumerate(lines):
        runs += [Run("; ")] if at else []
        runs += line
    return tuple(runs)


def _apart(wanted: Sequence[float], pitch: float, inner: Box) -> list[float]:
    """Return ascending places at least `pitch` apart, near those wanted, above the plot's foot."""
    placed: list[float] = []
    for place in wanted:
        placed.append(max(place, placed[-1] + pitch) if placed else place)
    floor = inner.top + inner.height
    for at in range(len(placed) - 1, -1, -1):
        placed[at] = min(placed[at], floor)
        floor = placed[at] - pitch
    return placed


def _readable(slot: Slot) -> Slot:
    """Return the colour in which text of a mark's colour is set."""
    return slot.replace("accent", "text") if slot.startswith("accent") else "ink"
