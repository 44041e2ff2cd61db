"""Where figures stand that no letters draw: numbers in formulas, and marks of charts.

Outlines as they are drawn in, with what they are of; runs and their boxes out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from math import isclose
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from builder.model.text import Line, Owner, OwnerKind, Run, plain
from builder.preview.locating import Box, rounded
from builder.preview.outlines import (
    Outline,
    Spot,
    around,
    bent,
    corners,
    extent,
    is_closed,
    sector,
    slices,
    stops,
)

if TYPE_CHECKING:
    from builder.model.chart import Datum, ResolvedChart
    from builder.model.gauge import Gauge, Measured
    from builder.outputs.pptx.plan.model import ChartItem, FilledForm, GroupItem
    from builder.outputs.pptx.plan.plot import PlacedPlot


class Standing(NamedTuple):
    """A run, its boxes, and the corners of what is to be pointed at where that is no box."""

    run: Run
    boxes: tuple[Box, ...]
    outline: tuple[Spot, ...] = ()


MARK: Final = "mark"
"""The form of a figure that a chart's mark shows: it prints nothing."""
_DOT: Final = 5.0  # points around what a line passes through
_RUN: Final = ".from."  # in the name of a line or an area: which series, and from which place on
_SPOT: Final = 2  # numbers: of a series, and a place in it
_LEAST: Final = 3.0  # points that a mark is wide or high, to be pointed at


def in_formula(line: Line, box: Box) -> Iterator[Standing]:
    """Yield the figures of a formula of these runs, and its claims, by the box of its ink."""
    from builder.formulas.drawing import drawing

    formula = next((run.formula for run in line if run.formula is not None), None)
    if formula is None:
        return
    shape, (left, top, width, height) = drawing(formula), box
    ups = [place for _, places in shape.steps for place in places[1::2]]
    rights = [place for _, places in shape.steps for place in places[::2]]
    wide, high = max(rights) - min(rights), max(ups) - min(ups)
    size = width / wide if wide * height > high * width else height / high
    start, base = left - size * min(rights), top + size * max(ups)
    said: defaultdict[int, str] = defaultdict(str)
    for leaf in formula.leaves:
        said[leaf.slot] += leaf.text
    boxes: defaultdict[int, list[Box]] = defaultdict(list)
    for slot, (x, y, across, up) in shape.slots:
        held = (start + size * x, base - size * (y + up), size * across, size * up)
        boxes[slot].append(rounded(held))
    for slot, own in boxes.items():
        kind, name, form = formula.owners[slot]
        yield Standing(Run(said[slot], owner=Owner(_kind(kind), name, form)), tuple(own))
    for claim in dict.fromkeys(run.claim for run in line if run.claim is not None):
        yield Standing(Run(plain(line), claim=claim), (box,))


def _kind(kind: str) -> OwnerKind:
    return "figure" if kind == "figure" else "formula"


def in_paper(
    chart: ResolvedChart, gauges: Iterable[Gauge], drawn: Callable[[int], Outline | None]
) -> Iterator[Standing]:
    """Yield the figures that the marks of a chart show; `drawn` has the outline of what is painted
    of it by number, None of a text.
    """
    from builder.charts.registry import kind_of

    made: dict[Standing, None] = {}
    shows = dict(kind_of(chart.kind).shows(chart))
    for mark in dict.fromkeys(mark for gauge in gauges for mark in gauge.marks):
        held = [found for number in mark.numbers if (found := drawn(number)) is not None]
        for datum, boxes, outline in _shown(chart, mark, held) if held else ():
            if datum.label.owner is not None:
                made[_marked(datum.label.owner, boxes, outline)] = None
        if held and mark.mark in shows:
            cut = bent(held[0]) if mark.form in _FORMED else ()
            made |= dict.fromkeys(_side_by_side(shows[mark.mark], extent(held[0]), cut))
    yield from made


_FORMED: Final = ("fill", "sides")  # marks of any form, not only as wide and high as their box


