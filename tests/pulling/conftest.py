"""Content folders to pull into, and the decks that were made from them."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from builder import project
from builder.content import read_content
from builder.model.briefing import Content
from builder.outputs import Plans
from builder.outputs.pptx import write_deck
from builder.problems import Problems
from builder.pulling import Pulled, compared, pull
from tests.pulling.editing import Deck

CASES = Path(__file__).parents[1] / "cases"


@dataclass(frozen=True)
class Desk:
    """A copy of a content folder, its deck, and where the edited deck is saved."""

    content: Path
    deck: Path
    case: Case

    def open(self) -> Deck:
        return Deck(self.deck)

    def compare(self, edited: Deck, *accepted: str) -> Pulled:
        """Compare an edited deck with the case as it is; nothing is looked up or written."""
        path = edited.save(self.deck.with_name("edited.pptx"))
        return compared(path, self.case.plans, self.case.content, accepted)

    def pull(self, edited: Deck, *accepted: str, write: bool = False) -> Pulled:
        """Pull an edited deck into this copy of the content."""
        path = edited.save(self.deck.with_name("edited.pptx"))
        return pull(path, self.content, write=write, accepted=accepted)

    def text(self, name: str) -> str:
        return (self.content / name).read_bytes().decode()


@dataclass(frozen=True)
class Case:
    """A case's content, read once, and the deck that it makes."""

    content: Content
    plans: Plans
    deck: Path


def built(content: Path, deck: Path) -> Plans:
    """Write the deck of a content folder, and return its plans."""
    plans = project.lay_out(project.plan(content, Problems()))
    write_deck(plans.deck, plans.theme, deck)
    return plans


def _case(name: str, folder: Path) -> Case:
    plans = built(CASES / name, folder / "deck.pptx")
    content = read_content(CASES / name, Problems())
    assert content is not None
    return Case(content, plans, folder / "deck.pptx")


def _desk(name: str, case: Case, folder: Path) -> Desk:
    content = folder / "content"
    shutil.copytree(CASES / name, content)
    shutil.copy(case.deck, folder / "deck.pptx")
    return Desk(content, folder / "deck.pptx", case)


@pytest.fixture(scope="session")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    return _case("pulled", tmp_path_factory.mktemp("pulled"))


@pytest.fixture
def desk(case: Case, tmp_path: Path) -> Desk:
    return _desk("pulled", case, tmp_path)


@pytest.fixture(scope="session")
def typed_case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    return _case("typed", tmp_path_factory.mktemp("typed"))


@pytest.fixture
def typed(typed_case: Case, tmp_path: Path) -> Desk:
    """A content with numbers that are easily lost: closer than printed, large, years, dates."""
    return _desk("typed", typed_case, tmp_path)
