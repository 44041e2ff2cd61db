"""Where figures stand that no letters draw: numbers in formulas, and marks of charts.

Outlines as they are drawn in, with what they are of; runs and their boxes out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeAlias

from builder.model.text import Line, Owner, OwnerKind, Run, plain
from builder.preview.locating import Box, rounded
from builder.preview.svg import Matrix
from builder.units import Box as Placed

if TYPE_CHECKING:
    from builder.model.chart import Datum, ResolvedChart
    from builder.model.gauge import Gauge, Measured
    from builder.outputs.pptx.plan.model import ChartItem
    from builder.outputs.pptx.plan.plot import PlacedPlot

Standing: TypeAlias = tuple[Run, tuple[Box, ...]]
"""A run, and its boxes."""

MARK: Final = "mark"
"""The form of a figure that a chart's mark shows: it prints nothing."""
_DOT: Final = 5.0  # points around what a line passes through
_STEP: Final = re.compile("([MLChv])([^MLChvz]*)")
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
        yield Run(said[slot], owner=Owner(_kind(kind), name, form)), tuple(own)
    for claim in dict.fromkeys(run.claim for run in line if run.claim is not None):
        yield Run(plain(line), claim=claim), (box,)


def _kind(kind: str) -> OwnerKind:
    return "figure" if kind == "figure" else "formula"


def in_paper(
    chart: ResolvedChart, gauges: Iterable[Gauge], boxes: Callable[[int], Box | None]
) -> Iterator[Standing]:
    """Yield the figures that the marks of a chart show; `boxes` has the box of what is painted of
    it by number, None of a text.
    """
    made: dict[Standing, None] = {}
    for mark in dict.fromkeys(mark for gauge in gauges for mark in gauge.marks):
        if mark.form == "turn":  # the box around a part of a ring holds others
            continue
        held = tuple(box for number in mark.numbers if (box := boxes(number)) is not None)
        for datum in _data(chart, mark) if held else ():
            if datum.label.owner is not None:
                made[_marked(datum.label.owner, held)] = None
    yield from made


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
        if place < len(data) and mark.name == name_of(chart, (number, place)):
            yield data[place]


def on_slide(item: ChartItem) -> Iterator[Standing]:
    """Yield the figures that the marks of a slide's chart show."""
    from builder.charts.native import BARS, CARTESIAN
    from builder.outputs.pptx.plan.marks import bars_of, points_of
    from builder.outputs.pptx.plan.plot import PlacedPlot

    native = item.native
    plot = PlacedPlot(native, item.box, item.plot, item.size)
    spots: list[tuple[int, int, Placed]] = []
    if native.type in BARS:
        spots += [(bar.series, bar.point, bar.box) for bar in bars_of(plot)]
    elif native.type in CARTESIAN:
        spots += points_of(plot)
    elif native.type == "LINE":
        spots += _on_lines(plot)
    for number, at, (left, top, width, height) in spots:
        series, point = native.at(number, at)
        if (point.colour or series.colour) == "none" or not width or not height:
            continue
        for owner in point.owners:
            yield _marked(owner, (rounded((left, top, width, height)),))


def _on_lines(plot: PlacedPlot) -> Iterator[tuple[int, int, Placed]]:
    middles = plot.middles()
    for number, series in enumerate(plot.native.series):
        for at, point in enumerate(series.points):
            if point.value is not None:
                x, y = middles[at], plot.height(float(point.value))
                yield number, at, Placed(x - _DOT, y - _DOT, 2 * _DOT, 2 * _DOT)


def _marked(owner: Owner, boxes: Iterable[Box]) -> Standing:
    return Run("", owner=replace(owner, form=MARK)), tuple(map(_wide_enough, boxes))


def _wide_enough(box: Box) -> Box:
    """Return a box that can be pointed at, however little of it there is."""
    left, top, width, height = box
    more, higher = max(_LEAST - width, 0.0), max(_LEAST - height, 0.0)
    return rounded((left - more / 2, top - higher / 2, width + more, height + higher))


def extent(data: str, matrix: Matrix) -> Box:
    """Return the box around an outline (SVG's own steps) that a matrix takes to a sheet."""
    a, b, c, d, e, f = matrix
    held = [(a * x + c * y + e, b * x + d * y + f) for x, y in _corners(data)]
    across, down = zip(*held, strict=True)
    return min(across), min(down), max(across) - min(across), max(down) - min(down)


def _corners(data: str) -> Iterator[tuple[float, float]]:
    """Yield all places that an outline names, handles of curves among them."""
    x = y = 0.0
    for step, said in _STEP.findall(data):
        given = [float(each) for each in said.split()]
        if step == "h":
            x += given[0]
        elif step == "v":
            y += given[0]
        else:
            places = list(zip(given[::2], given[1::2], strict=True))
            yield from places[:-1]
            x, y = places[-1]
        yield x, y
