"""What explains a map or a heat map beside it: keys of classes, and a map's places as a list.

Keys are steps of colour, the bounds between them, and what has no value. The list has the highest
value first: a chart and a box in, shapes out. Where not all places have room, the lowest follow the
highest after a row of dots.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from builder.charts import mapping
from builder.charts.classes import UNKNOWN
from builder.charts.style import stands_out
from builder.model.chart import ResolvedChart
from builder.model.land import PlaceOutline, Tick
from builder.model.text import Line, Run
from builder.outputs.pptx.plan.measure import Ruler
from builder.outputs.pptx.plan.model import (
    CHART_COLOUR,
    FilledForm,
    Paragraph,
    ParagraphStyle,
    Stroke,
)
from builder.theme.ramp import is_faint
from builder.units import Box

STEP: Final = (64.0, 12.0)
"""How wide, at most, and how high a step is."""

_BESIDE: Final = 5.0
_APART: Final = 8.0

_COLUMNS: Final = 2
_BETWEEN: Final = 24.0  # columns
_FROM_VALUE: Final = 16.0  # a name and its value, at least
_SWATCH: Final = 11.0
_FROM_SWATCH: Final = 7.0
_PITCH: Final = 1.2
_AIRY: Final = 1.7
"""Of a row, in lines: as close and as far apart as rows stand."""

_LAST: Final = 2  # rows of the lowest values, where some are left out
_FEWEST: Final = 5
_DOTS: Final = "…"


def taken(unknown: Run, size: float, ruler: Ruler) -> float:
    """Return what stands for no value takes beside steps at most."""
    return STEP[0] + _BESIDE + ruler.width((unknown,), size) + 2


def step_width(bounds: Sequence[Tick], width: float, size: float, ruler: Ruler) -> float:
    """Return how wide a step is in so much room: its bounds stand side by side where they can."""
    widest = max((ruler.width((bound.label,), size) + _APART for bound in bounds), default=0.0)
    return min(max(STEP[0], widest), (width - 4) / (len(bounds) + 1))


def steps(
    fills: Sequence[str], bounds: Sequence[Tick], box: Box, size: float, ruler: Ruler
) -> Iterator[FilledForm]:
    """Yield the steps at a box's upper left corner, and the bounds below them.

    Where they have no room, one in so many is said.
    """
    across, high = step_width(bounds, box.width, size, ruler), STEP[1]
    for number, slot in enumerate(fills):
        place = Box(box.left + number * across, box.top, across, high)
        edge = "muted" if is_faint(slot) else ""
        yield FilledForm(f"Key {number + 1}", place, CHART_COLOUR + slot, edge=edge)
    free = box.left
    for number, bound in enumerate(bounds, 1):
        words = Paragraph((bound.label,), ParagraphStyle(size, align="ctr"))
        wide = max(across, ruler.width(words.runs, size) + 2)
        begin = box.left + number * across - wide / 2
        if begin >= free - 1:
            place = Box(begin, box.top + high + 2, wide, ruler.height((words,), wide))
            yield FilledForm(f"Bound {number}", place, paragraphs=(words,))
            free = begin + wide


def no_value(
    unknown: Run, at: tuple[float, float], across: float, size: float, ruler: Ruler
) -> Iterator[FilledForm]:
    """Yield what stands for no value, half a step wide, and its name beside it."""
    left, top = at
    across = min(across, 2 * STEP[0])
    words = Paragraph((unknown,), ParagraphStyle(size))
    wide, high = ruler.width((unknown,), size) + 2, STEP[1]
    line = ruler.height((words,), wide)
    yield FilledForm("Key no data", Box(left, top, across / 2, high), CHART_COLOUR + UNKNOWN)
    place = Box(left + across / 2 + _BESIDE, top + high / 2 - line / 2, wide, line)
    yield FilledForm("No data", place, paragraphs=(words,))


class Ranking(NamedTuple):
    """Rows from the highest value on, `None` where some are left out, and how they are set."""

    rows: tuple[int | None, ...]
    size: float
    columns: int

    @property
    def whole(self) -> bool:
        """Whether no place is left out."""
        return None not in self.rows


def ranking(chart: ResolvedChart, box: Box, sizes: Sequence[float], ruler: Ruler) -> Ranking | None:
    """Return the places of known value that a box has room for in the largest size; None where it
    has room for few.
    """
    data = chart.series[0].data
    known = [row for row, datum in enumerate(data) if datum.value is not None]
    known.sort(key=lambda row: data[row].value or Decimal(0), reverse=True)
    most = 0
    for size in sizes:
        high = _line(chart, size, ruler) * _PITCH
        down = int(box.height / high)
        wide = max(_width(chart, row, size, ruler) for row in known)
        for columns in range(1, _COLUMNS + 1):
            if wide > (box.width - (columns - 1) * _BETWEEN) / columns:
                break
            most = down * columns
            if len(known) <= most:
                return Ranking(tuple(known), size, columns)
    if most < min(len(known), _FEWEST):
        return None
    columns = most // down
    return Ranking((*known[: most - _LAST - 1], None, *known[-_LAST:]), sizes[-1], columns)


def listed(
    chart: ResolvedChart, rank: Ranking, box: Box, ruler: Ruler
) -> Iterator[FilledForm | Stroke]:
    """Yield the rows of a ranking in a box, column by column, a hairline between two."""
    line = _line(chart, rank.size, ruler)
    down = -(-len(rank.rows) // rank.columns)
    pitch = min(box.height / down, line * _AIRY)
    wide = (box.width - (rank.columns - 1) * _BETWEEN) / rank.columns
    for at, row in enumerate(rank.rows):
        column, place = divmod(at, down)
        left = box.left + column * (wide + _BETWEEN)
        room = Box(left, box.top + place * pitch, wide, pitch)
        if place:
            ends = (left, room.top), (left + wide, room.top)
            yield Stroke(f"Between {at + 1}", *ends, "grid", 0.75)
        yield from _row(chart, row, room, rank.size, ruler)


def _row(
    chart: ResolvedChart, row: int | None, room: Box, size: float, ruler: Ruler
) -> Iterator[FilledForm]:
    line = _line(chart, size, ruler)
    middle = room.top + room.height / 2
    top = middle - line / 2
    if row is None:
        words = _words((Run(_DOTS),), size)
        place = Box(room.left + _indent(chart), top, size * 2, line)
        yield FilledForm("Left out", place, paragraphs=(words,))
        return
    name, value = _parts(chart, row, size)
    if shape := _shape(chart, row):
        colour = mapping.colour_of(chart, shape)
        swatch = Box(room.left, middle - _SWATCH / 2, _SWATCH, _SWATCH)
        edge = "muted" if is_faint(colour) else ""
        yield FilledForm(f"Class {row + 1}", swatch, CHART_COLOUR + colour, edge=edge)
    left = room.left + _indent(chart)
    right = room.left + room.width
    wide = ruler.width(value.runs, size, bold=value.style.bold) + 2
    place = Box(left, top, right - wide - _FROM_VALUE / 2 - left, line)
    yield FilledForm(f"Listed {row + 1}", place, paragraphs=(name,))
    yield FilledForm(f"Value {row + 1}", Box(right - wide, top, wide, line), paragraphs=(value,))


def _parts(chart: ResolvedChart, row: int, size: float) -> tuple[Paragraph, Paragraph]:
    datum = chart.series[0].data[row]
    bold = stands_out(chart, datum)
    name = _words((chart.categories[row],), size, bold=bold)
    return name, _words((datum.label,), size, bold=bold)


def _words(line: Line, size: float, *, bold: bool = False) -> Paragraph:
    return Paragraph(line, ParagraphStyle(size, bold=bold, colour="ink"))


def _shape(chart: ResolvedChart, row: int) -> PlaceOutline | None:
    """Return the place that a row fills by its class; None on a map of discs."""
    land = mapping.land_of(chart)
    if land.sizes:
        return None
    return next((shape for shape in land.shapes if shape.row == row), None)


def _indent(chart: ResolvedChart) -> float:
    return 0.0 if mapping.land_of(chart).sizes else _SWATCH + _FROM_SWATCH


def _width(chart: ResolvedChart, row: int, size: float, ruler: Ruler) -> float:
    """Return the room that a row needs."""
    said = sum(
        ruler.width(part.runs, size, bold=part.style.bold) + 2 for part in _parts(chart, row, size)
    )
    return _indent(chart) + said + _FROM_VALUE


def _line(chart: ResolvedChart, size: float, ruler: Ruler) -> float:
    words = _words((chart.categories[0],), size, bold=True)
    return ruler.height((words,), 10_000)
