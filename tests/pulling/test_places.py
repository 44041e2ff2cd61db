"""Whatever words an editor changes in a deck, `pull` names the content's line that has them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from builder.pulling import Pulled, compared
from builder.pulling.changes import change_lines
from tests.pulling.conftest import CASES, Case, _case
from tests.pulling.editing import Deck
from tests.shares import share

pytestmark = [pytest.mark.longer, pytest.mark.usefixtures("remembered")]

CASE = CASES / "forged"
DECKS: list[dict[str, dict[str, Any]]] = tomllib.loads(
    (CASES / "pulled" / "places.toml").read_text("utf-8")
)["deck"]


@pytest.fixture(scope="module")
def forged(tmp_path_factory: pytest.TempPathFactory) -> Case:
    return _case("forged", tmp_path_factory.mktemp("forged"))


def edit(deck: Deck, slide: int, find: str, put: str, **where: bool) -> None:
    """Change words of a slide, of its notes, or of the one alt text that has them."""
    if not where.get("alt"):
        deck.say(find, put, slide=slide, notes=where.get("notes", False))
        return
    described = [
        held
        for held in deck.deck.slides[slide - 1]._element.iter("{*}cNvPr")
        if find in held.get("descr", "")
    ]
    assert len(described) == 1
    described[0].set("descr", described[0].get("descr").replace(find, put))


def said(pulled: Pulled) -> str:
    return "\n".join(change_lines(pulled))


@pytest.mark.parametrize("number", share(range(len(DECKS)), len(DECKS)))
def test_changed_words_are_told_with_the_line_where_they_stand(
    number: int, forged: Case, tmp_path: Path
) -> None:
    deck, edits = Deck(forged.deck), DECKS[number]
    for each in edits.values():
        keys = {key: value for key, value in each.items() if key not in ("file", "line")}
        edit(deck, **keys)
    pulled = compared(deck.save(tmp_path / "edited.pptx"), forged.plans, forged.content)
    assert not pulled.refusals
    left = list(pulled.wordings)
    for name, each in edits.items():
        channel = "notes" if each.get("notes") else "alt" if each.get("alt") else "body"
        (wording,) = (
            one
            for one in left
            if (one.spot.slide, one.spot.channel) == (each["slide"], channel)
            and each["put"] in one.new.replace("\u00a0", " ")
        )
        left.remove(wording)
        if not each["file"]:
            assert not wording.place.file, name
            assert f"(nowhere in the content): “{wording.old}”" in said(pulled)
            continue
        path = CASE / each["file"]
        assert Path(wording.place.file) == path, name
        assert each["line"] in path.read_text("utf-8").splitlines()[wording.place.line - 1], name
    assert not left
