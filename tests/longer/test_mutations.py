"""Damaged contents get an answer; `make mutations` builds a thousand of the same kind."""

from __future__ import annotations

import pytest

from tests.hostile import mutations
from tests.hostile.mutations import Damaged, content, judged, warm, wholes
from tests.hostile.pace import too_long

SEED = 2
NUMBERS = range(10)


def test_damaged_contents_are_built_or_refused_with_a_place() -> None:
    warm()
    sound = Damaged(-1, "tests/cases/small", (), dict(wholes()["tests/cases/small"]))
    contents = [sound, *(content(SEED, number) for number in NUMBERS)]
    outcomes = list(judged(contents, jobs=2))
    assert len(outcomes) == len(contents)
    faults = [f"{one.of}: {one.done}: {out.said}" for one, out in outcomes if out.fault]
    assert not faults, "\n".join(faults)
    assert {outcome.status for one, outcome in outcomes if one is sound} == {0}
    assert {outcome.status for _, outcome in outcomes} == {0, 1}


def test_a_number_gives_the_same_damage_every_time() -> None:
    assert content(SEED, 5).files == content(SEED, 5).files
    assert content(SEED, 5).files != content(SEED, 6).files


def test_every_damaged_content_is_another_than_it_was() -> None:
    changed = [content(SEED, number) for number in range(100)]
    assert not [one for one in changed if one.files == wholes()[one.of]]


@pytest.mark.parametrize(
    ("seconds", "sound", "told"),
    [(9, 0.1, False), (30, 7, False), (36, 7, True), (11, 2, True), (40, 8.1, False)],
)
def test_what_takes_too_long_is_told_by_what_a_sound_one_takes(
    seconds: float, sound: float, told: bool
) -> None:
    assert too_long(seconds, lambda: sound) is told


def failing(_: list[str]) -> int:
    raise KeyError("x")


def busy(_: list[str]) -> int:
    while True:
        pass


@pytest.mark.parametrize(
    ("command", "fault"),
    [
        (lambda _: 2, "exit 2"),
        (lambda _: 1, "refused without a place"),
        (lambda _: 0, "traceback: Traceback: ValueError"),  # there are no files to open
        (failing, "traceback: Traceback: KeyError"),
        (busy, "hangs or dies"),
    ],
)
def test_the_judge_finds_what_is_amiss(
    command: object, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mutations, "run", command)
    monkeypatch.setattr(mutations, "MOST_WORK", 1 if command is busy else 60)
    one = Damaged(0, "tests/cases/small", (), dict(wholes()["tests/cases/small"]))
    ((_, outcome),) = judged([one])
    assert outcome.fault.startswith(fault)
