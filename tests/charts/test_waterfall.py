"""Waterfalls: what is drawn on paper, and what PowerPoint is given to stack."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from builder.charts import display_list, native_chart
from builder.charts.native import NativeChart, rgb
from builder.content import read_theme
from builder.model.chart import ResolvedChart
from builder.model.displaylist import DisplayList
from builder.model.displaylist import Path as Shape
from builder.model.text import plain
from builder.outputs.pptx.plan.ledger import number_text
from builder.problems import NOWHERE, Problems
from builder.theme.theme import Theme
from tests.charts import samples
from tests.charts.test_kinds import fills, text

WIDTH = 453.5
TOTAL, RISE, FALL, GREY = "#10447C", "#5B97DB", "#A52625", "#8792A0"


def drawn(chart: ResolvedChart, theme: Theme) -> DisplayList:
    return display_list(chart, theme, WIDTH, None)


def in_powerpoint(chart: ResolvedChart, theme: Theme) -> NativeChart:
    made = native_chart(chart, theme)
    assert made is not None
    return made


def columns(chart: NativeChart) -> dict[str, list[str]]:
    """Return the cells of each series by its name."""
    return {
        series.name.text: ["" if p.value is None else number_text(p.value) for p in series.points]
        for series in chart.series
    }


def test_totals_stand_on_the_axis_and_steps_float_between_their_levels(theme: Theme) -> None:
    picture = drawn(samples.waterfall(), theme)
    first, last = fills(picture, TOTAL)
    rises, falls = fills(picture, RISE), fills(picture, FALL)
    assert first[1] == pytest.approx(last[1], abs=0.05)
    unit = (first[3] - first[1]) / 100
    assert [(top - bottom) / unit for _, bottom, _, top in (*rises, *falls, last)] == pytest.approx(
        [45, 15, 20, 8, 132], abs=0.1
    )
    assert rises[0][1] == pytest.approx(first[3], abs=0.05)
    assert falls[0][3] == pytest.approx(rises[1][3], abs=0.05)
    assert falls[1][1] == pytest.approx(last[3], abs=0.05)


def test_connectors_lead_from_each_bar_to_the_next_at_its_level(theme: Theme) -> None:
    picture = drawn(samples.waterfall(), theme)
    lines = [
        item
        for item in picture.operations
        if isinstance(item, Shape) and item.stroke and item.stroke.colour == GREY
    ]
    bars = sorted(box for colour in (TOTAL, RISE, FALL) for box in fills(picture, colour))
    assert len(lines) == len(bars) - 1
    levels = [float(line.data.split()[1]) for line in lines]
    assert levels == pytest.approx(
        [bars[0][3], bars[1][3], bars[2][3], bars[3][1], bars[4][1]], abs=0.05
    )


def test_values_stand_beyond_their_bars_signed_and_totals_in_bold(theme: Theme) -> None:
    picture = drawn(samples.crossing(), theme)
    assert text(picture, "20").font == "SourceSans3-Semibold"
    assert text(picture, "+25").font == "SourceSans3-Regular"
    lowest = min(box[1] for box in (*fills(picture, FALL), *fills(picture, RISE)))
    assert text(picture, "−30").y < lowest
    assert text(picture, "−60").y > max(box[3] for box in fills(picture, FALL)) - 12


def test_one_highlighted_step_stands_in_colour_against_grey(theme: Theme) -> None:
    chart = samples.waterfall()
    data = tuple(
        replace(datum, emphasised=place == 1) for place, datum in enumerate(chart.series[0].data)
    )
    picture = drawn(replace(chart, series=(replace(chart.series[0], data=data),)), theme)
    assert len(fills(picture, RISE)) == 1
    assert len(fills(picture, GREY)) == 5
    assert text(picture, "+45").font == "SourceSans3-Semibold"


def test_bars_too_narrow_for_their_values_get_an_axis_instead(theme: Theme) -> None:
    values = ("1000", *["-30000", "30000"] * 15)
    data = tuple(samples.datum(value, f"{int(value):+,}") for value in values)
    chart = replace(
        samples.waterfall(),
        categories=samples.runs(str(2000 + at) for at in range(len(values))),
        series=(replace(samples.waterfall().series[0], data=data),),
        spans=samples.spans(values),
        value_axis=samples.axis(-30000, 10000, 10000, shown=False),
    )
    said = {item.text for item in display_list(chart, theme, 260, None).texts}
    assert "-30,000" in said
    assert "+30,000" not in said


def test_powerpoint_stacks_steps_on_an_invisible_base(theme: Theme) -> None:
    chart = in_powerpoint(samples.waterfall(), theme)
    assert chart.type == "COLUMN_STACKED"
    assert chart.overlap == 100
    assert columns(chart) == {
        "Spacing, no values": ["", "100", "145", "140", "132", ""],
        "Total": ["100", "", "", "", "", "132"],
        "Increase": ["", "45", "15", "", "", ""],
        "Decrease": ["", "", "", "20", "8", ""],
    }
    assert [series.colour for series in chart.series] == ["none", "accent1", "accent2", "accent6"]


def test_a_bar_across_zero_is_one_part_above_and_one_below(theme: Theme) -> None:
    chart = in_powerpoint(samples.crossing(), theme)
    assert columns(chart) == {
        "Spacing, no values": ["", "", "-40", "-45", "", "20", ""],
        "Total": ["20", "", "", "", "", "", "20"],
        "Increase": ["", "", "", "-25", "25", "", ""],
        "Decrease": ["", "20", "-30", "", "", "5", ""],
        "Increase, below zero": ["", "", "", "", "-45", "", ""],
        "Decrease, below zero": ["", "-40", "", "", "", "", ""],
    }
    labels = [plain(p.label) for series in chart.series for p in series.points if p.label]
    assert sorted(labels) == sorted(d.label.text for d in samples.crossing().series[0].data)


@pytest.mark.parametrize("make", [samples.waterfall, samples.crossing])
def test_stacked_as_powerpoint_does_every_bar_lies_where_the_paper_draws_it(
    make: object, theme: Theme
) -> None:
    chart: ResolvedChart = make()  # type: ignore[operator]
    made = in_powerpoint(chart, theme)
    for at, span in enumerate(chart.spans):
        up = down = Decimal(0)
        seen: list[Decimal] = []
        for series in made.series:
            value = series.points[at].value
            if value is None:
                continue
            start, end = (up, up + value) if value >= 0 else (down, down + value)
            up, down = (end, down) if value >= 0 else (up, end)
            if series.colour != "none":
                seen += [start, end]
        assert (min(seen), max(seen)) == (min(span.start, span.end), max(span.start, span.end))


def test_steps_own_their_cells_and_the_rest_are_places_on_the_axis(theme: Theme) -> None:
    chart = in_powerpoint(samples.waterfall(), theme)
    owned = {
        (series.name.text, number_text(value)): (owner.kind, point.opposite)
        for series in chart.series
        for point in series.points
        for value, owner in point.cells
    }
    assert owned["Spacing, no values", "145"] == ("tick", False)
    assert owned["Increase", "45"] == ("figure", False)
    assert owned["Decrease", "20"] == ("figure", True)


def test_the_series_are_named_in_the_language_of_the_briefing(theme: Theme) -> None:
    chart = replace(samples.crossing(), language="de")
    assert list(columns(in_powerpoint(chart, theme))) == [
        "Abstand, keine Werte",
        "Gesamt",
        "Anstieg",
        "Rückgang",
        "Anstieg, unter null",
        "Rückgang, unter null",
    ]


@pytest.mark.parametrize("name", ["paperdeck", "ministry"])
def test_totals_rises_and_falls_stay_apart_in_grey(name: str) -> None:
    theme = read_theme(name, Path(), Problems(), NOWHERE)
    assert theme is not None
    places = (theme.colours.total, theme.colours.rise, theme.colours.fall)
    total, rise, fall = (lightness(rgb(f"accent{n}", theme)) for n in places)
    assert abs(rise - fall) > 16
    assert min(abs(total - rise), abs(total - fall)) > 7.5


def lightness(colour: str) -> float:
    """Return L* of `#RRGGBB` (CIE 1976)."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels
    )
    return 116 * (0.2126 * red + 0.7152 * green + 0.0722 * blue) ** (1 / 3) - 16


def test_a_theme_has_its_own_colours_for_rises_and_falls(theme: Theme) -> None:
    green = replace(theme, colours=replace(theme.colours, rise=3, fall=5, total=4))
    picture = display_list(samples.waterfall(), green, 453.5, None)
    assert fills(picture, green.colours.series[2])
    assert fills(picture, green.colours.series[4])
    assert not fills(picture, RISE)
    made = native_chart(samples.waterfall(), green)
    assert made is not None
    assert {series.colour for series in made.series} >= {"accent4", "accent3", "accent5"}
