"""A deck that LibreOffice saved again: no workbook, no names of placeholders, the same figures."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from builder.pulling import Pulled, compared
from tests.pulling.conftest import Case
from tests.pulling.editing import Deck
from tests.rendering.render import converted

pytestmark = [pytest.mark.rendering, pytest.mark.longer]


@pytest.fixture(scope="module")
def saved(case: Case, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of decks that LibreOffice opened and saved: one as it is, and one edited."""
    folder = tmp_path_factory.mktemp("opened")
    edited = (
        Deck(case.deck)
        .set("shares", {"B2": 64})
        .set("depths", {"B3": 7.5})
        .say("≥400", "≥420")
        .say("At least 400 wells", "At least 420 wells")
        .say("212", "213", slide=5)
        .say("about 12.5 litres", "about 13.5 litres", notes=True)
    )
    decks = [case.deck, edited.save(folder / "edited.pptx")]
    converted(decks, folder / "saved", "pptx")
    return folder / "saved"


def test_a_deck_that_was_only_saved_has_no_changes(case: Case, saved: Path) -> None:
    assert compared(saved / case.deck.name, case.plans, case.content) == Pulled()


def test_edits_in_charts_and_texts_survive(case: Case, saved: Path) -> None:
    pulled = compared(saved / "edited.pptx", case.plans, case.content)
    assert not pulled.refusals
    assert not pulled.wordings
    assert {str(change.target): change.value for change in pulled.changes} == {
        "share_north": Decimal(64),
        "yields!2/litres_a_second": Decimal("7.50"),
        "wells_dug": Decimal(420),
        "yields!3/depth, metres": Decimal(213),
        "yields!1/litres_a_second": Decimal("13.5"),
    }
