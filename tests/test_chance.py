"""What is drawn by chance, the same in every run, is the same whatever else has been loaded."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st


def drawn() -> list[int]:
    """Return numbers that hypothesis draws, the same in every run."""
    found: list[int] = []

    @settings(derandomize=True, database=None, max_examples=100)
    @given(st.lists(st.integers(700_000, 900_000), min_size=10, max_size=10))
    def collect(numbers: list[int]) -> None:
        found.extend(numbers)

    collect()
    return found


def test_what_is_drawn_does_not_depend_on_what_is_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = drawn()
    constants = "\n".join(f"C{number} = {number}" for number in range(700_000, 700_900, 3))
    (tmp_path / "loaded_by_chance.py").write_text(f"{constants}\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    __import__("loaded_by_chance")
    assert drawn() == before
