"""Columns with lines: each by its own axis, both named in the colours of their marks."""

from __future__ import annotations

import pathlib
import re
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from builder.charts import display_list, native_chart
from builder.charts.native import parts_of, rgb
from builder.charts.resolving.axes import beside_name
from builder.model.chart import ResolvedChart
from builder.model.displaylist import DisplayList, Path, Text
from builder.model.text import Run, plain
from builder.outputs.handout import handout
from builder.outputs.pptx import plan_deck, with_pages
from builder.outputs.pptx.plan.model import GroupItem
from builder.problems import Problems
from builder.resolve import resolve
from builder.theme.theme import Theme
from tests.charts import apart, samples
from tests.outputs.pptx.making import PAPER, briefing, chart_use, slide, written
from tests.outputs.pptx.opened import Opened
from tests.resolve.making import chart, chart_spec, content, table


def drawn(theme: Theme) -> DisplayList:
    return display_list(samples.column_line(), theme, 453.5, None)


def heights(picture: DisplayList, words: tuple[str, str]) -> tuple[float, float]:
    """Return where two ticks stand."""
    found = {text.text: text.y + 0.33 * text.size for text in picture.texts}
    return found[words[0]], found[words[1]]


def test_columns_are_as_high_as_their_values_on_the_first_axis(theme: Theme) -> None:
    picture = drawn(theme)
    low, high = heights(picture, ("0", "1,000"))
    boxes = [m.box for m in apart.marks(picture)[1:] if m.fill == rgb("accent1", theme)]
    tops = [(box[3] - low) / (high - low) * 1000 for box in boxes]
    assert tops == pytest.approx([812, 799, 610, 655, 598], abs=3)


def test_dots_of_the_line_stand_at_their_values_on_the_second_axis(theme: Theme) -> None:
    picture = drawn(theme)
    low, high = heights(picture, ("1,400", "1,900"))
    dots = [m.box for m in apart.marks(picture)[1:] if m.fill == rgb("accent2", theme)]
    stand = [1400 + ((box[1] + box[3]) / 2 - low) / (high - low) * 500 for box in dots]
    assert stand == pytest.approx([1450, 1490, 1660, 1855], abs=3)


def test_a_missing_value_interrupts_the_line(theme: Theme) -> None:
    strokes = [
        item.data
        for item in drawn(theme).operations
        if isinstance(item, Path)
        and not item.fill
        and item.stroke
        and item.stroke.colour == rgb("accent2", theme)
    ]
    assert [len(re.findall(r"[ml]", data)) for data in strokes] == [2, 2]


def test_both_scales_are_named_in_the_colours_of_their_marks(theme: Theme) -> None:
    colours = {text.text: text.colour for text in drawn(theme).texts}
    assert colours["Calls"] == rgb("text1", theme)
    assert colours["Freight per call (tonnes)"] == rgb("text2", theme)
    made = native_chart(samples.column_line(), theme)
    assert made is not None
    assert made.second_axis is not None
    assert made.value_axis.title_colour == "text1"
    assert (plain(made.second_axis.title), made.second_axis.title_colour) == (
        "Freight per call (tonnes)",
        "text2",
    )


def test_the_handout_draws_the_line_and_its_axis_as_the_deck_has_them(theme: Theme) -> None:
    made = briefing(slide("One", chart_use("column_line")), charts=(samples.column_line(),))
    plan = with_pages(plan_deck(made, theme, Problems()), PAPER)
    shown = handout(plan, theme, Problems()).slides[1].picture
    drawn = [item for each in shown.stretches for part in each.parts for item in part.operations]
    said = {item.text for item in drawn if isinstance(item, Text)}
    assert {"1,400", "1,900"} <= said
    colour = rgb("accent2", theme.on_screen)
    strokes = [item for item in drawn if isinstance(item, Path) and item.stroke and not item.fill]
    assert [item.stroke.colour for item in strokes if item.stroke].count(colour) == 2


def breaks(chart: ResolvedChart, theme: Theme) -> tuple[int, int]:
    """Return how many strokes in the colour of the second scale the paper has, and how many the
    deck's mark of a break.
    """
    colour, picture = rgb("text2", theme), display_list(chart, theme, 453.5, None)
    paths = [item for item in picture.operations if isinstance(item, Path)]
    on_paper = sum(each.stroke is not None and each.stroke.colour == colour for each in paths)
    made = briefing(slide("One", chart_use("column_line")), charts=(chart,))
    items = with_pages(plan_deck(made, theme, Problems()), PAPER).slides[1].items
    named = [each for each in items if isinstance(each, GroupItem) and "break" in each.name]
    return on_paper, sum(len(each.shapes) for each in named)


def test_a_second_axis_that_does_not_begin_at_zero_bears_the_mark_of_a_break(theme: Theme) -> None:
    broken = samples.column_line()
    assert breaks(broken, theme) == (3, 3)  # its line, and the two strokes across it
    whole = replace(broken, second_axis=samples.axis(0, 2000, 400, title="Freight per call"))
    assert breaks(whole, theme) == (0, 0)


