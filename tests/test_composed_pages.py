"""How the pages of finished papers are composed: sizes, margin, spacing, what stays empty."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from builder.cli import run
from builder.theme.theme import Steps
from builder.units import mm

TESTS = Path(__file__).parent
CASES = TESTS / "cases"
TOP, FOOT, SIDE = mm(24), mm(26), mm(20)  # margins of the page in the house theme
HEIGHT = mm(297) - TOP - FOOT
COLUMN = mm(20 + 46 + 8)  # where the text column begins, about
RAISED = 0.66  # of its size: a note's mark


class Words(NamedTuple):
    """Words set alike: page from 1, size in points, left end, baseline from the page's foot."""

    page: int
    size: float
    left: float
    baseline: float
    text: str


def words_in(path: Path) -> Iterator[Words]:
    """Yield the words of a paper, object by object."""
    size, held = ctypes.c_float(), (pdfium.FPDF_WCHAR * 999)()
    with pypdfium2.PdfDocument(path) as document:
        for number, page in enumerate(document, start=1):
            text = page.get_textpage()
            for each in page.get_objects([pdfium.FPDF_PAGEOBJ_TEXT]):
                pdfium.FPDFTextObj_GetFontSize(each.raw, size)
                length = pdfium.FPDFTextObj_GetText(each.raw, text.raw, held, len(held))
                said = bytes(held)[: max(0, length - 2)].decode("utf-16-le")
                place = each.get_matrix()
                if said.strip():
                    yield Words(number, round(size.value, 2), place.e, place.f, said.strip())


def empty(path: Path) -> list[float]:
    """Return what share of each page's text area is empty below the last mark."""
    found = []
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            pixels = page.render(scale=1, grayscale=True).to_numpy()
            area = pixels[int(TOP) - 4 : int(page.get_height() - FOOT)]
            rows = (area < 200).any(axis=1).nonzero()[0]
            found.append(1 - (int(rows.max()) + 1) / len(area))
    return found


def built(content: Path, folder: Path) -> Path:
    assert run(["report", str(content), "--out", str(folder), "--quiet"]) == 0
    return next(folder.glob("*.pdf"))


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A paper with a pull quote, two key figures, a long box and a long heading."""
    return built(CASES / "margin", tmp_path_factory.mktemp("margin"))


@pytest.fixture(scope="module")
def words(paper: Path) -> list[Words]:
    return list(words_in(paper))


def sizes_beyond(words: list[Words]) -> dict[float, str]:
    """Return the sizes that the scale has not, nor notes' marks in one of its sizes."""
    scale = {float(step) for step in Steps()}
    known = scale | {round(step * RAISED, 2) for step in scale}
    return {each.size: each.text for each in words if each.size not in known}


def test_a_paper_of_the_house_theme_has_the_sizes_of_its_scale_and_no_other(
    words: list[Words],
) -> None:
    assert sizes_beyond(words) == {}
    assert {8.0, 9.0, 10.5, 13.0, 19.0, 30.0} <= {each.size for each in words}


def said_at(words: list[Words], text: str) -> Words:
    """Return the words that begin with a text, in the largest size in which they are said."""
    return max((each for each in words if each.text.startswith(text)), key=lambda each: each.size)


def test_a_sections_heading_stands_in_the_margin_beside_its_first_lines(
    words: list[Words],
) -> None:
    heading = said_at(words, "Freight")
    beside = next(
        each
        for each in words
        if each.page == heading.page
        and each.left > COLUMN - 5
        and each.text.startswith("The harbour moved")
    )
    assert heading.size == 19
    assert abs(heading.left - SIDE) < 1
    number = next(
        each
        for each in words
        if (each.page, each.size, each.text.isdigit()) == (heading.page, 13, True)
    )
    assert abs(number.left - SIDE) < 1
    assert 0 < beside.baseline - number.baseline < 19, "the number stands above its heading"
    assert 0 < number.baseline - heading.baseline < 2 * 19


def test_no_word_of_a_sections_heading_is_divided(words: list[Words]) -> None:
    heading = said_at(words, "Hinterland")
    assert heading.text == "Hinterland and its undercapitalised infrastructure"
    assert heading.size == 19


def test_a_pull_quote_at_a_sections_end_stands_beside_its_last_lines(words: list[Words]) -> None:
    quote = said_at(words, "the pilots know the bar")
    assert abs(quote.left - SIDE) < 1
    beside = [
        each
        for each in words
        if each.page == quote.page
        and each.size == 10.5
        and each.left > COLUMN - 5
        and abs(each.baseline - quote.baseline) < 10
    ]
    assert beside


