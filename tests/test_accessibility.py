"""What people judge and machines do not: the tables of docs/accessibility.md, held to the tests.

Each row says whether finished files pass, and names the test that shows it.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any, Final

import pikepdf
import pytest

ROOT: Final = Path(__file__).resolve().parents[1]
PAGE: Final = (ROOT / "docs" / "accessibility.md").read_text("utf-8")
ROWS: Final = re.findall(r"(?m)^\| ([^|]+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", PAGE)
JUDGED: Final = [row for row in ROWS if row[2].strip("* ") != "Verdict" and set(row[0]) != {"-"}]
# 48 of the Matterhorn Protocol, and all of WCAG 2.2 at A and AA but 4.1.1, which it took out.
MATTERHORN, GUIDELINES = 48, 55
_ACTING: Final = {"/JavaScript", "/Launch", "/Sound", "/Movie", "/Rendition", "/SubmitForm"}


def test_every_row_is_judged_by_one_of_three_words() -> None:
    words = Counter(verdict.strip("* ").split(":")[0] for _, _, verdict, _ in JUDGED)
    assert set(words) <= {"pass", "fail", "author"}
    assert words["author"] > 5


def test_every_checkpoint_stands_there_once() -> None:
    numbers = [number.strip() for number, *_ in JUDGED]
    assert len(set(numbers)) == len(numbers)
    assert len([each for each in numbers if re.fullmatch(r"\d\d-\d{3}", each)]) == MATTERHORN
    assert len([each for each in numbers if re.fullmatch(r"\d\.\d\.\d+", each)]) == GUIDELINES


def test_every_test_that_it_names_is_there() -> None:
    named = set(re.findall(r"`(test_\w+)`", PAGE))
    there = {
        name
        for path in (ROOT / "tests").rglob("test_*.py")
        for name in (path.stem, *re.findall(r"(?m)^def (test_\w+)", path.read_text("utf-8")))
    }
    assert len(named) > 60
    assert named <= there, named - there


def _acts(held: Any) -> list[str]:
    """What of a PDF runs, plays or asks to be filled in."""
    found = []
    for each in held.objects:
        if not isinstance(each, pikepdf.Dictionary):
            continue
        found += [str(each.get("/S"))] if str(each.get("/S")) in _ACTING else []
        found += ["/IsMap"] if each.get("/IsMap") else []
        kinds = ("/Screen", "/RichMedia", "/Widget", "/3D", "/Sound", "/Movie")
        found += [kind for kind in kinds if str(each.get("/Subtype")) == kind]
    return found


@pytest.mark.parametrize("added", [None, pikepdf.Name.JavaScript])
def test_a_paper_runs_plays_and_asks_for_nothing(added: pikepdf.Name | None, house: Path) -> None:
    (path,) = house.glob("*.pdf")
    with pikepdf.open(path) as held:
        if added is not None:
            held.make_indirect(pikepdf.Dictionary(S=added))
        assert bool(_acts(held)) is (added is not None)
        for key in ("/AcroForm", "/Threads", "/OCProperties", "/OpenAction", "/AA"):
            assert key not in held.Root
        assert all("/AA" not in leaf for leaf in held.pages)


def test_pages_are_numbered_in_the_file_as_they_are_in_print(house: Path) -> None:
    (path,) = house.glob("*.pdf")
    with pikepdf.open(path) as held:
        # Without labels of its own, viewers number pages from 1, as their feet do.
        assert "/PageLabels" not in held.Root