DATA = "year,calls,freight,share\n2021,812,1450,31\n2022,640,1790,44\n"


def test_the_second_axis_has_as_many_ticks_as_the_first() -> None:
    made = chart(
        "column_line", table="held", x="year", y=("calls", "freight"), data=(table("held", DATA),)
    )
    assert made.value_axis is not None
    assert made.second_axis is not None
    assert len(made.second_axis.ticks) == len(made.value_axis.ticks)
    assert made.second_axis.min <= 1450
    assert made.second_axis.max >= 1790
    assert made.value_axis.min == 0


@pytest.mark.parametrize(("least", "begins"), [("11.18", 0), ("16", 0), ("20", 20)])
def test_a_second_axis_begins_at_zero_as_columns_do_unless_its_values_lie_far_above(
    least: str, begins: int
) -> None:
    data = f"year,calls,cost\n2021,812,{least}\n2022,640,21.6\n"
    made = chart(
        "column_line", table="held", x="year", y=("calls", "cost"), data=(table("held", data),)
    )
    assert made.second_axis is not None
    assert made.second_axis.min == begins


def test_lines_are_those_that_are_named_and_stand_last() -> None:
    made = chart(
        "column_line",
        table="held",
        x="year",
        y=("share", "calls", "freight"),
        lines=("share",),
        data=(table("held", DATA),),
    )
    assert [series.name.text for series in made.series] == ["calls", "freight", "share"]
    assert made.lines == 1
    assert made.second_axis is not None
    assert [series.colour for series in made.series] == [0, 1, 2]
    assert made.second_axis.max >= Decimal(44)


@pytest.mark.parametrize(
    ("name", "unit", "tag", "said"),
    [
        ("Coût par élève", "EUR", "fr", " (€)"),
        ("Coût par élève (€)", "EUR", "fr", ""),
        ("Élèves transportés", "élèves", "fr", ""),
        ("Élèves transportés", "km", "fr", " (km)"),
        ("Spending", "USD bn", "en-GB", " ($bn)"),
        ("Share of pupils", "%", "en-GB", ""),
        ("Kilometres", "km", "en-GB", " (km)"),
        ("Journeys, thousand", "thousand journeys", "en-GB", ""),
        ("Journeys", "thousand journeys", "en-GB", " (thousand journeys)"),
        ("Net cost, £ million", "GBP mn", "en-GB", ""),
        ("Net cost, £", "GBP mn", "en-GB", " (£m)"),
        ("Net cost, € million", "GBP mn", "en-GB", " (£m)"),
        ("Kosten, Mio. Euro", "EUR mn", "de", ""),
        ("Kosten, Millionen Euro", "EUR mn", "de", ""),
        ("Kosten, Tausend Euro", "EUR mn", "de", " (Mio.\u00a0€)"),
        ("Dépenses, en millions d’euros", "EUR mn", "fr", ""),
        ("Витрати, млн ₴", "UAH mn", "uk", ""),
        ("Витрати, млн грн", "UAH mn", "uk", ""),
        ("Витрати", "UAH mn", "uk", " (млн\u00a0грн)"),
    ],
)
def test_a_scale_says_its_unit_once_and_money_by_its_sign(
    name: str, unit: str, tag: str, said: str
) -> None:
    assert beside_name(name, unit, tag) == said


@pytest.mark.parametrize(("claim", "told"), [("", 1), ("met", 0)])
def test_a_claim_within_the_title_answers_for_two_scales(claim: str, told: int) -> None:
    title = (Run("Calls "), Run("fell", claim=claim))
    spec = chart_spec(
        "column_line", table="held", x="year", y=("calls", "share"), title=title, source=("survey",)
    )
    problems = Problems()
    resolve(content(charts=(spec,), data=(table("held", DATA),)), problems)
    assert sum("second axis" in each.found for each in problems.found) == told


MIXED = "year,pupils,cost\n2023,312,1.57\n2024,298,1.8\n"
LONG = "what,year,held\npupils,2023,312\npupils,2024,298\ncost,2023,1.57\ncost,2024,1.8\n"


@pytest.mark.parametrize(
    "about",
    [
        {"y": ("pupils", "cost"), "data": (table("held", MIXED),)},
        {"y": ("cost", "pupils"), "lines": ("cost",), "data": (table("held", MIXED),)},
        {"y": ("held",), "series": "what", "data": (table("held", LONG),)},
    ],
)
@pytest.mark.parametrize(
    ("decimals", "rates"), [(None, ["1.57", "1.8"]), (2, ["1.57", "1.80"]), (1, ["1.6", "1.8"])]
)
def test_each_side_has_decimals_of_its_own(
    about: dict[str, Any], decimals: int | None, rates: list[str], theme: Theme
) -> None:
    made = chart("column_line", table="held", x="year", decimals=decimals, **about)
    columns, line = ([datum.label.text for datum in each.data] for each in made.series)
    assert (columns, line) == (["312", "298"], rates)
    heard = plain(made.alt)
    assert "312" in heard
    assert "312.0" not in heard
    native = native_chart(made, theme)
    assert native is not None
    codes = [series.number_format or native.number_format for series in native.series]
    assert codes == ["#,##0", "#,##0.0" if decimals == 1 else "#,##0.00"]


