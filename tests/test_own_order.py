"""Slides in an order of their own, and sections that have slides alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pptx
import pypdfium2
import pytest

from builder import project
from builder.problems import ContentError
from tests.outputs.pdf.conftest import text_of
from tests.shares import share

pytestmark = pytest.mark.usefixtures("remembered")

CONTENT = Path(__file__).parent / "cases" / "own-order"


def built(folder: Path, *changes: tuple[str, str, str]) -> Path:
    """Build the case, changed (file, words, other words), into a folder; return that folder."""
    shutil.copytree(CONTENT, folder / "content")
    for file, find, put in changes:
        path = folder / "content" / file
        text = path.read_text("utf-8")
        assert find in text
        path.write_text(text.replace(find, put), "utf-8")
    project.build(folder / "content", folder, ("paper", "deck"))
    return folder


def titles(folder: Path) -> list[str]:
    deck = pptx.Presentation(str(folder / "own-order.pptx"))
    return [slide.shapes.title.text_frame.text for slide in deck.slides]


def test_slides_stand_in_the_order_that_the_briefing_names(tmp_path: Path) -> None:
    assert titles(built(tmp_path)) == [
        "The harbour",
        "Agenda",
        "Freight has three ways",
        "The sea carries most of the freight",
        "What goes by rail",
        "Back to the sea",
        "Sources",
        "About this briefing",
    ]


@pytest.mark.longer
def test_the_agenda_names_each_section_once_where_it_first_stands(tmp_path: Path) -> None:
    deck = pptx.Presentation(str(built(tmp_path) / "own-order.pptx"))
    agenda = next(shape for shape in deck.slides[1].placeholders if "\t" in shape.text_frame.text)
    assert agenda.text_frame.text == "Why we are here\t3\nFreight\t4\nRail\t5"


@pytest.mark.longer
def test_a_section_of_slides_alone_has_no_place_in_the_paper(tmp_path: Path) -> None:
    with pypdfium2.PdfDocument(built(tmp_path) / "own-order.pdf") as pdf:
        text = " ".join(text_of(page) for page in pdf)
    assert "By rail went" in text
    assert "Why we are here" not in text


def test_no_reference_leads_to_a_section_that_the_paper_lacks(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="leads to no heading or section"):
        built(tmp_path, ("sections/rail.md", "By rail went", "See @sec-backup: by rail went"))


@pytest.mark.parametrize(
    ("others", "last"), share([("follow", "What goes by rail"), ("omit", "")], 2)
)
def test_slides_that_are_not_named_follow_or_are_left_out(
    others: str, last: str, tmp_path: Path
) -> None:
    put = f"order: [why, freight, sea-again]\n  others: {others}"
    found = titles(
        built(tmp_path, ("briefing.yaml", "order: [why, freight, rail, sea-again]", put))
    )
    expected = ["Freight has three ways", "The sea carries most of the freight", "Back to the sea"]
    assert found[2:-2] == [*expected, *([last] if last else [])]


@pytest.mark.parametrize(
    ("file", "find", "put", "says"),
    share(
        [
            (
                "briefing.yaml",
                "freight, rail, sea",
                "freight, sea",
                "rail.md:5:1: error: the order of the deck does not name this slide",
            ),
            (
                "briefing.yaml",
                "[why,",
                "[whi,",
                'briefing.yaml:7:11: error: no slide and no section "whi"',
            ),
            (
                "briefing.yaml",
                "rail, sea-again]",
                "rail, sea-again, why]",
                'briefing.yaml:7:42: error: "why" stands in the order twice',
            ),
            (
                "sections/backup.md",
                ":id: why",
                ":id: sea-again",
                'two slides have the id "sea-again"',
            ),
            ("sections/backup.md", ":id: why", ":id: rail", 'the id "rail" of a slide is taken'),
            ("sections/backup.md", ":id: why", ":id: why not", '"why not" is no id'),
        ],
        3,
    ),
)
def test_what_is_wrong_with_an_order_is_told(
    file: str, find: str, put: str, says: str, tmp_path: Path
) -> None:
    with pytest.raises(ContentError) as error:
        built(tmp_path, (file, find, put))
    assert says in str(error.value)
