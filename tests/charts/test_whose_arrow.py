"""An arrow that passes another series' marks says whose difference it is."""

from __future__ import annotations

import pytest

from builder.model.annotation import AnnotationSpec
from builder.model.text import plain
from builder.problems import Place
from tests.resolve.making import chart, table

DATA = "year,weekday,weekend\n2023,120,100\n2024,150,120\n2025,190,140\n"


@pytest.mark.parametrize(("series", "said"), [("weekday", "+58%"), ("weekend", "weekend: +40%")])
def test_an_arrow_below_other_marks_says_its_series(series: str, said: str) -> None:
    place = Place("charts.yaml", 1, 1)
    stated = AnnotationSpec(
        "difference", ("percent",), start="2023", end="2025", series=series, place=place
    )
    made = chart(
        "line", x="year", y=("weekday", "weekend"), data=(table("t", DATA),), table="t",
        annotations=(stated,),
    )  # fmt: skip
    assert [plain(each.says) for each in made.annotations.differences] == [said]
