"""The house theme, for every test of charts."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder import project
from builder.content import read_theme
from builder.problems import NOWHERE, Problems
from builder.theme.theme import Theme


@pytest.fixture(scope="session")
def theme() -> Theme:
    """Return the shipped theme."""
    read = read_theme("paperdeck", Path(), Problems(), NOWHERE)
    assert read is not None
    return read


CELLS = Path(__file__).parents[1] / "cases" / "cells"


@pytest.fixture(scope="session")
def cells_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the files that are built from the case of cells."""
    folder = tmp_path_factory.mktemp("cells")
    project.build(CELLS, folder, ("paper", "deck"), strict=True)
    return folder
