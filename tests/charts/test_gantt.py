"""Gantt charts: tasks last to the end of what they end in, and today is the briefing's date."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given

from builder.charts import display_list
from builder.charts.native import rgb
from builder.charts.schedule import LEFT_TO_DO, Schedule, beside, named_dates, rows_of
from builder.model.chart import Datum, Event, ResolvedChart, Task
from builder.model.displaylist import DisplayList, Path
from builder.model.figure import Moment
from builder.model.text import Run, plain
from builder.outputs.pptx.layouts.gantt import gantt as drawn_gantt
from builder.outputs.pptx.plan.autofit import TooLargeError
from builder.outputs.pptx.plan.measure import Ruler
from builder.outputs.pptx.plan.model import FilledForm, GroupItem
from builder.theme.theme import Theme
from builder.units import Box
from tests.charts import samples, strategies
from tests.charts.test_kinds import fills
from tests.outputs.pptx.making import briefing, chart_use, planned, slide
from tests.outputs.pptx.making import theme as house
from tests.resolve.making import chart, table

RULER = Ruler(house().deck)
TABLE = """stage,task,from,to,done
Building,Dredging,2025-02-10,2025-04-30,45
Planning,Survey,2024-09,2024-10,100
Building,Cranes,2025,2026,
Planning,Contract,2025-02-03,,
"""


def made(**keys: object) -> ResolvedChart:
    tables = {"data": (table("t", TABLE),)}
    held = {"table": "t", "x": "task", "y": ("from", "to"), **tables, **keys}
    return chart("gantt", **held)  # type: ignore[arg-type]


def rectangles(picture: DisplayList, colour: str) -> list[tuple[float, float]]:
    """Return from where to where rectangles of a colour go."""
    found = []
    for item in picture.operations:
        if isinstance(item, Path) and item.fill == colour and " re" not in item.data:
            numbers = [float(part) for part in item.data.split() if not part.isalpha()]
            if len(numbers) == 8:
                found.append((min(numbers[::2]), max(numbers[::2])))
        elif isinstance(item, Path) and item.fill == colour:
            x, _, wide, _ = (float(part) for part in item.data.split()[:4])
            found.append((x, x + wide))
    return found


def test_tasks_of_one_group_stand_after_each_other() -> None:
    found = made(series="stage")
    assert [(task.group.text if task.group else "", task.name.text) for task in found.tasks] == [
        ("Building", "Dredging"),
        ("Building", "Cranes"),
        ("Planning", "Survey"),
        ("Planning", "Contract"),
    ]
    rows = [row.name.text if isinstance(row, Task) else row.text for row in Schedule.of(found).rows]
    assert rows == ["Building", "Dredging", "Cranes", "Planning", "Survey", "Contract"]


def test_without_groups_tasks_stand_as_given_and_an_empty_end_is_a_milestone() -> None:
    found = made()
    assert [task.name.text for task in found.tasks] == ["Dredging", "Survey", "Cranes", "Contract"]
    assert [task.end is None for task in found.tasks] == [False, False, False, True]
    said = [plain(task.said).replace("\u00a0", " ") for task in found.tasks]
    assert said == [
        "10 Feb 2025 – 30 Apr 2025",
        "Sept 2024 – Oct 2024",
        "2025 – 2026",
        "3 Feb 2025",
    ]


@pytest.mark.parametrize("share", ["0", "100"])
def test_a_milestone_that_is_reached_or_is_not_is_one_that_says_nothing_of_it(share: str) -> None:
    rows = TABLE.replace("2025-02-03,,", f"2025-02-03,,{share}")
    found = made(progress=("done",), data=(table("t", rows),)).tasks[3]
    assert (found.end, found.done) == (None, None)
    assert found == made(progress=("done",)).tasks[3]


def test_a_task_lasts_to_the_end_of_its_day_month_or_year() -> None:
    schedule = Schedule.of(made())
    whole = (date(2027, 1, 1) - date(2024, 9, 1)).days
    expected = {
        "Dredging": (date(2025, 2, 10), date(2025, 5, 1)),
        "Survey": (date(2024, 9, 1), date(2024, 11, 1)),
        "Cranes": (date(2025, 1, 1), date(2027, 1, 1)),
    }
    for task in made().tasks:
        if task.name.text in expected:
            ends = [(day - date(2024, 9, 1)).days / whole for day in expected[task.name.text]]
            assert schedule.span(task) == pytest.approx(ends)


def test_a_task_may_end_with_the_month_or_year_in_which_it_starts() -> None:
    rows = "task,from,to\nDredging,2025-03-14,2025-03\nCranes,2025-06,2025\nDive,2025-06-02,2025\n"
    found = made(data=(table("t", rows),))
    first = date(2025, 3, 14)
    whole = (date(2026, 1, 1) - first).days
    ends = [(date(2025, 4, 1) - first).days / whole, 1, 1]
    assert [Schedule.of(found).span(task)[1] for task in found.tasks] == pytest.approx(ends)


def test_tasks_without_a_group_stand_first() -> None:
    rows = "stage,task,from,to\nx,A,2024,2025\ny,B,2024,2025\nx,C,2024,2025\n,D,2024,2025\n"
    found = made(series="stage", data=(table("t", rows),))
    said = [row.name.text if isinstance(row, Task) else row.text for row in rows_of(found.tasks)]
    assert said == ["D", "x", "A", "C", "y", "B"]


@pytest.mark.parametrize(
    ("dates", "says"),
    [
        (("2025-03,2025-12", "2025,2025-03"), ("2025", "Dec 2025")),
        (("2024,2025", "2024-06-01,2025-03"), ("2024", "2025")),
        (("2025-01,2025-04", "2025-01-02,2025-04-29"), ("Jan 2025", "Apr 2025")),
        (("2025-01-02,2025-04-30", "2025-02,"), ("2 Jan 2025", "30 Apr 2025")),
    ],
)
def test_the_whole_lasts_from_the_first_day_to_the_last_that_dates_name(
    dates: tuple[str, str], says: tuple[str, str]
) -> None:
    rows = "".join(f"{'Works on the quay ' * 20}{at},{each}\n" for at, each in enumerate(dates))
    found = made(data=(table("t", f"task,from,to\n{rows}"),))
    assert f"{says[0]} to {says[1]}." in plain(found.alt).replace("\u00a0", " ")


@given(strategies.plans())
def test_hairlines_have_names_that_stand_apart_and_within_the_slide(held: ResolvedChart) -> None:
    box = Box(40, 100, 640, 330)
    try:
        groups = drawn_gantt(held, box, (14.0, 10.0), RULER)
    except TooLargeError:
        return
    for group in groups:
        lines = [shape for shape in group.shapes if shape.name.startswith("Line ")]
        names = [shape for shape in group.shapes if shape.name.startswith("Tick ")]
        boxes = [name.box for name in names if isinstance(name, FilledForm)]
        assert len(lines) == len(boxes) > 0
        assert all(one.left + one.width < other.left for one, other in pairwise(boxes))
        assert boxes[0].left >= box.left
        assert boxes[-1].left + boxes[-1].width <= box.left + box.width


def test_a_plan_of_a_few_days_has_those_dates_that_have_room() -> None:
    sample = samples.gantt()
    days = [replace(sample.tasks[0], start=Moment(1990, 1, day), end=None) for day in (2, 8)]
    (group,) = drawn_gantt(
        replace(sample, tasks=tuple(days), today=None), Box(40, 100, 640, 330), (14.0, 10.0), RULER
    )
    assert [shape.name for shape in group.shapes if shape.name.startswith("Tick ")] != []


@given(strategies.plans())
def test_dates_are_named_where_they_are_or_not_at_all(held: ResolvedChart) -> None:
    schedule = Schedule.of(held)
    found = named_dates(
        schedule, held, lambda share: 100 + 300 * share, lambda _: 40.0, (90.0, 410.0), 6.0
    )
    assert all(left <= x <= left + 40 for x, left, _ in found)
    assert all(other - one > 40 for (_, one, _), (_, other, _) in pairwise(found))
    assert all(90 <= left <= 370 for _, left, _ in found)


@pytest.mark.parametrize(
    ("dates", "first", "last"),
    [
        ("2026-03,2038-12", "Mar 2026", "2038"),
        ("2026-03-16,2038-12", "16 Mar 2026", "2038"),
        ("2026-11,2040-03", "Nov 2026", "2040"),
        ("2026-07,2058", "Jul 2026", "2055"),
        ("2026,2037", "2026", "2038"),
    ],
)
def test_the_year_in_which_a_plan_begins_is_named_in_both_files(
    theme: Theme, dates: str, first: str, last: str
) -> None:
    plan = made(data=(table("t", f"task,from,to\nWorks,{dates}\nOther works,{dates}\n"),))
    (group,) = drawn_gantt(plan, Box(40, 100, 640, 330), (14.0, 10.0), RULER)
    ticks = [shape for shape in group.shapes if shape.name.startswith("Tick ")]
    for said in (
        [text.text for text in display_list(plan, theme, 453.5, None).texts],
        [plain(each.paragraphs[0].runs) for each in ticks if isinstance(each, FilledForm)],
    ):
        dated = [text.replace("\u00a0", " ") for text in said if re.search(r"\d{4}", text)]
        assert [dated[0], dated[-1]] == [first, last]


@given(strategies.plans())
def test_the_first_year_is_unnamed_only_where_its_name_has_no_room(held: ResolvedChart) -> None:
    schedule = Schedule.of(held)
    found = named_dates(
        schedule, held, lambda share: 300 * share, lambda _: 40.0, (-30.0, 330.0), 6.0
    )
    year = str(min(task.start.year for task in held.tasks))
    coarse = [300 * schedule.share(float(each[0].value)) for each in schedule.calendars(held)]
    assert year in plain(found[0][2]) or max(coarse) < 46


def test_bars_are_as_long_as_their_tasks_and_what_is_done_is_told_apart(theme: Theme) -> None:
    sample = samples.gantt()
    picture = display_list(sample, theme, 453.5, None)
    schedule = Schedule.of(sample)
    dark, light = (rectangles(picture, rgb(slot, theme)) for slot in ("accent1", LEFT_TO_DO))
    told = [task for task in sample.tasks if task.end is not None]
    assert len(light) == len(told)
    unit = (light[0][1] - light[0][0]) / (schedule.span(told[0])[1] - schedule.span(told[0])[0])
    for task, bar in zip(told, light, strict=True):
        start, end = schedule.span(task)
        assert bar[1] - bar[0] == pytest.approx((end - start) * unit, abs=0.05)
        if task.done is not None:
            reach = (bar[1] - bar[0]) * float(task.done.value or 0) / 100
            assert any(each == pytest.approx((bar[0], bar[0] + reach), abs=0.05) for each in dark)


def test_today_is_the_briefing_s_date_and_nothing_outside_the_tasks(theme: Theme) -> None:
    sample = samples.gantt()
    share = Schedule.of(sample).today(sample.today)
    assert share is not None
    assert 0 < share[0] < share[1] < 1
    assert "14 Mar 2025" in {text.text for text in display_list(sample, theme, 453.5, None).texts}
    later = replace(sample, today=Event(Moment(2031, 1, 2), Run("2 Jan 2031"), ()))
    assert Schedule.of(later).today(later.today) is None
    texts = {text.text for text in display_list(later, theme, 453.5, None).texts}
    assert "2 Jan 2031" not in texts


@pytest.mark.parametrize(
    ("ends", "now", "expected"),
    [
        ((10, 20), None, (23, False)),
        ((10, 20), (5, 6), (23, False)),
        ((30, 40), (50, 51), (27, True)),
        ((10, 20), (22, 23), (26, False)),  # no room on the left: beyond the line
    ],
)
def test_words_stand_clear_of_today_s_line_and_within_the_plot(
    ends: tuple[float, float], now: tuple[float, float] | None, expected: tuple[float, bool]
) -> None:
    assert beside(ends, 15, 3, 5, now) == expected


def test_a_task_of_which_no_progress_is_told_does_not_look_done(theme: Theme) -> None:
    chart = samples.gantt()
    first = next(task for task in chart.tasks if task.end is not None)
    told = replace(first, done=Datum(Decimal(40), Run("40%"), unit="%"))
    untold = replace(first, name=Run("Later"), done=None)
    picture = display_list(replace(chart, tasks=(told, untold), today=None), theme, 453.5, None)
    dark, light = rgb("accent1", theme), rgb(LEFT_TO_DO, theme)
    assert len(fills(picture, light)) == 2
    assert len(fills(picture, dark)) == 1


def test_the_deck_has_a_shape_to_each_task_at_its_place() -> None:
    sample = samples.gantt()
    plan = planned(briefing(slide("One", chart_use("gantt")), charts=(sample,)))
    (group,) = [item for item in plan.slides[1].items if isinstance(item, GroupItem)]
    shapes = {shape.name: shape for shape in group.shapes}
    schedule = Schedule.of(sample)
    bars = {task.name.text: shapes[task.name.text] for task in sample.tasks}
    assert all(isinstance(bar, FilledForm) for bar in bars.values())
    boxes = {name: bar.box for name, bar in bars.items() if isinstance(bar, FilledForm)}
    lasting = [task for task in sample.tasks if task.end]
    first = schedule.span(lasting[0])
    unit = boxes[lasting[0].name.text].width / (first[1] - first[0])
    for task in lasting:
        start, end = schedule.span(task)
        box = boxes[task.name.text]
        assert box.width == pytest.approx((end - start) * unit, abs=0.1)
        moved = box.left - boxes[lasting[0].name.text].left
        assert moved == pytest.approx((start - first[0]) * unit, abs=0.1)
