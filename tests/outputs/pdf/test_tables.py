"""Tables on the page: none wider than it, no cell over another, what no page holds refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from builder.model import blocks
from builder.model.table import Column, ResolvedTable
from builder.model.text import Owner, Run
from builder.outputs.pdf.write.context import Geometry, geometry
from builder.problems import ContentError, Place
from tests.outputs.pdf import gate, making
from tests.outputs.pdf.conftest import Written, text_of, write
from tests.outputs.pdf.prose import PARAGRAPHS
from tests.shares import share

ADDRESS = (
    "https://statistics.example/databases/external-trade/annual/tables/partner-countries/"
    "imports-of-semiconductors-by-type-and-month.csv"
)
PLACES = (Place("data/wide.csv", 2), Place("data/wide.csv", 3))


def cell(text: str) -> tuple[Run, ...]:
    return (Run(text, owner=Owner("cell", "wide!1/x")),)


def wide(columns: int, *more: str) -> ResolvedTable:
    """A table of so many columns of numbers, and of other texts in its last row."""
    heads = (
        Column(making.says("Country")),
        *(Column(cell(str(1990 + n)), "right") for n in range(columns - 1)),
    )
    rows = tuple(
        (cell(f"Country {name}"), *(cell(f"{33757 + 1213 * n:,}") for n in range(columns - 1)))
        for name in "ABC"
    )
    last = tuple(cell(text) for text in more)
    rows = (*rows, (*last, *rows[0][len(last) :])) if last else rows
    return ResolvedTable("wide", making.says("Trade by year"), heads, rows, place=making.HERE)


def set_alone(table: ResolvedTable, path: Path) -> Written:
    section = making.section(
        "one",
        "One section",
        making.prose(PARAGRAPHS[0]),
        blocks.TableUse("wide", making.HERE),
        making.prose(PARAGRAPHS[1]),
    )
    return write(making.briefing(section, tables=[table]), path)


def glyphs(page: pypdfium2.PdfPage) -> Iterator[tuple[float, float, float, float]]:
    """Yield where each letter of a page stands: left, bottom, right, top."""
    text = page.get_textpage()
    for index in range(text.count_chars()):
        if text.get_text_range(index, 1).strip():
            yield text.get_charbox(index)


def collisions(page: pypdfium2.PdfPage) -> list[tuple[float, float]]:
    """Return where a letter stands on another that is in its line."""
    found = []
    boxes = sorted(glyphs(page), key=lambda box: box[0])
    for at, (left, bottom, right, top) in enumerate(boxes):
        for other in boxes[at + 1 :]:
            if other[0] > right:
                break
            shared = min(right, other[2]) - other[0]
            level = min(top, other[3]) - max(bottom, other[1])
            if level > 1 and shared > 0.5 * min(right - left, other[2] - other[0]) > 0:
                found.append((left, bottom))
    return found


def area(page: pypdfium2.PdfPage) -> tuple[float, float]:
    """Return between which margins a page's text stands."""
    found: Geometry = geometry("A4", making.house_theme())
    if page.get_width() > page.get_height():
        found = found.turned
    return found.left, found.left + found.width


@pytest.mark.parametrize("columns", share([2, 6, 11, 13, 15, 20, 23], 7, 3))
def test_no_column_stands_on_another_or_off_the_page(columns: int, tmp_path: Path) -> None:
    paper = set_alone(wide(columns), tmp_path / "wide.pdf")
    with pypdfium2.PdfDocument(paper.path) as document:
        for page in document:
            left, right = area(page)
            assert all(left - 1 < box[0] and box[2] < right + 1 for box in glyphs(page))
            assert collisions(page) == []
        turned = [page.get_width() > page.get_height() for page in document]
    assert any(turned) == (columns >= 20)


@pytest.mark.longer
def test_a_table_wider_than_the_page_stands_alone_on_a_turned_one(tmp_path: Path) -> None:
    paper = set_alone(wide(20), tmp_path / "wide.pdf")
    with pypdfium2.PdfDocument(paper.path) as document:
        turned = [page for page in document if page.get_width() > page.get_height()]
        (words,) = (" ".join(text_of(page).split()) for page in turned)
    assert words.startswith("Table 1 Trade by year Country 1990")
    assert "what it carries, and for whom One section" in words
    assert "Page 2 of " in words
    assert PARAGRAPHS[1][:40] in paper.pages[0]
    assert gate.failures(paper.path) == []
    assert list(gate.faults(paper.path)) == []


@pytest.mark.longer
def test_turned_tables_go_on_over_pages_and_are_read_where_they_are_written(tmp_path: Path) -> None:
    table = wide(20)
    paper = set_alone(replace(table, rows=table.rows * 20), tmp_path / "wide.pdf")
    with pypdfium2.PdfDocument(paper.path) as document:
        assert sum(page.get_width() > page.get_height() for page in document) == 3
    assert list(gate.faults(paper.path)) == []
    said = gate.read(paper.path).reading()
    assert said.index(PARAGRAPHS[0][:40]) < said.index("Trade by year")
    assert said.index("Trade by year") < said.index(PARAGRAPHS[1][:40])


def test_a_table_that_no_page_holds_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match='table "wide" has 40 columns, which are wider than a'):
        set_alone(wide(40), tmp_path / "wide.pdf")
    boxed = blocks.Callout(
        "note", making.says("Box"), (blocks.TableUse("wide", making.HERE),), making.HERE
    )
    briefing = making.briefing(making.section("one", "One", boxed), tables=[wide(20)])
    with pytest.raises(ContentError, match="wider than the box that it stands in"):
        write(briefing, tmp_path / "box.pdf")


def test_a_row_that_no_page_holds_is_named_with_its_file_and_quoted_in_short(
    tmp_path: Path,
) -> None:
    table = making.table("wide", 2)
    rows = (table.rows[0], (*table.rows[1][:2], making.says(" ".join(PARAGRAPHS * 6))))
    with pytest.raises(ContentError) as refused:
        set_alone(replace(table, rows=rows, row_places=PLACES), tmp_path / "row.pdf")
    (problem,) = refused.value.problems
    assert str(problem).startswith('data/wide.csv:3: error: row 2 of table "wide" is taller than')
    assert len(problem.found) < 120


@pytest.mark.longer
def test_addresses_in_cells_break_and_line_ends_are_kept(tmp_path: Path) -> None:
    paper = set_alone(wide(4, "First line\nsecond line", ADDRESS), tmp_path / "cells.pdf")
    with pypdfium2.PdfDocument(paper.path) as document:
        page = document[0]
        left, right = area(page)
        assert all(left - 1 < box[0] and box[2] < right + 1 for box in glyphs(page))
        lines = page.get_textpage().get_text_range()
    tree = gate.read(paper.path)
    assert "First line second line" in [tree.says(cell) for cell in tree.all("TH")]
    assert ADDRESS in [tree.says(cell) for cell in tree.all("TD")]
    assert "First line" in lines
    assert "First line second" not in lines


def test_a_word_that_no_line_holds_is_torn(tmp_path: Path) -> None:
    paper = set_alone(wide(4, "Abcdefghij" * 20), tmp_path / "cells.pdf")
    with pypdfium2.PdfDocument(paper.path) as document:
        left, right = area(document[0])
        assert all(left - 1 < box[0] and box[2] < right + 1 for box in glyphs(document[0]))
