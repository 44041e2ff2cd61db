"""Annotations over a native plot: a placed plot in; groups of shapes at its geometry out.

What PowerPoint has no mark for stands where axis and values put it: arrows from mark to mark, lines
and bands across the plot, words at marks. A group's name says of which points it tells, so that
whoever changes their values in PowerPoint is told what no longer follows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from builder.charts.registry import CrowdedError
from builder.model.annotation import NONE, WHOLE, Difference, Spot
from builder.model.text import Line, plain
from builder.outputs.pptx.plan.measure import Ruler
from builder.outputs.pptx.plan.model import (
    FilledForm,
    GroupItem,
    Stroke,
)
from builder.outputs.pptx.plan.occupied import clear_of, labels, occupied, taken_beside, words_of
from builder.outputs.pptx.plan.plot import PlacedPlot
from builder.outputs.pptx.plan.room import (
    GAP,
    arrows_of,
    name_height,
    name_row,
    name_width,
    names_of,
    row,
)
from builder.outputs.pptx.plan.staged import (
    CASING,
    Staged,
    across,
    edges_of,
    edges_of_bands,
    ground,
)
from builder.units import Box

__all__ = ["ground", "over"]

_LINE: Final = 1.25
_ARROW: Final = 1.0
_LEG_OFF: Final = 3.0
_APART: Final = 7.0
_AROUND: Final = 2.0
_SHARES: Final = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8)
_REMARK: Final = 0.22  # of the chart's width


def over(
    plot: PlacedPlot,
    chart: str,
    ruler: Ruler,
    named: Sequence[GroupItem] = (),
    heads: Sequence[GroupItem] = (),
) -> tuple[GroupItem, ...]:
    """Return lines, names, arrows and remarks, which stand over the chart; beside it stands what is
    `named` there already, above its rows their `heads`.

    Raises:
        CrowdedError: a remark, or the number of an arrow, has no room.
    """
    if plot.native.annotations == NONE:
        return ()
    stage = Staged(plot, chart, ruler)
    groups = [
        *_periods(stage),
        *edges_of_bands(stage),
        *_levels(stage, heads),
        *_names(stage, named),
        *_arrows(stage),
    ]
    return (*groups, *_remarks(stage, groups))


def _periods(stage: Staged) -> Iterator[GroupItem]:
    held, plot = stage.native.annotations, stage.plot
    high = name_row(plot.size)
    top = plot.inner.top - stage.headroom - high - row(plot.size) * len(held.differences)
    for number, period in enumerate(held.periods, 1):
        if not period.says:
            continue
        left, right = edges_of(stage, period.first, period.last)
        width = stage.ruler.width(period.says, plot.size) + 4
        wide = plot.inner.left + plot.inner.width - width
        start = max(plot.inner.left, min((left + right - width) / 2, wide))
        words = stage.text(period.says, Box(start, top, width, high), "ctr", "ctr", bold=False)
        yield stage.group(f"Name of period {number}", [words], (), "")


def _levels(stage: Staged, heads: Sequence[GroupItem]) -> Iterator[GroupItem]:
    """Yield a line at each value that is compared with, interrupted where words are printed."""
    from builder.charts.annotating.placing import stretches

    inner, words = stage.plot.inner, [*labels(stage), *words_of(heads)]
    ends = (stage.roof, inner.top + inner.height)
    if not stage.lying:
        ends = (inner.left, inner.left + inner.width)
    for number, level in enumerate(stage.native.annotations.levels, 1):
        at = stage.value(float(level.value))
        gaps = [
            (each.top, each.bottom) if stage.lying else (each.left, each.right)
            for each in words
            if _meets(at, (each.left, each.right) if stage.lying else (each.top, each.bottom))
        ]
        strokes = [
            stroke
            for part, pair in enumerate(stretches(*ends, gaps, upright=stage.lying), 1)
            for stroke in (
                Stroke(f"Ground {part}", *across(stage, at, pair), "paper", _LINE + CASING),
                Stroke(f"Line {part}", *across(stage, at, pair), "ink", _LINE, dashed=True),
            )
        ]
        follows = level.follows is not None and level.follows != WHOLE
        of = f", series {(level.follows or 0) + 1}" if follows else ""
        yield stage.group(f"Line {number}", strokes, (), of)


def _meets(at: float, word: tuple[float, float]) -> bool:
    """Say whether a line runs through a word, which programs print a little higher or lower."""
    return word[0] - _AROUND < at < word[1] + _AROUND


def _names(stage: Staged, others: Sequence[GroupItem]) -> Iterator[GroupItem]:
    """Yield the names of lines and bands: beside the plot or, of bars that lie, above it."""
    held, plot, inner = stage.native.annotations, stage.plot, stage.plot.inner
    named = names_of(held)
    wanted = [stage.value(float(level.value)) for level in held.levels]
    wanted += [stage.value(float(band.low + band.high) / 2) for band in held.bands]
    boxes = []
    if stage.lying:
        high = name_row(plot.size)
        for number, (name, at) in enumerate(zip(named, wanted, strict=True)):
            width = stage.ruler.width(name, plot.size) + 4
            last = plot.box.left + plot.box.width - width
            left = max(plot.box.left, min(at - width / 2, last))
            top = stage.roof - high * (len(named) - number)
            boxes.append(Box(left, top, width, high))
    elif named:
        width = name_width(stage.native, plot.box, plot.size, stage.ruler)
        heights = [name_height(name, width, plot.size, stage.ruler) for name in named]
        middles = clear_of(wanted, heights, taken_beside(stage, others), inner)
        left = inner.left + inner.width + GAP
        for middle, high in zip(middles, heights, strict=True):
            boxes.append(Box(left, middle - high / 2, width, high))
    for number, (name, box) in enumerate(zip(named, boxes, strict=True), 1):
        words = stage.text(name, box, "ctr" if stage.lying else "l", "ctr", bold=False)
        yield stage.group(f"Name of line {number}", [words], name, "")


def _arrows(stage: Staged) -> Iterator[GroupItem]:
    """Yield an arrow for each difference, its number at it."""
    drawn = arrows_of(stage.native.annotations)
    sides = _apart(stage, [arrow for _, arrow in drawn])
    levels = _turns(stage, [arrow for _, arrow in drawn])
    for at, (number, arrow) in enumerate(drawn):
        path = _path(stage, arrow, sides[at], levels[at])
        strokes = [
            Stroke(f"Line {part}", start, end, "ink", _ARROW, headed=part == len(path) - 1)
            for part, (start, end) in enumerate(pairwise(path), 1)
        ]
        legs = [place for one, pair in enumerate(sides) if one < at for place in pair]
        words = _number(stage, arrow.says, sides[at], levels[at], legs)
        ends = " and ".join(_said(spot) for spot in (arrow.start, arrow.end))
        yield stage.group(f"Difference {number}", [*strokes, words], arrow.told, f", {ends}")


def _said(spot: Spot) -> str:
    series = "every series" if spot.series == WHOLE else f"series {spot.series + 1}"
    return f"{series}, point {spot.category + 1}"


def _turns(stage: Staged, arrows: Sequence[Difference]) -> list[float]:
    """Return where each arrow turns, the outermost first."""
    inner, plot = stage.plot.inner, stage.plot
    if not stage.lying:
        high = row(plot.size)
        first = inner.top - stage.headroom - high * len(arrows)
        return [first + high * (number + 1) - 3 for number in range(len(arrows))]
    found, at = [], plot.box.left + plot.box.width
    for arrow in arrows:
        at -= stage.ruler.width(arrow.says, plot.size, bold=True) + 2 * GAP
        found.append(at)
        at -= GAP
    return found


def _apart(stage: Staged, arrows: Sequence[Difference]) -> list[tuple[float, float]]:
    """Return where each arrow begins and ends, beside others at the same mark."""
    ends = [(number, at) for number in range(len(arrows)) for at in (0, 1)]

    def place(number: int, at: int) -> float:
        return stage.along((arrows[number].start, arrows[number].end)[at])

    def away(end: tuple[int, int]) -> float:
        return place(end[0], 1 - end[1]) - place(*end)

    placed = {}
    for end in ends:
        alike = sorted((one for one in ends if abs(place(*one) - place(*end)) < 1), key=away)
        placed[end] = place(*end) + (alike.index(end) - (len(alike) - 1) / 2) * _APART
    return [(placed[number, 0], placed[number, 1]) for number in range(len(arrows))]


def _path(
    stage: Staged, arrow: Difference, sides: tuple[float, float], level: float
) -> list[tuple[float, float]]:
    off = _LEG_OFF if stage.lying else -_LEG_OFF
    feet = [stage.beyond(spot) + off for spot in (arrow.start, arrow.end)]
    course = [(sides[0], feet[0]), (sides[0], level), (sides[1], level), (sides[1], feet[1])]
    return [(value, along) if stage.lying else (along, value) for along, value in course]


def _number(
    stage: Staged, says: Line, sides: tuple[float, float], level: float, legs: Sequence[float]
) -> FilledForm:
    """Return an arrow's number, clear of the legs of longer arrows.

    Raises:
        CrowdedError: there is no such place.
    """
    plot, (start, end) = stage.plot, sides
    width = stage.ruler.width(says, plot.size, bold=True) + 4
    if stage.lying:
        box = Box(level + GAP - 2, (start + end - plot.line) / 2, width, plot.line)
        return stage.text(says, box, "l", "ctr", bold=True)
    for share in _SHARES:
        last = plot.box.left + plot.box.width - width
        left = max(plot.box.left, min(start + (end - start) * share - width / 2, last))
        if all(not left - 1 < leg < left + width + 1 for leg in legs):
            box = Box(left, level - plot.line - 1, width, plot.line)
            return stage.text(says, box, "ctr", "b", bold=True)
    raise CrowdedError(
        f'chart "{stage.chart}" has no room for the number of each of its arrows on the slide',
        "show fewer `difference` annotations in one chart, or a chart of fewer categories",
    )


def _remarks(stage: Staged, groups: Sequence[GroupItem]) -> Iterator[GroupItem]:
    """Yield words at marks, clear of marks, of their values and of all other annotations.

    Raises:
        CrowdedError: there is no room.
    """
    held, plot = stage.native.annotations, stage.plot
    if not held.remarks:
        return
    from builder.charts.annotating.placing import free, stands_off
    from builder.charts.markers import leader
    from builder.charts.spots import Rectangle

    obstacles, inner = occupied(stage, groups), plot.inner
    bounds = Rectangle(inner.left, inner.top, inner.left + inner.width, inner.top + inner.height)
    for number, remark in enumerate(held.remarks, 1):
        width = min(stage.ruler.width(remark.says, plot.size) + 4, _REMARK * plot.box.width)
        width = max(width, stage.ruler.longest_word(remark.says, plot.size) + 2)
        high = name_height(remark.says, width, plot.size, stage.ruler)
        along, beyond = stage.along(remark.at), stage.beyond(remark.at)
        mark = (beyond, along) if stage.lying else (along, beyond)
        found = free((width, high), mark, bounds, obstacles)
        if found is None:
            raise CrowdedError(
                f'chart "{stage.chart}" has no room on the slide for the words '
                f'"{plain(remark.says)}" at their mark',
                "shorten them, or say them in the note",
            )
        obstacles.words.append(found)
        box = Box(found.left, found.top, width, high)
        words = stage.text(remark.says, box, "ctr", "ctr", bold=False)
        start, end = leader(mark, found)
        line = Stroke("Leader", start, end, "muted", 0.75)
        shapes: list[FilledForm | Stroke] = [line, words] if stands_off(mark, found) else [words]
        yield stage.group(f"Text {number}", shapes, remark.says, f", {_said(remark.at)}")
