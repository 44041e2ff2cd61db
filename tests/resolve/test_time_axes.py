"""Which charts stand on an axis of time: dates that follow one another, but not evenly."""

from __future__ import annotations

from typing import Final

import pytest

from builder.charts import scales
from builder.charts.scales import in_days
from tests.resolve.making import chart, chart_spec, complaints, content, table, words

# Categories, and where they stand: nothing where they are evenly apart, or no dates.
# Months and days are counted as spreadsheets count them.
DATED: Final = {
    "uneven years": ("1990 2000 2020 2022", (1990, 2000, 2020, 2022)),
    "even years": ("1990 2000 2010 2020", ()),
    "years before spreadsheets": ("1850 1900 1910", (1850, 1900, 1910)),
    "two years": ("1990 2020", ()),
    "even years that go back": ("2023 2022 2021", ()),
    "months of a year": ("2024-01 2024-02 2024-03 2024-04", ()),
    "ends of quarters": ("2024-03-31 2024-06-30 2024-09-30 2024-12-31", ()),
    "uneven months": ("2019-01 2019-02 2019-09", (43466, 43497, 43709)),
    "uneven days": ("2024-02-28 2024-02-29 2024-03-02", (45350, 45351, 45353)),
    "days as spreadsheets write them": ("28/02/2024 29/02/2024 02/03/2024", (45350, 45351, 45353)),
    "months as spreadsheets write them": ("01.2019 02.2019 09.2019", (43466, 43497, 43709)),
    "a month among years": ("2019 2020 2020-07", (43466, 43831, 44013)),
    "months in words": ("Jan-2019 Feb-2019 Sept-2019", (43466, 43497, 43709)),
    "months in words, evenly": ("Jan-2019 Feb-2019 Mar-2019", ()),
    "names": ("North South East", ()),
    "a name among years": ("1990 2000 Goal", ()),
    "numbers that are no years": ("5 10 20 1000", ()),
    "days that are none": ("2024-02-28 2024-02-30 2024-03-02", ()),
}


@pytest.mark.parametrize("name", DATED)
@pytest.mark.parametrize("kind", ["line", "area"])
def test_dates_that_are_not_evenly_apart_stand_on_an_axis_of_time(kind: str, name: str) -> None:
    written, moments = DATED[name]
    rows = "\n".join(f"{date},{at}" for at, date in enumerate(written.split(), 1))
    made = chart(kind, data=(table("t", f"date,value\n{rows}"),), table="t", x="date", y=("value",))
    assert scales.moments(made) == moments
    assert in_days(made) == any(moment > 9999 for moment in moments)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("2024-Q1 2024-Q2 2024-Q4", "has its periods evenly apart, but leaves some out"),
        ("2024-Q1 2024-Q2 2024-Q3", ""),
        ("2024-01 2024-02 2024-Q4", 'has "2024-Q4" among its dates, where it stands as a name'),
        ("2024-Q4 2025-Q1 Goal", ""),
        ("H1-2022 H2-2022 H2-2023", "has its periods evenly apart, but leaves some out"),
        ("H1-2022 H2-2022 H1-2023", ""),
        ("2017/18 2018/19 2021/22", "has its periods evenly apart, but leaves some out"),
        ("FY18 FY19 FY22", "has its periods evenly apart, but leaves some out"),
        ("FY18 FY19 FY20", ""),
        ("31-Mar-22 30-Jun-22 31-Mar-23", "has its dates evenly apart, which they are not"),
        ("Mar-22 Apr-22 Sep-22", "has its dates evenly apart, which they are not"),
        ("Mar-22 Apr-22 May-22", ""),
        ("Ward-12 Ward-13 Ward-19", ""),
    ],
)
def test_what_names_a_time_and_would_stand_evenly_apart_is_told_of(written: str, told: str) -> None:
    rows = "\n".join(f"{date},{at}" for at, date in enumerate(written.split(), 1))
    spec = chart_spec(
        "line", title=words("One"), table="t", x="date", y=("value",), source=("survey",)
    )
    made = content(charts=(spec,), data=(table("t", f"date,value\n{rows}"),))
    found = [each for each in complaints(made) if "evenly apart" in each or "among" in each]
    assert len(found) == bool(told)
    assert all(told in each for each in found)


# Categories of columns, and how many stand there when those that are left out are filled in.
FILLED: Final = {
    "decades and two years": ("1990 2000 2020 2022", 17),
    "decades": ("1990 2000 2020 2050", 7),
    "even years": ("1990 2000 2010 2020", 4),
    "years that go back": ("2022 2020 2000", 12),
    "months": ("2023-01 2023-02 2023-06", 6),
    "weeks": ("2023-01-02 2023-01-09 2023-01-30", 5),
    "days": ("2024-02-28 2024-03-02 2024-03-03", 5),
    "years that are too many": ("1901 2000 2020 2022", 4),
    "a month among years": ("2019 2020 2020-07", 3),
    "names": ("North South East", 3),
    "dates to and fro": ("2000 1990 2020", 3),
}


@pytest.mark.parametrize("name", FILLED)
@pytest.mark.parametrize("kind", ["column", "grouped", "stacked"])
def test_columns_leave_room_for_the_dates_that_have_no_value(kind: str, name: str) -> None:
    written, count = FILLED[name]
    dates = written.split()
    rows = "\n".join(f"{date},{at}" for at, date in enumerate(dates, 1))
    made = chart(kind, data=(table("t", f"date,v\n{rows}"),), table="t", x="date", y=("v",))
    assert len(made.categories) == len(made.series[0].data) == count
    values = [datum.value for datum in made.series[0].data]
    assert [value for value in values if value] == [*range(1, len(dates) + 1)]
    if count > len(dates) and not dates[0].count("-"):
        step = (int(dates[-1]) - int(dates[0])) // (count - 1)
        years = [str(int(dates[0]) + at * step) for at in range(count)]
        assert [run.text for run in made.categories] == years
        assert [at for at, value in enumerate(values) if value] == [*map(years.index, dates)]


def test_dates_filled_in_are_called_as_the_others_are() -> None:
    data = table("t", "date,v\n2023-03,1\n2023-04,2\n2023-06,3")
    made = chart("column", data=(data,), table="t", x="date", y=("v",))
    assert [run.text.replace("\u00a0", " ") for run in made.categories] == [
        "Mar 2023",
        "Apr 2023",
        "May 2023",
        "Jun 2023",
    ]


@pytest.mark.parametrize("kind", ["line", "column", "gantt", "bar"])
def test_what_stands_in_time_is_refused_where_dates_have_two_readings(kind: str) -> None:
    x, y = ("name", "when") if kind == "gantt" else ("when", "n")
    held = table("t", "name,when,n\nOne,1/6/2025,1\nTwo,2/6/2025,2\nThree,3/9/2025,3")
    spec = chart_spec(kind, title=words("A title"), table="t", x=x, y=(y,), source=("survey",))
    said = complaints(content(charts=(spec,), data=(held,), language="en"))
    found = [each for each in said if "can be read in two ways: as 2025-06-01 or as" in each]
    assert len(found) == (kind != "bar")
