"""Inputs made to break a build: each gets an answer in words, and little memory is held.

`make hostile` tries all, which takes many minutes, `make test-more` a quarter of those that take
little time; here are a few.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile.case import every
from tests.hostile.trial import tried
from tests.shares import share

SOME = (
    "a member that is a bomb",
    "a pipe among the data",
    "template: one bomb",
)


def test_the_cases_that_are_tried_here_are_there() -> None:
    assert {case.name for case in every()} >= {*SOME}


@pytest.mark.parametrize("name", share(SOME, 3))
def test_a_hostile_input_gets_the_answer_that_it_should(name: str, tmp_path: Path) -> None:
    (case,) = (case for case in every() if case.name == name)
    folder = tmp_path / "here"
    folder.mkdir()
    outcome = tried(case, folder)
    assert not outcome.faults, "\n".join(outcome.faults)
