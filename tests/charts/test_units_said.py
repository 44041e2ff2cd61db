"""The unit of a chart's numbers is printed: by signs, by a line, or else below its title."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from pptx import Presentation

from builder.cli import run

CASE = Path(__file__).parents[1] / "cases" / "units-said"


def printed(paper: Path) -> list[str]:
    """Return the lines of a paper, with plain spaces."""
    with pypdfium2.PdfDocument(paper) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
    return [line.strip().replace("\u00a0", " ") for text in texts for line in text.splitlines()]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    out = tmp_path_factory.mktemp("units")
    assert run(["build", str(CASE), "--out", str(out), "--quiet"]) == 0
    return out / "units-said.pdf", out / "units-said.pptx"


def test_the_paper_prints_a_unit_below_the_title_where_nothing_else_says_it(
    built: tuple[Path, Path],
) -> None:
    lines = printed(built[0])
    assert lines[lines.index("Piers that are left") + 1] == "m"
    assert lines[lines.index("Where the water goes") + 1] == "million m³"
    assert not {"%", "GBP mn", "£", "metres", "visitors"}.intersection(lines)
    assert lines.count("m") == 1
    # Bars side by side may have no room for their labels, which say it else.
    assert lines[lines.index("Costs of two years") + 1] == "£m"
    assert lines.count("£m") == 1


def test_the_title_of_an_axis_that_has_none_in_print_stands_below_that_of_the_chart(
    built: tuple[Path, Path],
) -> None:
    lines = printed(built[0])
    assert lines[lines.index("How costs went") + 1] == "Cost, million pounds"
    found = lines.index("How costs went on")
    assert " ".join(lines[found + 1 : found + 3]).startswith("By year; Cost, million pounds")


def test_the_deck_prints_it_too(built: tuple[Path, Path]) -> None:
    texts = [
        shape.text_frame.text.replace("\u00a0", " ")
        for slide in Presentation(str(built[1])).slides
        for shape in slide.shapes
        if shape.has_text_frame
    ]
    assert "Piers that are left\nm" in texts
    assert "Where the water goes\nmillion m³" in texts
    assert "How costs went\nCost, million pounds" in texts
