"""Inputs made to break a build: each gets an answer in words, and little memory is held."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile.case import Case, every
from tests.hostile.trial import tried


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=case.name) for case in every() if not case.heavy]
)
def test_a_hostile_input_gets_the_answer_that_it_should(case: Case, tmp_path: Path) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    outcome = tried(case, folder)
    assert not outcome.faults, "\n".join(outcome.faults)
