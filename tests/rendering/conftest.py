"""The project's own content, built and rendered once for all rendering tests."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.rendering.render import pages_of_pdf, pdf_of_deck


@dataclass(frozen=True)
class Built:
    """Both finished files of the project's own content, and their pictures in order."""

    paper: Path
    deck: Path
    pages: tuple[Path, ...]
    slides: tuple[Path, ...]


@pytest.fixture(scope="session")
def built(house: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Render the project's own content."""
    out = tmp_path_factory.mktemp("built")
    (paper,), (deck,) = house.glob("*.pdf"), house.glob("*.pptx")
    pages = pages_of_pdf(paper, out / "pages")
    slides = pages_of_pdf(pdf_of_deck(deck, out / "deck"), out / "slides")
    return Built(paper, deck, tuple(pages), tuple(slides))
