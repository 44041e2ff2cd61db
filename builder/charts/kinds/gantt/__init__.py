"""Gantt chart: tasks on rows from start to end, milestones, and the briefing's own date.

PowerPoint has none. Stacked bars behind a bar that nobody sees would hold its dates as counts of
days and its ends as lengths; the deck has shapes, which can be moved, stretched and named.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from builder.charts.frame import Frame
from builder.charts.kinds.gantt.resolving import PROGRESS, resolve
from builder.charts.native import rgb
from builder.charts.registry import OF_POINTS, Account, ChartType, KindKey
from builder.charts.schedule import (
    Schedule,
    beside,
    beside_words,
    first_day,
    last_day,
    named_dates,
)
from builder.charts.style import ChartStyle
from builder.charts.telling.teller import Teller
from builder.charts.typeset import SetWords, balanced, one_line
from builder.model.chart import Event, ResolvedChart, Task
from builder.model.gauge import Gauge, Measured, mark_of
from builder.model.text import Line, Run

_PITCH: Final = 15.0
_THICK: Final = 8.5
_NAMES: Final = 0.36
_GAP: Final = 9.0
_SIZE: Final = 8.5
_HALF: Final = 4.6  # a diamond
_BETWEEN: Final = 6.0
_AFTER: Final = 3.0
_HAIRLINE: Final = 0.5
_LEAST: Final = 1.2  # points that today's mark is wide, and a task

_MOST_TOLD: Final = 8


class _Plot(NamedTuple):
    left: float
    right: float
    top: float
    bottom: float

    def x(self, share: float) -> float:
        return self.left + share * (self.right - self.left)


def draw(frame: Frame, chart: ResolvedChart, style: ChartStyle) -> float:
    """Draw the rows below the frame's top; return the foot of the drawing."""
    if not chart.tasks:
        return frame.top
    schedule = Schedule.of(chart)
    names = [_name(frame, chart, style, row) for row in schedule.rows]
    left = max(name.width for name in names) + _GAP
    now = schedule.today(chart.today)
    top = frame.top + (11.0 if now else 2.0)
    heights = [max(_PITCH, name.height + 3) for name in names]
    after = max(_words(style, task).width for task in chart.tasks) + _HALF + _AFTER
    plot = _Plot(left, frame.width - after, top, top + sum(heights))
    frame.plot = (top, plot.bottom)
    foot = _ticks(frame, chart, style, schedule, plot)
    if now and chart.today:
        _today(frame, style, chart.today.date, now, plot)
    number = 0
    for row, name, high in zip(schedule.rows, names, heights, strict=True):
        middle = top + high / 2
        frame.put(name, 0, middle, "left", "middle")
        if isinstance(row, Task):
            _bar(frame, style, schedule, plot, number, row, middle, chart.today)
            number += 1
        top += high
    return foot


def _name(frame: Frame, chart: ResolvedChart, style: ChartStyle, row: Run | Task) -> SetWords:
    type_, run = (style.label, row.name) if isinstance(row, Task) else (style.strong, row)
    return balanced((run,), type_.at(_SIZE), _NAMES * frame.width, chart.language)


def _words(style: ChartStyle, task: Task) -> SetWords:
    return one_line(beside_words(task), style.value.at(8))


def _ticks(
    frame: Frame, chart: ResolvedChart, style: ChartStyle, schedule: Schedule, plot: _Plot
) -> float:
    """Draw a hairline at each round date, its name below it; return the names' foot."""

    def set_(line: Line) -> SetWords:
        return one_line(line, style.tick)

    foot, room = plot.bottom, (0.0, frame.width)
    for x, left, name in named_dates(
        schedule, chart, plot.x, lambda line: set_(line).width, room, _BETWEEN
    ):
        block = set_(name)
        frame.hairline((x, plot.top), (x, plot.bottom), style.theme.colours.grid)
        frame.put(block, left, plot.bottom + 4, vertical="top")
        foot = max(foot, plot.bottom + 4 + block.height)
    frame.line(
        [(plot.left, plot.bottom), (plot.right, plot.bottom)], style.theme.colours.grid, _HAIRLINE
    )
    return foot


def _today(
    frame: Frame, style: ChartStyle, date: Run, now: tuple[float, float], plot: _Plot
) -> None:
    """Draw the briefing's date: a line, or a band where it is a month or a year."""
    start, end = (plot.x(share) for share in now)
    wide = max(end - start, _LEAST)
    colours = style.theme.colours
    fill = colours.ink if wide <= 2 * _LEAST else colours.grid
    frame.rectangle(start, plot.top - 2, wide, plot.bottom - plot.top + 2, fill)
    block = one_line((date,), style.strong.at(8))
    half = block.width / 2
    middle = min(max(start + wide / 2, half), frame.width - half)
    frame.put(block, middle, plot.top - 3, "centre", "bottom")


