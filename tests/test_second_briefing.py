"""A second briefing: another subject, Letter paper, US English, slides of 4:3."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from pptx import Presentation

from builder.cli import run
from builder.verify import read
from builder.verify.fresh import compare_files
from builder.verify.trust import examined
from tests.outputs.pdf import gate

pytestmark = pytest.mark.longer

CONTENT = Path(__file__).parent / "cases" / "letter"
PAPER, DECK = "cedar-county-water.pdf", "cedar-county-water.pptx"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("letter")
    assert run(["build", str(CONTENT), "--out", str(folder), "--quiet"]) == 0
    return folder


@pytest.fixture(scope="module")
def pages(out: Path) -> list[str]:
    paper = pypdfium2.PdfDocument(out / PAPER)
    return [page.get_textpage().get_text_bounded() for page in paper]


def test_the_pages_are_letter_paper(out: Path) -> None:
    assert {page.get_size() for page in pypdfium2.PdfDocument(out / PAPER)} == {(612, 792)}


def test_the_paper_passes_both_standards_and_reads_as_it_looks(out: Path) -> None:
    assert gate.failures(out / PAPER) == []
    assert gate.faults(out / PAPER) == []


def test_numbers_and_dates_are_american(pages: list[str]) -> None:
    words = " ".join(" ".join(pages).split())
    for said in (
        "3,800 million gallons",
        "about $2.75 million",
        "April 18, 2023",
        "February 10, 2026",
    ):
        assert said in words


def test_every_section_question_and_register_stands_in_the_paper(pages: list[str]) -> None:
    words = " ".join(pages)
    for said in (
        "Overview",
        "Supply",
        "Demand",
        "Do the meters save water?",
        "Register of figures",
    ):
        assert said in words
    for number in range(1, 9):
        assert f"Figure {number}" in words


def test_the_slides_are_four_by_three(out: Path) -> None:
    deck = Presentation(str(out / DECK))
    assert deck.slide_width is not None
    assert deck.slide_height is not None
    assert deck.slide_width * 3 == deck.slide_height * 4


def test_every_slide_has_a_title_of_its_own(out: Path) -> None:
    titles = [slide.shapes.title for slide in Presentation(str(out / DECK)).slides]
    texts = [title.text_frame.text for title in titles if title is not None]
    assert len(texts) == len(titles) == len(set(texts))


def test_a_chart_is_native_and_its_workbook_holds_the_plotted_cells_alone(out: Path) -> None:
    books = {}
    with zipfile.ZipFile(out / DECK) as deck:
        for name in deck.namelist():
            if name.endswith(".xlsx"):
                sheet = openpyxl.load_workbook(io.BytesIO(deck.read(name))).worksheets[0]
                rows = [tuple(cell.value for cell in row) for row in sheet.iter_rows()]
                books[rows[1][0]] = rows
    assert books["2022"] == [
        (None, "Ground", "River"),
        ("2022", 2140, 1310),
        ("2023", 2290, 1295),
        ("2024", 2405, 1240),
        ("2025", 2610, 1190),
    ]


def test_both_files_say_what_they_carry_and_agree(out: Path) -> None:
    paper, deck = read(out / PAPER), read(out / DECK)
    assert [examined("file", reading).changed for reading in (paper, deck)] == [(), ()]
    assert compare_files(paper, deck) == ()
