"""Wherever a file prints a figure its preview has a place for it: in formulas and charts too."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from builder import project
from builder.preview.hub import Store
from builder.preview.reading import read
from builder.preview.scene import Scene
from builder.preview.shapes import MARK
from builder.problems import Problems

CASES = Path(__file__).resolve().parents[1] / "cases"
UNDRAWN = ("notes", "alt", "workbook")


@cache
def told(name: str) -> tuple[Scene, dict[str, Any]]:
    """Return the sheets of a content, and what stands on them."""
    made = read(CASES / name, Problems(), {}, None)
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
