"""What a slide shows of the paper stands there without the marks of the paper's notes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from pptx import Presentation
from pptx.slide import Slide

from builder.cli import run

CASE = Path(__file__).parent / "cases" / "noted"
ALONE = """
::::{slide} Nur hier
:::{table} allein
:caption: Lage[^rad]

| Lage | Mühle |
|:--|:--|
| Ufer | Stadtmühle |
:::
::::
"""

pytestmark = pytest.mark.usefixtures("remembered")


def texts(slide: Slide) -> Iterator[str]:
    for shape in slide.shapes:
        if shape.has_table:
            yield from (cell.text for row in shape.table.rows for cell in row.cells)
        elif shape.has_text_frame:
            yield shape.text_frame.text


def test_tables_and_captions_leave_the_marks_of_notes_to_the_paper(tmp_path: Path) -> None:
    assert run(["build", str(CASE), "--out", str(tmp_path), "--quiet"]) == 0
    _, state, power, wheel, *_ = map(texts, Presentation(str(tmp_path / "muehlen.pptx")).slides)
    said = [*state]
    assert {"Zustand der Mühlen", "Zustand", "in Betrieb", "Unterlauf"} <= {*said}
    assert {"Leistung (kW)", "40,0*", "* Geschätzt"} <= {*power}
    assert "Das Rad der oberen Mühle" in {*wheel}
    both = [str(file) for file in (tmp_path / "muehlen.pdf", tmp_path / "muehlen.pptx")]
    assert run(["compare", *both]) == 0


def test_notes_to_heads_stand_at_the_foot_of_the_page_that_marks_them(tmp_path: Path) -> None:
    shutil.copytree(CASE, tmp_path / "content")
    with (tmp_path / "content/briefing.yaml").open("a", encoding="utf-8") as briefing:
        briefing.write("page: {notes: page}\n")
    assert run(["report", str(tmp_path / "content"), "--out", str(tmp_path), "--quiet"]) == 0
    document = pypdfium2.PdfDocument(tmp_path / "muehlen.pdf")
    said = "".join(page.get_textpage().get_text_bounded() for page in document)
    assert all(note in said for note in ("Nach Augenschein.", "Auch zeitweise.", "Aus Eiche."))


def test_a_mark_in_a_table_that_only_a_slide_shows_is_told(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(CASE, tmp_path / "content")
    with (tmp_path / "content/sections/bestand.md").open("a", encoding="utf-8") as section:
        section.write(ALONE)
    assert run(["check", str(tmp_path / "content"), "--quiet"]) == 1
    told = capfd.readouterr().err
    assert told.count("on a slide") == 1
    assert 'bestand.md:54:11: error: note mark "[^rad]" on a slide' in told


def test_a_mark_in_what_is_heard_of_a_picture_is_told(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(CASE, tmp_path / "content")
    section = tmp_path / "content/sections/bestand.md"
    section.write_text(section.read_text("utf-8").replace("Ein Rad", "Ein Rad[^rad]"), "utf-8")
    assert run(["check", str(tmp_path / "content"), "--quiet"]) == 1
    told = capfd.readouterr().err
    assert 'note mark "[^rad]" in the words for those who do not see a picture' in told


def test_a_footer_is_never_a_single_run_which_libreoffice_draws_as_its_own_field(
    tmp_path: Path,
) -> None:
    assert run(["slides", str(CASE), "--out", str(tmp_path), "--quiet"]) == 0
    slides = Presentation(str(tmp_path / "muehlen.pptx")).slides
    feet = [shape for slide in slides for shape in slide.shapes if shape.name == "Footer"]
    assert feet
    assert all(len(foot.text_frame.paragraphs[0].runs) > 1 for foot in feet)
