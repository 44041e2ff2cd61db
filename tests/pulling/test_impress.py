"""Edits made in LibreOffice by its own interface: each is told as what it is, and as no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.pulling import Pulled, compared
from tests.pulling.conftest import Case
from tests.pulling.editing import Deck
from tests.pulling.impress import edited
from tests.rendering.render import converted

pytestmark = [pytest.mark.rendering, pytest.mark.longer]

SHORT = "has fewer digits than"
# The calls of LibreOffice's interface; then changed values, refusals, slides and remarks.
EDITS: dict[str, tuple[list[str], dict[str, str], list[str], list[str], list[str]]] = {
    "nothing": ([], {}, [], [], []),
    "a chart's data": (
        ['ChartCell(4, "Chart tons", 0, 0, 18.75)'],
        {"tons!1/tonnes": "18.75"},
        [],
        [],
        [],
    ),
    "a chart's data cut short": (
        ['ChartCell(4, "Chart tons", 0, 0, 18)'],
        {},
        [f"“18” {SHORT} “tons!1/tonnes” has in the content, 18.25"],
        [],
        [],
    ),
    "data on an axis of time": (
        ['ChartCell(3, "Chart stored", 0, 2, 455)'],
        {"stored!3/stored": "455"},
        [],
        [],
        [],
    ),
    "a cell of a table": (
        ['TableCell(5, "Table tons", 2, 1, "6.084")'],
        {"tons!2/tonnes": "6.084"},
        [],
        [],
        [],
    ),
    "a point": (['Say(2, "61,000", "62,500")'], {"boxes": "62500"}, [], [], []),
    "a year": (
        ['Say(2, "since 2019", "since 2020")'],
        {},
        ["“2020” stands where the content says “2019”"],
        [],
        [],
    ),
    "notes": (
        ['SayInNotes(2, "6.083", "6.08")'],
        {},
        [f"“6.08 days” {SHORT} “waiting” has in the content, 6.083"],
        [],
        [],
    ),
    "a copied slide": (["Copy(2)"], {}, [], ["slide 3 is a copy of slide 2"], []),
    "a copied chart": (["Copy(3)"], {}, [], ["slide 4 is a copy of slide 3"], []),
    "a change on a copy": (
        ["Copy(2)", 'Say(3, "61,000", "62,500")'],
        {"boxes": "62500"},
        [],
        ["slide 3 is a copy of slide 2"],
        [],
    ),
    "a deleted slide": (["Delete(3)"], {}, [], ["slide 3 is gone"], []),
    "a new slide with a table": (
        ['Add(2, "Fences took 12 weeks")', 'AddTable(3, "77 fences")'],
        {},
        [f"“{number}” in the deck belongs to no figure" for number in (12, 77)],
        ["slide 3 is new"],
        [],
    ),
    "a remark": (
        ['Remark(2, "should this be 6,100?")'],
        {},
        [],
        [],
        ["should this be 6,100?"],
    ),
}


@pytest.fixture(scope="module")
def decks(typed_case: Case, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    calls = {name: edit[0] for name, edit in EDITS.items()}
    return edited(typed_case.deck, calls, tmp_path_factory.mktemp("impress"))


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_made_in_libreoffice_is_told_as_what_it_is(
    typed_case: Case, decks: dict[str, Path], name: str
) -> None:
    _, values, refusals, slides, remarks = EDITS[name]
    pulled = compared(decks[name], typed_case.plans, typed_case.content)
    assert {str(change.target): str(change.value) for change in pulled.changes} == values
    assert [refusal.found for refusal in pulled.refusals] == refusals
    assert [f"slide {one.slide} {one.what}" for one in pulled.slides] == slides
    assert [wording.new for wording in pulled.wordings] == remarks


def test_a_moved_slide_that_libreoffice_saved_is_one_finding(
    typed_case: Case, tmp_path: Path
) -> None:
    moved = Deck(typed_case.deck).move(2, 5).save(tmp_path / "moved.pptx")
    (saved,) = converted([moved], tmp_path / "saved", "pptx")
    pulled: Pulled = compared(saved, typed_case.plans, typed_case.content)
    assert [(one.slide, one.what) for one in pulled.slides] == [(5, "was slide 2")]
    assert (pulled.changes, pulled.refusals, pulled.wordings) == ((), (), ())
