"""Which charts stand on an axis of time: dates that follow one another, but not evenly."""

from __future__ import annotations

from typing import Final

import pytest

from builder.charts import scales
from builder.charts.scales import in_days
from tests.resolve.making import chart, table

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
    "a month among years": ("2019 2020 2020-07", (43466, 43831, 44013)),
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
