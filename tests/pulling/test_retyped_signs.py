"""What somebody typed anew with a plain apostrophe, hyphen or space is no edit."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builder import project
from builder.content import read_content
from builder.model.ledger import Entry
from builder.outputs import Plans
from builder.problems import Problems
from builder.pulling import Pulled, change_lines, compared
from builder.pulling.changes import Change, Touched
from builder.verify import read
from builder.verify.trust import examined
from tests.altering import packed, unpacked

CAMPSITES = Path(__file__).parents[1] / "cases" / "strangers" / "campsites-on-a-french-shore"
RETYPED = {
    "an apostrophe": {"’": "'"},
    "a space": {"\u00a0": " ", "\u202f": " "},
    "a hyphen": {"-": "\u2011"},
}
"""What is typed in place of what was printed; a program may join words by another hyphen too."""
_TEXT = re.compile(rb"(?<=<a:t>)[^<]+(?=</a:t>)")
_PARTS = re.compile(r"ppt/(slides|notesSlides)/[^/]+\.xml")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Plans, Path]:
    out = tmp_path_factory.mktemp("campsites")
    project.build(CAMPSITES, out, ("deck",))
    plans = project.lay_out(project.plan(CAMPSITES, Problems()))
    return plans, next(out.glob("*.pptx"))


def retyped(deck: Path, signs: dict[str, str], into: Path) -> tuple[Path, int]:
    """Write a deck in which all texts of slides and notes have other signs, and count these."""
    members, count = unpacked(deck.read_bytes()), 0
    for part in filter(_PARTS.fullmatch, members):

        def other(text: re.Match[bytes]) -> bytes:
            nonlocal count
            said = text[0].decode()
            count += sum(map(said.count, signs))
            return said.translate(str.maketrans(signs)).encode()

        members[part] = _TEXT.sub(other, members[part])
    into.write_bytes(packed(members))
    return into, count


@pytest.mark.parametrize("kind", RETYPED)
def test_a_sign_that_was_typed_anew_is_no_change(
    made: tuple[Plans, Path], kind: str, tmp_path: Path
) -> None:
    plans, deck = made
    edited, count = retyped(deck, RETYPED[kind], tmp_path / "edited.pptx")
    assert count > 5
    content = read_content(CAMPSITES, Problems())
    assert content is not None
    assert compared(edited, plans, content) == Pulled()
    assert [str(finding) for finding in examined("deck", read(edited)).changed] == []


def test_another_sign_is_a_change(made: tuple[Plans, Path], tmp_path: Path) -> None:
    plans, deck = made
    edited, _ = retyped(deck, {"’": "e "}, tmp_path / "edited.pptx")
    content = read_content(CAMPSITES, Problems())
    assert content is not None
    assert compared(edited, plans, content).wordings
    assert examined("deck", read(edited)).changed


def test_pages_that_follow_are_told_in_their_order() -> None:
    entries = [Entry("figure", "a", "", "7", "body", "x", page) for page in (12, 3, 12, 1)]
    touches = tuple(Touched("deck", entry) for entry in entries)
    change = Change("a", "a", "", "6", "7", None, (), (), touches=touches)
    assert any("“7” on slides 1, 3, 12" in line for line in change_lines(Pulled((change,))))
