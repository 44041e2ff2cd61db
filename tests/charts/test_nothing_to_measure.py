"""Marks without a length, an area or a value: bubbles of no size, ranges of equal ends, gaps."""

from __future__ import annotations

import pytest

from builder.charts import display_list
from builder.charts.measuring import number_of
from builder.model.chart import ResolvedChart
from builder.model.displaylist import Path
from builder.model.text import plain
from builder.outputs.pptx.plan.model import ChartItem, FilledForm, GroupItem, Stroke
from builder.theme.theme import Theme
from tests.charts import apart
from tests.outputs.pptx.making import briefing, chart_use, complaints, planned, slide
from tests.resolve.making import chart as resolved
from tests.resolve.making import table

HALLS = "hall,seats,nights,grant\nAnnexe,120,200,5.5\nTown Hall,900,44,120\nGrange,80,230,0\n"


def bubbles() -> ResolvedChart:
    return resolved(
        "bubble", data=(table("held", HALLS),), table="held", x="seats", y=("nights",),
        size="grant", label="hall",
    )  # fmt: skip


def of_a_slide(chart: ResolvedChart, name: str) -> list[GroupItem]:
    plan = planned(briefing(slide("One", chart_use(chart.id)), charts=(chart,)))
    groups = (item for item in plan.slides[1].items if isinstance(item, GroupItem))
    return [group for group in groups if group.name.startswith(name)]


def test_the_line_below_bubbles_names_the_smallest_though_it_is_nought() -> None:
    assert "0 (Grange) to 120 (Town Hall)" in plain(bubbles().note).replace("\u00a0", " ")


def test_a_bubble_of_no_size_is_a_ring_in_the_paper(theme: Theme) -> None:
    picture = display_list(bubbles(), theme, 453.5, None)
    rings = [mark for mark in apart.marks(picture)[1:] if mark.fill == theme.colours.paper]
    assert [mark.edge is not None for mark in rings if mark.edge] == [True]


def test_a_bubble_of_no_size_is_a_ring_with_its_name_on_slides() -> None:
    chart = bubbles()
    (rings,) = of_a_slide(chart, "Rings")
    ring, name = rings.shapes
    assert isinstance(ring, FilledForm)
    assert isinstance(name, FilledForm)
    assert ring.form == "ellipse"
    assert plain(name.paragraphs[0].runs) == "Grange"
    plan = planned(briefing(slide("One", chart_use(chart.id)), charts=(chart,)))
    (item,) = (each for each in plan.slides[1].items if isinstance(each, ChartItem))
    labels = [plain(point.label) for series in item.native.series for point in series.points]
    assert "Grange" not in labels
    assert complaints(briefing(slide("One", chart_use(chart.id)), charts=(chart,))) == []


def test_no_ring_stands_among_bubbles_that_have_sizes() -> None:
    data = HALLS.replace(",0\n", ",3\n")
    chart = resolved(
        "bubble", data=(table("held", data),), table="held", x="seats", y=("nights",),
        size="grant", label="hall",
    )  # fmt: skip
    assert not of_a_slide(chart, "Rings")


@pytest.mark.parametrize("high", ["5", "5.001"])
def test_a_range_of_ends_that_are_one_place_is_seen_in_both_files(high: str, theme: Theme) -> None:
    data = f"port,low,high\nKiel,5,{high}\nRiga,3,9\n"
    chart = resolved("range", data=(table("held", data),), table="held", x="port",
                     y=("low", "high"))  # fmt: skip
    assert number_of(chart.series[0].data[0]) == 5
    lines = [
        [float(part) for part in item.data.replace(" m", "").replace(" l", "").split()]
        for item in display_list(chart, theme, 453.5, None).operations
        if isinstance(item, Path) and item.stroke and item.stroke.width == 9.0
    ]
    assert sorted(each[2] - each[0] > 1.5 for each in lines) == [True, True]
    (joins,) = of_a_slide(chart, "Joins")
    wide = [each.end[0] - each.start[0] for each in joins.shapes if isinstance(each, Stroke)]
    assert len(wide) == 2
    assert min(wide) > 1.5


@pytest.mark.parametrize(
    ("of", "data", "note"),
    [
        ("column", "month,Weir,Dam\nJan,1,\nFeb,2,\nMar,0,3\n", "No data: Dam (Jan, Feb)"),
        ("bar", "month,Weir,Dam\nJan,1,2\nFeb,,3\nMar,0,3\n", "No data: Weir (Feb)"),
        ("column", "year,Weir,Dam\n2019,1,\n2020,2,\n2021,,3\n",
         "No data: Weir (2021), Dam (2019–2020)"),
        ("column", "month,Weir,Dam\nJan,1,2\nFeb,2,0\nMar,0,3\n", ""),
        ("line", "month,Weir,Dam\nJan,1,\nFeb,2,2\nMar,0,3\n", ""),
    ],
)  # fmt: skip
def test_a_note_says_which_columns_of_panels_are_missing(of: str, data: str, note: str) -> None:
    first = data.partition(",")[0]
    chart = resolved(
        "multiples", data=(table("held", data),), table="held", x=first, y=("Weir", "Dam"),
        of=(of,),
    )  # fmt: skip
    assert plain(chart.note).replace("\u00a0", " ") == note


def test_names_of_points_on_one_place_stand_on_the_same_sides_in_both_files(theme: Theme) -> None:
    data = "town,area,price\nPivyar,45.5,1200\nUnion,45.5,1200\nCentre,72.25,3100\nWest,20,2000\n"
    chart = resolved(
        "scatter", data=(table("held", data),), table="held", x="area", y=("price",), label="town"
    )
    texts = {text.text: text.x for text in display_list(chart, theme, 453.5, None).texts}
    plan = planned(briefing(slide("One", chart_use(chart.id)), charts=(chart,)))
    (item,) = (each for each in plan.slides[1].items if isinstance(each, ChartItem))
    sides = {
        plain(item.native.series[series].points[at].label): side for series, at, side in item.sides
    }
    assert texts["Union"] < texts["Pivyar"]
    assert (sides["Union"], sides["Pivyar"]) == ("left", "right")
