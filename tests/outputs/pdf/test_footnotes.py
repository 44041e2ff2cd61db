"""Notes at the foot of pages, longer than any page holds: none is lost, none stands in the text."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

import pytest

from builder.model import blocks
from builder.model.briefing import PageLayout
from builder.model.text import Line
from builder.outputs.pdf.write.context import geometry
from builder.outputs.pdf.write.flowable import Setting
from builder.outputs.pdf.write.footnotes import Foot
from tests.outputs.pdf import gate, making, sheets
from tests.outputs.pdf.conftest import Written, write
from tests.outputs.pdf.prose import PARAGRAPHS
from tests.shares import share

LONG = " ".join(PARAGRAPHS * 4)  # more than any page holds
SENTENCES = " ".join(PARAGRAPHS).split(". ")


def paragraphs(count: int) -> list[blocks.Block]:
    return [making.prose(PARAGRAPHS[at % len(PARAGRAPHS)]) for at in range(count)]


def marked(*numbers: int) -> blocks.Block:
    marks = [part for number in numbers for part in ("A word", making.mark(number), " and ")]
    return making.prose(*marks, "no more.")


def two_that_follow() -> tuple[list[blocks.Block], list[Line]]:
    return [*paragraphs(3), marked(1), *paragraphs(9), marked(2), *paragraphs(2)], [
        making.says(LONG),
        making.says("Short."),
    ]


def five_in_a_line() -> tuple[list[blocks.Block], list[Line]]:
    notes = [making.says(f"Note {letter}: ", LONG[:1900], ".") for letter in "ABCDE"]
    return [*paragraphs(2), marked(1, 2, 3, 4, 5), *paragraphs(4)], notes


def at_the_very_end() -> tuple[list[blocks.Block], list[Line]]:
    return [*paragraphs(1), marked(1)], [making.says(LONG, " ", PARAGRAPHS[1])]


def within_a_note() -> tuple[list[blocks.Block], list[Line]]:
    second = making.mark(2)
    return [*paragraphs(2), marked(1), *paragraphs(8), marked(2), *paragraphs(2)], [
        making.says(LONG, " More is said elsewhere.", second),
        making.says("This is elsewhere."),
    ]


def below_a_figure_that_fills_the_page() -> tuple[list[blocks.Block], list[Line]]:
    panels = [blocks.Panel((tuple(making.PRINTED) * 3)[:16], making.says("All of it"), making.HERE)]
    return [*paragraphs(2), marked(1), *panels, *paragraphs(2)], [making.says(LONG)]


def strewn() -> tuple[list[blocks.Block], list[Line]]:
    draw = random.Random(7)
    content: list[blocks.Block] = []
    for number in range(1, 21):
        content += paragraphs(draw.randrange(3))
        content.append(marked(number))
        if draw.random() < 0.2:
            content.append(blocks.TableUse("short", making.HERE))
    lengths = [draw.choice((1, 1, 2, 4, 9, 22)) for _ in range(20)]
    return content, [making.says(". ".join((SENTENCES * 2)[:length]) + ".") for length in lengths]


CASES = [
    two_that_follow,
    five_in_a_line,
    at_the_very_end,
    within_a_note,
    below_a_figure_that_fills_the_page,
    strewn,
]


@dataclass(frozen=True)
class Noted:
    """A finished paper and the notes that it is to print."""

    paper: Written
    notes: list[str]
    sheets: list[sheets.Sheet]
    tree: gate.Tagged
    columns: int


@pytest.fixture(
    scope="module",
    params=share([[case, columns] for case in CASES for columns in (1, 2)], 18, 1),
    ids=lambda param: f"{param[0].__name__}-{param[1]}",
)
def noted(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Noted:
    case, columns = request.param
    content, notes = case()
    section = making.section("one", "One", *content)
    tables = [making.table("short", 5)]
    briefing = making.briefing(section, notes=notes, tables=tables)
    layout = PageLayout(columns=columns, notes="page")
    briefing = replace(briefing, meta=replace(briefing.meta, layout=layout))
    paper = write(briefing, tmp_path_factory.mktemp("noted") / "paper.pdf")
    page = geometry("A4", making.house_theme(), layout)
    said = ["".join(run.text if run.note is None else str(run.note) for run in n) for n in notes]
    found = sheets.sheets(paper.path, page.bottom, page.height)
    return Noted(paper, said, found, gate.read(paper.path), columns)


@pytest.mark.longer
def test_every_note_is_one_element_that_says_all_its_words(noted: Noted) -> None:
    notes = noted.tree.all("Note")
    said = [noted.tree.says(note).split(" ", 1) for note in notes]
    assert {text: int(number.rstrip(".")) for number, text in said} == {
        gate.plain(text): number for number, text in enumerate(noted.notes, start=1)
    }


def test_content_and_structure_agree(noted: Noted) -> None:
    assert noted.tree.faults == []


def test_nothing_is_printed_over_anything_else(noted: Noted) -> None:
    for number, sheet in enumerate(noted.sheets, start=1):
        assert list(sheets.overlapping(sheet)) == [], number
        assert all(line.baseline > sheet.bottom for line in sheet.lines), number


def test_a_note_begins_on_the_page_that_marks_it(noted: Noted) -> None:
    if len(noted.notes) == 5:  # no page holds the beginnings of all
        return
    marks = [
        each for each in noted.tree.all("Reference") if each.parent and each.parent.role == "P"
    ]
    pages: dict[str, int] = {}
    for mark in marks:
        pages.setdefault(noted.tree.says(mark), next(mark.marks())[0])
    for number, note in enumerate(noted.tree.all("Note"), start=1):
        there = [mark for mark in note.marks() if mark[0] == next(note.marks())[0]]
        said = gate.plain("".join(noted.tree.words[mark] for mark in there))
        assert next(note.marks())[0] == pages[str(number)]
        assert len(said.split()) > 15 or there == list(note.marks())


def test_the_rule_above_what_goes_on_from_another_page_is_as_long_as_the_notes(
    noted: Noted,
) -> None:
    if noted.columns > 1 or len(noted.notes) == 5:  # where whole notes may stand on a later page
        return
    goes_on: dict[int, bool] = {}
    for note in noted.tree.all("Note"):
        pages = [page for page, _ in note.marks()]
        for page in pages:
            goes_on[page] = goes_on.get(page, False) or page > pages[0]
    assert any(goes_on.values())
    rules = sheets.rules(noted.paper.path)
    short = {page: any(abs(long - 60) < 0.5 for long in rules[page]) for page in goes_on}
    assert short == {page: not on for page, on in goes_on.items()}


FEET = {
    "nothing goes on": ("a", "", "", "a", False),
    "notes that go on stand alone": ("", "", "cd", "cd", True),
    "notes that go on stand below others": ("a", "", "c", "ac", False),
    "a full foot takes nothing more": ("a", "b", "c", "a", False),
}


@pytest.mark.parametrize("name", FEET)
def test_a_foot_takes_the_notes_that_go_on_there_unless_it_is_full(name: str) -> None:
    held, rest, carried, stand, goes_on = FEET[name]
    notes = {letter: Setting(None) for letter in "abcd"}
    foot = Foot(0, 200, tuple(notes[one] for one in held), tuple(notes[one] for one in rest))
    taken = foot.taking(tuple(notes[one] for one in carried))
    assert taken.settings == tuple(notes[one] for one in stand)
    assert (taken.rest, taken.goes_on) == (foot.rest, goes_on)


def test_what_goes_on_overleaf_passes_the_gate(noted: Noted) -> None:
    if len(noted.notes) == 2:
        assert gate.failures(noted.paper.path) == []
