"""What a project remembers of its builds: bounded by bytes, and by how long nobody asked for it."""

from __future__ import annotations

import pytest

from builder.memory import Memory, memory, remembered, remembering


def test_the_least_recently_asked_for_is_forgotten_first() -> None:
    held = Memory(most=30)
    for name in ("a", "b", "c"):
        held.put(name, name, 10)
    assert held.get("a") == "a"
    held.put("d", "d", 10)
    assert held.get("b") is None
    assert [held.get(name) for name in "acd"] == ["a", "c", "d"]
    held.put("whole", "whole", 31)
    assert held.get("whole") is None
    assert held.size == 30


@pytest.mark.longer
def test_rebuilds_with_ever_other_words_do_not_fill_the_memory() -> None:
    held, sizes = Memory(), []
    for number in range(60):
        with remembering(held):
            for key in ("same", f"word {number}"):
                remembered(key, lambda: "set", lambda _: 1000)
        sizes.append(held.size)
    assert sizes[-1] == sizes[29] < 15_000
    assert held.get("same") == "set"


def test_outside_a_project_nothing_is_remembered() -> None:
    made: list[int] = []

    def make() -> list[int]:
        made.append(1)
        return list(made)

    assert memory() is None
    assert remembered("key", make, len) != remembered("key", make, len)
