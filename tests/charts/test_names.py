"""Every name of a chart is printed, or the chart is refused: names never meet, and none is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builder.charts import display_list, native_chart
from builder.charts.registry import CrowdedError
from builder.model.chart import ResolvedChart
from builder.model.figure import Moment
from builder.model.text import plain
from builder.theme.theme import Theme
from tests.charts import samples
from tests.charts.boxes import box, outside, overlaps
from tests.shares import share

WIDTH = 345.0
COUNTRIES = [
    "Switzerland",
    "Netherlands",
    "Luxembourg",
    "Liechtenstein",
    "Montenegro",
    "Kazakhstan",
]


def over(names: list[str], kind: str) -> ResolvedChart:
    """Return a chart of one series over categories of these names."""
    made = samples.ALL[kind]()
    values = [str(1000 + 37 * at % 500) for at in range(len(names))]
    return replace(
        made,
        categories=samples.runs(names),
        series=(samples.series("Ships", values, 0),),
        totals=(),
        value_axis=samples.axis(0, 1500, 500, shown=kind in ("line", "area")),
    )


@pytest.mark.parametrize("count", share([6, 13, 27, 1, 2], 3))
@pytest.mark.parametrize("kind", ["bar", "column", "line", "area", "stacked"])
def test_names_are_all_printed_and_none_meets_another(kind: str, count: int, theme: Theme) -> None:
    names = [f"{COUNTRIES[at % 6]} {chr(65 + at)}" for at in range(count)]
    drawn = display_list(over(names, kind), theme, WIDTH, None)
    printed = "".join(plain(drawn.printed).split())
    assert all("".join(name.split()) in printed for name in names)
    assert not overlaps(drawn)
    assert not outside(drawn)


@pytest.mark.parametrize("kind", ["column", "line", "area", "stacked"])
def test_names_that_have_no_room_are_refused(kind: str, theme: Theme) -> None:
    chart = over([f"{COUNTRIES[at % 6]} {at}"[:-1] for at in range(100)], kind)
    chart = replace(
        chart, categories=samples.runs(f"Town {'abcdefghij'[at % 10]}" for at in range(100))
    )
    with pytest.raises(CrowdedError) as error:
        display_list(chart, theme, WIDTH, None)
    assert error.value.found == f'chart "{kind}" has 100 categories, more than can be named'
    assert "use a bar chart" in error.value.hint


@pytest.mark.parametrize("kind", share(["column", "line", "area", "stacked"], 2))
@pytest.mark.parametrize("count", [60, 500])
def test_of_many_years_some_are_named_and_none_meets_another(
    kind: str, count: int, theme: Theme
) -> None:
    drawn = display_list(over([str(1500 + at) for at in range(count)], kind), theme, WIDTH, None)
    assert "1500" in plain(drawn.printed)
    assert not overlaps(drawn)
    assert not outside(drawn)


@pytest.mark.parametrize("kind", ["line", "area"])
def test_dates_stand_as_far_apart_as_they_are(kind: str, theme: Theme) -> None:
    years = ["1990", "2000", "2020", "2030"]
    chart = replace(over(years, kind), moments=tuple(Moment(int(year)) for year in years))
    drawn = display_list(chart, theme, WIDTH, None)
    boxes = {item.text.strip(): item for item in map(box, drawn.texts)}
    middles = [(boxes[year].left + boxes[year].right) / 2 for year in years]
    assert (middles[1] - middles[0]) / (middles[3] - middles[0]) == pytest.approx(0.25, abs=0.02)
    assert (middles[2] - middles[0]) / (middles[3] - middles[0]) == pytest.approx(0.75, abs=0.02)


@pytest.mark.parametrize("count", share([2, 12, 13, 30, 31, 60], 3))
@pytest.mark.parametrize("kind", ["column", "grouped", "stacked"])
def test_paper_and_deck_agree_on_whether_an_axis_says_the_values(
    kind: str, count: int, theme: Theme
) -> None:
    chart = over([str(1900 + at) for at in range(count)], kind)
    drawn, made = display_list(chart, theme, 420.0, None), native_chart(chart, theme)
    assert made is not None
    ticks = [run.text for run in drawn.printed if run.owner and run.owner.kind == "tick"]
    assert made.value_axis.shown == bool(ticks)
    labelled = any(point.label for series in made.series for point in series.points)
    values = {datum.label.text for datum in chart.series[0].data}
    assert labelled == any(run.text in values for run in drawn.printed)


def test_no_two_parts_of_a_ring_have_one_grey(theme: Theme) -> None:
    made = samples.doughnut()
    for count in range(2, 7):
        data = tuple(replace(samples.datum("10"), emphasised=not number) for number in range(count))
        ring = replace(
            made,
            categories=samples.runs("ABCDEF"[:count]),
            series=(replace(made.series[0], data=data),),
        )
        chart = native_chart(ring, theme)
        assert chart is not None
        assert len({key.colour for key in chart.keys}) == count


def test_values_stand_on_all_parts_of_a_highlighted_series_or_on_none(theme: Theme) -> None:
    made = samples.stacked()
    first, *others = made.series
    small = [replace(samples.datum("1"), emphasised=True)] * len(first.data)
    grey = [
        replace(each, data=tuple(replace(datum, emphasised=False) for datum in each.data))
        for each in others
    ]
    chart = replace(made, series=(replace(first, data=tuple(small)), *grey))
    deck = native_chart(chart, theme)
    assert deck is not None
    assert not any(point.label for series in deck.series for point in series.points)
    assert deck.value_axis.shown
