"""Wherever a file prints a figure its preview has a place for it: in formulas and charts too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from builder import project
from builder.charts.registry import KINDS, kind_of
from builder.model.chart import ResolvedChart
from builder.model.text import Owner, Run
from builder.outputs.pdf.plan import anchors
from builder.preview.hub import Store
from builder.preview.locating import located
from builder.preview.reading import Read, read
from builder.preview.scene import Scene
from builder.preview.shapes import MARK
from builder.preview.svg import SvgWords
from builder.problems import Problems
from tests.packaged import installed

CASES = Path(__file__).resolve().parents[1] / "cases"
EVERY = "every-kind"
OWNED = ("figure", "cell")
UNDRAWN = ("notes", "alt", "workbook")


@cache
def made_of(name: str) -> Read:
    return read(CASES / name, Problems(), {}, None)


@cache
def told(name: str) -> tuple[Scene, dict[str, Any]]:
    """Return the sheets of a content, and what stands on them."""
    made = made_of(name)
    plans = project.planned(made.briefing, made.theme, Problems())
    scene = Scene(Store())
    paper = scene.new_paper(lambda drawn, name: None)
    scene.follow_paper(paper, project.lay_out(plans, watched=paper))
    things = scene.things(made, "", lambda: False)
    assert things is not None
    return scene, things


def marks_of(name: str, side: str) -> list[dict[str, Any]]:
    """Return what stands on each sheet of a side."""
    import json

    scene, things = told(name)
    held = [scene.store.get(sheet["marks"]) for sheet in things[side]]
    return [json.loads(each[0]) for each in held if each is not None]


@pytest.mark.parametrize("name", ["formulas", "small", "bound-cells"])
def test_all_that_the_files_print_of_figures_and_claims_has_its_place(name: str) -> None:
    scene, things = told(name)
    found: Counter[tuple[str, str, int]] = Counter()
    for kind in ("figures", "claims"):
        for each in things[kind].values():
            drawn = (at for at in each["places"] if at["boxes"])
            found.update((each["id"], at["side"], at["sheet"]) for at in drawn)
    assert scene.laid is not None
    said: Counter[tuple[str, str, int]] = Counter()
    for side, places in (("paper", scene.laid.set_paper.places), ("deck", scene.laid.deck.places)):
        for place in places:
            if place.channel in UNDRAWN:
                continue
            owned = (run for run in place.owned if run.kind in ("figure", "claim"))
            said.update((run.owner, side, run.page or place.page) for run in owned)
    assert said
    assert said - found == Counter()


@pytest.mark.parametrize("side", ["paper", "deck"])
def test_a_number_in_a_formula_stands_within_it_and_apart_from_others(side: str) -> None:
    _, things = told("formulas")
    boxes = [
        (at["sheet"], *box)
        for figure in ("rate", "share")
        for at in things["figures"][figure]["places"]
        for box in at["boxes"]
        if at["side"] == side
    ]
    assert boxes
    for sheet, left, top, width, height in boxes:
        page = things[side][sheet - 1]
        assert 0 < left < left + width < page["width"]
        assert 0 < top < top + height < page["height"]
        assert height < 60
        others = [each for each in boxes if each != (sheet, left, top, width, height)]
        assert not any(
            other[0] == sheet
            and other[1] < left + width / 2 < other[1] + other[3]
            and other[2] < top + height / 2 < other[2] + other[4]
            for other in others
        )


@pytest.mark.parametrize("side", ["paper", "deck"])
def test_marks_of_a_chart_are_as_long_as_the_figures_that_they_show(side: str) -> None:
    _, things = told("small")
    values = {name: float(things["figures"][name]["value"]) for name in things["figures"]
              if name in ("freight_sea", "freight_rail", "freight_road")}  # fmt: skip
    longest = {}
    for page in marks_of("small", side):
        for mark in page["figures"]:
            if mark["form"] == MARK and mark["id"] in values:
                [[_, _, width, height]] = mark["boxes"]
                longest[mark["id"]] = max(width, height)
    assert longest.keys() == values.keys()
    unit = longest["freight_sea"] / values["freight_sea"]
    assert all(abs(longest[name] - unit * values[name]) < 1.5 for name in values), longest


def valued(chart: ResolvedChart) -> Iterator[Run]:
    """Yield what prints the values of a chart that is not nothing: all that a mark stands for."""
    data = [datum for series in chart.series for datum in series.data]
    data += [datum for point in chart.points for datum in (point.x, point.y, point.size) if datum]
    data += [stop.total for stop in chart.stops] + [link.amount for link in chart.links]
    data += [task.done for task in chart.tasks if task.done]
    yield from (datum.label for datum in data if datum.value)
    for line in (*(task.said for task in chart.tasks), *(flow.amount for flow in chart.flows)):
        yield from line
    yield from (event.date for event in chart.events)


def marked(chart: ResolvedChart, side: str) -> set[str]:
    """Return who owns what marks of a chart show on a side, or its words where it has no marks."""
    scene, _ = told(EVERY)
    assert scene.laid is not None
    within = anchors.chart(chart.id)
    if side == "deck":
        items = [(slide.number, item) for slide in scene.laid.deck.slides for item in slide.items]
        (number,) = {number for number, item in items if getattr(item, "chart", "") == chart.id}
    elif gauged := [each for each in scene.laid.set_paper.gauged if each.within == within]:
        charted = scene.paper.charted(gauged, {chart.id: chart})
        return {standing.run.owner.id for _, standing in charted if standing.run.owner}
    else:
        (number,) = {place.page for place in scene.laid.set_paper.places if place.within == within}
    measured = any(gauge.marks for gauge in kind_of(chart.kind).gauges(chart))
    things = marks_of(EVERY, side)[number - 1]["figures"]
    return {each["id"] for each in things if (each["form"] == MARK) == measured}


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A package on the path that draws a figure."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(installed(tmp_path_factory.mktemp("site"))))
        yield


@pytest.mark.longer
@pytest.mark.usefixtures("packages")
@pytest.mark.parametrize("kind", KINDS)
def test_all_that_a_chart_plots_can_be_pointed_at(kind: str) -> None:
    (chart,) = (each for each in made_of(EVERY).briefing.charts.values() if each.kind == kind)
    owners = {run.owner.id for run in valued(chart) if run.owner and run.owner.kind in OWNED}
    assert owners
    for side in ("paper", "deck"):
        assert owners <= marked(chart, side), side


def area(outline: list[tuple[float, float]]) -> float:
    """Return the area within an outline (the surveyor's formula)."""
    turned = zip(outline, (*outline[1:], outline[0]), strict=True)
    return abs(sum(x * below - right * y for (x, y), (right, below) in turned)) / 2


def outlines(name: str, side: str, wanted: Callable[[str], bool]) -> dict[str, list[Any]]:
    """Return what is to be pointed at of marks that are no boxes, by those who own them."""
    return {
        mark["id"]: mark["outline"]
        for page in marks_of(name, side)
        for mark in page["figures"]
        if wanted(mark["id"]) and "outline" in mark
    }


def test_parts_of_a_ring_are_as_large_as_their_shares() -> None:
    _, things = told("letter")
    parts = outlines("letter", "paper", lambda name: name.endswith("_share"))
    assert parts.keys() == {"groundwater_share", "river_share"}
    sizes = {name: area(outline) for name, outline in parts.items()}
    for name, size in sizes.items():
        share = float(things["figures"][name]["value"]) / 100
        assert size / sum(sizes.values()) == pytest.approx(share, abs=0.01)


@pytest.mark.parametrize("side", ["paper", "deck"])
def test_slices_of_areas_are_as_high_as_their_values(side: str) -> None:
    _, things = told("letter")
    parts = outlines("letter", side, lambda name: name.startswith("months!"))
    assert len(parts) == 12
    # Its corners: halfway from the month before, the month, halfway to the next, and back below.
    heights = {name: held[4][1] - held[1][1] for name, held in parts.items() if len(held) == 6}
    assert len(heights) == 8  # without those of the first month and the last
    units = {name: high / float(things["cells"][name]["value"]) for name, high in heights.items()}
    assert max(units.values()) - min(units.values()) < 0.05 * max(units.values()), units


@pytest.mark.parametrize("side", ["paper", "deck"])
def test_places_of_a_line_are_as_high_as_their_values(side: str) -> None:
    _, things = told("letter")
    lines: dict[str, list[tuple[float, float]]] = {"homes": [], "farms": []}
    for page in marks_of("letter", side):
        for mark in page["figures"]:
            if mark["id"].startswith("months!") and mark["form"] == MARK and "outline" not in mark:
                [[_, top, _, height]] = mark["boxes"]
                value = float(things["cells"][mark["id"]]["value"])
                lines[mark["id"].rpartition("/")[2]].append((value, top + height / 2))
    (low, foot), *_, (high, top) = sorted(spot for held in lines.values() for spot in held)
    for held in lines.values():
        assert len(held) >= 6
        for value, at in held:
            wanted = foot + (top - foot) * (value - low) / (high - low)
            assert at == pytest.approx(wanted, abs=0.6), lines


def test_a_figure_bound_to_a_data_file_leads_to_the_row_of_its_number() -> None:
    _, things = told("bound-cells")
    bound = [figure for figure in things["figures"].values() if figure["cell"]]
    assert bound
    for figure in bound:
        held = CASES / "bound-cells" / figure["row"]["file"].rpartition("bound-cells/")[2]
        assert figure["value"] in held.read_text("utf-8").splitlines()[figure["row"]["line"] - 1]


def test_a_number_of_a_data_file_that_is_no_figure_s_leads_to_its_line() -> None:
    _, things = told("bound-cells")
    cells = [cell for cell in things["cells"].values() if cell["value"]]
    assert cells
    for cell in cells:
        table, _, spot = cell["id"].partition("!")
        place = cell["place"]
        path = CASES / "bound-cells" / "data" / f"{table}.csv"
        assert place["file"].endswith(f"data/{table}.csv")
        assert cell["value"] in path.read_text("utf-8").splitlines()[place["line"] - 1]
        assert spot.partition("/")[2] in cell["label"]
        assert {at["side"] for at in cell["places"]} <= {"paper", "deck"}


@pytest.mark.parametrize("sizes", [(7.0, 10.0), (10.0, 8.5), (10.0, 10.0)])
def test_a_figure_whose_unit_is_smaller_is_lit_as_high_as_its_largest_letters(
    sizes: tuple[float, float],
) -> None:
    def drawn(left: float, words: str, size: float) -> SvgWords:
        return SvgWords(((0.0, words),), "SourceSans3-Regular", size, (1, 0, 0, 1, left, 100.0), 0)

    sign, number = drawn(50.0, "€", sizes[0]), drawn(57.0, "30", sizes[1])
    run = Run("€30", owner=Owner("figure", "cost"))
    (found,) = located((sign, number), (run,), 400.0)
    (box,) = found.boxes
    left, top, wide, high = box
    assert left == 50.0
    assert left + wide > 57.0 + sizes[1] / 2
    assert top == pytest.approx(300.0 - 0.78 * max(sizes), abs=0.1)
    assert top + high == pytest.approx(300.0 + 0.22 * max(sizes), abs=0.15)


def test_a_figure_that_goes_on_in_another_line_is_lit_in_both() -> None:
    lines = tuple(
        SvgWords(((0.0, words),), "SourceSans3-Regular", 10.0, (1, 0, 0, 1, left, foot), 0)
        for words, left, foot in (("3,700", 200.0, 100.0), ("drones", 50.0, 86.0))
    )
    (found,) = located(lines, (Run("3,700 drones", owner=Owner("figure", "drones")),), 400.0)
    assert [box[:2] for box in found.boxes] == [(200.0, 292.2), (50.0, 306.2)]
