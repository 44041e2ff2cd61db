"""The showcase deck, planned and written once for all tests that read it."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.outputs.pptx import DeckPlan, write_deck
from tests.outputs.pptx.making import showcase_plan, theme
from tests.shares import share


@pytest.fixture(scope="session", params=share(["16:9", "4:3"], 2))
def plan(request: pytest.FixtureRequest) -> DeckPlan:
    """Return the plan of the showcase in either slide size."""
    return showcase_plan(request.param)


@pytest.fixture(scope="session")
def deck(plan: DeckPlan, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the finished showcase deck."""
    path = tmp_path_factory.mktemp("showcase") / "showcase.pptx"
    write_deck(plan, theme(), path)
    return path