def _side_by_side(shown: Line, box: Box, cut: tuple[Spot, ...] = ()) -> Iterator[Standing]:
    """Yield what a mark of a form shows: of several figures each has a part of its box."""
    owners = [run.owner for run in shown if run.owner is not None]
    left, top, width, height = box
    for at, owner in enumerate(owners):
        part = width / len(owners)
        yield _marked(owner, ((left + at * part, top, part, height),), cut)


_Shown: TypeAlias = tuple["Datum", tuple[Box, ...], tuple[Spot, ...]]


def _shown(chart: ResolvedChart, mark: Measured, held: Sequence[Outline]) -> Iterator[_Shown]:
    """Yield what a mark shows, by what of it stands for its values."""
    if mark.form == "corners":
        yield from _along(chart, mark, held[0])
        return
    boxes = tuple(extent(outline) for outline in held)
    for datum in _data(chart, mark):
        if mark.form == "turn":  # the box around a part of a ring holds others
            cut = bent(held[0])
            yield datum, (around(cut),), cut
        else:
            yield datum, boxes, ()
    for datum in _named(chart, mark):
        at = _end_of(mark, datum)
        yield datum, tuple(_half(box, at) if len(mark.values) > 1 else box for box in boxes), ()


def _along(chart: ResolvedChart, mark: Measured, outline: Outline) -> Iterator[_Shown]:
    """Yield what the corners of a line or of an area show, place by place."""
    number, _, start = mark.mark.partition(_RUN)
    if not (number.isdecimal() and start.isdecimal() and int(number) < len(chart.series)):
        return
    data = chart.series[int(number)].data[int(start) :]
    spots, count = corners(outline), len(mark.values)
    if is_closed(outline):
        half = count // 2
        sides = slices(spots[:half], spots[count - half : count][::-1])
        for datum, cut in zip(data, sides, strict=False):
            yield datum, (around(cut),), cut
    else:
        for datum, box in zip(data, stops(spots[:count], _DOT), strict=False):
            yield datum, (box,), ()


def _named(chart: ResolvedChart, mark: Measured) -> Iterator[Datum]:
    """Yield what a mark shows that has a name of its own: of the category or point that it is
    called by, the values that it stands for.
    """
    if mark.mark.partition(".")[0].isdecimal():
        return
    rows = [at for at, category in enumerate(chart.categories) if category.text == mark.name]
    data = [series.data[at] for series in chart.series for at in rows]
    data += [point.x for point in chart.points if point.label.text == mark.name]
    for datum in data:
        if datum.value is not None and _end_of(mark, datum) >= 0:
            yield datum


def _end_of(mark: Measured, datum: Datum) -> int:
    """Return which of a mark's values that of a datum is, -1 where none."""
    value = float(datum.value or 0)
    return next((at for at, each in enumerate(mark.values) if isclose(each, value)), -1)


def _half(box: Box, at: int) -> Box:
    left, top, width, height = box
    return left + at * width / 2, top, width / 2, height


def _data(chart: ResolvedChart, mark: Measured) -> Iterator[Datum]:
    """Yield what a mark of a chart stands for: a series and a category, or a point."""
    from builder.charts.measuring import name_of

    *spot, last = mark.mark.split(".")
    numbers = [int(part) for part in (*spot, last) if part.isdecimal()]
    if len(numbers) < len(spot) + 1:
        return
    if len(numbers) == 1 and numbers[0] < len(chart.points):
        point = chart.points[numbers[0]]
        if mark.name == (point.label.text or point.y.label.text):
            yield from (datum for datum in (point.x, point.size, point.y) if datum is not None)
    elif len(numbers) == _SPOT and numbers[0] < len(chart.series):
        number, place = numbers
        data = chart.series[number].data
        if place < len(data) and mark.name in (
            name_of(chart, (number, place)),
            chart.categories[place].text,  # of the only series on its axis
        ):
            yield data[place]


def in_group(item: GroupItem) -> Iterator[Standing]:
    """Yield the figures that the shapes of a slide's diagram show."""
    from builder.outputs.pptx.plan.model import FilledForm

    for shape in item.shapes:
        if isinstance(shape, FilledForm) and shape.shows:
            yield from _side_by_side(shape.shows, shape.box, _cut(shape))


