"""What PowerPoint is told: the paper's strings, the plotted cells, colours as theme slots."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from builder.charts import display_list, native_chart
from builder.charts.native import NativeChart, grey_slot, rgb
from builder.charts.registry import DIAGRAMS
from builder.charts.scales import tick_format
from builder.model.land import Tick
from builder.model.text import Run, plain
from builder.theme.theme import Theme
from tests.charts import samples

TYPES = {
    "bar": "BAR_CLUSTERED",
    "column": "COLUMN_CLUSTERED",
    "grouped": "COLUMN_CLUSTERED",
    "stacked": "COLUMN_STACKED",
    "stacked_bar": "BAR_STACKED",
    "percent_bar": "BAR_STACKED_100",
    "column_line": "COLUMN_CLUSTERED",
    "slope": "LINE",
    "histogram": "COLUMN_CLUSTERED",
    "line": "LINE",
    "area": "AREA_STACKED",
    "doughnut": "DOUGHNUT",
    "scatter": "XY_SCATTER",
    "bubble": "BUBBLE",
}


def made(name: str, theme: Theme) -> NativeChart:
    chart = native_chart(samples.ALL[name](), theme)
    assert chart is not None
    return chart


@pytest.mark.parametrize("name", TYPES)
def test_every_kind_has_its_powerpoint_type_and_its_cells(name: str, theme: Theme) -> None:
    chart, resolved = made(name, theme), samples.ALL[name]()
    assert chart.type == TYPES[name]
    cells = sorted(point.value for row in chart.series for point in row.points if point.value)
    plotted = [datum.value for row in resolved.series for datum in row.data if datum.value]
    plotted += [point.y.value for point in resolved.points if point.y.value]
    assert cells == sorted(plotted)


def test_what_powerpoint_has_no_chart_of_is_a_diagram(theme: Theme) -> None:
    without = {make().kind for make in samples.ALL.values() if native_chart(make(), theme) is None}
    assert without == set(DIAGRAMS)


@pytest.mark.parametrize("name", ["short_bar", "column", "grouped", "line", "scatter", "bubble"])
def test_labels_on_the_slide_are_the_labels_on_paper(name: str, theme: Theme) -> None:
    printed = {run.text for run in display_list(samples.ALL[name](), theme, 453.5, None).printed}
    for row in made(name, theme).series:
        for point in row.points:
            assert {run.text for run in point.label} <= printed


def test_a_band_alone_is_named_by_its_value_on_the_slide_as_on_paper(theme: Theme) -> None:
    alone = replace(samples.area(), series=samples.area().series[:1])
    chart = native_chart(alone, theme)
    assert chart is not None
    said = [plain((key.name, *key.value)) for key in chart.keys]
    assert said == [
        text.text for text in display_list(alone, theme, 453.5, None).texts if text.text in said
    ]
    assert said == ["22"]
    several = native_chart(samples.area(), theme)
    assert several is not None
    assert [key.name.text for key in several.keys] == ["Coal", "Wind", "Sun"]


def test_a_band_alone_has_its_value_beside_its_edge(theme: Theme) -> None:
    alone = replace(
        samples.area(), series=samples.area().series[:1], value_axis=samples.axis(0, 100, 50)
    )
    height = {text.text: text.y for text in display_list(alone, theme, 453.5, None).texts}
    expected = height["0"] + (height["50"] - height["0"]) * 22 / 50
    assert height["22"] == pytest.approx(expected, abs=1.5)


def test_hedges_travel_to_the_slide_with_their_owners(theme: Theme) -> None:
    label = made("short_bar", theme).series[0].points[1].label
    assert plain(label) == "≥400 lorries"
    assert label[0].owner is not None
    assert label[0].owner.kind == "figure"


def test_a_highlight_is_a_point_in_colour_among_muted_ones(theme: Theme) -> None:
    points = made("bar", theme).series[0].points
    assert [point.colour for point in points] == ["accent1", *["muted"] * 5]
    assert [point.strong for point in points] == [True, *[False] * 5]
    assert made("bar", theme).reversed_categories


def test_a_muted_series_is_grey_and_the_legend_says_so(theme: Theme) -> None:
    chart = made("grouped", theme)
    assert [key.colour for key in chart.keys] == ["muted", "accent1"]
    assert chart.legend == "top"


def test_totals_are_text_above_the_stacks_and_no_series(theme: Theme) -> None:
    chart = made("stacked", theme)
    assert len(chart.series) == 3
    assert [plain(total.label) for total in chart.totals][:2] == ["19.7", "24.2"]
    assert chart.totals[0].value == Decimal("19.7")
    assert chart.overlap == 100


def test_values_inside_a_stack_are_readable_on_their_colour(theme: Theme) -> None:
    chart = made("stacked", theme)
    assert [row.points[-1].label_colour for row in chart.series] == ["paper", "ink", "paper"]


def test_only_the_last_point_of_a_line_is_labelled_with_name_and_value(theme: Theme) -> None:
    row = made("line", theme).series[0]
    assert [bool(point.label) for point in row.points] == [False] * 35 + [True]
    assert plain(row.points[-1].label) == f"Electricity {row.points[-1].value}"
    assert row.label_position == "right"
    assert made("line", theme).category_axis.every > 1


def test_a_doughnut_brings_its_list_and_its_centre(theme: Theme) -> None:
    chart = made("share", theme)
    assert [(key.name.text, plain(key.value), key.colour) for key in chart.keys] == [
        ("One supplier", "90%", "accent1"),
        ("All other suppliers together", "10%", "muted"),
    ]
    assert [run.text for run in chart.centre] == ["90%", "from one supplier"]
    assert chart.hole_size == 60


def test_axes_have_the_resolved_limits_and_ticks(theme: Theme) -> None:
    axis = made("bubble", theme).category_axis
    assert (axis.min, axis.max, axis.step) == (10, 70, 10)
    assert plain(axis.title) == "Renewable share, %"
    assert [run.text for run in axis.ticks] == ["10", "20", "30", "40", "50", "60", "70"]
    assert not made("bar", theme).value_axis.shown


def test_every_point_of_a_group_keeps_its_place_and_size(theme: Theme) -> None:
    north = made("bubble", theme).series[0]
    assert [(point.x, point.value, point.size) for point in north.points] == [
        (Decimal("61.2"), Decimal("3.1"), Decimal("5.9")),
        (Decimal("66.0"), Decimal("2.9"), Decimal("10.5")),
        (Decimal("47.9"), Decimal("3.0"), Decimal("5.6")),
    ]


# Ticks as the paper prints them, their values, and the format that prints them in every program;
# none where it would take separators of the user's system, a sign of ours, or too many sections.
FORMATS = [
    ("0 20 40", "0 20 40", "0"),
    ("0 1,000", "0 1000", '[<1000]0;0","000'),
    ("500 1,000 1,500", "500 1000 1500", '[<1000]0;0","000'),
    ("1,000 2,000", "1000 2000", '0","000'),
    ("0 1.000 2.000", "0 1000 2000", '[<1000]0;0"."000'),
    ("0 5\u202f000 10\u202f000", "0 5000 10000", '[<5000]0;0"\u202f"000'),
    ("0 5000 10\u00a0000", "0 5000 10000", '[<10000]0;0"\u00a0"000'),
    (
        "0 500,000 1,000,000",
        "0 500000 1000000",
        '[<500000]0;[<1000000]0","000;0","000","000',
    ),
    ("0% 50%", "0 50", '0"%"'),
    ("0\u00a0% 50\u00a0%", "0 50", '0"\u00a0%"'),
    ("$0bn $500bn $1,000bn", "0 500 1000", '[<1000]"$"0"bn";"$"0","000"bn"'),
    ("\u221220 0 20", "-20 0 20", "0"),
    ("\u22121,000 0 1,000", "-1000 0 1000", ""),
    ("0 1,000 1,000,000 1,000,000,000", "0 1000 1000000 1000000000", ""),
    ("0 0.5 1.0", "0 0.5 1", ""),
    ("0,0 2,5 5,0", "0 2.5 5", ""),
    ("", "1", ""),
]


@pytest.mark.parametrize(("printed", "values", "expected"), FORMATS)
def test_every_program_prints_ticks_as_the_paper_does(
    printed: str, values: str, expected: str
) -> None:
    ticks = zip(printed.split(" "), map(Decimal, values.split()), strict=True)
    assert tick_format(tuple(Tick(value, Run(text)) for text, value in ticks)) == expected


def test_slots_are_colours_of_the_theme(theme: Theme) -> None:
    assert rgb("accent2", theme) == "#5B97DB"
    assert rgb("text2", theme) == "#2B6CB3"
    assert rgb("muted", theme) == "#8792A0"
    greys = [rgb(grey_slot(place, 5), theme) for place in range(1, 6)]
    assert greys == sorted(greys)
    for unknown in ("accent7", "accent0", "mauve", ""):
        with pytest.raises(KeyError):
            rgb(unknown, theme)
