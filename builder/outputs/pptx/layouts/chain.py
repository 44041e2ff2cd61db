"""Headline and chain of flows, with points below where any are: a shape to each stop and band."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise, product
from typing import Final

from builder.charts.chains import (
    Chain,
    HeightRange,
    Place,
    amount_boxes,
    arranged,
    band_slots,
    drawn_in_order,
    edges,
    no_room,
    stages,
    stands,
    unsaid,
    words_of,
)
from builder.charts.markers import Sides
from builder.model.chart import ResolvedChart
from builder.model.text import plain
from builder.outputs.pptx.layouts.exhibits import diagram_layout
from builder.outputs.pptx.plan.forms import Outline
from builder.outputs.pptx.plan.measure import Ruler
from builder.outputs.pptx.plan.model import (
    CHART_COLOUR,
    FilledForm,
    GroupItem,
    Paragraph,
    ParagraphStyle,
)
from builder.units import Box

_STOP: Final = 14.0
_GAP: Final = 8.0
_NAMES: Final = 0.2
_ROOM: Final = 1.06  # of their width: other programs set words a little wider
_LARGEST: Final = 16.0  # names label bands: they are no text to be read for itself
_FEW_LINES: Final = 2
_MANY_LINES: Final = 99


def chain(
    chart: ResolvedChart, box: Box, sizes: Sequence[float], ruler: Ruler
) -> tuple[GroupItem, ...]:
    """Return the chain as one group.

    Raises:
        CrowdedError: its names have no room.
    """
    fitting = [size for size in sizes if size <= _LARGEST] or sizes[-1:]
    for most, size in product((_FEW_LINES, _MANY_LINES), fitting):
        words = [Paragraph(words_of(stop), ParagraphStyle(size)) for stop in chart.stops]
        widest = _NAMES * box.width
        inner = [0 < stop.stage < stages(chart) - 1 for stop in chart.stops]
        outer = [each for each, within in zip(words, inner, strict=True) if not within]
        if any(ruler.cuts(each, widest) for each in outer):
            continue
        wide = [
            ruler.width(each.runs, size) + 2
            if within
            else min(ruler.width(each.runs, size) + 2, widest)
            for each, within in zip(words, inner, strict=True)
        ]
        between = _step(chart, box, wide) - _STOP - 2 * _GAP
        held = zip(words, wide, inner, strict=True)
        if any(at and width > between and ruler.cuts(each, between) for each, width, at in held):
            continue
        wide = [min(width, between) if at else width for width, at in zip(wide, inner, strict=True)]
        if any(ruler.lines(each, room) > most for each, room in zip(words, wide, strict=True)):
            continue
        high = [ruler.height((each,), width) for each, width in zip(words, wide, strict=True)]
        placed = arranged(chart, box.height, high)
        if placed is not None:
            smaller = [each for each in fitting if each <= size]
            room = [*zip(wide, high, strict=True)]
            shapes = (*_shapes(chart, placed, box, words, room, (ruler, smaller)),)
            return (GroupItem(f"Chain {chart.id}", shapes, chart.alt, chart=chart.id),)
    raise no_room(chart, "in the place it has on the slide")


def _ends(chart: ResolvedChart, wide: Sequence[float]) -> tuple[float, float]:
    """Return how much room the names of the first stage take, and of the last."""
    held = [*zip(chart.stops, wide, strict=True)]
    first, last = (
        max(width for stop, width in held if stop.stage == at) + _GAP
        for at in (0, stages(chart) - 1)
    )
    return first, last


def _step(chart: ResolvedChart, box: Box, wide: Sequence[float]) -> float:
    """Return how far it is from stage to stage."""
    return (box.width - sum(_ends(chart, wide)) - _STOP) / (stages(chart) - 1)


def _shapes(
    chart: ResolvedChart,
    placed: Chain,
    box: Box,
    words: Sequence[Paragraph],
    room: Sequence[tuple[float, float]],
    measured: tuple[Ruler, Sequence[float]],
) -> Iterator[FilledForm]:
    last = stages(chart) - 1
    before, _ = _ends(chart, [wide for wide, _ in room])
    step = _step(chart, box, [wide for wide, _ in room])
    lines = [box.left + before + step * stage for stage in range(last + 1)]
    xs = [lines[stop.stage] for stop in chart.stops]
    names = [plain((stop.name,)) for stop in chart.stops]
    courses = {at: placed.course(chart, at, lines, _STOP) for at in drawn_in_order(chart)}
    slots, drawn = band_slots(chart, placed), list[list[Place]]()
    for at, course in courses.items():
        drawn += edges(course)
        link = chart.links[at]
        called = f"{names[link.giver]} – {names[link.receiver]}"
        band = _band(called, slots[at], course, box.top)
        yield replace(band, shows=(link.amount.label,))
    for stop, span, x, name in zip(chart.stops, placed.stops, xs, names, strict=True):
        colour = CHART_COLOUR + ("accent1" if stop.emphasised else "muted")
        place = Box(x, box.top + span.top, _STOP, span.foot - span.top)
        yield FilledForm(name, place, colour, shows=(stop.total.label,))
    cells, taken = zip(chart.stops, placed.stops, xs, words, room, strict=True), list[Sides]()
    for number, (stop, span, x, said, (wide, high)) in enumerate(cells, 1):
        left = x - _GAP - wide if stop.stage == 0 else x + _STOP + _GAP
        middle, struck = stands(span, left, (_ROOM * wide, high), drawn)
        place = Box(left, box.top + middle - high / 2, wide + 1, high)
        ground = "paper" if struck else ""
        taken.append((left, middle - high / 2, left + _ROOM * wide, middle + high / 2))
        yield FilledForm(f"Name {number}", place, ground, paragraphs=(said,), anchor="ctr")
    ends = {at: courses[at] for at in unsaid(chart)}
    yield from _amounts(chart, ends, (drawn, taken), box.top, *measured)


def _amounts(
    chart: ResolvedChart,
    ends: Mapping[int, Sequence[tuple[float, HeightRange]]],
    around: tuple[Sequence[Sequence[Place]], Sequence[Sides]],
    down: float,
    ruler: Ruler,
    sizes: Sequence[float],
) -> Iterator[FilledForm]:
    """Yield what links carry, at the ends of their bands where these have room: in the largest of
    some sizes in which most of them have.
    """
    best: dict[int, Sides] = {}
    said: dict[int, Paragraph] = {}
    for size in sizes:
        style = ParagraphStyle(size, align="r")
        tried = {at: Paragraph((chart.links[at].amount.label,), style) for at in ends}
        wide = {at: ruler.width(each.runs, size) + 2 for at, each in tried.items()}
        room = {at: (wide[at], ruler.height((each,), 2 * wide[at])) for at, each in tried.items()}
        boxes = amount_boxes(ends, room, *around)
        if len(boxes) > len(best):
            best, said = boxes, tried
    for at, (left, top, right, foot) in best.items():
        place = Box(left, down + top, right - left, foot - top)
        yield FilledForm(f"Amount {at + 1}", place, "", paragraphs=(said[at],), anchor="ctr")


def _band(
    name: str, slot: str, course: Sequence[tuple[float, HeightRange]], top: float
) -> FilledForm:
    """Return a band as a form of its own: its edges are level wherever they are bent."""
    low, high = min(span.top for _, span in course), max(span.foot for _, span in course)
    left, wide = course[0][0], course[-1][0] - course[0][0]
    upper = [(x - left, span.top - low) for x, span in course]
    lower = [(x - left, span.foot - low) for x, span in reversed(course)]
    (x, y), (to, foot) = upper[0], lower[0]
    path = f"M{x:.2f} {y:.2f}{_bent(upper)}L{to:.2f} {foot:.2f}{_bent(lower)}Z"
    box = Box(left, top + low, wide, high - low)
    form = Outline(path, wide, high - low)
    return FilledForm(name, box, CHART_COLOUR + slot, outline=form, edge="paper")


def _bent(edge: Sequence[tuple[float, float]]) -> str:
    """Return the curves through places, level at each of them."""
    found = []
    for (x, y), (to, end) in pairwise(edge):
        half = (x + to) / 2
        found.append(f"C{half:.2f} {y:.2f} {half:.2f} {end:.2f} {to:.2f} {end:.2f}")
    return "".join(found)


LAYOUT: Final = diagram_layout("chain", "Chain of flows", "chain of flows", chain, ("chain",))
