"""Charts of further kinds edited in PowerPoint: their cells are taken back to their tables."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from pptx.enum.shapes import MSO_SHAPE_TYPE

from builder.pulling import pull
from builder.pulling.changes import change_lines
from tests.pulling.conftest import CASES, Case, Desk, _case, _desk, built
from tests.pulling.editing import Deck

MANY = """many:
  kind: bar
  title: Departments
  table: many
  x: name
  y: share
  source: [survey]
"""

pytestmark = pytest.mark.usefixtures("remembered")


@pytest.fixture(scope="session")
def kinds_case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    return _case("kinds", tmp_path_factory.mktemp("kinds"))


@pytest.fixture
def kinds(kinds_case: Case, tmp_path: Path) -> Desk:
    return _desk("kinds", kinds_case, tmp_path)


# A chart, the cell that is set, to what, and the cell of the table that changes with it.
EDITED = [
    ("answers", "C3", 38, "answers!2/agree", 38),
    ("cargo_shares", "B4", 222, "ports!3/timber", 222),
    ("calls_and_loads", "B9", 601, "calls!8/calls", 601),
    ("occupancy", "D3", 66, "ferries!2/load", 66),
    ("waits", "A3", 34.5, "waits!3/wait", 34.5),
    ("spells", "A3", 2.4, "spells!2/low", 2.4),
    ("then_and_now", "A10", 23, "minutes!2/after", 23),
    ("ranks", "C3", 42.7, "ranks!2/odesa", 42.7),
    ("growth", "B3", 190, "growth!2/containers", 190),
    ("ports_apart", "B3", 29, "fleet!2/freight", 29),
    ("ports_apart, panel 2", "B6", 48, "fleet!10/freight", 48),
    ("answers_apart, panel 3", "B4", 61, "ways!3/old", 61),
    ("ages", "B2", -4.6, "ages!1/men", 4.6),
    ("ages", "C2", 7.9, "ages!1/women", 7.9),
]


@pytest.mark.longer
def test_a_changed_cell_of_each_kind_is_taken_back(kinds: Desk) -> None:
    deck = kinds.open()
    for chart, cell, value, _, _ in EDITED:
        deck.set(chart, {cell: value})
    pulled = kinds.compare(deck)
    changes = {str(change.target): float(change.value) for change in pulled.changes}
    assert [refusal.found for refusal in pulled.refusals] == []
    assert changes == {target: value for _, _, _, target, value in EDITED}


@pytest.mark.longer
def test_a_wing_that_changes_its_side_is_refused(kinds: Desk) -> None:
    pulled = kinds.compare(kinds.open().set("ages", {"B2": 4.6}))
    assert pulled.changes == ()
    assert [refusal.found for refusal in pulled.refusals] == ["-4.1 became 4.6"]


@pytest.fixture(scope="session")
def cells_case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    return _case("cells", tmp_path_factory.mktemp("cells"))


@pytest.fixture
def cells(cells_case: Case, tmp_path: Path) -> Desk:
    return _desk("cells", cells_case, tmp_path)


@pytest.mark.parametrize(
    ("chart", "cell", "value", "found"),
    [
        ("incomes", "B4", 31, "“31” stands where the chart computes “13”"),
        ("spread", "A3", 900, "“900” stands where the chart computes “814”"),
    ],
)
def test_what_is_counted_from_raw_values_is_changed_there(
    chart: str, cell: str, value: float, found: str, cells: Desk
) -> None:
    pulled = cells.compare(cells.open().set(chart, {cell: value}))
    assert pulled.changes == ()
    assert [refusal.found for refusal in pulled.refusals] == [found]


def test_a_cell_s_value_typed_over_with_its_unit_is_taken_back(cells: Desk) -> None:
    deck = cells.open().say("88%", "88.6%").say("51%", "52 %").say("30%", "32")
    pulled = cells.compare(deck)
    assert [refusal.found for refusal in pulled.refusals] == []
    assert {str(change.target): str(change.value) for change in pulled.changes} == {
        "wards!1/Wed": "88.6",
        "wards!3/Fri": "52",
        "wards!3/Sat": "32",
    }
    assert pulled.wordings == ()


@pytest.mark.longer
def test_a_part_s_value_and_a_column_s_width_typed_over_are_taken_back(cells: Desk) -> None:
    pulled = cells.compare(cells.open().say("68%", "66%").say("515", "525"))
    assert [refusal.found for refusal in pulled.refusals] == []
    assert {str(change.target): str(change.value) for change in pulled.changes} == {
        "markets!1/grain": "66",
        "markets!1/freight": "525",
    }


@pytest.mark.longer
def test_a_part_of_a_column_is_changed_in_its_table(cells: Desk) -> None:
    pulled = cells.pull(cells.open().say("49%", "51%"), write=True)
    assert [str(change.target) for change in pulled.changes] == ["markets!4/grain"]
    assert "Kiel,48,51,3,309" in cells.text("data/markets.csv")


@pytest.mark.longer
def test_how_much_is_done_of_a_task_is_taken_back(kinds: Desk) -> None:
    pulled = kinds.compare(kinds.open().say("45%", "50%"))
    assert [refusal.found for refusal in pulled.refusals] == []
    assert [(str(each.target), str(each.value)) for each in pulled.changes] == [
        ("works!4/done", "50")
    ]


@pytest.mark.longer
def test_a_value_with_words_of_another_kind_is_refused(kinds: Desk) -> None:
    pulled = kinds.compare(kinds.open().say("45%", "50 days"))
    assert pulled.changes == ()
    assert [refusal.found for refusal in pulled.refusals] != []


@pytest.mark.longer
def test_a_stop_s_total_names_the_table_of_its_parts(kinds: Desk) -> None:
    pulled = kinds.compare(kinds.open().say("Wind 18", "Wind 19"))
    assert pulled.changes == ()
    assert [(each.found, each.hint) for each in pulled.refusals] == [
        (
            "“19” stands where “Wind 18” is computed",
            'it is the sum of "amount" in the table "energy": change its parts',
        )
    ]


def _member(deck: Deck, name: str) -> Any:
    """Return a shape of a group, and the group."""
    (found,) = [
        (shape, group)
        for slide in deck.deck.slides
        for group in slide.shapes
        if group.shape_type == MSO_SHAPE_TYPE.GROUP
        for shape in group.shapes
        if shape.name == name
    ]
    return found


@pytest.mark.longer
def test_a_task_s_bar_that_was_moved_or_stretched_is_told_and_not_taken_back(kinds: Desk) -> None:
    deck = kinds.open()
    bar, _ = _member(deck, "Dredging")
    bar.width //= 2
    milestone, _ = _member(deck, "Opening day")
    milestone.left -= 400_000
    pulled = kinds.compare(deck)
    assert [each.words for each in pulled.moved] == ["Dredging", "Opening day"]
    assert (pulled.changes, pulled.refusals, pulled.wordings) == ((), (), ())
    slide = pulled.moved[0].slide
    assert [*change_lines(pulled)] == [
        "shapes of charts that were moved or stretched; that is not taken back:",
        f"  slide {slide}: “Dredging”",
        f"  slide {slide}: “Opening day”",
        "  change what they show in the content",
        "",
        "no figure was changed",
    ]


@pytest.mark.longer
def test_a_chart_of_shapes_that_was_moved_or_stretched_as_a_whole_says_the_same(
    kinds: Desk,
) -> None:
    deck = kinds.open()
    _, group = _member(deck, "Dredging")
    group.left += 300_000
    group.width //= 2
    for shape in group.shapes:  # as a program writes it that knows no coordinates of groups
        shape.top += 200_000
    pulled = kinds.compare(deck)
    assert pulled.moved == ()


@pytest.mark.longer
def test_a_bar_of_a_chart_s_second_column_is_taken_back(tmp_path: Path) -> None:
    content = shutil.copytree(CASES / "cells", tmp_path / "content")
    rows = "\n".join(f"Department {at},{90 - at}.5" for at in range(40))
    (content / "data" / "many.csv").write_text(f"name,share\n{rows}\n", "utf-8")
    (content / "charts.yaml").write_text(MANY, "utf-8")
    (content / "figures.yaml").unlink()  # a content without figures is changed all the same
    section = "# Bars\n\n::::{slide} Departments\n:::{chart} many\n:::\n::::\n"
    (content / "sections" / "cells.md").write_text(section, "utf-8")
    briefing = (content / "briefing.yaml").read_text("utf-8")
    (content / "briefing.yaml").write_text(briefing.split("exempt")[0], "utf-8")
    built(content, tmp_path / "deck.pptx")
    deck = Deck(tmp_path / "deck.pptx").set("many, panel 2", {"B3": 68.25})
    pulled = pull(deck.save(tmp_path / "edited.pptx"), content, write=True)
    assert [str(change.target) for change in pulled.changes] == ["many!22/share"]
    assert "Department 21,68.25" in (content / "data" / "many.csv").read_text("utf-8")


STEPS = """
steps:
  kind: waterfall
  title: From the first year to the second
  table: steps
  x: step
  y: [cost]
  totals: [First, Second]
  source: [survey]
"""


def test_a_refused_cell_is_told_beside_a_change_that_breaks_the_content(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(CASES / "cells", content)
    (content / "data/steps.csv").write_text("step,cost\nFirst,10\nFuel,3\nSecond,13\n")
    with (content / "charts.yaml").open("a") as charts:
        charts.write(STEPS)
    with (content / "sections/cells.md").open("a") as section:
        section.write("\n::::{slide} Costs rose\n\n:::{chart} steps\n:::\n\n::::\n")
    built(content, tmp_path / "deck.pptx")
    edited = Deck(tmp_path / "deck.pptx").set("incomes", {"B4": 31}).set("steps", {"D3": 5})
    pulled = pull(edited.save(tmp_path / "edited.pptx"), content)
    assert [refusal.found for refusal in pulled.refusals] == [
        "“31” stands where the chart computes “13”"
    ]
    assert len(pulled.consequences) == 1
    assert "the bars before it come to 15" in pulled.consequences[0].found