def _bar(
    frame: Frame,
    style: ChartStyle,
    schedule: Schedule,
    plot: _Plot,
    number: int,
    task: Task,
    middle: float,
    now: Event | None,
) -> None:
    start, end = (plot.x(share) for share in schedule.span(task))
    slot = "accent1" if task.emphasised else "muted"
    fill, words = rgb(slot, style.theme), _words(style, task)
    if task.end is None:
        corners = [(start - _HALF, middle), (start, middle - _HALF), (start + _HALF, middle)]
        with frame.as_mark("stone", number):
            frame.area([*corners, (start, middle + _HALF)], fill)
        start, end = start - _HALF, end + _HALF
    else:
        wide, top = max(end - start, _LEAST), middle - _THICK / 2
        done = schedule.done(task)
        with frame.as_mark("task", number):
            frame.rectangle(start, top, wide, _THICK, rgb(schedule.ground(slot), style.theme))
        if done and done[1] > done[0]:
            with frame.as_mark("done", number):
                frame.rectangle(start, top, plot.x(done[1]) - start, _THICK, fill)
        end = start + wide
    share = schedule.today(now)
    line = (plot.x(share[0]), plot.x(share[1])) if share else None
    x, left = beside((start, end), words.width, _AFTER, plot.left, line)
    frame.put(words, x, middle, "right" if left else "left", "middle")


def tell(chart: ResolvedChart, teller: Teller) -> Account:
    """Tell tasks with their dates, as many as there is room for, and the time of the whole."""
    told = [_told(task, teller) for task in chart.tasks]
    chosen = [line for line, task in zip(told, chart.tasks, strict=True) if task.emphasised]
    few = len(told) <= _MOST_TOLD
    whole = ((teller.listed(told),),) if few else ()
    some = tuple(
        teller.some(chosen[:count])
        for count in range(min(len(chosen), _MOST_TOLD), 0, -1)
        if count < len(told)
    )
    first = min(chart.tasks, key=lambda task: first_day(task.start), default=None)
    last = max(chart.tasks, key=lambda task: last_day(task.end or task.start), default=None)
    if first is None or last is None:
        return Account()
    period = teller.phrase("period", start=first.said[0], end=last.said[-1])
    return Account((*whole, *some, (period,)), int(few), finds=few)


def _told(task: Task, teller: Teller) -> Line:
    when = task.said
    if task.end is not None:
        when = teller.phrase("span_of_values", low=task.said[0], high=task.said[-1])
    line = teller.phrase("labelled", name=task.name, value=when)
    return (*line, Run(", "), task.done.label) if task.done else line


def gauges(chart: ResolvedChart) -> Iterator[Gauge]:
    """Yield the gauges of tasks along the days that they take, and one below the other."""
    marks, rows = list[Measured](), list[Measured]()
    for number, task in enumerate(chart.tasks):
        first, last = first_day(task.start), last_day(task.end or task.start) + 1
        name, mark = task.name.text, mark_of("task" if task.end else "stone", number)
        if task.end is None:
            marks.append(Measured("middle", mark, name, ((first + last) / 2,)))
        else:
            marks.append(Measured("ends", mark, name, (first, last)))
            done = float(task.done.value or 0) / 100 if task.done else 0.0
            if done:
                ends = first, first + (last - first) * done
                marks.append(Measured("ends", mark_of("done", number), name, ends))
        rows.append(Measured("order", mark, name))
    yield Gauge("x", tuple(marks), least=_LEAST)
    yield Gauge("y", tuple(rows))


def shows(chart: ResolvedChart) -> Iterator[tuple[str, Line]]:
    """Yield the marks of tasks with their dates, and of what is done of them."""
    for number, task in enumerate(chart.tasks):
        yield mark_of("task" if task.end else "stone", number), task.said
        if task.done is not None:
            yield mark_of("done", number), (task.done.label,)


KIND: Final = ChartType(
    name="gantt",
    called={
        "en": "Gantt chart",
        "de": "Gantt-Diagramm",
        "fr": "Diagramme de Gantt",
        "uk": "Діаграма Ганта",
    },
    resolve=resolve,
    tells=tell,
    draw=draw,
    gauges=gauges,
    shows=shows,
    counted=("a Gantt chart", "Gantt charts"),
    keys=(
        KindKey(
            PROGRESS,
            "The column that says how much of each task is done, per cent.",
            "only a Gantt chart shows progress: make it `kind: gantt`, or remove the key",
            form="words",
        ),
    ),
    drawn_from=("table",),
    art="bars",
    sized=False,
    ignores=(*OF_POINTS, "axis", "order", "ordered", "unit", "labels.y"),
)