def _cut(shape: FilledForm) -> tuple[Spot, ...]:
    """Return the corners of a shape that has a form of its own, on the slide."""
    if shape.outline is None:
        return ()
    (path, wide, high), (left, top, width, height) = shape.outline, shape.box
    return bent((path.replace("Z", "z"), (width / wide, 0.0, 0.0, height / high, left, top)))


def on_slide(item: ChartItem) -> Iterator[Standing]:
    """Yield the figures that the marks of a slide's chart show."""
    from builder.charts.native import BARS, CARTESIAN, TO_THE_EDGE
    from builder.outputs.pptx.plan.marks import bars_of, points_of
    from builder.outputs.pptx.plan.plot import PlacedPlot

    native = item.native
    plot = PlacedPlot(native, item.box, item.plot, item.size)
    if native.type == "DOUGHNUT":
        spots: Iterable[_Spotted] = _of_ring(item)
    elif native.type in TO_THE_EDGE:
        spots = _of_areas(plot)
    elif native.type in CARTESIAN:
        spots = [(*mark, ()) for mark in points_of(plot)]
    elif native.type in BARS:
        spots = [(bar.series, bar.point, bar.box, ()) for bar in bars_of(plot)]
        if native.second_axis is not None:
            other = replace(plot, native=replace(native, value_axis=native.second_axis))
            spots += _on_lines(other, native.bars)
    else:
        spots = _on_lines(plot)
    for number, at, box, outline in spots:
        series, point = native.at(number, at)
        if (point.colour or series.colour) == "none" or not box[2] or not box[3]:
            continue
        for owner in point.owners:
            yield _marked(owner, (box,), outline)


_Spotted: TypeAlias = tuple[int, int, Box, tuple[Spot, ...]]
"""A series, a place in it, the box around what shows that, and its outline where it is no box."""


def _on_lines(plot: PlacedPlot, first: int = 0) -> Iterator[_Spotted]:
    middles = plot.middles()
    for number, series in enumerate(plot.native.series[first:], first):
        known = [at for at, point in enumerate(series.points) if point.value is not None]
        course = [(middles[at], plot.height(float(series.points[at].value or 0))) for at in known]
        for at, box in zip(known, stops(course, _DOT), strict=True):
            yield number, at, box, ()


def _of_areas(plot: PlacedPlot) -> Iterator[_Spotted]:
    from builder.outputs.pptx.plan.axes import spans

    across, held = plot.middles(), spans(plot.native)
    for number in range(len(plot.native.series)):
        sides = zip(*(held[number, at] for at in range(len(across))), strict=True)
        heights = (map(plot.height, map(float, side)) for side in sides)
        lower, upper = (list(zip(across, side, strict=True)) for side in heights)
        for at, cut in enumerate(slices(upper, lower)):
            yield number, at, around(cut), cut


def _of_ring(item: ChartItem) -> Iterator[_Spotted]:
    left, top, width, height = item.plot
    centre, outer = (left + width / 2, top + height / 2), min(width, height) / 2
    for number, series in enumerate(item.native.series[:1]):
        values = [max(float(point.value or 0), 0.0) for point in series.points]
        edges = [value / (sum(values) or 1.0) for value in accumulate(values, initial=0.0)]
        for at, shares in enumerate(pairwise(edges)):
            if shares[1] > shares[0]:
                cut = sector(centre, (outer * item.native.hole_size / 100, outer), shares)
                yield number, at, around(cut), cut


def _marked(owner: Owner, boxes: Iterable[Box], outline: tuple[Spot, ...] = ()) -> Standing:
    run = Run("", owner=replace(owner, form=MARK))
    return Standing(run, tuple(map(_wide_enough, boxes)), outline)


def _wide_enough(box: Box) -> Box:
    """Return a box that can be pointed at, however little of it there is."""
    left, top, width, height = box
    more, higher = max(_LEAST - width, 0.0), max(_LEAST - height, 0.0)
    return rounded((left - more / 2, top - higher / 2, width + more, height + higher))
