"""What themes look like in finished files: a dark deck on light notes, headings in the middle."""

from __future__ import annotations

import shutil
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree

from builder import project
from builder.theme.theme import contrast
from tests.look.marks import pages
from tests.outputs.pptx.opened import A, Opened
from tests.shares import share

SMALL = Path(__file__).parents[1] / "cases" / "small"


def built(theme: str, folder: Path, kinds: tuple[str, ...]) -> Path:
    content = folder / "content"
    shutil.copytree(SMALL, content)
    briefing = content / "briefing.yaml"
    lines = briefing.read_text("utf-8").splitlines()
    kept = [line for line in lines if not line.startswith("theme:")]
    briefing.write_text("\n".join([*kept, f"theme: {theme}", ""]), "utf-8")
    project.build(content, folder / "out", kinds)
    return folder / "out"


def scheme(part: etree._Element) -> dict[str, str]:
    colours = part.find(f".//{A}clrScheme")
    assert colours is not None
    return {etree.QName(each).localname: f"#{each[0].get('val')}" for each in colours}


@pytest.mark.longer
def test_the_deck_of_a_night_is_dark_and_its_notes_are_light(tmp_path: Path) -> None:
    out = built("night", tmp_path, ("deck", "paper"))
    deck = Opened.of(next(out.glob("*.pptx")))
    slides, notes = (scheme(deck.xml(f"ppt/theme/theme{at}.xml")) for at in (1, 2))
    assert contrast(slides["lt1"], "#FFFFFF") > 15
    assert contrast(slides["lt1"], slides["dk1"]) > 7
    assert notes["lt1"] == "#FFFFFF"
    assert contrast(notes["dk1"], notes["lt1"]) > 7
    (paper,) = out.glob("*.pdf")
    marks = [mark for page in pages(paper) for mark in page.marks if mark.words]
    assert len(marks) > 50
    assert min(mark.contrast for mark in marks) >= 4.5


@pytest.mark.longer
@pytest.mark.parametrize("theme", share(["ministry", "paperdeck"], 2))
def test_headings_stand_where_the_theme_has_them(theme: str, tmp_path: Path) -> None:
    (paper,) = built(theme, tmp_path, ("paper",)).glob("*.pdf")
    drawn = pages(paper)
    with pypdfium2.PdfDocument(paper) as document:
        middle = document[0].get_width() / 2
    # Level 1 is the title's; contents and panels have small headings.
    words = (mark for page in drawn for mark in page.marks if mark.words)
    heads = [mark for mark in words if mark.tag == "H2" and mark.size > 15]
    off = [abs((mark.box[0] + mark.box[2]) / 2 - middle) for mark in heads]
    assert len(off) > 2
    assert all(each < 3 for each in off) == (theme == "ministry")
