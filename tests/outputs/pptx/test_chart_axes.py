"""Axes in finished decks: dates as far apart as they are, ticks that no viewer's system alters."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import openpyxl
import pytest
from lxml import etree
from pptx import Presentation

from builder.model.chart import Axis, ResolvedChart
from builder.model.figure import Moment
from builder.model.land import Tick
from builder.model.text import Owner, Run
from tests.charts import samples
from tests.outputs.pptx.making import briefing, chart_use, complaints, slide, written
from tests.outputs.pptx.opened import C, Opened
from tests.outputs.pptx.test_charts import workbooks


def dated(kind: str, dates: str, names: str = "") -> ResolvedChart:
    """Return a chart of one series over dates that are not evenly apart."""
    moments = tuple(Moment(*map(int, date.split("-"))) for date in dates.split())
    values = [str(at * at + 1) for at in range(len(moments))]
    made = samples.line() if kind == "line" else samples.area()
    return replace(
        made,
        categories=samples.runs((names or dates).split()),
        moments=moments,
        series=(samples.series("Ships", values, 0),),
        value_axis=samples.axis(0, 50, 10),
    )


def deck(chart: ResolvedChart, folder: Path) -> Path:
    return written(briefing(slide("One", chart_use(chart.id)), charts=(chart,)), folder)


def texts(path: Path, group: str) -> dict[str, tuple[float, float]]:
    """Return the texts of a group of shapes by their words: their middles in points."""
    found = {}
    for each in Presentation(str(path)).slides:
        for shape in each.shapes:
            if shape.name.startswith(group):
                for area in shape.shapes:
                    middle = area.left + area.width / 2, area.top + area.height / 2
                    found[area.text_frame.text] = (middle[0] / 12700, middle[1] / 12700)
    return found


def only(element: etree._Element, path: str) -> str:
    (found,) = element.iterfind(path)
    return found.get("val", "")


@pytest.mark.parametrize("kind", ["line", "area"])
def test_years_that_are_not_evenly_apart_stand_on_an_axis_of_time(
    kind: str, tmp_path: Path
) -> None:
    path = deck(dated(kind, "1990 2000 2020 2030"), tmp_path)
    (chart,) = Opened.of(path).charts
    assert chart.find(f".//{C}catAx") is None
    assert only(chart, f".//{C}dateAx/{C}baseTimeUnit") == "days"
    assert only(chart, f".//{C}valAx/{C}crossBetween") == "midCat"
    cached = [point.text for point in chart.iterfind(f".//{C}cat//{C}v")]
    assert cached == ["1990", "2000", "2020", "2030"]
    (book,) = workbooks(path)
    assert [cell.value for cell in book.worksheets[0]["A"][1:]] == [1990, 2000, 2020, 2030]
    names = texts(path, "Categories")
    places = [names[year][0] for year in ("1990", "2000", "2020", "2030")]
    share = (places[1] - places[0]) / (places[3] - places[0])
    assert share == pytest.approx(0.25, abs=0.01)


def test_months_are_days_in_the_workbook_and_words_on_the_slide(tmp_path: Path) -> None:
    path = deck(dated("line", "2019-01 2019-06 2023-12", "Jan Jun Dec"), tmp_path)
    (book,) = workbooks(path)
    cells = book.worksheets[0]["A"][1:]
    assert [cell.value.date().isoformat() for cell in cells] == [
        "2019-01-01",
        "2019-06-01",
        "2023-12-01",
    ]
    assert {cell.number_format for cell in cells} == {"yyyy-mm-dd"}
    assert list(texts(path, "Categories")) == ["Jan", "Jun", "Dec"]
    (chart,) = Opened.of(path).charts
    assert only(chart, f".//{C}dateAx/{C}tickLblPos") == "none"


def stepped(values: str, printed: str) -> ResolvedChart:
    """Return a line chart with these ticks."""
    ticks = tuple(
        Tick(Decimal(value), Run(text, owner=Owner("tick", "line")))
        for value, text in zip(values.split(), printed.split(" "), strict=True)
    )
    low, high = ticks[0].value, ticks[-1].value
    axis = Axis(low, high, ticks[1].value - low, ticks, samples.words("Parts"))
    return replace(
        samples.line(),
        series=(samples.series("Ships", [str(high)] * 36, 0),),
        value_axis=axis,
    )


@pytest.mark.parametrize(
    ("values", "printed", "code"),
    [
        ("0 500 1000", "0 500 1,000", '[<1000]0;0","000'),
        ("0 500 1000", "0 500 1\u202f000", '[<1000]0;0"\u202f"000'),
        ("0 20 40", "0 20 40", "0"),
    ],
)
def test_ticks_have_no_separator_that_a_viewer_s_system_would_choose(
    values: str, printed: str, code: str, tmp_path: Path
) -> None:
    (chart,) = Opened.of(deck(stepped(values, printed), tmp_path)).charts
    axis = chart.find(f".//{C}valAx")
    assert axis is not None
    number_format = axis.find(f"{C}numFmt")
    assert number_format is not None
    assert number_format.get("formatCode") == code
    assert only(axis, f"{C}tickLblPos") == "low"


def test_ticks_with_decimals_are_texts_beside_their_lines(tmp_path: Path) -> None:
    path = deck(stepped("0 0.5 1.0", "0 0.5 1.0"), tmp_path)
    (chart,) = Opened.of(path).charts
    axis = chart.find(f".//{C}valAx")
    assert axis is not None
    assert only(axis, f"{C}tickLblPos") == "none"
    # The title keeps clear of texts that the program knows nothing of.
    assert axis.find(f"{C}title/{C}layout/{C}manualLayout/{C}x") is not None
    ticks = texts(path, "Ticks")
    assert list(ticks) == ["0", "0.5", "1.0"]
    heights = [middle for _, middle in ticks.values()]
    assert heights[0] - heights[1] == pytest.approx(heights[1] - heights[2], abs=0.1)


def test_a_value_between_gaps_has_a_dot_of_its_own(tmp_path: Path) -> None:
    line = replace(
        samples.line(),
        categories=samples.runs("ABCDEF"),
        series=(samples.series("Ships", ("5", None, "6", "7", None, "4"), 0),),
        value_axis=samples.axis(0, 10, 2),
    )
    (chart,) = Opened.of(deck(line, tmp_path)).charts
    dots = {
        point.find(f"{C}idx").get("val"): only(point, f"{C}marker/{C}symbol")
        for point in chart.iterfind(f".//{C}dPt")
    }
    assert dots == {"0": "circle", "5": "circle"}


def column(names: list[str]) -> ResolvedChart:
    return replace(
        samples.column(),
        categories=samples.runs(names),
        series=(samples.series("Ships", ["5"] * len(names), 0),),
        value_axis=samples.axis(0, 10, 2, shown=False),
    )


COUNTRIES = ["Switzerland", "Netherlands", "Luxembourg", "Liechtenstein", "Montenegro"]


def test_no_name_under_columns_is_divided(tmp_path: Path) -> None:
    (few,) = Opened.of(deck(column(COUNTRIES), tmp_path)).charts
    (many,) = Opened.of(deck(column(COUNTRIES * 4), tmp_path)).charts
    turned = [chart.find(f".//{C}catAx/{C}txPr/{{*}}bodyPr").get("rot") for chart in (few, many)]
    assert turned == ["0", "-5400000"]


@pytest.mark.parametrize(
    ("chart", "hint"),
    [
        (
            column(COUNTRIES * 20),
            "show fewer, or use a bar chart, whose names stand beside its bars",
        ),
        (
            replace(column(COUNTRIES * 20), kind="bar"),
            "show fewer, divide the chart in two, or leave it to the paper",
        ),
        (
            replace(column(COUNTRIES * 20), kind="line"),
            "use a bar chart: a line joins what follows one another in time",
        ),
    ],
)
def test_names_that_have_no_room_are_refused_by_name(chart: ResolvedChart, hint: str) -> None:
    (said,) = complaints(briefing(slide("One", chart_use(chart.id)), charts=(chart,)))
    assert (
        f'chart "{chart.id}" has 100 categories, more than can be named in the place it has on '
        "the slide" in said
    )
    assert hint in said


def test_a_long_word_that_has_no_room_is_quoted() -> None:
    long = "Donaudampfschifffahrtsgesellschaftskapitän"
    chart = column(["Ulm", f"Der {long}", "Wien", "Passau"])
    (said,) = complaints(briefing(slide("One", chart_use(chart.id)), charts=(chart,)))
    assert f'chart "{chart.id}" has no room for the name "{long}" in the place it has on' in said
    assert "shorten it by `labels`, or show fewer" in said


def test_of_many_years_some_are_named_and_those_keep_apart(tmp_path: Path) -> None:
    path = deck(column([str(year) for year in range(1900, 2020)]), tmp_path)
    names = texts(path, "Categories")
    places = [x for x, _ in names.values()]
    assert "1900" in names
    assert 10 < len(names) < 40
    assert min(b - a for a, b in pairwise(places)) > 30


def test_points_are_coloured_and_named_as_was_settled(tmp_path: Path) -> None:
    made = samples.scatter()
    points = tuple(
        replace(point, group=0, coloured=not at, named=not at)
        for at, point in enumerate(made.points)
    )
    (chart,) = Opened.of(deck(replace(made, points=points, groups=()), tmp_path)).charts
    named = [text.text for text in chart.iterfind(f".//{C}dLbl//{{*}}t")]
    assert named == [made.points[0].label.text]
    sizes = {only(point, f"{C}marker/{C}size") for point in chart.iterfind(f".//{C}dPt")}
    assert sizes == {"9"}
    assert len(list(chart.iterfind(f".//{C}dPt"))) == len(points) - 1


def test_points_that_have_no_room_for_their_names_are_named_in_a_warning(tmp_path: Path) -> None:
    made = samples.scatter()
    crowd = briefing(slide("One", chart_use(made.id)), charts=(made,))
    (said,) = complaints(crowd)
    assert 'warning: chart "scatter" has no room on slide 2 for ' in said
    (chart,) = Opened.of(written(crowd, tmp_path)).charts
    printed = {text.text for text in chart.iterfind(f".//{C}dLbl//{{*}}t")}
    left = {point.label.text for point in made.points} - printed
    assert left
    assert all(f'"{name}"' in said for name in left)


def test_the_workbook_of_a_chart_opens(tmp_path: Path) -> None:
    (book,) = workbooks(deck(dated("area", "1850 1900 1910"), tmp_path))
    assert isinstance(book, openpyxl.Workbook)
    assert book.worksheets[0]["A2"].number_format == "0"
