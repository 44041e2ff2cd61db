"""The house theme, for every test of charts."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.content import read_theme
from builder.problems import NOWHERE, Problems
from builder.theme.theme import Theme


@pytest.fixture(scope="session")
def theme() -> Theme:
    """Return the shipped theme."""
    read = read_theme("paperdeck", Path(), Problems(), NOWHERE)
    assert read is not None
    return read
