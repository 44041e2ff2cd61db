"""No text that someone can type over in a deck changes without a word from `pull`."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from builder.pulling import Pulled, compared
from tests.pulling.conftest import Case, Desk

_PARTS = re.compile(r"ppt/(slides|charts|notesSlides)/[^/]+\.xml")
_TEXT = re.compile(r"<a:t>([^<]*\w[^<]*)</a:t>")
# PowerPoint prints the number of a slide itself, whatever text is kept there.
_FIELD = re.compile(r"<a:fld\b.*?</a:fld>", re.DOTALL)


def typed_over(deck: Path) -> dict[str, list[tuple[int, int, str]]]:
    """Return where each text stands in the parts of a deck, those of fields aside."""
    found: dict[str, list[tuple[int, int, str]]] = {}
    with zipfile.ZipFile(deck) as package:
        for name in filter(_PARTS.fullmatch, package.namelist()):
            xml = package.read(name).decode()
            fields = [match.span() for match in _FIELD.finditer(xml)]
            found[name] = [
                (*match.span(1), match[1])
                for match in _TEXT.finditer(xml)
                if not any(start <= match.start() < end for start, end in fields)
            ]
    return found


def changed(deck: Path, part: str, start: int, end: int, text: str, to: Path) -> Path:
    """Write a deck with other characters at one place of one part."""
    with zipfile.ZipFile(deck) as package, zipfile.ZipFile(to, "w") as written:
        for name in package.namelist():
            data = package.read(name)
            if name == part:
                xml = data.decode()
                data = (xml[:start] + text + xml[end:]).encode()
            written.writestr(name, data)
    return to


@pytest.mark.longer
def test_every_text_of_a_slide_that_is_typed_over_is_told(typed_case: Case, tmp_path: Path) -> None:
    silent = [
        (part, text)
        for part, texts in typed_over(typed_case.deck).items()
        for start, end, text in texts
        if compared(
            changed(typed_case.deck, part, start, end, f"{text} 9", tmp_path / "edited.pptx"),
            typed_case.plans,
            typed_case.content,
        )
        == Pulled()
    ]
    assert not silent


@pytest.mark.parametrize("title", ["Depth in metres", "Litres a second"])
def test_another_title_of_an_axis_is_shown(desk: Desk, title: str, tmp_path: Path) -> None:
    ((part, (start, end)),) = [
        (part, (start, end))
        for part, texts in typed_over(desk.deck).items()
        for start, end, text in texts
        if text == title and part.startswith("ppt/charts")
    ]
    edited = changed(desk.deck, part, start, end, "Feet", tmp_path / "edited.pptx")
    (wording,) = compared(edited, desk.case.plans, desk.case.content).wordings
    assert (wording.old, wording.new) == (title, "Feet")
