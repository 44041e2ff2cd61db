"""The project's own content, built and rendered once for all rendering tests."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.rendering.render import ROOT, pages_of_pdf, pdf_of_deck


@dataclass(frozen=True)
class Built:
    """Both finished files of the project's own content, and their pictures in order."""

    paper: Path
    deck: Path
    pages: tuple[Path, ...]
    slides: tuple[Path, ...]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build and render the project's own content by the command line."""
    out = tmp_path_factory.mktemp("built")
    command = [sys.executable, "-m", "builder", "build", "content", "--out", str(out)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (paper,), (deck,) = out.glob("*.pdf"), out.glob("*.pptx")
    pages = pages_of_pdf(paper, out / "pages")
    slides = pages_of_pdf(pdf_of_deck(deck, out / "deck"), out / "slides")
    return Built(paper, deck, tuple(pages), tuple(slides))
