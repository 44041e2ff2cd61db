"""The lines of running text stand on one grid on every page, whatever stands between them."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

import builder.charts
from builder.charts import DisplayList
from builder.content import read_theme
from builder.model.blocks import TableUse
from builder.model.briefing import Briefing, PageLayout
from builder.model.chart import ResolvedChart
from builder.model.text import Line, plain
from builder.outputs.pdf import plan_paper, set_paper, write_paper
from builder.outputs.pdf.plan import items
from builder.outputs.pdf.write.context import geometry
from builder.problems import Problems
from builder.project import resolved
from builder.theme.theme import Theme
from tests.outputs.pdf import hard
from tests.shares import share

CONTENT = Path(__file__).parents[3] / "content"
OFF = 0.1  # points that a baseline may be off the grid


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is learnt of words while papers are set."""
    return tmp_path_factory.mktemp("kept")


@cache
def theme_of(name: str) -> Theme:
    theme = read_theme(name, CONTENT, Problems(), hard.HERE)
    assert theme is not None
    return theme


@cache
def briefing_of(name: str) -> Briefing:
    """The real briefing, or the hard one without its long tables, in which no body text stands."""
    if name == "real":
        return resolved(CONTENT, Problems())[0]
    briefing = hard.hard_briefing()
    sections = (
        replace(each, blocks=tuple(one for one in each.blocks if not isinstance(one, TableUse)))
        for each in briefing.sections
    )
    return replace(briefing, sections=tuple(sections))


def blank(
    chart: ResolvedChart, theme: Theme, width: float, cache: Path | None, margin: object = None
) -> DisplayList:
    """As much room as a chart takes, and nothing in it."""
    return DisplayList(width, 151.3, ())


def body_lines(path: Path, theme: Theme) -> dict[tuple[int, float], str]:
    """The words in the size and face of body text, by page and height of their baseline."""
    said: defaultdict[tuple[int, float], str] = defaultdict(str)
    name, size = ctypes.create_string_buffer(99), ctypes.c_float()
    words = (pdfium.FPDF_WCHAR * 999)()
    with pypdfium2.PdfDocument(path) as document:
        for number, page in enumerate(document, start=1):
            text = page.get_textpage()
            for each in page.get_objects([pdfium.FPDF_PAGEOBJ_TEXT]):
                pdfium.FPDFTextObj_GetFontSize(each.raw, size)
                pdfium.FPDFFont_GetBaseFontName(pdfium.FPDFTextObj_GetFont(each.raw), name, 99)
                body = b"Serif" in name.value and b"Semibold" not in name.value  # no caption
                if abs(size.value - theme.paper.body) < 0.01 and body:
                    length = pdfium.FPDFTextObj_GetText(each.raw, text.raw, words, len(words))
                    found = bytes(words)[: length - 2].decode("utf-16-le")
                    said[number, round(each.get_matrix().f, 2)] += found.replace(" ", "")
    return said


def apart(content: Iterable[items.Item]) -> Iterator[Line]:
    """Yield the texts of lists, callouts, answers and quotations, at whatever depth."""
    for item in content:
        if isinstance(item, items.Points):
            for point in item.points:
                yield point.text
                yield from apart(point.below)
        elif isinstance(item, items.CalloutBox | items.QuestionAnswer):
            yield from (each.text for each in item.items if isinstance(each, items.Prose))
            yield from apart(item.items)
        elif isinstance(item, items.Quotation):
            yield from item.paragraphs


@pytest.mark.longer
@pytest.mark.parametrize("page", share(["A4", "Letter"], 2))
@pytest.mark.parametrize("columns", share([1, 2], 2, 1))
@pytest.mark.parametrize("used", share(["paperdeck", "ministry"], 2))
@pytest.mark.parametrize("content", share(["hard", "real"], 2))
def test_every_line_of_running_text_stands_on_the_grid_of_the_page(
    content: str,
    used: str,
    columns: int,
    page: str,
    kept: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(builder.charts, "display_list", blank)
    theme, briefing = theme_of(used), briefing_of(content)
    meta = replace(briefing.meta, page=page, layout=PageLayout(columns=columns))
    plan = plan_paper(replace(briefing, meta=meta), theme, {})
    write_paper(set_paper(plan, theme, kept), tmp_path / "paper.pdf")

    lines = body_lines(tmp_path / "paper.pdf", theme)
    area, leading, size = geometry(page, theme), theme.paper.leading, theme.paper.body
    first = area.bottom + area.height - (leading - size) / 2 - size * 0.79
    pitch = leading / 2 if columns == 1 else leading
    for (number, baseline), words in lines.items():
        off = (first - baseline) % pitch
        assert min(off, pitch - off) < OFF, (number, words)

    said = "".join(lines.values())
    for line in apart(plan.items):
        assert plain(line).replace(" ", "")[:12] in said
