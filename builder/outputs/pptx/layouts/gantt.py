"""Headline and Gantt chart, with points below where any are: a shape to each task, by its name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from builder.charts.schedule import Row, Schedule, beside, beside_words, named_dates
from builder.model.chart import ResolvedChart, Task
from builder.model.text import Line, plain
from builder.outputs.pptx.layouts.exhibits import diagram_layout
from builder.outputs.pptx.plan.autofit import TooLargeError, even_parts
from builder.outputs.pptx.plan.forms import Outline
from builder.outputs.pptx.plan.measure import HEIGHT_MARGIN, PITCH, Ruler
from builder.outputs.pptx.plan.model import (
    CHART_COLOUR,
    FilledForm,
    GroupItem,
    Paragraph,
    ParagraphStyle,
    Stroke,
)
from builder.problems import shortened
from builder.units import Box

_NAMES: Final = 0.36
_GAP: Final = 14.0
_HIGHEST: Final = 44.0  # of a row
_THICK: Final = 0.56  # of a row, or the most
_THICKEST: Final = 20.0
_APART: Final = 4.0
_HALF: Final = 0.55  # of a bar's thickness, of a diamond
_AFTER: Final = 5.0
_NARROWEST: Final = 0.2  # of the whole, for the time
_LEAST: Final = 2.0
_BETWEEN: Final = 12.0
_DIAMOND: Final = Outline("M50 0L100 50L50 100L0 50Z", 100, 100)


class _Laid(NamedTuple):
    """A size at which all names fit, how wide they are, and where rows and time stand."""

    schedule: Schedule
    size: float
    names: float
    rows: tuple[float, ...]
    plot: Box
    now: tuple[float, float] | None = None

    def x(self, share: float) -> float:
        return self.plot.left + share * self.plot.width


def gantt(
    chart: ResolvedChart, box: Box, sizes: Sequence[float], ruler: Ruler
) -> tuple[GroupItem, ...]:
    """Return one group per slide: all tasks on one where they fit, else in even parts.

    Raises:
        TooLargeError: a name does not fit.
    """
    whole = Schedule.of(chart)

    def laid(tasks: Sequence[Task], sizes: Sequence[float] = sizes) -> _Laid | None:
        return _laid(chart, whole.part(tasks), box, sizes, ruler)

    parts = even_parts(chart.tasks, laid)
    if parts is None:
        worst = max((task.name.text for task in chart.tasks), key=len)
        raise TooLargeError(
            worst,
            f'chart "{chart.id}" has a task whose name does not fit on a slide: '
            f'"{shortened(worst)}"',
            "say it in fewer or shorter words",
            chart.place,
        )
    size = min(part.size for part in parts)
    # Parts of one chart look alike; what fits in larger type has room in smaller.
    tasks = ([row for row in part.schedule.rows if isinstance(row, Task)] for part in parts)
    alike = [laid(held, (size,)) or part for held, part in zip(tasks, parts, strict=True)]
    return tuple(_drawn(chart, part, ruler) for part in alike)


def _run(row: Row) -> Line:
    return (row.name,) if isinstance(row, Task) else (row,)


def _laid(
    chart: ResolvedChart, schedule: Schedule, box: Box, sizes: Sequence[float], ruler: Ruler
) -> _Laid | None:
    for size in sizes:
        line = size * PITCH * (1 + HEIGHT_MARGIN)
        above = line if schedule.today(chart.today) else 4.0
        words = [(_run(each), not isinstance(each, Task)) for each in schedule.rows]
        widest = max(ruler.width(run, size, bold=bold) for run, bold in words) + 2
        width = min(widest, _NAMES * box.width)
        texts = [Paragraph(run, ParagraphStyle(size, bold=bold)) for run, bold in words]
        needed = [ruler.lines(text, width) * line + _APART for text in texts]
        spare = (box.height - above - line - 6 - sum(needed)) / len(needed)
        if spare < 0 or any(ruler.cuts(text, width) for text in texts):
            continue
        rows = tuple(max(high, min(high + spare, _HIGHEST)) for high in needed)
        left = box.left + width + _GAP
        said = [beside_words(task) for task in chart.tasks]
        after = max(ruler.width(each, size) for each in said) + 2 + _THICKEST * _HALF + _AFTER
        right = box.left + box.width - after
        if right - left < _NARROWEST * box.width:
            continue
        plot = Box(left, box.top + above, right - left, sum(rows))
        found = _Laid(schedule, size, width, rows, plot)
        share = schedule.today(chart.today)
        return found._replace(now=(found.x(share[0]), found.x(share[1])) if share else None)
    return None


def _drawn(chart: ResolvedChart, laid: _Laid, ruler: Ruler) -> GroupItem:
    shapes = (*_time(chart, laid, ruler), *_rows(laid, ruler))
    return GroupItem(f"Gantt chart {chart.id}", shapes, chart.alt, chart=chart.id)


def _text(
    name: str,
    line: Line,
    middle: float,
    left: float,
    laid: _Laid,
    ruler: Ruler,
    *,
    bold: bool = False,
) -> FilledForm:
    """Return words on one line around a height, from a left edge on."""
    width = ruler.width(line, laid.size, bold=bold) + 2
    high = laid.size * PITCH * (1 + HEIGHT_MARGIN)
    text = Paragraph(line, ParagraphStyle(laid.size, bold=bold))
    return FilledForm(
        name, Box(left, middle - high / 2, width, high), paragraphs=(text,), anchor="ctr"
    )


def _time(chart: ResolvedChart, laid: _Laid, ruler: Ruler) -> Iterator[FilledForm | Stroke]:
    """Yield a hairline at each round date, its name below it, and the briefing's date."""
    plot, schedule = laid.plot, laid.schedule
    foot, line = plot.top + plot.height, laid.size * PITCH * (1 + HEIGHT_MARGIN)
    margin = plot.left - _GAP - laid.names
    ticks = named_dates(
        schedule,
        chart,
        laid.x,
        lambda runs: ruler.width(runs, laid.size),
        (margin, plot.left + plot.width + laid.size),
        _BETWEEN,
    )
    for number, (x, _, _) in enumerate(ticks, 1):
        yield Stroke(f"Line {number}", (x, plot.top), (x, foot), "grid", 0.75)
    if laid.now and chart.today:
        start, end = laid.now
        wide = max(end - start, _LEAST)
        colour = "ink" if wide <= 2 * _LEAST else "grid"
        yield FilledForm("Today", Box(start, plot.top - 3, wide, plot.height + 3), colour)
        width = ruler.width((chart.today.date,), laid.size, bold=True)
        left = max(margin, min(start + wide / 2 - width / 2, plot.left + plot.width - width))
        middle = plot.top - 3 - line / 2
        yield _text("Today's date", (chart.today.date,), middle, left, laid, ruler, bold=True)
    for number, (_, left, name) in enumerate(ticks, 1):
        yield _text(f"Tick {number}", name, foot + 4 + line / 2, left, laid, ruler)


