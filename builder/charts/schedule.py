"""Where the tasks of a Gantt chart stand in time: a resolved chart in; rows, shares and ticks out.

The paper's chart and the deck's shapes both stand on it. A task lasts to the end of the day, month
or year that it ends in.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final, TypeAlias

from builder.charts.courses import between, named
from builder.charts.native import Slot
from builder.charts.scales import EPOCH
from builder.facts.arithmetic import days_of
from builder.frozen import dataclass
from builder.language.dates import printed_date
from builder.model.chart import Event, ResolvedChart, Task
from builder.model.figure import Moment
from builder.model.land import Tick
from builder.model.text import Line, Owner, Run
from builder.theme.ramp import step_name

Row: TypeAlias = Run | Task
"""A task, or the name of the group that those below it belong to."""

Share: TypeAlias = tuple[float, float]
"""From where to where, as shares of the whole time."""

_ORIGIN: Final = EPOCH.toordinal()
LEFT_TO_DO: Final[Slot] = step_name(1, 4)
"""The colour of what is still to be done."""


@dataclass(frozen=True)
class Schedule:
    """Rows from the top, and the days between which they stand, as spreadsheets count them; whether
    of some task it is told how much is done.
    """

    rows: tuple[Row, ...]
    first: int
    last: int
    tracked: bool = False

    @staticmethod
    def of(chart: ResolvedChart) -> Schedule:
        """Return the schedule of a chart that has tasks."""
        days = [_days(task.start, task.end) for task in chart.tasks]
        tracked = any(task.done is not None for task in chart.tasks)
        ends = min(first for first, _ in days), max(last for _, last in days)
        return Schedule(rows_of(chart.tasks), *ends, tracked)

    def part(self, tasks: Sequence[Task]) -> Schedule:
        """Return the rows of some tasks, in the same time."""
        return replace(self, rows=rows_of(tasks))

    def share(self, day: float) -> float:
        """Return how far along a day begins, from 0 to 1."""
        return (day - self.first) / (self.last - self.first)

    def span(self, task: Task) -> Share:
        """Return from where to where a task lasts; of a milestone both are in its middle."""
        start, end = _days(task.start, task.end)
        if task.end is None:
            return (self.share((start + end) / 2),) * 2
        return self.share(start), self.share(end)

    def done(self, task: Task) -> Share | None:
        """Return from where to where what is done of a task reaches; None if that is not told."""
        if task.done is None or task.done.value is None:
            return None
        start, end = self.span(task)
        return start, start + (end - start) * float(task.done.value) / 100

    def ground(self, slot: Slot) -> Slot:
        """Return the colour of a whole task: none looks done where it is not told to be."""
        return LEFT_TO_DO if self.tracked else slot

    def today(self, event: Event | None) -> Share | None:
        """Return where the briefing's date is, a day, month or year; None outside the tasks."""
        if event is None:
            return None
        start, end = (self.share(day) for day in _days(event.when, None))
        return (max(start, 0.0), min(end, 1.0)) if start < 1 and end > 0 else None

    def calendars(self, chart: ResolvedChart) -> tuple[tuple[Tick, ...], ...]:
        """Return the round dates that may be named, the closest first."""
        return between((self.first, self.last), chart, days=True)


def first_day(moment: Moment) -> int:
    """Return the first day of what a date names, as spreadsheets count them."""
    return days_of(moment)[0] - _ORIGIN


def last_day(moment: Moment) -> int:
    """Return the last day of what a date names: of 2025-03 it is the 31st."""
    return days_of(moment)[1] - _ORIGIN


def beside(
    ends: Share, width: float, gap: float, left: float, now: Share | None
) -> tuple[float, bool]:
    """Return where words stand beside a mark, right of it or, where they are in the way of today's
    line there, left of it if there is room, else beyond the line: their edge next to the mark, and
    whether they stand left of it.

    `left` is where a plot begins, on whose right there is room for all words.
    """
    start, end = ends
    crossed = now is not None and end < now[1] and end + gap + width > now[0]
    if not crossed or now is None:
        return end + gap, False
    return (start - gap, True) if start - gap - width >= left else (now[1] + gap, False)


def named_dates(
    schedule: Schedule,
    chart: ResolvedChart,
    x: Callable[[float], float],
    width: Callable[[Line], float],
    room: tuple[float, float],
    air: float,
) -> list[tuple[float, float, Line]]:
    """Return the round dates that are named below a plot: where each is, where its name begins, and
    the name.

    `x` says where a share of the time is. Names stand from one end of the `room` to the other; one
    that would meet that before it is left out with its date, of the closest dates where no round
    ones all have room.
    """

    def place(day: Decimal) -> float:
        return x(schedule.share(float(day)))

    found: list[tuple[float, float, Line]] = []
    free_from, calendars = room[0], schedule.calendars(chart)
    begun = [_begun(calendar, schedule, chart) for calendar in calendars]
    chosen = named((), begun, place, width, air) or named((), calendars, place, width, air)
    for tick in chosen or next(iter(calendars), ()):
        at, name = place(tick.value), (tick.label,)
        left = max(room[0], min(at - width(name) / 2, room[1] - width(name)))
        if left >= free_from:
            found.append((at, left, name))
            free_from = left + width(name) + air / 2
    return found


def _begun(
    calendar: tuple[Tick, ...], schedule: Schedule, chart: ResolvedChart
) -> tuple[Tick, ...]:
    """Return round dates after the first of all days, as it is stated, if they leave out its year:
    else nobody is told in which year the first tasks begin.
    """
    start = min((task.start for task in chart.tasks), key=first_day)
    if calendar[0].value < first_day(Moment(start.year + 1)):
        return calendar
    name = Run(printed_date(start, "short", chart.language), owner=Owner("tick", chart.id))
    return (Tick(Decimal(schedule.first), name), *calendar)


def beside_words(task: Task) -> Line:
    """Return what is printed beside a task: the date of a milestone, or how much is done."""
    if task.end is None:
        return task.said
    return (task.done.label,) if task.done is not None and task.done.value is not None else ()


def rows_of(tasks: Sequence[Task]) -> tuple[Row, ...]:
    """Return tasks below the names of their groups."""
    found: list[Row] = []
    group = ""
    for task in tasks:
        if task.group is not None and task.group.text != group:
            found.append(task.group)
        group = task.group.text if task.group is not None else ""
        found.append(task)
    return tuple(found)


def _days(start: Moment, end: Moment | None) -> tuple[int, int]:
    """Return the day on which something begins, and that after its end."""
    return first_day(start), last_day(end or start) + 1
