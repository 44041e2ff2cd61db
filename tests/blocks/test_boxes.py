"""Boxes and asides: as they are read back from finished papers and decks, in every language."""

from __future__ import annotations

import shutil
from pathlib import Path

import pypdfium2
import pytest
from pptx import Presentation

from builder import project
from builder.cli import run
from builder.verify.heard import listen, told
from tests.finished import strings
from tests.outputs.pdf import gate
from tests.outputs.pptx.opened import A
from tests.shares import share

pytestmark = pytest.mark.usefixtures("remembered")

CASES = Path(__file__).parents[1] / "cases" / "boxes"
CALLED = {
    "en": ("Key message", "Definition", "Recommendation: Survey the whole dyke"),
    "de": ("Kernaussage", "Begriff", "Empfehlung: Den ganzen Deich vermessen"),
    "fr": ("Message clé", "Définition", "Recommandation : Relever toute la digue"),
    "uk": ("Головна думка", "Визначення", "Рекомендація: Обміряти всю дамбу"),
}
POINT = 12700


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The English content, built."""
    out = tmp_path_factory.mktemp("boxes")
    project.build(CASES / "en", out, ("paper", "deck"))
    return out


def said(path: Path) -> list[str]:
    """Return what a file says, line by line."""
    return list(told(listen(path)))


@pytest.mark.parametrize("language", share(CALLED, 2))
def test_boxes_begin_with_what_they_are_in_the_language(language: str, tmp_path: Path) -> None:
    assert run(["build", str(CASES / language), "--out", str(tmp_path), "--strict"]) == 0
    (paper,) = tmp_path.glob("*.pdf")
    (deck,) = tmp_path.glob("*.pptx")
    key, definition, recommendation = CALLED[language]
    whole = " ".join(strings(paper))
    for words in (key, definition, recommendation.replace(" :", "\u202f:")):
        assert words.replace("\u202f", " ") in whole.replace("\u202f", " ").replace("\u00a0", " ")
    assert any(recommendation.split(":")[0].strip() in text for text in strings(deck))


def test_a_paper_with_boxes_keeps_to_the_standards(built: Path) -> None:
    assert gate.failures(built / "dyke-en.pdf") == []
    assert gate.faults(built / "dyke-en.pdf") == []


def test_asides_are_heard_as_such_and_boxes_as_headings(built: Path) -> None:
    heard = said(built / "dyke-en.pdf")
    assert "  aside: Who looks after it" in heard
    assert "  quotation: Whoever will not keep the dyke must leave the land." in heard
    assert "  heading 3: Key message" in heard
    assert "  heading 3: Recommendation: Survey the whole dyke" in heard


def test_a_box_on_a_slide_says_first_what_it_is(built: Path) -> None:
    heard = said(built / "dyke-en.pptx")
    assert "  group: Key message; The dyke protects about 41000 people." in heard


def test_numbers_of_points_on_slides_are_clear_of_their_words(built: Path) -> None:
    found = []
    for slide in Presentation(str(built / "dyke-en.pptx")).slides:
        for shape in slide.placeholders:
            layout = shape._base_placeholder
            for properties in shape.element.iter(f"{A}pPr"):
                if properties.find(f"{A}buAutoNum") is None:
                    continue
                inherited = layout.element.find(f".//{A}lvl1pPr/{A}defRPr").get("sz")
                run = properties.getparent().find(f"{A}r/{A}rPr")
                size = int(run.get("sz", inherited)) / 100
                need = (0.556 * len("100") + 0.278) * size  # Arial's digits and full stop
                found.append(-int(properties.get("indent", "0")) / POINT - need)
    assert len(found) == 3
    assert min(found) >= 4


def test_numbers_of_points_in_the_paper_end_one_below_the_other(built: Path) -> None:
    ends = {}
    with pypdfium2.PdfDocument(built / "dyke-en.pdf") as document:
        for page in document:
            text = page.get_textpage()
            whole = text.get_text_range()
            for number in ("98.", "99.", "100."):
                if (at := whole.find(f"{number} ")) >= 0:
                    ends[number] = text.get_charbox(at + len(number) - 1)[2]
    assert ends.keys() == {"98.", "99.", "100."}
    assert max(ends.values()) - min(ends.values()) < 0.5


def test_an_epigraph_elsewhere_than_at_the_head_of_a_section_draws_a_warning(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = tmp_path / "content"
    shutil.copytree(CASES / "de", content)
    section = content / "sections" / "dyke.md"
    written = section.read_text("utf-8")
    quote = ":::{epigraph} Ida Voss, Deichgräfin\nWer nicht will deichen, der muss weichen.\n:::\n"
    assert quote in written
    section.write_text(written.replace(quote, "") + "\n" + quote, "utf-8")
    assert run(["check", str(content), "--out", str(tmp_path / "out")]) == 0
    warned = capsys.readouterr().err
    assert "warning: the epigraph does not stand at the head of its section" in warned
    assert "  move it below the section's title, or write :::{quote} here" in warned