def _rows(laid: _Laid, ruler: Ruler) -> Iterator[FilledForm | Stroke]:
    left = laid.plot.left - _GAP - laid.names
    top = laid.plot.top
    thick = min(_THICK * min(laid.rows), _THICKEST)
    for number, (row, high) in enumerate(zip(laid.schedule.rows, laid.rows, strict=True)):
        style = ParagraphStyle(laid.size, bold=not isinstance(row, Task))
        words = (Paragraph(_run(row), style),)
        box = Box(left, top, laid.names, high)
        yield FilledForm(f"Name {number + 1}", box, paragraphs=words, anchor="ctr")
        if isinstance(row, Task):
            yield from _bar(row, laid, (top + high / 2, thick), ruler)
        top += high


def _bar(task: Task, laid: _Laid, at: tuple[float, float], ruler: Ruler) -> Iterator[FilledForm]:
    """Yield a task's shapes around a height, as thick as `at` says."""
    schedule, (middle, thick) = laid.schedule, at
    name = plain((task.name,))
    slot = "accent1" if task.emphasised else "muted"
    colour = CHART_COLOUR + slot
    start, end = map(laid.x, schedule.span(task))
    if task.end is None:
        half = thick * _HALF
        stone = Box(start - half, middle - half, 2 * half, 2 * half)
        yield FilledForm(name, stone, colour, outline=_DIAMOND, shows=task.said)
        start, end = start - half, end + half
    else:
        end = max(end, start + _LEAST)
        done = schedule.done(task)
        bar = Box(start, middle - thick / 2, end - start, thick)
        ground = CHART_COLOUR + schedule.ground(slot)
        yield FilledForm(name, bar, ground, shows=task.said)
        if task.done is not None and done and done[1] > done[0]:
            reach = bar._replace(width=laid.x(done[1]) - start)
            yield FilledForm(f"{name}, done", reach, colour, shows=(task.done.label,))
    if words := beside_words(task):
        width = ruler.width(words, laid.size) + 2
        left, before = beside((start, end), width, _AFTER, laid.plot.left, laid.now)
        left -= width if before else 0
        said = _text(f"{name}, said", words, middle, left, laid, ruler)
        yield replace(said, colour="paper")  # no hairline runs through words


LAYOUT: Final = diagram_layout("gantt", "Gantt chart", "Gantt chart", gantt, ("gantt",))
