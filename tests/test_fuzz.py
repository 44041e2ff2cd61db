"""A few whole briefings made by chance: `make fuzz` builds a thousand of the same kind."""

from __future__ import annotations

import pytest

from tests.fuzz.briefings import briefing
from tests.fuzz.judge import judge, kind_of
from tests.shares import share

SEED = 1
NUMBERS = (4, 23, 38, 41)
"""Small ones, in four languages: the four build in a few seconds."""


@pytest.mark.parametrize("number", share(NUMBERS, 4, 1))
def test_a_briefing_made_by_chance_builds_and_its_files_agree(number: int) -> None:
    verdict = judge(briefing(SEED, number))
    assert verdict.outcome == "built", verdict.said


def test_a_number_gives_the_same_briefing_every_time() -> None:
    assert briefing(SEED, 1).files() == briefing(SEED, 1).files()
    assert briefing(SEED, 1).files() != briefing(SEED, 2).files()


@pytest.mark.longer
def test_what_is_left_out_of_a_smaller_briefing_was_in_the_whole() -> None:
    whole = briefing(SEED, NUMBERS[-2])
    size = sum(map(len, whole.files().values()))
    smaller = list(whole.smaller())
    assert smaller
    assert all(sum(map(len, less.files().values())) <= size for less in smaller)


def test_messages_are_counted_by_kind_whatever_they_quote() -> None:
    one = 'chart "c1" is 696 points tall, more than a page holds'
    other = 'chart "trade" is 1,204 points tall, more than a page holds'
    assert kind_of(one) == kind_of(other)
    assert kind_of(one) != kind_of('chart "c1" has no source')
