"""Yearly growth is that of the time between two dates: years, months or days, of one precision."""

from __future__ import annotations

import pytest

from builder.model.annotation import AnnotationSpec
from builder.model.text import plain
from builder.problems import Place
from tests.resolve.making import chart, chart_spec, complaints, content, table, words

PLACE = Place("charts.yaml", 5, 7)


def keys(start: str, end: str, values: tuple[str, str]) -> dict[str, object]:
    stated = AnnotationSpec("difference", ("cagr",), start=start, end=end, place=PLACE)
    rows = f"when,stock\n{start},{values[0]}\n{end},{values[1]}\n"
    return {
        "table": "held",
        "x": "when",
        "y": ("stock",),
        "annotations": (stated,),
        "data": (table("held", rows),),
    }


@pytest.mark.parametrize(
    ("start", "end", "values", "says"),
    [
        ("2019", "2021", ("100", "121"), "+10% a year"),
        ("2019-01", "2019-07", ("100", "110"), "+21% a year"),
        ("2019-03-14", "2021-03-14", ("100", "121"), "+10% a year"),
        ("2020-02-29", "2021-02-28", ("1000", "1100"), "+10% a year"),
        ("2019-01-31", "2019-02-01", ("10000", "10010"), "+44% a year"),
        ("2019-01-01", "2019-01-31", ("1000", "1010"), "+13% a year"),
    ],
)
def test_growth_is_that_of_a_year(start: str, end: str, values: tuple[str, str], says: str) -> None:
    made = chart("line", **keys(start, end, values))
    (arrow,) = made.annotations.differences
    assert plain(arrow.says) == says


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2019", "2019-12"),
        ("2019-01", "2019-12-31"),
        ("2019-01-31", "2020-01"),
        ("2021", "2019"),
        ("2019-02-01", "2019-01-31"),
    ],
)
def test_dates_that_do_not_say_how_many_years_lie_between_them_are_refused(
    start: str, end: str
) -> None:
    held = keys(start, end, ("100", "110"))
    data = held.pop("data")
    spec = chart_spec("line", title=words("The finding"), source=("survey",), **held)
    found = complaints(content(charts=(spec,), data=data))  # type: ignore[arg-type]
    assert [each for each in found if "how many years" in each] == [
        f'charts.yaml:5:7: error: chart "one": difference: "{start}" and "{end}" do not say how '
        "many years lie between them\n  yearly growth is that between two years, months or days, "
        "the earlier one first: 2019, or 2019-04"
    ]
