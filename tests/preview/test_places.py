"""Wherever a file prints a figure its preview has a place for it: in formulas and charts too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from builder import project
from builder.outputs.pdf.plan import anchors
from builder.outputs.pptx.plan.model import ChartItem
from builder.preview.hub import Store
from builder.preview.reading import Read, read
from builder.preview.scene import Scene
from builder.preview.shapes import MARK
from builder.problems import Problems

CASES = Path(__file__).resolve().parents[1] / "cases"
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


def plotted(name: str) -> dict[tuple[str, int], set[str]]:
    """Return who owns what charts plot that is not zero, by the sheets that they stand on."""
    scene, _ = told(name)
    assert scene.laid is not None
    charts = {anchors.chart(each): chart for each, chart in made_of(name).briefing.charts.items()}
    held: dict[tuple[str, int], set[str]] = {}
    for gauged in scene.laid.set_paper.gauged:
        chart = charts[gauged.within]
        data = [datum for series in chart.series for datum in series.data]
        spots = [(point.x, point.y, point.size) for point in chart.points]
        data += [datum for spot in spots for datum in spot if datum is not None]
        owners = {datum.label.owner.id for datum in data if datum.value and datum.label.owner}
        held.setdefault(("paper", gauged.page), set()).update(owners)
    for slide in scene.laid.deck.slides:
        for item in slide.items:
            if isinstance(item, ChartItem):
                points = [point for series in item.native.series for point in series.points]
                owners = {
                    owner.id
                    for each in points
                    if each.value
                    for owner in each.owners
                    if owner.kind in ("figure", "cell")
                }
                held.setdefault(("deck", slide.number), set()).update(owners)
    return held


def test_all_that_a_chart_plots_can_be_pointed_at() -> None:
    marks = {side: marks_of("letter", side) for side in ("paper", "deck")}
    looked_at = plotted("letter")
    assert {side for side, _ in looked_at} == {"paper", "deck"}
    for (side, number), owners in looked_at.items():
        drawn = (each for each in marks[side][number - 1]["figures"] if each["form"] == MARK)
        assert owners <= {each["id"] for each in drawn}, (side, number)


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
