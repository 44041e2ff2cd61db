"""What each kind draws: the marks' sizes and colours, and the words at them."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest

from builder.charts import DisplayList, display_list
from builder.model.chart import Datum, ResolvedChart, Series
from builder.model.displaylist import Path, Text
from builder.model.text import Run
from builder.theme.theme import Theme
from tests.charts import samples
from tests.shares import share

WIDTH = 453.5
ACCENT, GREY, SKY, TEAL = "#10447C", "#8792A0", "#5B97DB", "#20786C"


def drawn(chart: ResolvedChart, theme: Theme) -> DisplayList:
    return display_list(chart, theme, WIDTH, None)


def fills(picture: DisplayList, colour: str) -> list[tuple[float, float, float, float]]:
    """Return left, bottom, right and top of each shape filled with a colour, the rule left out."""
    boxes = []
    for item in picture.operations:
        if isinstance(item, Path) and item.fill == colour:
            places = re.findall(r"(-?[\d.]+) (-?[\d.]+) [ml]", item.data)
            across = [float(x) for x, _ in places]
            up = [float(y) for _, y in places]
            boxes.append((min(across), min(up), max(across), max(up)))
    return [box for box in boxes if round(box[3] - box[1], 1) != 2.2]


def text(picture: DisplayList, words: str) -> Text:
    return next(item for item in picture.texts if item.text == words)


def test_bars_are_as_long_as_their_values_and_the_first_stands_on_top(theme: Theme) -> None:
    picture = drawn(samples.bar(), theme)
    bars = [*fills(picture, ACCENT), *fills(picture, GREY)]
    lengths = [right - left for left, _, right, _ in bars]
    values = [float(datum.value or 0) for datum in samples.bar().series[0].data]
    assert [length / lengths[0] for length in lengths] == pytest.approx(
        [value / values[0] for value in values], abs=1e-3
    )
    assert bars[0][1] == max(bottom for _, bottom, _, _ in bars)


def test_one_highlight_stands_in_colour_and_bold_against_grey(theme: Theme) -> None:
    picture = drawn(samples.bar(), theme)
    assert len(fills(picture, ACCENT)) == 1
    assert len(fills(picture, GREY)) == 5
    assert text(picture, "38.4").font == "SourceSans3-Semibold"
    assert text(picture, "27.9").font == "SourceSans3-Regular"


def test_where_nothing_is_highlighted_nothing_is_bold_or_grey(theme: Theme) -> None:
    bar = samples.bar()
    data = tuple(replace(datum, emphasised=True) for datum in bar.series[0].data)
    picture = drawn(replace(bar, series=(replace(bar.series[0], data=data),)), theme)
    assert len(fills(picture, ACCENT)) == 6
    assert text(picture, "38.4").font == "SourceSans3-Regular"


def test_three_bars_make_a_low_chart_with_their_hedges_and_units(theme: Theme) -> None:
    picture = drawn(samples.short_bar(), theme)
    assert picture.height < 135
    assert {">3,700 vans", "≥400 lorries", "11 buses"} <= {item.text for item in picture.texts}


def test_columns_carry_their_values_and_no_axis(theme: Theme) -> None:
    picture = drawn(samples.column(), theme)
    assert [item.text for item in picture.texts if "$" in item.text] == [
        "$240bn",
        "$660bn",
        "$800bn",
    ]
    assert theme.colours.grid not in {
        item.stroke.colour
        for item in picture.operations
        if isinstance(item, Path) and item.stroke is not None
    }


def test_columns_too_narrow_for_their_values_get_an_axis_instead(theme: Theme) -> None:
    wide = samples.grouped()
    many = replace(
        wide,
        categories=wide.categories * 2,
        series=tuple(replace(row, data=row.data * 2) for row in wide.series * 3),
    )
    said = {item.text for item in display_list(many, theme, 260, None).texts}
    assert {"0", "20", "40", "60"} <= said
    assert "41" not in said


def test_a_negative_value_hangs_below_the_baseline_with_its_label(theme: Theme) -> None:
    data = (samples.datum("5"), samples.datum("-3", "\u22123"))
    picture = drawn(
        replace(
            samples.column(),
            categories=samples.runs(("Up", "Down")),
            series=(Series(Run("Change"), data, 0),),
            value_axis=None,
        ),
        theme,
    )
    up, down = fills(picture, ACCENT)
    assert up[1] == pytest.approx(down[3], abs=0.05)
    assert text(picture, "\u22123").y < down[1]


def test_grouped_columns_keep_the_earlier_series_grey_and_name_both_above(theme: Theme) -> None:
    picture = drawn(samples.grouped(), theme)
    grey, colour = fills(picture, GREY), fills(picture, ACCENT)
    assert len(grey) == len(colour) == 5 + 1  # a swatch each
    assert text(picture, "2020").y == text(picture, "2025").y > text(picture, "52").y


def test_stacks_end_at_their_totals_which_stand_bold_above(theme: Theme) -> None:
    picture = drawn(samples.stacked(), theme)
    tops = [box[3] for box in fills(picture, TEAL)]
    for total, top in zip(samples.stacked().totals, tops, strict=True):
        label = text(picture, total.label.text)
        assert label.font == "SourceSans3-Semibold"
        assert 0 < label.y - top < 8


def test_parts_of_a_stack_are_named_beside_the_last_one_in_darker_variants(theme: Theme) -> None:
    picture = drawn(samples.stacked(), theme)
    names = [text(picture, name) for name in ("Grants", "Loans", "Guarantees")]
    assert [name.colour for name in names] == [ACCENT, "#2B6CB3", TEAL]
    assert names[0].y < names[1].y < names[2].y


def test_lines_are_named_at_their_ends_with_the_last_value_and_kept_apart(theme: Theme) -> None:
    picture = drawn(samples.line(), theme)
    last = {row.name.text: row.data[-1].label.text for row in samples.line().series}
    ends = [text(picture, f"{name} {value}") for name, value in last.items()]
    assert len({end.x for end in ends}) == 1
    heights = sorted(end.y for end in ends)
    assert min(b - a for a, b in pairwise(heights)) > 8.5


def test_a_missing_value_interrupts_a_line(theme: Theme) -> None:
    gap = Datum(None, Run(""))
    data = (*(samples.datum(value) for value in "123"), gap, *(samples.datum(v) for v in "45"))
    chart = replace(
        samples.line(), categories=samples.runs("abcdef"), series=(Series(Run(""), data, 0),)
    )
    strokes = [
        item.data
        for item in drawn(chart, theme).operations
        if isinstance(item, Path) and item.stroke and item.stroke.width == 1.6
    ]
    assert [data.count("l") for data in strokes] == [2, 1]


def test_a_highlighted_point_of_a_line_is_labelled_and_a_highlighted_line_is_not_greyed(
    theme: Theme,
) -> None:
    chart = samples.line()
    first = chart.series[0]
    marked = replace(first.data[20], emphasised=True)
    data = (*first.data[:20], marked, *first.data[21:])
    picture = drawn(replace(chart, series=(replace(first, data=data), *chart.series[1:])), theme)
    assert text(picture, marked.label.text).colour == ACCENT
    whole = replace(first, data=tuple(replace(d, emphasised=True) for d in first.data))
    picture = drawn(replace(chart, series=(whole, *chart.series[1:])), theme)
    colours = {i.stroke.colour for i in picture.operations if isinstance(i, Path) and i.stroke}
    assert {ACCENT, GREY} <= colours
    assert SKY not in colours


def test_areas_pile_up_and_are_parted_by_white(theme: Theme) -> None:
    picture = drawn(samples.area(), theme)
    coal, wind, sun = (fills(picture, colour)[0] for colour in (ACCENT, SKY, TEAL))
    assert coal[3] < wind[3] < sun[3]
    edges = {i.stroke for i in picture.operations if isinstance(i, Path) and i.fill == SKY}
    assert [edge.colour for edge in edges if edge] == [theme.colours.paper.upper()]


def test_a_doughnut_of_two_parts_has_its_centre_text_and_both_values(theme: Theme) -> None:
    picture = drawn(samples.share(), theme)
    sizes = sorted(item.size for item in picture.texts if item.text == "90%")
    assert sizes == [9.0, 19.0]
    assert {"from one supplier", "10%"} <= {item.text for item in picture.texts}
    assert {ACCENT, GREY} <= {i.fill for i in picture.operations if isinstance(i, Path)}


def test_a_centre_text_too_long_for_the_hole_heads_the_list(theme: Theme) -> None:
    long = "thirteen hundred thousand and eleven tonnes of everything"
    picture = drawn(replace(samples.share(), centre=samples.runs((long,))), theme)
    assert text(picture, long).x == text(picture, long).x > 130


def test_larger_bubbles_lie_below_smaller_ones_and_show_size_by_area(theme: Theme) -> None:
    chart = samples.bubble()
    picture = drawn(chart, theme)
    discs = [
        item
        for item in picture.operations
        if isinstance(item, Path) and item.stroke and item.stroke.width == 1.0 and item.fill
    ]
    assert len(discs) == len(chart.points)
    widths = []
    for disc in discs:
        across = [float(x) for x, _ in re.findall(r"(-?[\d.]+) (-?[\d.]+) [mc]", disc.data)]
        widths.append(max(across) - min(across))
    assert widths == sorted(widths, reverse=True)
    sizes = sorted((float(p.size.value or 0) for p in chart.points if p.size), reverse=True)
    assert widths[1] / widths[0] == pytest.approx((sizes[1] / sizes[0]) ** 0.5, abs=0.01)


def test_groups_of_a_scatter_chart_differ_in_shape_as_well_as_colour(theme: Theme) -> None:
    picture = drawn(samples.scatter(), theme)
    corners = {
        (item.fill, item.data.count("l"), item.data.count("c"))
        for item in picture.operations
        if isinstance(item, Path) and item.stroke and item.stroke.width == 1.0 and item.fill
    }
    shapes = {shape[1:] for shape in corners}
    assert len(corners) == 4
    assert len(shapes) >= 3


def test_events_stand_in_order_on_a_band_of_years(theme: Theme) -> None:
    picture = drawn(samples.timeline(), theme)
    years = [text(picture, str(year)) for year in range(2021, 2028)]
    assert [year.x for year in years] == sorted(year.x for year in years)
    assert len({year.y for year in years}) == 1
    owners = {run.owner.kind for run in picture.printed if run.text == "2024" and run.owner}
    assert owners == {"tick"}


def test_a_timeline_of_three_events_is_low_and_shows_the_months_around_them(theme: Theme) -> None:
    picture = drawn(samples.three_events(), theme)
    assert picture.height < 125
    assert {"Sep 2023", "Jun 2024", "Sep 2024", "2023", "2024"} <= {
        item.text for item in picture.texts
    }


@pytest.mark.longer
def test_a_crowded_timeline_becomes_a_list(theme: Theme) -> None:
    crowd = tuple(
        samples.event(2024, 5, day, f"Something of note happened on this day, number {day}")
        for day in range(1, 13)
    )
    picture = drawn(replace(samples.timeline(), events=crowd), theme)
    dates = [item for item in picture.texts if item.text.endswith("May 2024")]
    assert len({item.y for item in dates}) == 12
    assert [item.y for item in dates] == sorted((item.y for item in dates), reverse=True)


def test_a_title_may_hold_dollars_and_stays_words(theme: Theme) -> None:
    title = samples.words("From $5 bn to $7 bn in a_year")
    picture = drawn(replace(samples.bar(), title=title), theme)
    assert picture.texts[0].text == "From $5 bn to $7 bn in a_year"


def test_emphasis_in_a_title_is_set_in_italics(theme: Theme) -> None:
    title = (Run("The fall of the "), Run("Marie Celeste", emphasis=True), Run(" trade"))
    picture = drawn(replace(samples.bar(), title=title), theme)
    assert [item.font for item in picture.texts[:3]] == [
        "SourceSans3-Semibold",
        "SourceSans3-BoldIt",
        "SourceSans3-Semibold",
    ]


@pytest.mark.parametrize("name", share(samples.ALL, 12))
def test_the_same_chart_is_drawn_the_same_twice(name: str, theme: Theme) -> None:
    assert drawn(samples.ALL[name](), theme) == drawn(samples.ALL[name](), theme)


def test_a_chart_of_nothing_is_still_a_chart(theme: Theme) -> None:
    kinds = ("bar", "column", "stacked", "line", "area", "doughnut", "scatter")
    for name in (*kinds, "timeline", "supply"):
        empty = replace(samples.ALL[name](), categories=(), series=(), totals=(), points=())
        empty = replace(empty, events=(), flows=())
        assert drawn(empty, theme).texts[0].text == samples.ALL[name]().title[0].text


def test_a_value_beyond_the_stated_axis_widens_it(theme: Theme) -> None:
    axis = samples.axis(0, 10, 5, shown=False)
    picture = drawn(replace(samples.column(), value_axis=axis), theme)
    assert max(box[3] for box in fills(picture, GREY)) < picture.height - 40
    assert Decimal(800) > axis.max


def test_stacks_too_narrow_for_their_totals_get_an_axis_instead(theme: Theme) -> None:
    chart = samples.stacked()
    totals = tuple(replace(t, label=Run(f"at least {t.label.text}")) for t in chart.totals)
    picture = display_list(replace(chart, totals=totals), theme, 260, None)
    said = {item.text for item in picture.texts}
    assert not any("at least" in words for words in said)
    assert {"0", "10", "50"} <= said
    assert "21.2" in said


@pytest.mark.longer
def test_a_name_that_other_bubbles_would_cover_is_left_out(theme: Theme) -> None:
    chart = samples.bubble()
    hub = chart.points[3]
    points = tuple(replace(point, x=hub.x, y=hub.y) for point in chart.points)
    crowd = tuple(replace(p, label=Run(f"{p.label.text} {n}")) for p in points for n in "abcd")
    picture = drawn(replace(chart, points=crowd), theme)
    names = [item for item in picture.texts if item.text.rstrip()[-2:] in (" a", " b", " c", " d")]
    assert 0 < len(names) < len(crowd)
