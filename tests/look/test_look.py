"""Finished files look no worse than these limits say, and what measures them can tell."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.look import deck, paper
from tests.look.marks import pages
from tests.rendering.render import pdf_of_deck

# What holds of the project's own files; to be tightened whenever they get better.
PAGE_EMPTY = 0.25  # of each page of text but the last
OPENING = 2  # pages before the text: cover and contents
PAGE_LEAST = 6.9  # of raised figures; what is not raised has eight
SLIDE_EMPTY = 0.6  # of the body, where the layout wants it filled
SLIDE_LEAST = 12.0
TEXT = 4.5


def drawn(path: Path, lines: list[tuple[float, float, str, float]]) -> Path:
    """Draw a page of 200 by 300 points: words at places in sizes, the last on a dark ground."""
    canvas = Canvas(str(path), pagesize=(200, 300))
    canvas.setFillGray(0.4)
    canvas.rect(0, 0, 200, 60, stroke=0, fill=1)
    canvas.setFillGray(0)
    for x, y, words, size in lines:
        canvas.setFont("Helvetica", size)
        canvas.drawString(x, y, words)
    canvas.showPage()
    canvas.save()
    return path


def test_lines_of_one_page_are_told_by_size_place_and_contrast(tmp_path: Path) -> None:
    lines = [(20, 250, "Head", 20), (20, 200, "one", 10), (60, 180, "two", 10), (20, 40, "low", 8)]
    (page,) = pages(drawn(tmp_path / "a.pdf", lines))
    words = [mark for mark in page.marks if mark.words]
    assert paper.sizes(words) == (8, 10, 20)
    assert [round(edge) for edge in paper.edges(words)] == [20]
    assert [mark.contrast > 20 for mark in words] == [True, True, True, False]
    assert paper.lowest_contrast(words) == pytest.approx(3.66, abs=0.2)
    found = paper.pairs(words)
    assert found.keys() == {("#000000", "#FFFFFF"), ("#000000", "#666666")}
    assert found["#000000", "#666666"] == pytest.approx(3.66, abs=0.2)


def test_what_is_empty_is_measured_below_the_last_mark_and_between_marks(tmp_path: Path) -> None:
    lines = [(20, 280, "Head", 10), (20, 60, "foot", 10)]
    (look,) = paper.look(drawn(tmp_path / "a.pdf", lines))
    assert look.empty == 0  # the ground is a mark too
    assert look.gap == pytest.approx(0.77, abs=0.03)


def test_a_page_is_filled_by_a_pull_quote_that_is_no_part_of_its_text(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "quote.pdf"), pagesize=(200, 300))
    for last, quote in ((60, ""), (200, "a quote"), (200, "")):
        canvas.drawString(20, 280, "head")
        canvas.drawString(20, last, "last")
        canvas.addLiteral("/Artifact BMC")
        canvas.drawString(20, 100, quote)
        canvas.drawString(20, 50, "the running foot,")
        canvas.drawString(20, 20, "in two lines")
        canvas.addLiteral("EMC")
        canvas.showPage()
    canvas.save()
    full, quoted, left = (page.empty for page in paper.look(tmp_path / "quote.pdf"))
    assert full < 0.05  # down to where the running foot leaves room
    assert quoted == pytest.approx(0.19, abs=0.03)
    assert left == pytest.approx(0.6, abs=0.05)


def test_a_body_is_empty_where_nothing_stands_in_or_near_it() -> None:
    body = (0.0, 0.0, 400.0, 200.0)
    assert deck._empty(body, []) == 1
    assert deck._empty(body, [(0, 0, 200, 200)]) == pytest.approx(0.5)
    assert deck._empty(body, [(-50, 100, 450, 900)]) == pytest.approx(0.5)


@pytest.mark.longer
def test_no_page_but_the_last_is_left_empty_and_no_type_is_too_small_or_faint(
    house: Path,
) -> None:
    (path,) = house.glob("*.pdf")
    looks = paper.look(path)
    assert [look for look in looks[OPENING:-1] if look.empty > PAGE_EMPTY] == []
    assert [look for look in looks if look.smallest < PAGE_LEAST] == []
    assert [look for look in looks if look.contrast < TEXT] == []


@pytest.mark.longer
@pytest.mark.rendering
def test_slides_are_filled_where_their_layout_wants_it_and_can_be_read(
    house: Path, tmp_path: Path
) -> None:
    (path,) = house.glob("*.pptx")
    looks = deck.look(path, pdf_of_deck(path, tmp_path))
    assert [look for look in looks if look.wants_filling and look.empty > SLIDE_EMPTY] == []
    assert [look for look in looks if look.smallest < SLIDE_LEAST] == []
    assert [look for look in looks if look.contrast < TEXT] == []
