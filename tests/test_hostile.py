"""Inputs made to break a build: each gets an answer in words, and little memory is held.

`make hostile` tries all, which takes many minutes, `make test-more` half of those that take little
time; here are a few.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile.case import Case, few
from tests.hostile.trial import tried


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in few(75)])
def test_a_hostile_input_gets_the_answer_that_it_should(case: Case, tmp_path: Path) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    outcome = tried(case, folder)
    assert not outcome.faults, "\n".join(outcome.faults)
