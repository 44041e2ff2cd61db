"""Headline and Marimekko chart, with points below where any are.

Each part is a shape of its own by the names of its column and its series, and says its value.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from builder.charts import mosaic
from builder.charts.labels import series_lines, spread
from builder.charts.registry import CrowdedError, kind_of
from builder.charts.style import series_slots, text_slot
from builder.model.chart import Axis, ResolvedChart
from builder.model.text import Line
from builder.outputs.pptx.layouts.exhibits import diagram_layout
from builder.outputs.pptx.plan.measure import Ruler
from builder.outputs.pptx.plan.model import (
    CHART_COLOUR,
    Align,
    Anchor,
    FilledForm,
    GroupItem,
    Paragraph,
    ParagraphStyle,
    Stroke,
)
from builder.outputs.pptx.plan.names import with_opened_names
from builder.theme.shades import INK_ON
from builder.units import Box

_NAMES: Final = 0.24  # of the width that names at the side may take
_GAP: Final = 8.0
_LED: Final = 12.0  # points that leaders are high
_INK: Final = 0.95  # sizes that figures and a little air are high: more than a line has of both
_LEAST: Final = 0.4  # of the height, for the plot
_ENOUGH: Final = 0.7  # of it, with which names may be larger
_AIR: Final = 0.5
_LIT: Final = 1.6
_PAD: Final = 3.0
_THINNEST: Final = 0.1
_HAIRLINE: Final = 0.75


class _Plan(NamedTuple):
    """A size at which all names have room, the plot, and where names and widths stand below it."""

    size: float
    plot: Box
    side: float
    names: tuple[Paragraph, ...]
    feet: tuple[mosaic.Foot, ...]
    wide: tuple[float, ...]
    high: tuple[float, float, float]


def marimekko(
    chart: ResolvedChart, box: Box, sizes: Sequence[float], ruler: Ruler
) -> tuple[GroupItem, ...]:
    """Return the chart as one group.

    Raises:
        CrowdedError: the names of its columns have no room.
    """
    tried = ((each, size) for each in (chart, with_opened_names(chart)) for size in sizes)
    plans = [plan for way in tried if (plan := _planned(way[0], box, way[1], ruler)) is not None]
    # Values in small type are worth more than names in large type, and so is room for the parts.
    plan = max(
        plans,
        key=lambda each: (
            _written(chart, each, ruler),
            min(each.plot.height / box.height, _ENOUGH),
            each.size,
        ),
        default=None,
    )
    if plan is None:
        raise CrowdedError(
            f'chart "{chart.id}" has no room for its names in the place it has on the slide',
            kind_of(chart.kind).crowded,
        )
    shapes = (*_axis(chart.value_axis, plan, ruler), *_parts(chart, plan, ruler))
    words = (*_series(chart, plan, ruler), *_feet(chart, plan, box, ruler))
    return (GroupItem(f"Marimekko chart {chart.id}", (*shapes, *words), chart.alt, chart.id),)


def _said(
    line: Line, size: float, align: Align = "l", *, bold: bool = False, colour: str = "ink"
) -> Paragraph:
    return Paragraph(line, ParagraphStyle(size, bold=bold, align=align, colour=colour))


def _planned(chart: ResolvedChart, box: Box, size: float, ruler: Ruler) -> _Plan | None:
    """Return how the chart stands in a size; None where its words have no room."""
    ticks = chart.value_axis.ticks if chart.value_axis else ()
    left = max((ruler.width((tick.label,), size) for tick in ticks), default=0.0) + _GAP
    lines = series_lines(chart)
    named = [_said(line, size, bold=True) for line in lines]
    side = min(max(ruler.width(line, size, bold=True) for line in lines) + 2, _NAMES * box.width)
    if any(ruler.cuts(each, side) for each in named):
        return None
    width = box.width - left - side - _GAP
    spans = [
        (left + start * width, left + end * width)
        for start, end in (column.across for column in mosaic.columns(chart))
    ]
    air = _GAP
    rooms = mosaic.named(
        chart,
        spans,
        lambda line: ruler.longest_word(line, size) + 2,
        lambda line: ruler.width(line, size, bold=True) + 2,
        air,
    )
    feet = mosaic.feet([sum(span) / 2 for span in spans], rooms, (0.0, box.width), air)
    if feet is None:
        return None
    names = tuple(_said((name,), size, "ctr") for name in chart.categories)
    high = max(ruler.height((each,), room) for each, room in zip(names, rooms, strict=True))
    line = ruler.height((names[0],), box.width)
    told = ruler.height((_said(mosaic.widths_told(chart), size),), box.width)
    led = _LED if any(foot.is_led for foot in feet) else 2.0
    plot = Box(
        box.left + left, box.top + line / 2, width, box.height - line / 2 - led - high - line - told
    )
    beside = sum(ruler.height((each,), side) for each in named)
    if plot.height < max(_LEAST * box.height, beside):
        return None
    return _Plan(size, plot, side, names, feet, tuple(rooms), (led, high, line))


def _text(name: str, words: Paragraph, box: Box, anchor: Anchor = "t") -> FilledForm:
    return FilledForm(name, box, paragraphs=(words,), anchor=anchor)


def _axis(axis: Axis | None, plan: _Plan, ruler: Ruler) -> Iterator[FilledForm | Stroke]:
    """Yield the shares that heights show: a hairline at each, its text left of it."""
    plot, line = plan.plot, plan.high[2]
    for number, tick in enumerate(axis.ticks if axis else (), 1):
        y = plot.top + plot.height * (1 - float(tick.value) / 100)
        ends = ((plot.left, y), (plot.left + plot.width, y))
        yield Stroke(f"Line {number}", *ends, "grid", _HAIRLINE)
        words = _said((tick.label,), plan.size, "r", colour="muted")
        wide = ruler.width((tick.label,), plan.size) + 2
        place = Box(plot.left - _GAP / 2 - wide, y - line / 2, wide, line)
        yield _text(f"Tick {number}", words, place, "ctr")


def _boxes(chart: ResolvedChart, plan: _Plan) -> Iterator[tuple[int, int, Box]]:
    """Yield the parts that have a height: series, category, and box."""
    plot = plan.plot
    for place, column in enumerate(mosaic.columns(chart)):
        for number, part in enumerate(column.parts):
            if part is not None and part[1] > part[0]:
                left = plot.left + column.across[0] * plot.width
                wide = (column.across[1] - column.across[0]) * plot.width
                top = plot.top + (1 - part[1]) * plot.height
                yield number, place, Box(left, top, wide, (part[1] - part[0]) * plot.height)


def _has_room(line: Line, box: Box, plan: _Plan, ruler: Ruler) -> bool:
    wide = ruler.width(line, plan.size, bold=True) + _PAD
    return wide <= box.width and _INK * plan.size <= box.height


def _written(chart: ResolvedChart, plan: _Plan, ruler: Ruler) -> int:
    """Return how many parts say their values."""
    return sum(
        _has_room((chart.series[number].data[place].label,), box, plan, ruler)
        for number, place, box in _boxes(chart, plan)
    )


def _parts(chart: ResolvedChart, plan: _Plan, ruler: Ruler) -> Iterator[FilledForm]:
    slots = series_slots(chart)
    for number, place, whole in _boxes(chart, plan):
        datum, slot = chart.series[number].data[place], slots[number]
        lit = mosaic.is_lit(chart, number, datum)
        air = _LIT if lit else _AIR
        box = Box(
            whole.left + air,
            whole.top + air,
            max(whole.width - 2 * air, _THINNEST),
            max(whole.height - 2 * air, _THINNEST),
        )
        ink = CHART_COLOUR + INK_ON + slot
        words = _said((datum.label,), plan.size, "ctr", bold=True, colour=ink)
        held = (words,) if _has_room(words.runs, whole, plan, ruler) else ()
        name = f"{chart.categories[place].text}, {chart.series[number].name.text}"
        edge = "ink" if lit else "paper"
        shown = (datum.label,)
        yield FilledForm(
            name, box, CHART_COLOUR + slot, paragraphs=held, anchor="ctr", edge=edge, shows=shown
        )


def _series(chart: ResolvedChart, plan: _Plan, ruler: Ruler) -> Iterator[FilledForm]:
    """Yield the names of the series, each as near its part of the last column as can be."""
    plot = plan.plot
    wanted = (
        []
        if len(chart.series) == 1
        else [plot.top + (1 - share) * plot.height for share in mosaic.named_at(chart)]
    )
    words = [
        _said(line, plan.size, bold=True, colour=CHART_COLOUR + text_slot(slot))
        for line, slot in zip(series_lines(chart), series_slots(chart), strict=True)
        if line
    ]
    high = [ruler.height((each,), plan.side) for each in words]
    middles = spread(wanted, high, plot.top, plot.top + plot.height)
    left = plot.left + plot.width + _GAP
    for number, (each, middle, tall) in enumerate(zip(words, middles, high, strict=True), 1):
        place = Box(left, middle - tall / 2, plan.side, tall)
        yield _text(f"Series {number}", each, place, "ctr")


def _feet(
    chart: ResolvedChart, plan: _Plan, box: Box, ruler: Ruler
) -> Iterator[FilledForm | Stroke]:
    """Yield the name and the width of each column below it, and what the widths are."""
    led, high, line = plan.high
    bottom = plan.plot.top + plan.plot.height
    top = bottom + led
    yield Stroke(
        "Baseline",
        (plan.plot.left, bottom),
        (plan.plot.left + plan.plot.width, bottom),
        "ink",
        _HAIRLINE,
    )
    for number, (name, foot, wide) in enumerate(zip(plan.names, plan.feet, plan.wide, strict=True)):
        if foot.is_led:
            start, end = (box.left + foot.middle, bottom + 2), (box.left + foot.at, top - 1)
            yield Stroke(f"Leader {number + 1}", start, end, "muted", _HAIRLINE)
        left = box.left + foot.at - wide / 2
        tall = ruler.height((name,), wide)
        yield _text(f"Column {number + 1}", name, Box(left, top, wide, tall))
        value = _said((chart.totals[number].label,), plan.size, "ctr", bold=True)
        yield _text(f"Width {number + 1}", value, Box(left, top + tall, wide, line))
    told = _said(mosaic.widths_told(chart), plan.size, colour="muted")
    place = Box(box.left, top + high + line, box.width, ruler.height((told,), box.width))
    yield _text("Widths", told, place)


LAYOUT: Final = diagram_layout(
    "marimekko", "Marimekko chart", "Marimekko chart", marimekko, ("marimekko", "mekko")
)
