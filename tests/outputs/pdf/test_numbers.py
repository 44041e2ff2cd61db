"""Sections are numbered: headings, contents, bookmarks, references and what is heard agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from builder.model import blocks
from builder.model.briefing import PageLayout
from builder.model.text import CrossReference, Run
from builder.problems import NOWHERE
from tests.outputs.pdf import making
from tests.outputs.pdf.conftest import Written, write


def sections() -> Sequence[blocks.Section]:
    """Return three sections, one of them for slides alone, and an appendix; the last refers."""
    refers = [
        Run("", refers=CrossReference("sec", name, NOWHERE)) for name in ("first", "second", "data")
    ]
    said = making.prose("See ", refers[0], ", ", refers[1], " and ", refers[2], ".")
    first = making.section("first", "Quays", making.prose("One."))
    slide = blocks.Slide(making.says("Shown"), (), (), (), "", "", making.HERE)
    shown = replace(making.section("shown", "Shown"), slides=(slide,))
    second = making.section("second", "Ships", said)
    return first, shown, second, replace(making.section("data", "Data", said), letter="A")


def made(folder: Path, layout: PageLayout, *content: blocks.Section) -> Written:
    briefing = making.briefing(*content)
    return write(replace(briefing, meta=replace(briefing.meta, layout=layout)), folder / "a.pdf")


def bookmarks(paper: Written) -> list[str]:
    with pypdfium2.PdfDocument(paper.path) as document:
        return [mark.get_title().replace("\u00a0", " ") for mark in document.get_toc()]


@pytest.mark.parametrize("columns", [1, 2])
def test_a_number_is_the_same_wherever_it_is_said(columns: int, tmp_path: Path) -> None:
    paper = made(tmp_path, PageLayout(columns=columns), *sections())
    text = " ".join(paper.pages).replace("\u00a0", " ")
    assert "See section 1, section 2 and Appendix A." in text
    assert "Contents 1 Quays 1 2 Ships 1 Appendix A: Data 1" in text.replace("  ", " ")
    titles = bookmarks(paper)
    assert [title for title in titles if title[:1].isdigit()] == ["1 Quays", "2 Ships"]
    assert "Appendix A: Data" in titles


@pytest.mark.parametrize(
    ("layout", "content"),
    [(PageLayout(numbered=False), sections()), (PageLayout(), sections()[:2])],
    ids=["as content asks", "one section"],
)
def test_sections_have_no_numbers(
    layout: PageLayout, content: Sequence[blocks.Section], tmp_path: Path
) -> None:
    paper = made(tmp_path, layout, *content)
    assert not any(title[:1].isdigit() for title in bookmarks(paper))
    assert "section 1" not in " ".join(paper.pages).replace("\u00a0", " ")
