"""Who supplies what, on slides: native boxes and words, and arrows that are joined to the boxes."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree
from pptx import Presentation

from builder.model.chart import ResolvedChart
from builder.model.text import plain
from builder.outputs.pptx.layouts.flow import flow
from builder.outputs.pptx.plan.autofit import TooLargeError
from builder.outputs.pptx.plan.measure import Ruler
from builder.outputs.pptx.plan.model import Arrow, FilledForm, GroupItem
from builder.units import Box
from tests.charts import samples
from tests.charts.strategies import charts
from tests.outputs.pptx.making import (
    briefing,
    chart_use,
    complaints,
    listed,
    planned,
    slide,
    theme,
    words,
    written,
)
from tests.outputs.pptx.opened import A, Opened, P
from tests.shares import examples

RULER = Ruler(theme().deck)
BOX = Box(54, 138, 852, 314)
SIZES = (18.0, 16.0)
HAIR = 100  # EMU, less than a hundredth of a point
CHARTS = tuple(
    replace(make(), id=make.__name__, alt=words(f"The diagram of {make.__name__}"))
    for make in (samples.supply, samples.exchange)
)


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A deck with a slide for each sample."""
    slides = (slide(f"The {chart.id}", chart_use(chart.id)) for chart in CHARTS)
    made = briefing(*slides, charts=CHARTS)
    return written(made, tmp_path_factory.mktemp("flows"))


def groups(deck: Path) -> dict[str, etree._Element]:
    """Return the group of each diagram by the chart's id."""
    found = {}
    for each in Opened.of(deck).slides:
        for group in each.iter(f"{P}grpSp"):
            name = group.find(f"{P}nvGrpSpPr/{P}cNvPr").get("name")
            if name.startswith("Flows "):
                found[name.removeprefix("Flows ")] = group
    return found


def name_of(shape: etree._Element) -> str:
    return str(shape.find(f"{P}nvSpPr/{P}cNvPr").get("name"))


def place(shape: etree._Element) -> tuple[float, float, float, float]:
    form = shape.find(f"{P}spPr/{A}xfrm")
    at, size = form.find(f"{A}off"), form.find(f"{A}ext")
    left, top, width, height = (
        int(node.get(key)) for node, key in ((at, "x"), (at, "y"), (size, "cx"), (size, "cy"))
    )
    return left, top, width, height


def site(shape: etree._Element, number: int) -> tuple[float, float]:
    """Return where a connection site of a shape is, by the formulas of its guides."""
    left, top, width, height = place(shape)
    guides = {guide.get("name"): guide.get("fmla").split() for guide in shape.iter(f"{A}gd")}
    position = list(shape.iter(f"{A}cxn"))[number].find(f"{A}pos")
    across, down = (int(guides[position.get(axis)][2]) / 100_000 for axis in ("x", "y"))
    return left + across * width, top + down * height