def test_what_is_set_apart_in_the_margin_stands_beside_text(words: list[Words]) -> None:
    for text in ("Ships call", "Key figures", "62"):  # its unit is set apart
        margin = next(
            each for each in words if each.text.startswith(text) and abs(each.left - SIDE) < 1
        )
        beside = [
            each
            for each in words
            if each.page == margin.page
            and each.size == 10.5
            and each.left > COLUMN - 5
            and abs(each.baseline - margin.baseline) < 30
        ]
        assert beside, text


def test_a_box_shorter_than_half_a_page_stands_on_one_page(words: list[Words]) -> None:
    title = said_at(words, "Note: What is not counted")
    box = [each for each in words if each.size == 10.5 and COLUMN + 5 < each.left < COLUMN + 25]
    assert {each.page for each in box} == {title.page}


def test_the_space_around_headings_of_a_level_is_the_same_everywhere(words: list[Words]) -> None:
    body = [each for each in words if each.size == 10.5 and each.left > COLUMN - 5]
    below = set()
    above = set()
    for heading in (each for each in words if each.size == 13 and each.left > COLUMN - 5):
        lines = [each.baseline for each in body if each.page == heading.page]
        if not heading.text.startswith("What a berth"):  # below which is a box
            below.add(round(heading.baseline - max(y for y in lines if y < heading.baseline), 1))
        if over := [y for y in lines if y > heading.baseline]:  # else it heads the page
            above.add(round(min(over) - heading.baseline, 1))
    assert len(above) == len(below) == 1, (above, below)


def test_a_heading_keeps_clear_of_a_heading_that_is_taller_than_its_text(tmp_path: Path) -> None:
    words = list(words_in(built(CASES / "layouts", tmp_path)))
    over, below = said_at(words, "for the port"), said_at(words, "Sources")
    assert (over.page, over.size, over.left) == (below.page, below.size, below.left)
    # A line of its own, its rule, and 28 points of air as below text (there were 14).
    assert over.baseline - below.baseline > 19 + 7 + 28


def charts_in(path: Path) -> list[tuple[float, float]]:
    """Return where each chart begins from the left, and how wide it is."""
    with pikepdf.Pdf.open(path) as pdf:
        boxes = [
            [float(edge) for edge in held.A.BBox]
            for held in pdf.objects
            if isinstance(held, pikepdf.Dictionary) and held.get("/S") == "/Figure"
        ]
    return [(left, right - left) for left, _, right, _ in boxes]


def test_a_small_chart_stands_in_the_margin_and_a_hero_goes_across_the_page(paper: Path) -> None:
    (small, narrow), (hero, wide) = sorted(charts_in(paper), key=lambda chart: chart[1])
    assert abs(small - SIDE) < 1
    assert narrow == pytest.approx(mm(46), abs=3)
    assert abs(hero - SIDE) < 1
    assert wide == pytest.approx(mm(210) - 2 * SIDE, abs=1)


def test_the_register_names_each_source_once(words: list[Words]) -> None:
    last = max(each.page for each in words)
    groups = [each.text for each in words if each.page == last and each.text.startswith("Source:")]
    assert groups == ["Source:", "Source:"]
    assert (
        sum(
            each.text == "not stated" and abs(each.left - SIDE) < 60
            for each in words
            if each.page == last
        )
        == 1
    )


@pytest.mark.parametrize(
    "content",
    [
        CASES / "margin",
        pytest.param(TESTS.parent / "content", marks=pytest.mark.longer),
        pytest.param(CASES / "strangers" / "talsperren", marks=pytest.mark.longer),
        pytest.param(CASES / "strangers" / "passages-a-niveau", marks=pytest.mark.longer),
    ],
    ids=lambda content: content.name,
)
def test_no_page_is_more_than_a_quarter_empty_nor_the_last_more_than_two_thirds(
    content: Path, tmp_path: Path
) -> None:
    path = built(content, tmp_path)
    said = list(words_in(path))
    text = (each for each in said if each.page > 1)  # behind the cover, and the contents
    first = next(each.page for each in text if each.size == 19)
    *pages, last = empty(path)[first - 1 :]
    assert all(share <= 0.25 for share in pages), pages
    assert last <= 0.67
    assert sizes_beyond(said).keys() <= {7.0}  # names in a chart that hold in no other
