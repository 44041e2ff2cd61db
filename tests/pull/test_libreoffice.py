"""A deck that LibreOffice saved again: no workbook, no names of placeholders, the same figures."""

from __future__ import annotations

import subprocess
from decimal import Decimal
from pathlib import Path

import pytest

from builder.pull import Pulled
from builder.pull.pull import compared
from tests.pull.conftest import Desk
from tests.pull.editing import Deck

pytestmark = pytest.mark.rendering


def saved_again(deck: Path, folder: Path) -> Path:
    """Let LibreOffice open a deck and save it as a deck."""
    command = [
        "soffice",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "pptx:Impress MS PowerPoint 2007 XML",
        "--outdir",
        str(folder / "saved"),
        str(deck),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / "saved" / deck.name


def test_a_deck_that_was_only_saved_has_no_changes(desk: Desk, tmp_path: Path) -> None:
    saved = saved_again(desk.deck, tmp_path)
    assert compared(saved, desk.case.plans, desk.case.content) == Pulled()


def test_edits_in_charts_and_texts_survive(desk: Desk, tmp_path: Path) -> None:
    edited = (
        Deck(desk.deck)
        .set("shares", {"B2": 64})
        .set("depths", {"B3": 7.5})
        .say("≥400", "≥420")
        .say("At least 400 wells", "At least 420 wells")
        .say("212", "213", slide=5)
        .say("about 12.5 litres", "about 13.5 litres", notes=True)
    )
    saved = saved_again(edited.save(tmp_path / "edited.pptx"), tmp_path)
    pulled = compared(saved, desk.case.plans, desk.case.content)
    assert not pulled.refusals
    assert not pulled.wordings
    assert {str(change.target): change.value for change in pulled.changes} == {
        "share_north": Decimal(64),
        "yields!2/litres_a_second": Decimal("7.50"),
        "wells_dug": Decimal(420),
        "yields!3/depth, metres": Decimal(213),
        "yields!1/litres_a_second": Decimal("13.5"),
    }