def ends(connector: etree._Element) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return where a connector begins and ends."""
    left, top, width, height = place(connector)
    form = connector.find(f"{P}spPr/{A}xfrm")
    (x, end_x), (y, end_y) = (left, left + width), (top, top + height)
    if form.get("flipH") == "1":
        x, end_x = end_x, x
    if form.get("flipV") == "1":
        y, end_y = end_y, y
    return (x, y), (end_x, end_y)


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.id)
def test_each_arrow_is_joined_to_who_gives_and_to_who_receives(
    chart: ResolvedChart, deck: Path
) -> None:
    group = groups(deck)[chart.id]
    shapes = {each.find(f"{P}nvSpPr/{P}cNvPr").get("id"): each for each in group.iter(f"{P}sp")}
    led: dict[str, list[str]] = {}
    for connector in group.iter(f"{P}cxnSp"):
        joints = [next(connector.iter(f"{A}{end}")) for end in ("stCxn", "endCxn")]
        for joint, end in zip(joints, ends(connector), strict=True):
            touched = site(shapes[joint.get("id")], int(joint.get("idx")))
            assert touched == pytest.approx(end, abs=HAIR)
        names = [name_of(shapes[joint.get("id")]) for joint in joints]
        number = connector.find(f"{P}nvCxnSpPr/{P}cNvPr").get("name").split()[1]
        led.setdefault(number, []).extend(names)
        headed = connector.find(f".//{A}tailEnd") is not None
        assert headed == names[1].startswith("Name ")
    found = [(names[0], names[-1]) for _, names in sorted(led.items())]
    assert found == [
        (f"Name {plain(each.giver)}", f"Name {plain(each.receiver)}") for each in chart.flows
    ]
    heads = group.findall(f".//{A}tailEnd")
    assert len(heads) == len(chart.flows)


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.id)
def test_every_name_and_all_words_of_a_flow_stand_once_in_the_group(
    chart: ResolvedChart, deck: Path
) -> None:
    group = groups(deck)[chart.id]
    said = ["".join(body.itertext()) for body in group.iter(f"{P}txBody")]
    names = {plain(name) for each in chart.flows for name in (each.giver, each.receiver)}
    wanted = [plain(text) for each in chart.flows for text in (each.says, each.amount) if text]
    assert sorted(filter(None, said)) == sorted([*names, *wanted])
    described = group.find(f"{P}nvGrpSpPr/{P}cNvPr").get("descr")
    assert described == f"The diagram of {chart.id}"
    fills = list(group.iter(f"{A}solidFill"))
    assert fills
    assert all([child.tag for child in fill] == [f"{A}schemeClr"] for fill in fills)


def test_a_reader_hears_each_supplier_before_what_it_supplies(deck: Path) -> None:
    for each in Presentation(str(deck)).slides:
        for shape in each.shapes:
            if shape.name == "Flows supply":
                heard = [inner.text_frame.text for inner in shape.shapes if inner.has_text_frame]
    assert heard[:3] == ["Borduria", "Wheels and axles", "at least four hundred"]
    assert heard[-1] == "Syldavia"


def texts(group: GroupItem) -> list[FilledForm]:
    return [shape for shape in group.shapes if isinstance(shape, FilledForm) and shape.paragraphs]


@settings(max_examples=examples(40), deadline=None, derandomize=True, database=None)
@given(charts("flow"))
def test_no_words_meet_leave_the_slide_or_are_crossed_by_an_arrow(chart: ResolvedChart) -> None:
    try:
        drawn = flow(chart, BOX, SIZES, RULER)
    except TooLargeError:
        return
    for group in drawn:
        placed = texts(group)
        for one, other in combinations([area.box for area in placed], 2):
            apart = one.left + one.width <= other.left or other.left + other.width <= one.left
            assert apart or one.top + one.height <= other.top or other.top + other.height <= one.top
        for area in placed:
            left, top, width, height = area.box
            assert BOX.left <= left <= left + width <= BOX.left + BOX.width + 1e-6
            assert BOX.top - 1e-6 <= top <= top + height <= BOX.top + BOX.height + 1e-6
            assert RULER.height(area.paragraphs, area.inner.width) <= height + 1e-6
        for arrow in (shape for shape in group.shapes if isinstance(shape, Arrow)):
            (x, y), (end_x, end_y) = sorted((arrow.start, arrow.end))
            for area in placed:
                beside = area.box.left + area.box.width <= x + 1 or end_x <= area.box.left + 1
                low, high = sorted((y, end_y))
                assert beside or high <= area.box.top or area.box.top + area.box.height <= low


def many(count: int, says: str) -> ResolvedChart:
    flows = tuple(samples.flow(f"Town {'abcdefghijkl'[n]}", "Capital", says) for n in range(count))
    return samples.chart("flow", "Towns", "", flows=flows)


def test_more_flows_than_one_slide_holds_are_shared_out_evenly() -> None:
    drawn = flow(many(12, "Stone and timber"), BOX, SIZES, RULER)
    counts = [sum(isinstance(shape, Arrow) for shape in group.shapes) for group in drawn]
    assert (len(drawn), sum(counts)) == (3, 12)
    assert max(counts) - min(counts) <= 1


def test_few_flows_are_set_in_larger_type_than_many() -> None:
    def size(chart: ResolvedChart) -> float:
        (group,) = flow(chart, BOX, SIZES, RULER)
        return texts(group)[0].paragraphs[0].style.size

    assert (size(many(2, "Stone")), size(many(3, "stone and timber " * 14))) == SIZES


LONG = ("Kirkby-in-Furness", "Fürstenfeldbruck", "Zubringer_Nord", "Івано-Франківськ")


@pytest.mark.parametrize("name", LONG)
def test_one_long_word_in_a_name_widens_its_column_on_narrow_slides_too(name: str) -> None:
    flows = tuple(
        samples.flow(giver, receiver, "What the towns pay")
        for giver, receiver in ((name, "Parcels"), ("Schools", name[::-1]), (name, name[::-1]))
    )
    narrow = BOX._replace(width=612)
    drawn = flow(samples.chart("flow", "Towns", "", flows=flows), narrow, SIZES, RULER)
    areas = [shape for group in drawn for shape in group.shapes if isinstance(shape, FilledForm)]
    shown = [area for area in areas if area.paragraphs]
    for area in shown:
        (paragraph,) = area.paragraphs
        longest = RULER.longest_word(
            paragraph.runs, paragraph.style.size, bold=paragraph.style.bold
        )
        assert longest + 2 * area.inset <= area.box.width
    assert {name, name[::-1]} <= {plain(area.paragraphs[0].runs) for area in shown}


def test_a_name_with_a_word_that_no_column_holds_is_the_one_that_the_error_quotes() -> None:
    name = "Donaudampfschifffahrtsgesellschaftskapitänsverein"
    flows = (samples.flow(name, "Capital", "Much to say about stone and timber, more than usual"),)
    with pytest.raises(TooLargeError) as caught:
        flow(samples.chart("flow", "Towns", "", flows=flows), BOX, SIZES, RULER)
    assert caught.value.what == name


def test_words_too_long_for_a_slide_of_their_own_are_an_error_with_its_place() -> None:
    made = many(1, "much to say " * 200)
    (said,) = complaints(briefing(slide("One", chart_use(made.id)), charts=(made,)))
    assert said.startswith("sections/one.md:7:1: error: ")
    assert "has an arrow whose words do not fit on a slide" in said


def test_points_stand_below_a_flow_diagram_on_a_layout_of_its_own() -> None:
    made = planned(briefing(slide("One", chart_use("supply"), listed("Why")), charts=CHARTS[:1]))
    assert [each.layout for each in made.slides][1] == "flow"
    names = [item.name for each in made.slides[1:-1] for item in each.items]
    assert names.index("Flows supply") < names.index("Text")
