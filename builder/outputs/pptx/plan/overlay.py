"""Text laid over or beside a plot, as PowerPoint has no label of the kind or not in our very words.

Totals above stacks, connectors of a bridge, names beside the last stack or band. A placed plot in;
groups of text out.
What a chart's own cells say to those who listen is a decoration: only totals are nowhere else.
"""

from __future__ import annotations

from typing import Final

from builder.charts.native import TO_THE_EDGE, Slot
from builder.model.holes import known_runs
from builder.model.text import join, plain
from builder.outputs.pptx.plan.measure import Ruler
from builder.outputs.pptx.plan.model import (
    Align,
    Anchor,
    FilledForm,
    GroupItem,
    Paragraph,
    ParagraphStyle,
    Stroke,
)
from builder.outputs.pptx.plan.plot import PlacedPlot
from builder.outputs.pptx.plan.room import PAD, key_line
from builder.outputs.pptx.plan.shifting import apart
from builder.outputs.pptx.plan.spans import spans
from builder.units import Box

_NAME_PITCH: Final = 1.3
_CONNECTOR: Final = 0.75
_BEHIND: Final = 6.0
_AROUND: Final = 4.0


def totals(plot: PlacedPlot, chart: str, between: str, ruler: Ruler) -> tuple[GroupItem, ...]:
    """Return the sums of stacks, each beyond its own; `between` parts them in the alt text."""
    shown = plot.native.totals
    if not shown:
        return ()
    slot = plot.inner.width / len(shown)
    high = plot.line + 2
    areas = []
    for at, total in enumerate(shown):
        if not plain(total.label):
            continue  # of what has no values, or no hedge that is sound
        if plot.native.across:
            box = _behind(plot, at, float(total.value))
        else:
            foot = plot.height(float(total.value)) - 2
            box = Box(plot.inner.left + slot * at, foot - high, slot, high)
        align: Align = "l" if plot.native.across else "ctr"
        text = (Paragraph(total.label, ParagraphStyle(plot.size, bold=True, align=align)),)
        anchor: Anchor = "ctr" if plot.native.across else "b"
        ground = "paper" if plot.native.value_axis.shown else ""
        if ground:  # as wide as the words: grid lines go on beside them
            box = _about(box, ruler.width(total.label, plot.size, bold=True) + _AROUND, high, align)
        areas.append(FilledForm(f"Total {at + 1}", box, ground, paragraphs=text, anchor=anchor))
    named = zip(plot.native.categories, shown, strict=True)
    alt = join(
        [key_line(name, total.label) for name, total in named if plain(total.label)], between
    )
    return (GroupItem(f"Totals of {chart}", tuple(areas), alt, told=True),)


def _about(box: Box, width: float, high: float, align: Align) -> Box:
    """Return the part of a box that a line of words takes, which stands as they are aligned."""
    left = box.left + (box.width - width) / 2 if align == "ctr" else box.left
    return Box(left, box.top + (box.height - high) / 2, width, high)


def _behind(plot: PlacedPlot, place: int, value: float) -> Box:
    """Return the box of what stands behind the end of a lying stack."""
    inner, count = plot.inner, len(plot.native.categories)
    row = inner.height / count
    down = place if plot.native.reversed_categories else count - 1 - place
    left = plot.reach(value) + _BEHIND
    return Box(left, inner.top + row * down, plot.box.left + plot.box.width - left, row)


def connectors(plot: PlacedPlot, chart: str) -> tuple[GroupItem, ...]:
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


def names(plot: PlacedPlot, chart: str, ruler: Ruler) -> tuple[GroupItem, ...]:
    """Return the series' names beside the last stack or band, each at its own part's height."""
    native, axis = plot.native, plot.native.value_axis
    if native.legend != "right" or axis.min is None:
        return ()
    held, last = spans(native), len(native.categories) - 1
    if native.type in TO_THE_EDGE:
        last = known_runs([[each.value for each in row.points] for row in native.series])[-1][-1]
    alone = native.type == "AREA"
    ends = sorted(
        (plot.height(float(max(span, key=abs) if alone else sum(span) / 2)), number)
        for number, span in ((number, held[number, last]) for number in range(len(native.series)))
    )
    left = plot.inner.left + plot.inner.width + PAD
    width = plot.box.left + plot.box.width - left
    lines = max(
        ruler.lines(
            Paragraph(key_line(key.name, key.value), ParagraphStyle(plot.size, bold=True)), width
        )
        for key in native.keys
    )
    high = plot.line * max(2, lines)
    pitch = plot.line * (lines if lines > 1 else _NAME_PITCH)
    areas = []
    foot = plot.inner.top + plot.inner.height - (lines - 1) * plot.line / 2
    placed = apart((wanted for wanted, _ in ends), pitch, foot)
    for (_, number), middle in zip(ends, placed, strict=True):
        key = native.keys[number]
        style = ParagraphStyle(plot.size, bold=True, colour=f"chart:{_readable(key.colour)}")
        text = (Paragraph(key_line(key.name, key.value), style),)
        box = Box(left, middle - high / 2, width, high)
        areas.append(FilledForm(f"Name {number + 1}", box, paragraphs=text, anchor="ctr"))
    return (GroupItem(f"Names in {chart}", tuple(areas), ()),)


def _readable(slot: Slot) -> Slot:
    """Return the colour in which text of a mark's colour is set."""
    return slot.replace("accent", "text") if slot.startswith("accent") else "ink"
