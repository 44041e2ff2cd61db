"""What a document says of itself: authors, drafts, embargoes, imprint, history, appendices."""

from __future__ import annotations

import shutil
from pathlib import Path

import pikepdf
import pptx
import pypdfium2
import pytest

from builder import project
from builder.problems import ContentError
from tests.outputs.pdf import gate
from tests.outputs.pdf.conftest import text_of

pytestmark = pytest.mark.usefixtures("remembered")

CONTENT = Path(__file__).parent / "cases" / "furniture"
EMBARGO = "Not for release before 00:01 on 3 December 2026"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("furniture")
    project.build(CONTENT, folder, ("paper", "deck"))
    return folder


def pages(folder: Path) -> list[str]:
    with pypdfium2.PdfDocument(folder / "harbour.pdf") as pdf:
        return [" ".join(text_of(page).replace("\u00a0", " ").split()) for page in pdf]


def slides(folder: Path) -> list[str]:
    deck = pptx.Presentation(str(folder / "harbour.pptx"))
    said = (
        " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
        for slide in deck.slides
    )
    return [text.replace("\u00a0", " ") for text in said]


def test_every_page_and_slide_of_a_draft_says_so(built: Path) -> None:
    assert all("Draft" in page for page in pages(built))
    assert all("Draft" in slide for slide in slides(built))


def test_every_page_and_slide_says_the_embargo(built: Path) -> None:
    assert all(EMBARGO in page for page in pages(built))
    assert all(EMBARGO in slide for slide in slides(built))


def test_apostrophes_are_set_alike_wherever_words_are_typed(built: Path) -> None:
    said = " ".join((*pages(built), *slides(built)))
    assert "’s Institute" in said
    assert "The editor’s desk" in said
    assert "'" not in said


def test_the_title_slide_still_says_who_and_when(built: Path) -> None:
    first = slides(built)[0]
    assert "Ada Vance · Jo Miller" in first
    assert "March 2025" in first


def test_the_mark_of_a_draft_is_an_artifact(built: Path) -> None:
    with pikepdf.open(built / "harbour.pdf") as pdf:
        for page in pdf.pages:
            code = page.Contents.read_bytes()
            assert b"/Subtype /Watermark" in code
    assert gate.faults(built / "harbour.pdf") == []
    assert gate.failures(built / "harbour.pdf") == []


def test_the_imprint_says_who_under_what_terms_and_how_to_cite(built: Path) -> None:
    text = " ".join(pages(built))
    assert "Institute for Harbours, ORCID 0000-0002-1825-0097, ada@example.org" in text
    assert "Licence: CC BY 4.0" in text
    assert "How to cite: Ada Vance; Jo Miller (2025): The harbour." in text
    assert "2 October 2026: First edition; sea freight stood at 860 thousand tonnes." in text


def test_what_the_imprint_links_to_can_be_followed(built: Path) -> None:
    with pikepdf.open(built / "harbour.pdf") as pdf:
        addresses = {
            str(link.A.URI)
            for page in pdf.pages
            for link in page.get("/Annots", ())
            if "/A" in link and "/URI" in link.A
        }
    assert addresses >= {
        "https://orcid.org/0000-0002-1825-0097",
        "mailto:ada@example.org",
        "https://creativecommons.org/licenses/by/4.0/",
    }


def test_keywords_are_properties_of_both_files(built: Path) -> None:
    with pikepdf.open(built / "harbour.pdf") as pdf, pdf.open_metadata() as meta:
        assert str(pdf.docinfo["/Keywords"]) == "harbours, freight, a; b"
        assert set(meta["dc:subject"]) == {"harbours", "freight", "a; b"}
    deck = pptx.Presentation(str(built / "harbour.pptx"))
    assert deck.core_properties.keywords == "harbours; freight; a; b"


def test_appendices_have_letters_in_headings_contents_and_references(built: Path) -> None:
    text = " ".join(pages(built)).replace("\u00a0", " ")
    assert text.count("Appendix A: How we counted") >= 2
    assert "see Appendix A and section “Freight”" in text


@pytest.mark.longer
def test_the_contents_list_as_many_levels_as_are_asked_for(built: Path, tmp_path: Path) -> None:
    assert "How freight is counted" in pages(built)[0].split("Register of figures")[0]
    shutil.copytree(CONTENT, tmp_path / "content")
    told = tmp_path / "content" / "briefing.yaml"
    told.write_text(told.read_text("utf-8").replace("contents: 2", "contents: 0"), "utf-8")
    project.build(tmp_path / "content", tmp_path, ("paper",))
    assert "Contents" not in pages(tmp_path)[0]


@pytest.mark.parametrize(
    ("written", "instead", "found"),
    [
        ("0000-0002-1825-0097", "0000-0002-1825-0098", 'the ORCID "0000-0002-1825-0098" has a'),
        ("0000-0002-1825-0097", "1825-0097", '"1825-0097" is not an ORCID'),
        ("ada@example.org", "ada", 'the link "mailto:ada" '),
        ("https://creative", "javascript:creative", "javascript:"),
        ("contents: 2", "contents: 9", '"9" is no number of levels of the contents'),
        ("2026-10-02", "2026-13-02", "date"),
        ("[method]", "[metod]", 'no section "metod"'),
        ("status: draft", "status: drafty", '"drafty" is no status'),
    ],
)
def test_what_is_wrong_is_told_at_its_place(
    written: str, instead: str, found: str, tmp_path: Path
) -> None:
    shutil.copytree(CONTENT, tmp_path / "content")
    told = tmp_path / "content" / "briefing.yaml"
    text = told.read_text("utf-8")
    assert written in text
    told.write_text(text.replace(written, instead), "utf-8")
    with pytest.raises(ContentError) as error:
        project.build(tmp_path / "content", tmp_path, ("paper",))
    line = next(n for n, each in enumerate(text.splitlines(), 1) if written in each)
    problems = [p for p in error.value.problems if found in p.found and p.place.line == line]
    assert problems, [(p.found, p.place) for p in error.value.problems]


def test_a_title_slide_refuses_what_it_cannot_hold(tmp_path: Path) -> None:
    shutil.copytree(CONTENT, tmp_path / "content")
    told = tmp_path / "content" / "briefing.yaml"
    many = ", ".join(
        f"Professor Constance Featherstonehaugh {name}" for name in "ABCDEFGHIJKLMNOPQ"
    )
    told.write_text(
        told.read_text("utf-8").replace("- Jo Miller", f"- {many.replace(', ', chr(10) + '  - ')}"),
        "utf-8",
    )
    with pytest.raises(ContentError, match="does not fit on a slide"):
        project.build(tmp_path / "content", tmp_path, ("deck",))
