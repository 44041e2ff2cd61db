"""What stands in a native plot: a staged chart in; what words must keep clear of, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, TypeAlias

from builder.charts.annotating.placing import Obstacles, Place
from builder.charts.spots import Rectangle
from builder.model.annotation import Spot
from builder.outputs.pptx.plan.marks import sides
from builder.outputs.pptx.plan.model import FilledForm, GroupItem, Stroke
from builder.outputs.pptx.plan.shifting import label_box, off_lines, shifts
from builder.outputs.pptx.plan.staged import Staged
from builder.units import Box

_BESIDE: Final = 8.0


def occupied(stage: Staged, groups: Iterable[GroupItem]) -> Obstacles:
    """Return marks, their labels, and the shapes of other annotations."""
    held = Obstacles()
    for bar in stage.bars.values():
        held.boxes.append(_rectangle(bar.box))
    held.boxes.extend(map(_rectangle, stage.points.values()))
    for form in _forms(stage):
        held.forms.append(form)
    for course in _courses(stage):
        held.lines.extend(pairwise(course))
    held.words.extend(labels(stage))
    for group in groups:
        for shape in group.shapes:
            if isinstance(shape, Stroke):
                held.lines.append((shape.start, shape.end))
            elif isinstance(shape, FilledForm):
                held.words.append(_rectangle(shape.box))
    return held


Stretch: TypeAlias = tuple[float, float]


def taken_beside(stage: Staged, named: Iterable[GroupItem]) -> list[Stretch]:
    """Return from where to where names of series stand already at the right of the plot."""
    plot, found = stage.plot, []
    for group in named:
        for shape in group.shapes:
            if isinstance(shape, FilledForm):
                lines = max(stage.ruler.lines(each, shape.box.width) for each in shape.paragraphs)
                middle = shape.box.top + shape.box.height / 2
                found.append((middle - lines * plot.line / 2, middle + lines * plot.line / 2))
    moved = {(series, point): down for series, point, down in shifts(plot, stage.ruler)}
    for number, series in enumerate(stage.native.series if stage.native.type == "LINE" else ()):
        ends = [at for at, point in enumerate(series.points) if point.label]
        value = series.points[ends[-1]].value if ends else None
        if value is not None:
            middle = stage.value(float(value)) + moved.get((number, ends[-1]), 0.0)
            found.append((middle - plot.line / 2, middle + plot.line / 2))
    return found


def clear_of(
    wanted: Sequence[float], heights: Sequence[float], taken: Sequence[Stretch], inner: Box
) -> list[float]:
    """Return middles for names beside a plot, as near as can be to those wanted, where none meets
    another or what is taken; within the plot's height where there is room.
    """
    held, found = list(taken), [0.0] * len(wanted)
    steps = [off * sign for off in range(0, int(inner.height) + 1, 2) for sign in (1, -1)]
    for at in sorted(range(len(wanted)), key=lambda at: wanted[at]):
        half = heights[at] / 2
        for step in steps:
            middle = wanted[at] + step
            inside = inner.top <= middle - half and middle + half <= inner.top + inner.height
            if inside and all(middle + half <= a or b <= middle - half for a, b in held):
                break
        else:
            middle = wanted[at]
        held.append((middle - half, middle + half))
        found[at] = middle
    return found


def _totals(stage: Staged) -> Iterator[Rectangle]:
    """Yield about where the sums of stacks are printed: behind them, or above."""
    plot, native = stage.plot, stage.native
    for at, total in enumerate(native.totals):
        width = stage.ruler.width(total.label, plot.size, bold=True)
        middle, end = stage.middles[at], stage.value(float(total.value))
        half = (plot.line if native.across else width) / 2
        if native.across and width:
            yield Rectangle(end, middle - half, end + width + _BESIDE, middle + half)
        elif width:
            yield Rectangle(middle - half, end - plot.line - 2, middle + half, end)


def words_of(groups: Iterable[GroupItem]) -> Iterator[Rectangle]:
    """Yield where the words of groups stand."""
    for group in groups:
        yield from (_rectangle(each.box) for each in group.shapes if isinstance(each, FilledForm))


def _rectangle(box: Box) -> Rectangle:
    return Rectangle(box.left, box.top, box.left + box.width, box.top + box.height)


def _courses(stage: Staged) -> Iterator[list[Place]]:
    """Yield the lines of a line chart."""
    for series in stage.native.series if stage.native.type == "LINE" else ():
        yield [
            (x, stage.value(float(point.value)))
            for x, point in zip(stage.middles, series.points, strict=False)
            if point.value is not None
        ]


def _forms(stage: Staged) -> Iterator[tuple[Place, ...]]:
    """Yield the bands of an area chart."""
    if not stage.native.type.startswith("AREA"):
        return
    for number in range(len(stage.native.series)):
        sides = [stage.reaches[number, at] for at in range(len(stage.middles))]
        upper = [(x, stage.value(high)) for x, (_, high) in zip(stage.middles, sides, strict=True)]
        lower = [(x, stage.value(low)) for x, (low, _) in zip(stage.middles, sides, strict=True)]
        yield (*upper, *reversed(lower))


def labels(stage: Staged) -> Iterator[Rectangle]:
    """Yield about where the values at marks are printed."""
    plot = stage.plot
    for spot, bar in stage.bars.items():
        label = bar.box and stage.native.series[spot.series].points[spot.category].label
        if label:
            width = stage.ruler.width(label, plot.size, bold=True)
            middle = bar.box.left + bar.box.width / 2
            if stage.native.series[spot.series].label_position == "centre":
                top = bar.box.top + (bar.box.height - plot.line) / 2
                yield Rectangle(middle - width / 2, top, middle + width / 2, top + plot.line)
            elif stage.native.across:
                left = bar.box.left + bar.box.width
                yield Rectangle(left, bar.box.top, left + width + _BESIDE, bar.box.top + plot.line)
            else:
                top = bar.box.top - plot.line - 2
                yield Rectangle(middle - width / 2, top, middle + width / 2, bar.box.top)
    yield from _totals(stage)
    for number, at, side in sides(plot, stage.ruler) if stage.points else ():
        label = stage.native.series[number].points[at].label
        if not label:
            continue
        width = stage.ruler.width(label, plot.size)
        yield _rectangle(label_box(stage.points[Spot(number, at)], side, width, plot.line))
    within = {each.spot: each.box for each in off_lines(plot, stage.ruler)}
    yield from map(_rectangle, within.values())
    for number, series in enumerate(stage.native.series if stage.native.type == "LINE" else ()):
        for at, point in enumerate(series.points):
            if point.label and point.value is not None and Spot(number, at) not in within:
                x, y = stage.middles[at], stage.value(float(point.value))
                width = stage.ruler.width(point.label, plot.size, bold=True)
                yield Rectangle(x, y - plot.line / 2, x + width + _BESIDE, y + plot.line / 2)
