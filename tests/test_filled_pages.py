"""Pages of finished papers are filled, in one column and in two, and so is the last."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from builder.cli import run
from tests.gallery import Dress, dressed
from tests.look.paper import look

ROOT = Path(__file__).resolve().parents[1]
STRANGERS = ROOT / "tests" / "cases" / "strangers"
MEALS = STRANGERS / "school-meals-in-a-ukrainian-oblast"
LAST = 0.67  # of the last page's text area may be empty
OPEN = 0.26  # of others'


def built(content: Path, folder: Path, dress: Dress) -> Path:
    made = dressed(content, dress, folder)
    assert run(["report", str(made), "--out", str(folder / "out"), "--quiet"]) == 0
    return next((folder / "out").glob("*.pdf"))


def said(path: Path) -> list[str]:
    """Return the words of each page, with plain spaces."""
    with pypdfium2.PdfDocument(path) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def test_an_imprint_alone_has_no_page_of_its_own(tmp_path: Path) -> None:
    *_, last = said(built(ROOT / "tests" / "cases" / "bound-cells", tmp_path, Dress()))
    assert "Fingerprint" in last
    assert "Yield of the lower well" in last


@pytest.mark.longer
@pytest.mark.parametrize(
    ("content", "dress"),
    [
        pytest.param(STRANGERS / "talsperren", Dress(), id="talsperren"),
        pytest.param(STRANGERS / "talsperren", Dress("ministry", columns="2"), id="ministry-2"),
        pytest.param(STRANGERS / "passages-a-niveau", Dress("ministry", "Letter"), id="Letter"),
    ],
)
def test_pages_before_the_last_leave_it_more_than_a_few_lines(
    content: Path, dress: Dress, tmp_path: Path
) -> None:
    assert look(built(content, tmp_path, dress))[-1].empty < LAST


@pytest.mark.longer
@pytest.mark.parametrize(
    ("content", "dress"),
    [
        pytest.param(ROOT / "content", Dress("ministry", "Letter"), id="findings, then contents"),
        pytest.param(
            STRANGERS / "district-heating-in-a-german-city",
            Dress("high-contrast", "Letter", "2"),
            id="tall sources before the register",
        ),
        pytest.param(
            STRANGERS / "campsites-on-a-french-shore",
            Dress("high-contrast", "Letter"),
            id="a register whose rows are tall",
        ),
        pytest.param(
            STRANGERS / "water-and-sewage-in-a-ukrainian-region",
            Dress("paperdeck", "Letter", "2"),
            id="a register across two columns",
        ),
        pytest.param(
            STRANGERS / "ausbildung-in-hohenfelde", Dress(), id="charts that wait for one another"
        ),
        pytest.param(
            STRANGERS / "ausbildung-in-hohenfelde",
            Dress(columns="2"),
            id="a map that is less high",
        ),
        pytest.param(
            ROOT / "content",
            Dress(columns="2"),
            id="a chart across two columns below a section's middle",
        ),
        pytest.param(
            STRANGERS / "blood-stocks",
            Dress("large-print", columns="2"),
            id="a short register in large print, in two columns",
        ),
    ],
)
def test_no_page_but_the_last_is_left_open(content: Path, dress: Dress, tmp_path: Path) -> None:
    path = built(content, tmp_path, dress)
    *pages, last = look(path)
    assert [(page.number, page.empty) for page in pages[1:] if page.empty > OPEN] == []
    assert last.empty < LAST


@pytest.mark.longer
def test_in_large_print_period_and_confidence_of_a_figure_stand_in_one_line(tmp_path: Path) -> None:
    """On lines of their own, with dashes for what is not stated, they doubled the register."""
    pages = said(built(ROOT / "content", tmp_path, Dress("large-print")))
    register = " ".join(pages[-3:])
    assert "As of · Confidence" in register
    assert "2023 · reported" in register
    assert "– reported" not in register


@pytest.mark.longer
def test_contents_that_fit_on_a_page_are_not_divided(tmp_path: Path) -> None:
    pages = said(built(ROOT / "content", tmp_path, Dress("ministry", "Letter")))
    (contents,) = (page for page in pages[:4] if "Register of figures" in page)
    assert "1 Summary" in contents


@pytest.mark.longer
def test_in_two_columns_no_page_is_left_open_for_a_table_that_goes_across(tmp_path: Path) -> None:
    *pages, last = look(built(MEALS, tmp_path, Dress("ministry", "A4", "2")))
    assert [page.number for page in pages[1:] if page.empty > OPEN] == []
    assert last.empty < LAST


@pytest.mark.longer
def test_a_unit_that_is_heard_in_words_stands_in_one_line_of_a_narrow_head(tmp_path: Path) -> None:
    """On two it was said twice, and the paper refused as another than was planned."""
    assert "млн грн" in " ".join(said(built(MEALS, tmp_path, Dress("paperdeck", "A4", "2"))))


@pytest.mark.longer
def test_findings_stand_across_two_columns_on_one_page(tmp_path: Path) -> None:
    pages = said(built(ROOT / "content", tmp_path, Dress(columns="2")))
    (page,) = (page for page in pages if "Iran supplies drones by the thousand" in page)
    for says in ("to come in thousands of containers", "in China’s trade"):
        assert says in page


@pytest.mark.longer
def test_large_print_in_two_columns_leaves_no_page_half_open_for_charts_across_them(
    tmp_path: Path,
) -> None:
    """A page of them was two thirds empty; and a map was taller than a page, and refused."""
    hohenfelde = STRANGERS / "ausbildung-in-hohenfelde"
    *pages, _ = look(built(hohenfelde, tmp_path, Dress("large-print", "Letter", "2")))
    assert [(page.number, page.empty) for page in pages[1:] if page.empty > 0.42] == []