def test_the_deck_stores_each_side_in_its_own_format(tmp_path: pathlib.Path) -> None:
    made = chart(
        "column_line",
        table="held",
        x="year",
        y=("pupils", "cost"),
        decimals=2,
        data=(table("held", MIXED),),
    )
    deck = written(briefing(slide("One", chart_use(made.id)), charts=(made,)), tmp_path)
    parts = Opened.of(deck).parts
    (book,) = (load_workbook(BytesIO(parts[name])) for name in parts if name.endswith(".xlsx"))
    sheet = book.worksheets[0]
    assert [sheet.cell(2, column).number_format for column in (2, 3)] == ["#,##0", "#,##0.00"]
    (xml,) = (
        parts[name].decode() for name in parts if "/charts/chart" in name and "rels" not in name
    )
    codes = re.findall(r"<c:numCache><c:formatCode>(.*?)<", xml)
    assert [code for code in codes if "#" in code] == ["#,##0", "#,##0.00"]


def test_lines_of_whole_numbers_stay_whole_beside_columns_with_decimals() -> None:
    made = chart(
        "column_line",
        table="held",
        x="year",
        y=("cost", "pupils"),
        decimals=2,
        data=(table("held", MIXED),),
    )
    assert [[datum.label.text for datum in each.data] for each in made.series] == [
        ["1.57", "1.80"],
        ["312", "298"],
    ]


UNEVEN = "year,n,price\n1990,5,1.5\n2000,6,2.5\n2020,7,2\n2022,8,4.5"


def uneven(rows: str = UNEVEN) -> ResolvedChart:
    return chart("column_line", data=(table("t", rows),), table="t", x="year", y=("n", "price"))


def test_dates_that_are_left_out_have_empty_categories_which_the_line_runs_through(
    theme: Theme,
) -> None:
    made = uneven()
    assert [run.text for run in made.categories] == [str(year) for year in range(1990, 2024, 2)]
    picture = display_list(made, theme, 453.5, None)
    strokes = [
        item.data
        for item in picture.operations
        if isinstance(item, Path) and item.stroke and item.stroke.colour == rgb("accent2", theme)
    ]
    assert [len(re.findall(r"[ml]", data)) for data in strokes] == [4]
    native = native_chart(made, theme)
    assert native is not None
    assert native.spanned


def test_a_line_with_a_gap_of_its_own_stands_evenly_and_is_told_of_once() -> None:
    rows = UNEVEN.replace("2000,6,2.5", "2000,6,")
    assert len(uneven(rows).categories) == 4
    spec = chart_spec(
        "column_line",
        title=(Run("One"),),
        table="t",
        x="year",
        y=("n", "price"),
        source=("survey",),
    )
    problems = Problems()
    resolve(content(charts=(spec,), data=(table("t", rows),)), problems)
    found = [each.found for each in problems if "evenly apart" in each.found]
    assert len(found) == 1


def test_a_slides_line_runs_on_and_one_that_is_interrupted_does_not(
    tmp_path: pathlib.Path,
) -> None:
    for made, blanks in ((uneven(), "span"), (samples.column_line(), "gap")):
        told = briefing(slide("One", chart_use(made.id)), charts=(made,))
        deck = Opened.of(written(told, tmp_path))
        parts = [part for part in deck.parts if part.startswith("ppt/charts/chart")]
        held = [deck.parts[part] for part in parts]
        assert [re.findall(rb'dispBlanksAs val="(\w+)"', part) for part in held] == [
            [blanks.encode()]
        ]


def test_the_key_of_a_line_is_a_line_without_a_pattern_in_every_file(theme: Theme) -> None:
    text = "year,guests,rate,share\n2019,12400,91,88\n2020,3100,97,92\n"
    made = chart(
        "column_line", data=(table("t", text),), table="t", x="year",
        y=("guests", "rate", "share"), lines=("rate", "share"),
    )  # fmt: skip
    native = native_chart(made, theme)
    assert native is not None
    assert [key.marker for key in native.keys] == ["none", "dash", "dash"]
    assert not any(parts_of(key.colour)[1] for key in native.keys[1:])
    picture = display_list(made, theme, 453.5, None)
    words = {each.text: each for each in picture.texts}
    for name, slot in (("rate", "accent2"), ("share", "accent3")):
        beside = [
            item
            for item in picture.operations
            if isinstance(item, Path)
            and item.stroke
            and item.stroke.colour == rgb(slot, theme)
            and abs(float(item.data.split()[1]) - words[name].y) < 6
            and float(item.data.split()[0]) < words[name].x
        ]
        assert beside, name
