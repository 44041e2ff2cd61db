"""The project's own briefing on paper: every theme, page size and number of columns looks sound."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

import pytest

from builder.content import read_theme
from builder.model.briefing import PageLayout
from builder.outputs.pdf import PaperPlan, set_paper, write_paper
from builder.outputs.pdf.plan.items import CoverPage
from builder.outputs.pdf.write.context import geometry
from builder.problems import NOWHERE, Problems
from builder.project import plan
from builder.theme.theme import Theme
from tests.outputs.pdf import gate, sheets
from tests.outputs.pdf.planned import planned_words, words_of

CONTENT = Path(__file__).resolve().parents[1] / "content"
LAYOUTS = list(product(("paperdeck", "ministry"), ("A4", "Letter"), (1, 2)))
EMPTIEST = 0.34  # of a page's text area


@dataclass(frozen=True)
class Printed:
    """A paper as it was written, and its pages as the eye sees them."""

    path: Path
    plan: PaperPlan
    theme: Theme
    sheets: list[sheets.Sheet]


@pytest.fixture(scope="module")
def planned() -> PaperPlan:
    return plan(CONTENT, Problems()).paper


@pytest.fixture(scope="module", params=LAYOUTS, ids=lambda layout: "-".join(map(str, layout)))
def printed(
    request: pytest.FixtureRequest, planned: PaperPlan, tmp_path_factory: pytest.TempPathFactory
) -> Printed:
    name, size, columns = request.param
    theme = read_theme(name, CONTENT, Problems(), NOWHERE)
    assert theme is not None
    laid_out = replace(planned, page=size, layout=PageLayout(columns=columns))
    path = tmp_path_factory.mktemp("printed") / "paper.pdf"
    write_paper(set_paper(laid_out, theme, tmp_path_factory.getbasetemp()), path)
    page = geometry(size, theme, laid_out.layout)
    return Printed(path, laid_out, theme, sheets.sheets(path, page.bottom, page.height))


@pytest.mark.longer
def test_nothing_is_printed_over_anything_else(printed: Printed) -> None:
    found = [pair for sheet in printed.sheets for pair in sheets.overlapping(sheet)]
    assert found == []


@pytest.mark.longer
def test_no_page_but_the_last_is_left_emptier_than_a_third(printed: Printed) -> None:
    # A cover's first page is filled by what it shows, not by text.
    first = int(isinstance(printed.plan.items[0], CoverPage))
    left_open = [round(sheet.left_open, 2) for sheet in printed.sheets]
    assert max(left_open[first:-1]) < EMPTIEST, left_open


@pytest.mark.longer
def test_no_float_stands_between_the_lines_of_a_paragraph(printed: Printed) -> None:
    if printed.plan.layout.columns == 1:
        cut = dict(sheets.parted(printed.sheets, printed.theme.paper.body))
        assert not any(cut.values()), cut


@pytest.mark.longer
def test_it_is_read_in_the_order_in_which_it_is_written(printed: Printed) -> None:
    assert words_of(gate.read(printed.path).reading("Note", "Figure")) == planned_words(
        printed.plan
    )


@pytest.mark.longer
def test_the_contents_stand_without_lists_of_figures_before_the_text(printed: Printed) -> None:
    for sheet in printed.sheets[:3]:
        titles = [line for line in sheet.lines if line.text in ("Contents", "List of figures")]
        if titles:
            assert [line.text for line in titles] == ["Contents"]
            return
    raise AssertionError("no contents on the first three pages")


@pytest.mark.longer
def test_words_stand_well_apart_from_the_numbers_on_their_left(printed: Printed) -> None:
    (sheet,) = (sheet for sheet in printed.sheets if "2023 (after an" in said(sheet))
    (year,) = (line for line in sheet.lines if line.text.startswith("2023 (after an"))
    beside = [line for line in sheet.lines if abs(line.baseline - year.baseline) < 1]
    trade = max((line for line in beside if line.right < year.left), key=lambda line: line.right)
    assert trade.text == "240"
    assert year.left - trade.right > 20


def said(sheet: sheets.Sheet) -> str:
    return "\n".join(line.text for line in sheet.lines)


@pytest.mark.longer
def test_the_register_takes_little_more_than_a_page(printed: Printed) -> None:
    """It stood on two, and its rows were up to seven lines tall; a theme may have wide margins."""
    found = [sheet for sheet in printed.sheets if re.search(r"Pages\s+Slides", said(sheet))]
    computed = [line for sheet in found for line in re.findall(r"computed from [$\d]", said(sheet))]
    assert len(computed) == 7
    assert sum(map(tall, found)) < (1.02 if printed.theme.name == "paperdeck" else 1.2)


def tall(sheet: sheets.Sheet) -> float:
    """How much of the page the register takes."""
    head = next(line for line in sheet.lines if line.text.endswith("Slides"))
    below = [line for line in sheet.lines if line.baseline < head.baseline]
    rows = [line for line in below if line.size == head.size and line.right > head.left]
    return (head.baseline - min(line.baseline for line in rows)) / (sheet.top - sheet.bottom)


@pytest.mark.longer
def test_the_words_of_charts_and_tables_stand_in_the_margin_beside_them(printed: Printed) -> None:
    if printed.plan.layout.columns > 1:
        return
    page = geometry(printed.plan.page, printed.theme, printed.plan.layout)
    if not page.column.left:
        return
    column = page.left + page.column.left
    for number in ("Figure 1", "Figure 3", "Figure 5", "Figure 6", "Table 4", "Table 5"):
        label = re.compile(rf"{number}$".replace(" ", r"\s"))
        (sheet,) = (
            sheet for sheet in printed.sheets if any(map(label.match, words_at(sheet, page.left)))
        )
        place = next(line for line in sheet.lines if label.match(line.text))
        title = max(
            (
                line
                for line in sheet.lines
                if line.baseline < place.baseline - 1 and abs(line.left - page.left) < 1
            ),
            key=lambda line: line.baseline,
        )
        assert title.size == 10.5
        assert title.right < column - 8


def words_at(sheet: sheets.Sheet, left: float) -> list[str]:
    return [line.text for line in sheet.lines if abs(line.left - left) < 1]
