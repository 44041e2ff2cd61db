"""Headline and heat map, with points below where any are.

Each cell is a shape of its own by the names of its row and its column, filled by the class of its
value, and says it. Rows that are too many for one slide go on on the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from builder.charts import classes, heatgrid
from builder.charts.registry import is_sequence
from builder.charts.style import stands_out
from builder.model.chart import ResolvedChart
from builder.model.text import Line, plain
from builder.outputs.pptx.layouts import keys
from builder.outputs.pptx.layouts.exhibits import diagram_layout
from builder.outputs.pptx.plan.autofit import TooLargeError, even_parts
from builder.outputs.pptx.plan.measure import Ruler
from builder.outputs.pptx.plan.model import (
    CHART_COLOUR,
    Align,
    FilledForm,
    GroupItem,
    Paragraph,
    ParagraphStyle,
)
from builder.outputs.pptx.plan.names import with_opened_names
from builder.problems import shortened
from builder.text.opportunities import OPENING
from builder.theme.theme import SMALL
from builder.units import Box

_NAMES: Final = 0.3  # of the width that names of rows may take
_GAP: Final = 10.0
_HIGHEST: Final = 44.0  # a row, or of few wide columns this share of a cell's width
_SQUAT: Final = 0.5
_AIR: Final = 0.5
_PAD: Final = 2.0
_LIT: Final = 1.6


class _Plan(NamedTuple):
    """A size at which rows fit: the width of their names and of a cell, and heights."""

    size: float
    written: bool
    names: float
    cell: float
    heads: float
    row: float
    key: float
    every: int
    places: tuple[int, ...]


def heat_map(
    chart: ResolvedChart, box: Box, sizes: Sequence[float], ruler: Ruler
) -> tuple[GroupItem, ...]:
    """Return one group per slide: all rows on one where they fit, else in even parts.

    Where no size does, names are divided at their signs, and in a theme of large type words are set
    in the smallest of any.

    Raises:
        TooLargeError: a column's name or a cell's value has no room on a slide.
    """
    opened = with_opened_names(chart)
    tried = [(chart, sizes), (opened, sizes), (opened, (SMALL,))]
    for each, steps in tried[: 2 + (sizes[-1] > SMALL)]:
        groups = _laid_out(each, box, steps, ruler)
        if groups:
            return groups
    raise _too_large(chart, box, min(sizes[-1], SMALL), ruler)


def _laid_out(
    chart: ResolvedChart, box: Box, sizes: Sequence[float], ruler: Ruler
) -> tuple[GroupItem, ...]:
    """Return the groups in the best of some sizes; none where none has room."""

    def laid(places: Sequence[int], ways: Sequence[tuple[float, bool]] = ()) -> _Plan | None:
        # Values in small type are worth more than names in large type, and so is every name.
        every = ways or [(size, written) for written in (True, False) for size in sizes]
        plans = (_planned(chart, tuple(places), box, way, ruler) for way in every)
        found = [plan for plan in plans if plan is not None]
        alike = [plan for plan in found if plan.written == found[0].written]
        return next((plan for plan in alike if plan.every == 1), next(iter(found), None))

    parts = even_parts(range(len(chart.categories)), laid)
    if parts is None:
        return ()
    way = min(part.size for part in parts), all(part.written for part in parts)
    alike = (laid(part.places, (way,)) or part for part in parts)
    return tuple(
        GroupItem(
            f"Heat map {chart.id}", tuple(_shapes(chart, part, box, ruler)), chart.alt, chart.id
        )
        for part in alike
    )


def _too_large(chart: ResolvedChart, box: Box, size: float, ruler: Ruler) -> TooLargeError:
    chart = with_opened_names(chart)
    if _every(_heads(chart), _columns(chart, box, size, ruler)[1], size, ruler):
        worst = max((name.text for name in chart.categories), key=len)
        return TooLargeError(
            worst,
            f'chart "{chart.id}" has a row whose name is higher than a slide, "{shortened(worst)}"',
            "shorten the name by `labels`, or leave it to the paper",
            chart.place,
        )
    worst = max((plain((each.name,)) for each in chart.series), key=len)
    return TooLargeError(
        worst,
        f'chart "{chart.id}" has columns too narrow on a slide for their names and values, such as '
        f'"{shortened(worst)}"',
        "shorten the names by `labels`, make its columns the rows, or leave it to the paper",
        chart.place,
    )


def _said(line: Line, size: float, align: Align = "l", colour: str = "ink") -> Paragraph:
    return Paragraph(line, ParagraphStyle(size, align=align, colour=colour))


def _heads(chart: ResolvedChart) -> tuple[Line, ...]:
    return tuple((each.name,) for each in chart.series) if len(chart.series) > 1 else ()


def _planned(
    chart: ResolvedChart,
    places: tuple[int, ...],
    box: Box,
    way: tuple[float, bool],
    ruler: Ruler,
) -> _Plan | None:
    """Return how rows stand in a size, their values written or not; None where they do not."""
    size, written = way
    names = [(name,) for name in chart.categories]
    column, cell = _columns(chart, box, size, ruler)
    room = cell - 2 * _PAD
    heads = _heads(chart)
    every = _every(heads, cell, size, ruler)
    data = [datum for series in chart.series for datum in series.data if datum.value is not None]
    wide = max((ruler.width((datum.label,), size, bold=True) for datum in data), default=0.0)
    if not every or (written and wide > room):
        return None
    head = max(
        (ruler.height((_said(each, size),), cell * every - 2 * _PAD) for each in heads[::every]),
        default=0.0,
    )
    line = max(ruler.height((_said(each, size),), column - _GAP + 1) for each in names)
    key = _GAP + keys.STEP[1] + 2 + ruler.height((_said(names[0], size),), box.width)
    row = (box.height - head - key) / len(places)
    if row < line + 2 * _PAD:
        return None
    high = min(row, max(_HIGHEST, _SQUAT * cell, line + 2 * _PAD))
    return _Plan(size, written, column, cell, head, high, key, every, places)


def _columns(chart: ResolvedChart, box: Box, size: float, ruler: Ruler) -> tuple[float, float]:
    """Return how wide the names of rows stand, and a cell beside them."""
    widest = max(ruler.width((name,), size) for name in chart.categories)
    column = min(widest, _NAMES * box.width) + _GAP
    return column, (box.width - column) / len(chart.series)


def _every(heads: Sequence[Line], cell: float, size: float, ruler: Ruler) -> int:
    """Return n, where every n-th column is named: all are, but of dates and numbers; 0 where names
    have no room.
    """
    for step in (1, 2, 3, 4, 5, 6, 10, 12):
        room = cell * step - 2 * _PAD
        if all(ruler.longest_word(each, size) <= room for each in heads[::step]):
            return step
        if not all(is_sequence(each) for each in heads):
            break
    return 0


def _shapes(chart: ResolvedChart, plan: _Plan, box: Box, ruler: Ruler) -> Iterator[FilledForm]:
    left, top = box.left + plan.names, box.top + plan.heads
    heads = _heads(chart)
    for number in range(0, len(heads), plan.every):
        wide = plan.cell * plan.every - 2 * _PAD
        middle = left + (number + 0.5) * plan.cell
        place = Box(middle - wide / 2, box.top, wide, plan.heads)
        if place.left + wide > box.left + box.width + 1:
            continue
        words = (_said(heads[number], plan.size, "ctr"),)
        yield FilledForm(f"Column {number + 1}", place, paragraphs=words, anchor="b")
    fills = heatgrid.fills(chart, written=plan.written)
    for at, row in enumerate(plan.places):
        y = top + at * plan.row
        words = (_said((chart.categories[row],), plan.size),)
        place = Box(box.left, y, plan.names - _GAP + 1, plan.row)
        yield FilledForm(f"Row {row + 1}", place, paragraphs=words, anchor="ctr")
        for number in range(len(chart.series)):
            cell = Box(left + number * plan.cell, y, plan.cell, plan.row)
            yield _cell(chart, (number, row), cell, fills[number][row], plan)
    corner = left, top + len(plan.places) * plan.row + _GAP
    yield from _key(chart, corner, box.width - plan.names, plan, ruler)


def _key(
    chart: ResolvedChart, corner: tuple[float, float], width: float, plan: _Plan, ruler: Ruler
) -> Iterator[FilledForm]:
    """Yield the steps of colour, and what has no value at their right, in so much width."""
    held, without = heatgrid.classes_of(chart), heatgrid.has_unknown(chart)
    x, y = corner
    if held.bounds and without:
        width -= 2 * _GAP + keys.taken(held.unknown, plan.size, ruler)
    across = keys.step_width(held.bounds, width, plan.size, ruler)
    if held.bounds:
        strip = Box(x, y, width, plan.key)
        colours = classes.slots(held, written=plan.written)
        yield from keys.steps(colours, held.bounds, strip, plan.size, ruler)
        x += len(colours) * across + 2 * _GAP
    if without:
        yield from keys.no_value(held.unknown, (x, y), across, plan.size, ruler)


def _cell(
    chart: ResolvedChart, at: tuple[int, int], box: Box, slot: str, plan: _Plan
) -> FilledForm:
    """Return a cell by the names of its row and column, its value in it where they are written."""
    number, row = at
    datum = chart.series[number].data[row]
    lit = datum.value is not None and stands_out(chart, datum)
    name = ", ".join(filter(None, (chart.categories[row].text, chart.series[number].name.text)))
    name = name.replace(OPENING, "")
    shown: Line = (datum.label,) if datum.value is not None else ()
    words: tuple[Paragraph, ...] = ()
    if plan.written and shown:
        colour = CHART_COLOUR + heatgrid.ink_on(slot)
        style = ParagraphStyle(plan.size, bold=lit, align="ctr", colour=colour)
        words = (Paragraph(shown, style),)
    air = _LIT if lit else _AIR
    place = Box(box.left + air, box.top + air, box.width - 2 * air, box.height - 2 * air)
    edge = "ink" if lit else "paper"
    return FilledForm(
        name, place, CHART_COLOUR + slot, paragraphs=words, anchor="ctr", edge=edge, shows=shown
    )


LAYOUT: Final = diagram_layout("heat_map", "Heat map", "heat map", heat_map, ("heat map", "matrix"))
