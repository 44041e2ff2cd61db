"""Annotations as the paper draws them: below the marks what is grey, over them lines and arrows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from builder.charts.annotating.placing import NotedFrame, free, stands_off, stretches
from builder.charts.annotating.strips import GAP, NAMES, ROW, SIZE, Stage, above, numbers, rows
from builder.charts.frame import Frame, Place
from builder.charts.labels import last_value
from builder.charts.markers import leader
from builder.charts.native import rgb
from builder.charts.registry import CrowdedError
from builder.charts.spots import Rectangle
from builder.charts.style import ChartStyle, Type, series_slots, text_slot
from builder.charts.typeset import SetWords, one_line, wrapped
from builder.model.annotation import Difference, Spot
from builder.model.chart import ResolvedChart
from builder.model.text import Line, plain

_LEVEL: Final = 0.9
_DASH: Final = (3.0, 2.0)
_ARROW: Final = 0.8
_HEAD: Final = (2.2, 4.4)  # half its width, its length
_OFF: Final = 2.0  # from a mark's words to an arrow
_APART: Final = 5.0  # between arrows at one mark
_SHARES: Final = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8)  # of an arrow, where its number may stand
_BAR: Final = 0.9
_EDGE: Final = 0.7
_DOTS: Final = (1.0, 1.6)
_CASING: Final = 1.2  # of paper around a line, which is seen on dark marks too
_CAP: Final = 2.5
_REMARK: Final = 0.26  # of the chart's width
_LEADER: Final = 0.4


def under(frame: Frame, chart: ResolvedChart, style: ChartStyle, stage: Stage) -> None:
    """Draw bands and periods, which marks stand on."""
    if not isinstance(frame, NotedFrame):
        return
    held, fill = chart.annotations, style.theme.colours.grid
    low, high = sorted((stage.scale.start, stage.scale.end))
    for period in held.periods:
        left, right = stage.edges[period.first], stage.edges[period.last + 1]
        top = stage.top if period.says else low
        frame.ground(Rectangle(left, top, right, high), fill)
    for number, band in enumerate(held.bands):
        start, end = sorted((stage.scale(band.low), stage.scale(band.high)))
        # Names of series that stand above rows have the colour of their marks, for paper.
        top = frame.plot[0] if stage.lying and frame.plot is not None else stage.start
        box = (start, top, end, stage.end)
        with frame.as_mark("stretch", number):
            frame.ground(Rectangle(*(box if stage.lying else _turned(box))), fill)


def _turned(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    left, top, right, foot = box
    return top, left, foot, right


def over(frame: Frame, chart: ResolvedChart, style: ChartStyle, stage: Stage) -> None:
    """Draw lines, arrows and remarks, over the marks and clear of all words.

    Raises:
        CrowdedError: a remark, or the number of an arrow, has no room.
    """
    if not isinstance(frame, NotedFrame):
        return
    for period in chart.annotations.periods:
        block = one_line(period.says, style.caption.at(SIZE).inked(style.theme.colours.ink))
        middle = (stage.edges[period.first] + stage.edges[period.last + 1]) / 2
        half = block.width / 2
        inside = min(max(middle, stage.start + half), stage.end - half)
        frame.put(block, inside, stage.top + 2, "centre", "top")
    _intervals(frame, chart, style, stage)
    if stage.covered:
        _edges(frame, chart, style, stage)
    _levels(frame, chart, style, stage)
    _Arrows(frame, chart, style, stage).draw()
    _remarks(frame, chart, style, stage)


def _intervals(frame: NotedFrame, chart: ResolvedChart, style: ChartStyle, stage: Stage) -> None:
    """Draw an error bar at each mark whose truth lies between two values."""
    for number, interval in enumerate(chart.annotations.intervals):
        at, low, high = stage.along(interval.at), *map(stage.scale, (interval.low, interval.high))
        for path in (
            ((at, low), (at, high)),
            *(((at - _CAP, end), (at + _CAP, end)) for end in (low, high)),
        ):
            places = [(y, x) for x, y in path] if stage.lying else path
            frame.line(places, style.theme.colours.paper, _BAR + _CASING)
            with frame.as_mark("interval", number, path[0] == (at, low)):
                frame.line(places, style.theme.colours.ink, _BAR)


def _edges(frame: NotedFrame, chart: ResolvedChart, style: ChartStyle, stage: Stage) -> None:
    """Draw where bands begin and end that marks cover."""
    for band in chart.annotations.bands:
        for at in map(stage.scale, (band.low, band.high)):
            ends = ((stage.start, at), (stage.end, at))
            frame.line(ends, style.theme.colours.paper, _EDGE + _CASING)
            frame.line(ends, style.theme.colours.ink, _EDGE, dash=_DOTS)


def _levels(frame: NotedFrame, chart: ResolvedChart, style: ChartStyle, stage: Stage) -> None:
    """Draw a line at each value that is compared with, interrupted where words stand."""
    for number, level in enumerate(chart.annotations.levels):
        at = stage.scale(level.value)
        gaps = [
            (word[1], word[3]) if stage.lying else (word[0], word[2])
            for word in frame.held.words
            if (word[0] - 1 < at < word[2] + 1 if stage.lying else word[1] - 1 < at < word[3] + 1)
        ]
        for start, end in stretches(stage.start, stage.end, gaps, upright=stage.lying):
            ends = ((at, start), (at, end)) if stage.lying else ((start, at), (end, at))
            frame.line(ends, style.theme.colours.paper, _LEVEL + _CASING)
            with frame.as_mark("level", number):
                frame.line(ends, style.theme.colours.ink, _LEVEL, dash=_DASH)
            frame.held.lines.append(ends)
    if stage.lying:
        _names_above(frame, chart, style, stage)


def _names_above(frame: NotedFrame, chart: ResolvedChart, style: ChartStyle, stage: Stage) -> None:
    """Put the names of lines and bands above bars that lie, a row each."""
    held, type_ = chart.annotations, style.label.at(SIZE)
    named = [(stage.scale(level.value), level.says) for level in held.levels]
    named += [((stage.scale(b.low) + stage.scale(b.high)) / 2, b.says) for b in held.bands]
    for row, (at, says) in enumerate(named):
        block = one_line(says, type_)
        half = block.width / 2
        middle = min(max(at, half), frame.width - half)
        frame.put(block, middle, stage.top + row * NAMES + 1, "centre", "top")


class _Arrows:
    """The arrows of one chart while they are drawn."""

    def __init__(
        self, frame: NotedFrame, chart: ResolvedChart, style: ChartStyle, stage: Stage
    ) -> None:
        self.frame, self.chart, self.style, self.stage = frame, chart, style, stage
        self.rows, self.blocks = rows(chart.annotations), numbers(chart, style)
        self.sides = self._spread()

    def draw(self) -> None:
        """Draw all arrows, the outermost first, each with its number."""
        levels = self._levels()
        for row, (arrow, block) in enumerate(zip(self.rows, self.blocks, strict=True)):
            start, end = self.sides[row]
            self._legs(arrow, (start, end), levels[row])
            self._number(block, (start, end), levels[row], row)

    def _levels(self) -> list[float]:
        """Return where each arrow turns: a row above the plot, or a column at its right."""
        stage = self.stage
        if not stage.lying:
            first = stage.top + above(self.chart) - ROW * len(self.rows)
            return [first + ROW * (row + 1) - 2 for row in range(len(self.rows))]
        found, at = [], self.frame.width
        for block in self.blocks:
            at -= block.width + 2 * GAP
            found.append(at)
            at -= GAP
        return found

    def _spread(self) -> list[tuple[float, float]]:
        """Return where each arrow begins and ends: beside others that stand at the same mark."""
        ends = [(row, at) for row in range(len(self.rows)) for at in (0, 1)]
        wanted = [self.stage.along(self._spot(row, at)) for row, at in ends]
        placed: list[list[float]] = [[0.0, 0.0] for _ in self.rows]
        for number, (row, at) in enumerate(ends):
            alike = [one for one, place in enumerate(wanted) if abs(place - wanted[number]) < 1]
            order = sorted(alike, key=lambda one: self._away(*ends[one]))
            off = order.index(number) - (len(order) - 1) / 2
            placed[row][at] = wanted[number] + off * _APART
        return [(start, end) for start, end in placed]

    def _spot(self, row: int, at: int) -> Spot:
        return (self.rows[row].start, self.rows[row].end)[at]

    def _away(self, row: int, at: int) -> float:
        """Return how far off, and to which side, an arrow's other end is."""
        return self.stage.along(self._spot(row, 1 - at)) - self.stage.along(self._spot(row, at))

    def _place(self, along: float, value: float) -> Place:
        return (value, along) if self.stage.lying else (along, value)

    def _legs(self, arrow: Difference, sides: tuple[float, float], level: float) -> None:
        ink, stage = self.style.theme.colours.ink, self.stage
        off = _OFF if stage.lying else -_OFF
        feet = [stage.beyond(spot) + off for spot in (arrow.start, arrow.end)]
        (start, end), (from_foot, to_foot) = sides, feet
        half, long = _HEAD
        back = to_foot + long * (1 if stage.lying else -1)
        path = [
            self._place(start, from_foot),
            self._place(start, level),
            self._place(end, level),
            self._place(end, back),
        ]
        self.frame.line(path, ink, _ARROW)
        self.frame.held.lines.extend(pairwise(path))
        head = [(end - half, back), (end + half, back), (end, to_foot)]
        self.frame.area([self._place(*corner) for corner in head], ink)

    def _number(self, block: SetWords, sides: tuple[float, float], level: float, row: int) -> None:
        stage, (start, end) = self.stage, sides
        if stage.lying:
            self.frame.put(block, level + GAP, (start + end) / 2, "left", "middle")
            return
        half = block.width / 2
        legs = [x for at, pair in enumerate(self.sides) if at < row for x in pair]
        for share in _SHARES:
            wanted = start + (end - start) * share
            middle = min(max(wanted, stage.start + half), self.frame.width - half)
            if all(abs(middle - x) > half + 1.5 for x in legs):
                self.frame.put(block, middle, level - 3, "centre", "baseline")
                return
        raise CrowdedError(
            f'chart "{self.chart.id}" has no room for the number of each of its arrows',
            "show fewer `difference` annotations in one chart, or a chart of fewer categories",
        )


