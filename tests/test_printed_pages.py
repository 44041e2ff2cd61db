"""The project's own briefing on paper: every theme, page size and number of columns looks sound."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

import pytest

from builder.model.briefing import PageLayout
from builder.paper import PaperPlan, set_paper, write_paper
from builder.paper.write.desk import geometry
from builder.pipeline import plan
from builder.problems import NOWHERE, Problems
from builder.sources import read_theme
from builder.theme.theme import Theme
from tests.paper import gate, sheets
from tests.paper.planned import planned_words, words_of

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


def test_nothing_is_printed_over_anything_else(printed: Printed) -> None:
    found = [pair for sheet in printed.sheets for pair in sheets.overlapping(sheet)]
    assert found == []


def test_no_page_but_the_last_is_left_emptier_than_a_third(printed: Printed) -> None:
    left_open = [round(sheet.left_open, 2) for sheet in printed.sheets]
    assert max(left_open[:-1]) < EMPTIEST, left_open


def test_no_float_stands_between_the_lines_of_a_paragraph(printed: Printed) -> None:
    if printed.plan.layout.columns == 1:
        cut = dict(sheets.parted(printed.sheets, printed.theme.paper.body))
        assert not any(cut.values()), cut


def test_it_is_read_in_the_order_in_which_it_is_written(printed: Printed) -> None:
    assert words_of(gate.read(printed.path).reading("Note", "Figure")) == planned_words(
        printed.plan
    )
