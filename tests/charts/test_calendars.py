"""Round dates of an axis of time, where those of the values have no room."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from builder.charts.courses import calendars, named
from builder.charts.scales import moments
from builder.model.chart import ResolvedChart
from builder.model.figure import Moment
from builder.model.land import Tick
from builder.model.text import Line
from tests.charts import samples


def over(dates: list[Moment]) -> ResolvedChart:
    """Return a line over dates."""
    names = samples.runs(
        "-".join(f"{part:02}" for part in (each.year, each.month, each.day) if part)
        for each in dates
    )
    values = [str(at) for at in range(1, len(dates) + 1)]
    return replace(
        samples.line(),
        categories=names,
        moments=tuple(dates),
        series=(samples.series("Ships", values, 0),),
    )


def wide(line: Line) -> float:
    return 5.0 * sum(len(run.text) for run in line)


@st.composite
def days(draw: st.DrawFn) -> list[Moment]:
    steps = draw(
        st.lists(st.integers(1, draw(st.sampled_from((20, 400)))), min_size=2, max_size=40)
    )
    at, found = date(draw(st.integers(1901, 2050)), 1, 1) + timedelta(steps[0]), []
    for step in steps:
        found.append(Moment(at.year, at.month, at.day))
        at += timedelta(step)
    return found


years = st.lists(st.integers(1500, 2100), min_size=2, max_size=40, unique=True).map(
    lambda found: [Moment(year) for year in sorted(found)]
)


@given(st.one_of(days(), years), st.floats(80, 700))
def test_named_dates_stand_apart_and_within_the_axis(dates: list[Moment], width: float) -> None:
    chart = over(dates)
    counted = moments(chart)
    own = [Tick(Decimal(at), run) for at, run in zip(counted, chart.categories, strict=True)]

    def place(number: Decimal) -> float:
        return width * float((number - counted[0]) / (counted[-1] - counted[0]))

    found = named(own, calendars(chart), place, wide, 5.0)
    assert all(counted[0] <= day.value <= counted[-1] for day in found)
    for one, other in pairwise(found):
        apart = place(other.value) - place(one.value)
        assert apart >= (wide((one.label,)) + wide((other.label,))) / 2 + 5.0 - 1e-6
    if len(found) < len(own) and any(found == each for each in calendars(chart)):
        assert len(found) >= 2


@given(years)
def test_round_years_are_evenly_apart(dates: list[Moment]) -> None:
    for calendar in calendars(over(dates)):
        steps = {after.value - before.value for before, after in pairwise(calendar)}
        assert len(steps) == 1
        assert all(day.value % steps.copy().pop() == 0 for day in calendar)
        assert all(day.label.text == str(day.value) for day in calendar)


def test_months_are_named_before_years_are() -> None:
    dates = [Moment(2023, month, day) for month in range(1, 13) for day in (1, 20)]
    found = [[day.label.text for day in each] for each in calendars(over(dates))]
    months = [name.replace("\u00a0", " ") for name in found[2]]
    assert months == ["Jan 2023", "Apr 2023", "Jul 2023", "Oct 2023"]


def test_dates_that_have_room_are_named_themselves() -> None:
    chart = over([Moment(1990), Moment(2000), Moment(2020), Moment(2022)])
    own = [Tick(Decimal(at), run) for at, run in zip(moments(chart), chart.categories, strict=True)]
    found = named(own, calendars(chart), lambda at: float(at - 1990) * 20, wide, 5.0)
    assert [day.label.text for day in found] == ["1990", "2000", "2020", "2022"]
