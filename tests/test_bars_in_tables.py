"""Bars in tables of the finished files: they end before the numbers of their column."""

from __future__ import annotations

import ctypes
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from pptx import Presentation
from pptx.shapes.group import GroupShape

from builder.cli import run
from builder.text.metrics import FontMetrics
from builder.theme.shades import BAR, shade, shade_name
from tests.charts.test_told_apart import themed

pytestmark = pytest.mark.usefixtures("remembered")

CONTENT = Path(__file__).parent / "cases" / "tables"
EMU = 12700
Rectangle = tuple[float, float, float, float]
"""Left, foot, right, top."""


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bars")
    assert run(["build", str(CONTENT), "--out", str(folder), "--quiet", "--strict"]) == 0
    return folder


def bars_on(page: pypdfium2.PdfPage) -> list[Rectangle]:
    """Return what is filled on a page in the colour of bars."""
    sought = shade(shade_name(BAR), themed("paperdeck").colours)
    found = []
    for drawn in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]):
        parts = [ctypes.c_uint() for _ in range(4)]
        pdfium.FPDFPageObj_GetFillColor(drawn, *parts)
        if "#" + "".join(f"{each.value:02X}" for each in parts[:3]) == sought:
            found.append(drawn.get_bounds() if hasattr(drawn, "get_bounds") else drawn.get_pos())
    return found


def test_no_number_stands_on_a_bar_of_the_paper(out: Path) -> None:
    seen = 0
    with pypdfium2.PdfDocument(out / "trade.pdf") as paper:
        for page in paper:
            words, bars = page.get_textpage(), bars_on(page)
            seen += len(bars)
            for at in range(words.count_chars()):
                left, foot, right, top = words.get_charbox(at)
                x, y = (left + right) / 2, (foot + top) / 2
                assert not any(a < x < c and b < y < d for a, b, c, d in bars), (
                    words.get_text_range(max(at - 3, 0), 8)
                )
    assert seen > 8


def test_bars_end_before_the_widest_number_of_their_column_on_slides(out: Path) -> None:
    seen = 0
    for slide in Presentation(str(out / "trade.pptx")).slides:
        groups = [s for s in slide.shapes if isinstance(s, GroupShape) and "Bars" in s.name]
        for group in groups:
            (frame,) = (shape for shape in slide.shapes if shape.has_table)
            ends = [frame.left]
            for column in frame.table.columns:
                ends.append(ends[-1] + column.width)
            for bar in group.shapes:
                at = int(bar.name.split(".")[1])
                cells = [row.cells[at - 1] for row in frame.table.rows]
                numbers = [cell for cell in cells if cell.text_frame.text[:1].isdigit()]
                assert len(numbers) > 3
                for cell in numbers:
                    (run_, *_) = cell.text_frame.paragraphs[0].runs
                    size = run_.font.size.pt if run_.font.size else 12.0
                    wide = FontMetrics.of("LiberationSans-Regular").width(
                        cell.text_frame.text, size
                    )
                    assert bar.left + bar.width <= ends[at] - cell.margin_right - wide * EMU
                seen += 1
    assert seen >= 8
