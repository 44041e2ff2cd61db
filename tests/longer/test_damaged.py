"""Finished files damaged by chance are refused, reported, or say what they said.

A small share, of a fixed seed; `python -m tests.hostile.finished` tries as many as one likes.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile.finished import Pair, built, tried_one

SEED = 4


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    return built(tmp_path_factory.mktemp("damaged"), ("small",))[0]


@pytest.mark.parametrize("number", range(12))
def test_a_damaged_file_is_answered_in_words(number: int, pair: Pair, tmp_path: Path) -> None:
    trial = tried_one([pair], tmp_path, SEED, number)
    assert not trial.faults, "\n".join((trial.name, *trial.faults))
