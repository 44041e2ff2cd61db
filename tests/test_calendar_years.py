"""One column, one reading: years of a table are years in tables, charts, alternative texts and
workbooks of both files, and what it counts beside them is counted everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from builder import project
from builder.pulling import pull
from builder.verify import read
from tests.finished import strings
from tests.pulling.editing import Deck

pytestmark = pytest.mark.usefixtures("remembered")

CASES = Path(__file__).parent / "cases" / "calendar"
LANGUAGES = ("de", "en", "fr", "uk")
YEARS = ("1995", "2001", "2016", "2020", "2003", "2018", "2022", "2024", "1990", "2010")
COUNTS = ("2023", "2030", "1987", "2011")
OWNED = {"chart", "body"}
"""Where what is printed is seen, and set as numbers are: alternative texts have no grouping."""


@pytest.fixture(scope="module", params=LANGUAGES)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp(request.param)
    project.build(CASES / request.param, folder, ("paper", "deck"))
    return folder


def files(folder: Path) -> list[Path]:
    return sorted((*folder.glob("*.pdf"), *folder.glob("*.pptx")))


def cells(file: Path, columns: tuple[int, ...]) -> set[str]:
    """Return what is seen of the table's columns, by their place in it."""
    first = (file.parent / "").name[:2]
    head = (CASES / first / "data" / "t.csv").read_text("utf-8").splitlines()[0].split(",")
    names = {head[at] for at in columns}
    return {
        entry.text
        for entry in read(file).entries or ()
        if entry.kind == "cell" and entry.channel in OWNED and entry.owner.startswith("t!")
        for name in (entry.owner.partition("/")[2],)
        if name in names and not entry.owner.startswith("t!header")
    }


def test_years_are_nowhere_grouped(built: Path) -> None:
    for file in files(built):
        for said in strings(file):
            for year in YEARS:
                assert not re.search(
                    rf"(?<![\d.,]){year[0]}[,.\u00a0\u202f ’']{year[1:]}(?!\d)", said
                )


def test_counts_beside_them_are_grouped_wherever_they_are_seen(built: Path) -> None:
    for file in files(built):
        seen = cells(file, (3,))
        assert seen, file
        assert {re.sub(r"\D", "", each) for each in seen} == {*COUNTS}
        assert all(re.fullmatch(r"\d\D\d{3}", each) for each in seen), seen


def test_their_ticks_and_the_classes_of_their_colours_are_years(built: Path) -> None:
    for file in files(built):
        ticks = {
            entry.text
            for entry in read(file).entries or ()
            if entry.kind == "tick"
            and entry.owner in ("scatter", "dots", "range", "heat", "counts")
        }
        assert {"1990", "2000", "2010"} <= ticks


def test_the_length_of_time_between_two_is_in_years_and_makes_a_year_again(built: Path) -> None:
    said = {
        (entry.owner, entry.text.replace("\u00a0", " "))
        for file in files(built)
        for entry in read(file).entries or ()
        if entry.kind == "figure" and entry.owner in ("life", "end") and entry.channel == "body"
    }
    assert ("end", "2022") in said
    assert any(re.fullmatch(r"6 (?:years|Jahre|ans|років)", text) for _, text in said), said


@pytest.mark.parametrize(
    ("edit", "row", "column", "value"),
    [
        (lambda deck: deck.say("2,030", "2,050", slide=2), 2, "books", 2050),
        (lambda deck: deck.say("2001", "2002", slide=2), 2, "opened", 2002),
        (lambda deck: deck.relabel("dots", "2001", "2002"), 2, "opened", 2002),
        (lambda deck: deck.relabel("bars", "2,030", "2,050"), 2, "books", 2050),
    ],
)
def test_both_are_pulled_as_they_are_printed(
    tmp_path: Path, edit: Callable[[Deck], Deck], row: int, column: str, value: int
) -> None:
    project.build(CASES / "en", tmp_path, ("deck",))
    (deck,) = tmp_path.glob("*.pptx")
    pulled = pull(edit(Deck(deck)).save(tmp_path / "edited.pptx"), CASES / "en")
    assert not pulled.refusals
    (change,) = pulled.changes
    assert change.value == Decimal(value)
    assert str(change.target) == f"t!{row}/{column}"
