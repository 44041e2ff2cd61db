"""One finished paper for the tests of a module; charts drawn without matplotlib."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pypdfium2
import pytest

import builder.charts
from builder.model.briefing import Briefing
from builder.model.ledger import Entry, PaperPages, entries_of
from builder.outputs.pdf import PaperPlan, plan_paper, set_paper, write_paper
from tests.outputs.pdf import making

SLIDES = {"journeys": (2, 5), "tunnel": (7,)}


@dataclass(frozen=True)
class Written:
    """A paper on disc, its plan, its ledger, and where its parts stand."""

    path: Path
    plan: PaperPlan
    ledger: tuple[Entry, ...]
    places: PaperPages

    @cached_property
    def pages(self) -> list[str]:
        """The words of each page, white space made plain."""
        with pypdfium2.PdfDocument(self.path) as document:
            return [" ".join(text_of(page).split()) for page in document]


def text_of(page: pypdfium2.PdfPage) -> str:
    """Return a page's text, words divided at line ends made whole."""
    text = page.get_textpage().get_text_range()
    return text.replace("\ufffe", "").replace("\xad\r\n", "")


def write(briefing: Briefing, path: Path, cache: Path | None = None) -> Written:
    """Plan and write a briefing's paper."""
    theme = making.house_theme()
    plan = plan_paper(briefing, theme, SLIDES)
    paper = set_paper(plan, theme, cache)
    write_paper(paper, path)
    return Written(path, plan, entries_of(paper.places), paper.pages)


@pytest.fixture(autouse=True, scope="module")
def plain_charts() -> Iterator[None]:
    """Let charts be drawn as plainly as can be, in this folder's tests alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(builder.charts, "display_list", making.drawn)
        yield


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory, plain_charts: None) -> Written:
    """The full briefing's paper."""
    return write(making.full_briefing(), tmp_path_factory.mktemp("paper") / "railway.pdf")
