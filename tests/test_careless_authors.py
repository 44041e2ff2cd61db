"""What careless authors write of covers, findings and side notes: built whole, or refused."""

from __future__ import annotations

import shutil
from pathlib import Path

import pikepdf
import pytest
from pptx import Presentation

from builder import build
from builder.problems import ContentError
from tests.shares import share

pytestmark = pytest.mark.usefixtures("remembered")

CASES = Path(__file__).parent / "cases"
_LONG = "The quay works while the town sleeps, and who works there is not counted; " * 5
_PARAGRAPH = "Ships wait for the tide.\n\n"


def quay(tmp_path: Path, old: str = "", new: str = "") -> Path:
    """Return a copy of the case with covers, a line of its briefing.yaml written otherwise."""
    folder = Path(shutil.copytree(CASES / "covers", tmp_path / "content"))
    briefing = folder / "briefing.yaml"
    text = briefing.read_text("utf-8")
    assert old in text
    briefing.write_text(text.replace(old, new) if old else f"{text}{new}\n", "utf-8")
    return folder


@pytest.mark.parametrize(
    ("key", "said"),
    share(
        [
            (
                "message: {says: More ships berth at night than by day, claim: night_leads}",
                "comments",
            ),
            ("subtitle: Shifts, ships and what they cost", "subject"),
            ("publisher: Harbour Institute", "last_modified_by"),
        ],
        3,
    ),
)
def test_words_of_more_than_255_characters_stand_whole_in_the_decks_properties(
    tmp_path: Path, key: str, said: str
) -> None:
    name = key.partition(":")[0]
    folder = quay(tmp_path, key, f'{name}: "{_LONG.strip()}"')
    build(folder, tmp_path / "out")
    core = Presentation(str(tmp_path / "out" / "quay.pptx")).core_properties
    assert getattr(core, said) == _LONG.strip()


def test_the_finding_that_does_not_fit_is_named_by_its_own_place(tmp_path: Path) -> None:
    findings = "\n".join(
        f'  - {{says: "{says}", figure: {figure}}}'
        for says, figure in (("Ships come", "day"), ("Ships go", "evening"), (_LONG * 8, "night"))
    )
    folder = quay(tmp_path, new=f"findings:\n{findings}")
    lines = (folder / "briefing.yaml").read_text("utf-8").splitlines()
    with pytest.raises(ContentError) as refused:
        build(folder, tmp_path / "out")
    (problem,) = refused.value.problems
    assert problem.place.line == len(lines)
    assert problem.found.startswith('"The quay works while the town sleeps')


@pytest.mark.parametrize(("count", "sentences"), share([(12, 30), (12, 8), (1, 300)], 3))
def test_side_notes_stay_on_their_pages_however_many_and_long_they_are(
    tmp_path: Path, count: int, sentences: int
) -> None:
    folder = quay(tmp_path)
    section = folder / "sections" / "ships.md"
    note = f":::{{sidenote}} Beside\n{'Words beside the text end here. ' * sentences}\n:::\n\n"
    text = section.read_text("utf-8")
    section.write_text(f"{text}\n{(_PARAGRAPH * 6 + note) * count}", "utf-8")
    build(folder, tmp_path / "out")
    assert lowest_words(tmp_path / "out" / "quay.pdf") > 0


def lowest_words(path: Path) -> float:
    """Return how far above the foot of its page the lowest text of a paper begins, in points."""
    lowest = 1e6
    with pikepdf.open(path) as paper:
        for page in paper.pages:
            matrix = base = pikepdf.Matrix()
            kept = []
            for given, operator in pikepdf.parse_content_stream(page):
                if str(operator) == "q":
                    kept.append(base)
                elif str(operator) == "Q":
                    base = kept.pop()
                elif str(operator) == "cm":
                    base = pikepdf.Matrix(*map(float, given)) @ base
                elif str(operator) == "Tm":
                    matrix = pikepdf.Matrix(*map(float, given))
                elif str(operator) in {"Tj", "TJ"}:
                    lowest = min(lowest, (matrix @ base).f)
    return lowest