def _remarks(frame: NotedFrame, chart: ResolvedChart, style: ChartStyle, stage: Stage) -> None:
    """Put words at marks, where they are clear of everything, with a hairline to their mark."""
    low, high = sorted((stage.scale.start, stage.scale.end))
    plot = (
        (low, stage.start, high, stage.end) if stage.lying else (stage.start, low, stage.end, high)
    )
    for at, says, type_ in _words(chart, style, stage):
        block = wrapped(says, type_, _REMARK * frame.width, chart.language)
        along, beyond = stage.along(at), stage.beyond(at)
        mark = (beyond, along) if stage.lying else (along, beyond)
        box = free((block.width, block.height), mark, Rectangle(*plot), frame.held)
        if box is None:
            raise _no_room(chart, says)
        if stands_off(mark, box):
            frame.line(leader(mark, box), style.theme.colours.muted, _LEADER)
        frame.put(block, box.left, box.top, vertical="top")


def _words(
    chart: ResolvedChart, style: ChartStyle, stage: Stage
) -> Iterator[tuple[Spot, Line, Type]]:
    """Yield what stands at marks: values that were asked for, but for those that end a series,
    which are printed beside it; then remarks.
    """
    slots = series_slots(chart) if stage.bare else ()
    for spot in chart.annotations.labelled if stage.bare else ():
        series = chart.series[spot.series]
        if spot.category != last_value(series):
            ink = rgb(text_slot(slots[spot.series]), style.theme)
            yield spot, (series.data[spot.category].label,), style.strong.at(SIZE).inked(ink)
    for remark in chart.annotations.remarks:
        yield remark.at, remark.says, style.label.at(SIZE)


def _no_room(chart: ResolvedChart, says: Line) -> CrowdedError:
    return CrowdedError(
        f'chart "{chart.id}" has no room for the words "{plain(says)}" at their mark',
        "shorten them, or say them in the note",
    )
