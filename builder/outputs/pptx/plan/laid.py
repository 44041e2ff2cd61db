"""Text laid over or beside a plot, as PowerPoint has no label of the kind or not in our very words.

A placed plot in; groups of text out. Beside an axis ticks, names and long titles: ticks with
decimals would get the separators of the viewer's system, dates their names, and which of many
categories are named would be left to the program. Over the plot totals above stacks, connectors of
a bridge, names beside the last stack or band. What a chart's own cells say to those who listen is a
decoration: only totals are nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from builder.charts.courses import named
from builder.charts.native import CARTESIAN, TO_THE_EDGE, NativeAxis, NativeChart, Slot
from builder.model.gauge import known_runs
from builder.model.land import Tick
from builder.model.text import Line, Owner, Run, join, plain
from builder.outputs.pptx.plan.axes import axes_of, spans, tick_share
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
from builder.outputs.pptx.plan.room import PAD, key_line, over_place
from builder.outputs.pptx.plan.shifting import apart
from builder.units import Box

_TO_TICK: Final = 5.0
_BETWEEN_TICKS: Final = 4.0
_BETWEEN_DATES: Final = 10.0

_ABOVE_LINE: Final = 0.6  # of a line of text, from its middle to what it stands on
_NAME_PITCH: Final = 1.3
_CONNECTOR: Final = 0.75
_BEHIND: Final = 6.0
_AROUND: Final = 4.0


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


def totals(plot: PlacedPlot, chart: str, between: str, ruler: Ruler) -> tuple[GroupItem, ...]:
    """Return the sums of stacks, each beyond its own; `between` parts them in the alt text."""
    shown = plot.native.totals
    if not any(plain(total.label) for total in shown):
        return ()  # every stack lacks a part, so that none has a sum
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
    alone = len(native.series) == 1
    ends = sorted(
        (plot.height(float(max(span, key=abs) if alone else sum(span) / 2)), number)
        for number, span in ((number, held[number, last]) for number in range(len(native.series)))
    )
    left, low = plot.inner.left + plot.inner.width + PAD, 0.0
    if len(native.categories) == 1:  # within the plot, and so above its line
        column = plot.inner.width / (1 + native.gap_width / 100)
        left, low = plot.middles()[0] + column / 2 + PAD, plot.line * _ABOVE_LINE
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
    foot = plot.inner.top + plot.inner.height - low - (lines - 1) * plot.line / 2
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
