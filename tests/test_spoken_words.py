"""Finished files in which what is printed in signs is heard in words, in Ukrainian and English."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from pathlib import Path

import pikepdf
import pytest

from builder import project
from builder.facts.aloud import aloud, unlike_print
from builder.language.language import HEDGE_SIGNS
from builder.model.ledger import entries_of
from builder.verify import Reading, read
from builder.verify.trust import examine
from tests.outputs.pdf import gate
from tests.shares import share

CONTENT = Path(__file__).parent / "cases" / "heard"
_OTHERS = re.compile(r"ActualText (?::|(\d+): (?:page|сторінка) \1$)")
SAID = frozenset({"figure", "cell", "date", "tick", "edition"})


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("heard")
    project.build(CONTENT, folder, ("paper", "deck"))
    return folder


@pytest.fixture(params=share(["en-GB", "uk-UA"], 2))
def paper(request: pytest.FixtureRequest) -> tuple[str, Reading]:
    """A paper's language and all that it says."""
    fixture = "built" if request.param == "uk-UA" else "house"
    (path,) = request.getfixturevalue(fixture).glob("*.pdf")
    return request.param, read(path)


@pytest.fixture(params=share(["en-GB", "uk-UA"], 2))
def deck(request: pytest.FixtureRequest) -> tuple[str, Reading]:
    """A deck's language and all that it says."""
    fixture = "built" if request.param == "uk-UA" else "house"
    (path,) = request.getfixturevalue(fixture).glob("*.pptx")
    return request.param, read(path)


def heard(reading: Reading) -> list[str]:
    """Return what is heard in place of figures, in order: no dots, dashes and pages of contents."""
    told = [each for each in reading.places if each.part.startswith("ActualText ")]
    return [each.text for each in told if not _OTHERS.match(f"{each.part}: {each.text}")]


def test_every_figure_in_signs_is_heard_in_words_as_often_as_it_is_printed(
    paper: tuple[str, Reading],
) -> None:
    tag, reading = paper
    assert reading.carried is not None
    printed = [
        unlike_print(entry.text, tag)
        for entry in entries_of(reading.carried.places)
        if entry.channel == "body" and entry.kind in SAID
    ]
    alone = [each for each in heard(reading) if not any(map(str.isdigit, each))]  # of units
    assert Counter(heard(reading)) == Counter([*filter(None, printed), *alone])
    assert any(printed)
    assert alone == (["терават-годин"] if tag == "uk-UA" else [])


def test_the_ledger_that_a_paper_carries_knows_what_is_heard(paper: tuple[str, Reading]) -> None:
    _, reading = paper
    assert reading.carried is not None
    carried = [each for each in reading.carried.places if each.part.startswith("ActualText ")]
    found = [each for each in reading.places if each.part.startswith("ActualText ")]
    assert [(each.part, each.text) for each in carried] == [
        (each.part, each.text) for each in found
    ]


def test_no_alternate_text_says_a_figure_in_signs(
    paper: tuple[str, Reading], deck: tuple[str, Reading]
) -> None:
    for tag, reading in (paper, deck):
        assert reading.carried is not None
        owned = [
            run
            for place in reading.carried.places
            if place.channel == "alt"
            for run in (place.text[each.start : each.end] for each in place.owned)
        ]
        assert owned
        assert [each for each in owned if unlike_print(each, tag)] == []
        assert not set("".join(owned)) & {*HEDGE_SIGNS.values(), "%", "−"}


def test_a_ukrainian_figure_is_heard_in_its_case(built: Path) -> None:
    said = heard(read(built / "enerhosystema.pdf"))
    assert "приблизно 101,4 терават-години" in said
    assert "більш ніж 48 відсотків" in said
    assert "щонайменше 1370 підстанцій" in said
    assert "щонайбільше 12,5 мільярда доларів США" in said
    assert "менш ніж мінус 7,2 відсотка" in said
    assert "2022 до 2024" in said


def test_a_dash_between_figures_is_heard_as_a_range(built: Path) -> None:
    places = read(built / "enerhosystema.pdf").places
    assert [each.text for each in places if each.text.strip() == "до"] == [" до "]


@pytest.mark.longer
def test_files_with_spoken_words_pass_what_others_pass(built: Path, tmp_path: Path) -> None:
    paper, deck = built / "enerhosystema.pdf", built / "enerhosystema.pptx"
    assert gate.failures(paper) == []
    assert gate.read(paper).faults == []
    assert examine(paper).changed == () == examine(deck).changed
    saved = tmp_path / "saved.pdf"
    with pikepdf.open(paper) as pdf:
        pdf.save(saved)
    assert examine(saved).changed == ()
    assert examine(Path(shutil.copy(deck, tmp_path / "copied.pptx"))).changed == ()


def test_what_is_said_of_what_is_said_is_the_same(paper: tuple[str, Reading]) -> None:
    tag, reading = paper
    assert [aloud(each, tag) for each in heard(reading)] == heard(reading)
