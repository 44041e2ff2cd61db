"""Series that follow one another take steps of one hue, the last the strongest."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from builder.charts import display_list, native_chart
from builder.charts.markers import told_apart
from builder.charts.native import parts_of, rgb
from builder.charts.resolving.dates import follow
from builder.charts.style import series_slots
from builder.model.chart import MUTED, ResolvedChart
from builder.model.displaylist import Path
from builder.theme.ramp import PLAIN, lightness
from builder.theme.theme import Theme
from tests.charts import samples
from tests.resolve.making import chart, chart_spec, complaints, content, table, words

ORDERED = (
    "2014|2024",
    "2024|2014",
    "0–14|15–64|65+",
    "Q1|Q2|Q3|Q4",
    "FY23|FY24",
    "2014–19|2020–24",
)
NOT = (
    "Shahed-136|Hwasong-11",
    "Kiel|Riga",
    "2014|Goal",
    "2014|2024|2019",
    "2014|2014",
    "15–64|under 15",
    "Q1|FY2",
)


@pytest.mark.parametrize("names", ORDERED)
def test_years_ages_and_quantiles_follow_one_another(names: str) -> None:
    assert follow(names.split("|"))


@pytest.mark.parametrize("names", NOT)
def test_other_names_do_not(names: str) -> None:
    assert not follow(names.split("|"))


def made(columns: str, **keys: object) -> ResolvedChart:
    names = columns.split("|")
    rows = "\n".join(f"{port},{','.join(str(at + 1) for at in range(len(names)))}" for port in "ab")
    data = (table("t", f"port,{','.join(names)}\n{rows}"),)
    return chart("grouped", data=data, table="t", x="port", y=tuple(names), **keys)  # type: ignore[arg-type]


def test_an_author_may_say_that_they_do_or_do_not() -> None:
    assert made("2014|2019|2024").ordered
    assert not made("2014|2019|2024", ordered="false").ordered
    assert made("young|old", ordered="true").ordered
    assert not made("young|old").ordered
    assert not made("2024").ordered


@pytest.mark.parametrize("count", range(2, 8))
def test_steps_are_of_one_hue_and_ever_darker_and_many_of_them_are_striped_by_turns(
    count: int, theme: Theme
) -> None:
    found = made("|".join(str(2014 + at) for at in range(count)))
    slots = series_slots(found)
    light = [lightness(rgb(slot, theme)) for slot in slots]
    assert all(one - other >= 9.9 for one, other in pairwise(light))
    steps = [parts_of(slot) for slot in told_apart(slots, theme)]
    assert tuple(plain for plain, _ in steps) == slots
    striped = [bool(pattern) for _, pattern in steps]
    assert any(striped) == (count > PLAIN - 1)
    assert not any(one and other for one, other in pairwise(striped))
    native = native_chart(found, theme)
    assert native is not None
    assert [parts_of(series.colour) for series in native.series] == steps


def test_what_is_highlighted_stands_out_from_greys_as_ever() -> None:
    found = made("2014|2019|2024", highlight=("2024",))
    assert series_slots(found)[-1] == "accent1"
    assert [series.colour for series in found.series] == [MUTED, MUTED, 0]


def test_seven_steps_are_the_most() -> None:
    names = "|".join(str(2010 + at) for at in range(8))
    columns = names.split("|")
    data = table("held", f"port,{','.join(columns)}\na,{','.join('12345678')}")
    spec = chart_spec(
        "grouped",
        title=words("The finding"),
        table="held",
        x="port",
        y=tuple(columns),
        ordered="true",
        source=("survey",),
    )
    found = complaints(content(charts=(spec,), data=(data,)))
    assert [each for each in found if "steps of one hue" in each] == [
        'charts.yaml:1:1: error: chart "one" needs 8 steps of one hue, but only 7 can be told '
        "apart\n  join some of the series, or divide the chart in two"
    ]


def test_lines_in_order_are_as_thick_as_coloured_ones(theme: Theme) -> None:
    plain = replace(samples.line(), series=tuple(samples.line().series[:2]))
    whole = tuple(
        replace(row, colour=at, data=tuple(replace(each, emphasised=True) for each in row.data))
        for at, row in enumerate(plain.series)
    )
    drawn = [
        display_list(replace(plain, series=whole, ordered=ordered), theme, 453.5, None)
        for ordered in (False, True)
    ]
    thick = [
        sorted(o.stroke.width for o in each.operations if isinstance(o, Path) and o.stroke)
        for each in drawn
    ]
    assert thick[0] == thick[1]
