"""From two files alone `compare` finds each way to make one of them lie, and names the place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from tests.alterations.every import KINDS
from tests.alterations.pairs import Pair, built
from tests.alterations.trial import REPORTED, Trial, compared, trials
from tests.shares import share
from tests.verify import making

CASES = Path(__file__).parents[1] / "cases" / "blind-spots" / "kinds.yaml"
LISTED: dict[str, dict[str, str]] = YAML(typ="safe").load(CASES)
NAMED = {kind: place for kinds in LISTED.values() for kind, place in kinds.items()}
SEED = 9


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> list[Pair]:
    return built(tmp_path_factory.mktemp("pairs"), ("letter",))


def altered(kind: str, pairs: list[Pair], folder: Path) -> tuple[Trial, int, list[str]]:
    """Return one alteration of a kind, the exit status of `compare`, and the findings it names."""
    (trial,) = trials(pairs, folder, SEED, 1, [KINDS[kind]])
    status, said = compared(*trial.files())
    return trial, status, [line.strip() for line in said.splitlines() if line[:2] == "  "]


@pytest.mark.parametrize("kind", share(NAMED, 64))
def test_an_alteration_is_found_and_its_place_named(
    kind: str, pairs: list[Pair], tmp_path: Path
) -> None:
    trial, status, found = altered(kind, pairs, tmp_path)
    assert status == REPORTED, trial.place
    assert any(re.search(NAMED[kind], line) for line in found), (trial.place, found)


ONE = LISTED["a slide hidden, shown, moved or added"]


@pytest.mark.parametrize("kind", share(ONE, 3))
def test_a_slide_hidden_moved_or_added_is_one_finding(
    kind: str, pairs: list[Pair], tmp_path: Path
) -> None:
    trial, _, found = altered(kind, pairs, tmp_path)
    assert len(found) == 1, (trial.place, found)


@pytest.mark.longer
def test_guarded_words_are_named_with_the_claim_they_rest_on(tmp_path: Path) -> None:
    turned = ("P", "Iran never sent at least 400 missiles,", "it is reported.")
    first = making.paper(tmp_path / "paper.pdf", [[turned, *making.PAGES[0][1:]], making.PAGES[1]])
    second = making.altered(
        making.deck(tmp_path / "deck.pptx"), "ppt/slides/slide1.xml", "sent at", "shot at"
    )
    status, said = compared(first, second)
    assert status == REPORTED
    for found in ("Iran never sent at least 400 missiles", "Iran shot at least 400 missiles"):
        assert re.search(rf'found "{found}.*claim "missiles_many" guards these words', said), said
