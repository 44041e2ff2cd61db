"""What `listen` says of a paper: spaces kept, pages named, abbreviations told, signs as pauses."""

from __future__ import annotations

import re
from copy import copy
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from builder.model.briefing import Abbreviation
from builder.model.text import Line, Owner, Run
from builder.outputs.pdf.write.stretches import with_stop
from builder.verify import read_paper
from builder.verify.heard import listen, told
from builder.verify.trust import examine
from tests.outputs.pdf import gate, making
from tests.outputs.pdf.conftest import Written, write
from tests.outputs.pdf.test_spoken import elements

LONG = "Fuel Exchange Rail Council"
SHORT = Abbreviation("FERC", LONG)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Written:
    """A paper whose figures stand at ends of lines, and whose text has abbreviations."""
    lines = (
        making.prose("On many lines " * count, making.figure("d", "≥400"), " of them.")
        for count in range(1, 12)
    )
    short = making.prose("The FERC says so, as FERC, FERC-like bodies and ", "the FERC do.")
    claimed = Run("FERC 5", claim="c", place=making.HERE)
    content = [*lines, short, making.prose("A ", claimed, " stays whole.")]
    briefing = making.briefing(
        making.section("railway", "The FERC and the railway", *content),
        making.section("second", "Another section", making.prose("It ends.")),
        making.section("third", "A third section", making.prose("It ends too.")),
    )
    briefing = replace(briefing, meta=replace(briefing.meta, abbreviations=(SHORT,)))
    return write(briefing, tmp_path_factory.mktemp("ears") / "paper.pdf")


@pytest.fixture(scope="module")
def heard(written: Written) -> str:
    return "\n".join(told(listen(written.path)))


def test_the_space_behind_spoken_words_is_heard_wherever_a_line_ends(heard: str) -> None:
    assert heard.count("at least 400 of them.") == 11


def test_entries_of_contents_say_page_before_its_number(heard: str) -> None:
    entries = re.findall(r"entry: \[link to page (\d+): .+ page (\d+)\]", heard)
    assert entries
    assert all(leads == says for leads, says in entries)


def test_a_dot_between_parts_of_a_line_is_heard_as_a_pause(written: Written, heard: str) -> None:
    assert " · " in " ".join(written.pages)
    assert "·" not in heard


def test_an_abbreviation_is_short_for_its_words_but_where_the_text_says_them(
    written: Written, heard: str
) -> None:
    assert f"The {LONG} (FERC) says so, as {LONG}, FERC-like bodies and the {LONG} do." in heard
    assert "heading 2: 1 The FERC and the railway" in heard
    assert "A FERC 5 stays whole." in heard
    with pikepdf.open(written.path) as pdf:
        short = [each for each in elements(pdf) if "/E" in each]
        assert [(str(each.S), str(each.E)) for each in short] == [("/Span", LONG)] * 2
        for page in pdf.pages:
            assert LONG.encode() not in page.Contents.read_bytes()
    assert " ".join(written.pages).count("as FERC, FERC-like bodies and the FERC do.") == 1


def test_such_a_paper_passes_standards_and_proof(written: Written, tmp_path: Path) -> None:
    assert gate.failures(written.path) == []
    assert gate.read(written.path).faults == []
    assert examine(written.path).changed == ()
    assert [each.text for each in read_paper(written.path).places if each.part == "E FERC"] == [
        LONG
    ] * 2
    forged = tmp_path / "forged.pdf"
    with pikepdf.open(written.path) as pdf:
        first, *_ = [each for each in elements(pdf) if "/E" in each]
        first.E = pikepdf.String("Former Employees of the Rail Company")
        pdf.save(forged)
    (changed,) = map(str, examine(forged).changed)
    assert changed.startswith("paper page 2, alt: ")
    assert f'expected "{LONG}", found "Former Employees' in changed


DATE = Run("14 березня 2025\u00a0р.", owner=Owner("date", "law"))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ((Run("Діє з "), DATE, Run(" До 2030 року більше.")), "14 березня 2025 року."),
        ((DATE, Run(" до кінця")), "14 березня 2025 року"),
        ((DATE, Run(", і далі")), "14 березня 2025 року"),
        ((Run("Діє з "), DATE), "14 березня 2025 року"),
    ],
)
def test_a_stop_that_ends_a_sentence_is_heard(line: Line, said: str) -> None:
    assert with_stop("14 березня 2025 року", DATE, line) == said
    # As an earlier build set it, with runs of its own.
    assert with_stop("14 березня 2025 року", copy(DATE), line) == said
