"""What stands apart from the text, forged in finished files: `compare` tells each change of it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from builder import project
from tests.alterations.package import A as DRAWN
from tests.alterations.package import P, Package, runs
from tests.alterations.package import Run as DeckRun
from tests.alterations.stream import Paper, Run, instruction, showing
from tests.alterations.trial import REPORTED, compared
from tests.shares import share

pytestmark = pytest.mark.usefixtures("remembered")

CASES = Path(__file__).parents[1] / "cases"
PARTS: dict[str, dict[str, dict[str, Any]]] = tomllib.loads(
    (CASES / "forged.toml").read_text("utf-8")
)
HEDGES = {"≥": "", "≈": "", "about ": "", "more": "less", "should": "could", "not": "now"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("forged")
    project.build(CASES / "forged", folder, ("paper", "deck"), strict=True)
    return folder


def told(paper: Path, deck: Path) -> bool:
    return compared(paper, deck)[0] == REPORTED


def with_digit(text: str) -> str | None:
    """Return a text with its first digit changed; None without one."""
    return (
        re.sub(r"\d", lambda digit: str(9 - int(digit[0])), text, count=1)
        if any(sign.isdecimal() for sign in text)
        else None
    )


def with_letters_swapped(text: str) -> str | None:
    """Return a text with two letters side by side swapped; None where that changes nothing."""
    swapped = re.sub(r"([^\W\d_])(?!\1)([^\W\d_])", r"\2\1", text, count=1)
    return None if swapped == text else swapped


def with_other_hedge(text: str) -> str | None:
    """Return a text with its hedge, or what a sentence turns on, gone or turned; else None."""
    found = next((hedge for hedge in HEDGES if hedge in text), None)
    return None if found is None else text.replace(found, HEDGES[found], 1)


Turn = Callable[[str], "str | None"]
TURNS: dict[str, Turn] = {
    "a number changed": with_digit,
    "letters swapped": with_letters_swapped,
    "a hedge changed": with_other_hedge,
}


def say(paper: Paper, run: Run, text: str | None) -> bool:
    return text is not None and paper.say(run, text) is not None


def dropped(paper: Paper, run: Run) -> bool:
    paper.page(run.page).replace(run.at)
    return True


def doubled(paper: Paper, run: Run) -> bool:
    page = paper.page(run.page)
    page.insert(run.at + 1, instruction("Td", 9, -0.7 * run.size), page.held[run.at])
    return True


def moved(paper: Paper, run: Run) -> bool:
    page = paper.page(run.page)
    page.insert(run.at + 1, instruction("Td", 0, -60))
    page.insert(run.at, instruction("Td", 0, 60))
    return True


def swapped(paper: Paper, run: Run) -> bool:
    """Let two stretches of a page change places."""
    for other in paper.every_run:
        apart = other.page == run.page and other.at != run.at and other.text.strip() != run.text
        codes = run.font.write(other.text), other.font.write(run.text)
        if apart and other.text.strip() and None not in codes:
            paper.say(run, other.text)
            paper.say(other, run.text)
            return True
    return False


def under_its_words(paper: Paper, run: Run) -> bool:
    """Show other letters, and have the old ones heard."""
    codes = run.font.write(with_digit(run.text) or with_letters_swapped(run.text) or "")
    if not codes:
        return False
    said = pikepdf.Dictionary(ActualText=pikepdf.String(run.text.rstrip()))
    begin = instruction("BDC", pikepdf.Name.Span, said)
    paper.page(run.page).replace(run.at, begin, showing(codes), instruction("EMC"))
    return True


ON_PAPER: dict[str, Callable[[Paper, Run], bool]] = {
    **{
        name: lambda paper, run, turn=turn: say(paper, run, turn(run.text))
        for name, turn in TURNS.items()
    },
    "dropped": dropped,
    "doubled": doubled,
    "moved": moved,
    "swapped with another": swapped,
    "other letters under its words": under_its_words,
}


@pytest.mark.parametrize("part", share(PARTS["paper"], 21))
def test_a_part_of_the_paper_that_was_forged_is_told(
    part: str, built: Path, tmp_path: Path
) -> None:
    data, where = (built / "valley.pdf").read_bytes(), PARTS["paper"][part]
    done = set()
    for name, forge in ON_PAPER.items():
        paper = Paper(data)
        run = next(
            run
            for run in paper.every_run
            if run.page == where["page"] - 1 and where["words"] in run.text
        )
        if forge(paper, run):
            (tmp_path / "forged.pdf").write_bytes(paper.bytes())
            assert told(tmp_path / "forged.pdf", built / "valley.pptx"), name
            done.add(name)
    assert len(done) >= len(ON_PAPER) - len(TURNS)


def elements(paper: Paper) -> Iterator[tuple[int, str]]:
    """Yield what is heard in place of what is drawn: the number of its element, and the key."""
    for number, element in enumerate(heard_elements(paper)):
        yield from ((number, key) for key in ("/Alt", "/ActualText", "/E") if key in element)


def heard_elements(paper: Paper) -> list[pikepdf.Object]:
    kinds = ("/Figure", "/Formula", "/Span", "/Lbl", "/Link", "/P", "/LBody", "/Reference")
    return [held for kind in kinds for held in paper.elements(kind)]


@pytest.mark.longer
def test_other_words_for_the_ear_are_told(built: Path, tmp_path: Path) -> None:
    data = (built / "valley.pdf").read_bytes()
    places = list(elements(Paper(data)))
    assert {key for _, key in places} >= {"/Alt", "/ActualText"}
    chosen = {key: number for number, key in places}
    for key, number in chosen.items():
        paper = Paper(data)
        element = heard_elements(paper)[number]
        element[key] = "No " + str(element[key])
        (tmp_path / "forged.pdf").write_bytes(paper.bytes())
        assert told(tmp_path / "forged.pdf", built / "valley.pptx"), (key, element[key])


@pytest.mark.longer
def test_a_mark_of_the_cover_that_was_moved_or_painted_over_is_told(
    built: Path, tmp_path: Path
) -> None:
    data = (built / "valley.pdf").read_bytes()
    for operator, operands in (("l", (3, 3)), ("rg", (0.9, 0.1, 0.1))):
        paper = Paper(data)
        page = paper.page(0)
        at = [number for number, held in enumerate(page.held) if str(held.operator) == operator][-1]
        page.replace(at, instruction(operator, *operands))
        (tmp_path / "forged.pdf").write_bytes(paper.bytes())
        assert told(tmp_path / "forged.pdf", built / "valley.pptx"), operator


def shape_of(run: DeckRun) -> Any:
    return next(run.element.iterancestors(P + "sp"))


def off(run: DeckRun) -> Any:
    return shape_of(run).find(f".//{DRAWN}off")


def deck_dropped(run: DeckRun) -> bool:
    shape = shape_of(run)
    shape.getparent().remove(shape)
    return True


def deck_doubled(run: DeckRun) -> bool:
    paragraph = next(run.element.iterancestors(DRAWN + "p"))
    paragraph.addnext(deepcopy(paragraph))
    return True


def deck_moved(run: DeckRun) -> bool:
    place = off(run)
    if place is None:
        return False
    place.set("y", str(int(place.get("y")) + 700_000))
    return True


def deck_resized(run: DeckRun) -> bool:
    look = run.element.getparent().find(DRAWN + "rPr")
    look.set("sz", "400")
    return True


def deck_said(run: DeckRun, turn: Turn) -> bool:
    text = turn(run.text)
    if text is None:
        return False
    run.say(text)
    return True


ON_SLIDES: dict[str, Callable[[DeckRun], bool]] = {
    **{name: lambda run, turn=turn: deck_said(run, turn) for name, turn in TURNS.items()},
    "dropped": deck_dropped,
    "doubled": deck_doubled,
    "moved": deck_moved,
    "set too small to read": deck_resized,
}


@pytest.mark.parametrize("part", share(PARTS["deck"], 12))
def test_a_part_of_the_deck_that_was_forged_is_told(part: str, built: Path, tmp_path: Path) -> None:
    data, where = (built / "valley.pptx").read_bytes(), PARTS["deck"][part]
    done = set()
    for name, forge in ON_SLIDES.items():
        package = Package.read(data)
        slide = package.slides()[where["slide"] - 1]
        run = next(run for run in runs(package, [slide]) if where["words"] in run.text)
        if forge(run):
            (tmp_path / "forged.pptx").write_bytes(package.write())
            assert told(built / "valley.pdf", tmp_path / "forged.pptx"), name
            done.add(name)
    assert len(done) >= 3
