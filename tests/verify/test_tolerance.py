"""Places of which a program that saves again may drop some: alike ones are counted one by one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builder.model.ledger import Channel, LedgerPlace
from builder.verify.tolerance import DROPPED, kept

# What was made, what is found now, what can still be expected, and what was dropped; each letter is
# a tooltip's text.
TOOLTIPS = {
    "as made": ("aab", "aab", "aab", ""),
    "one of two alike dropped": ("aab", "ab", "ab", "a"),
    "both alike dropped": ("aab", "b", "b", "aa"),
    "all dropped": ("aab", "", "", "aab"),
    "one of two alike changed": ("aab", "axb", "aab", ""),
    "one changed and one dropped": ("aab", "ax", "ab", "a"),
    "one more than was made": ("ab", "aab", "ab", ""),
}


def tooltips(texts: str, channel: Channel = "tooltip", page: int = 1) -> list[LedgerPlace]:
    return [LedgerPlace(page, channel, "", "Link", text) for text in texts]


def texts(places: list[LedgerPlace]) -> str:
    return "".join(place.text for place in places)


@pytest.mark.parametrize("channel", sorted(DROPPED))
@pytest.mark.parametrize("name", TOOLTIPS)
def test_of_places_that_say_the_same_each_is_kept_or_dropped_once(
    name: str, channel: Channel
) -> None:
    made, found, left, gone = TOOLTIPS[name]
    still, dropped = kept(tooltips(made, channel), tooltips(found, channel))
    assert (texts(still), texts(dropped)) == (left, gone)


def test_nothing_is_dropped_from_what_pages_say() -> None:
    still, dropped = kept(tooltips("aab", "body"), tooltips("b", "body"))
    assert (texts(still), texts(dropped)) == ("aab", "")


def test_a_place_of_another_slide_stands_for_none_of_this() -> None:
    elsewhere = [replace(place, page=2) for place in tooltips("a")]
    still, dropped = kept([*tooltips("a"), *elsewhere], elsewhere)
    assert [(place.page, place.text) for place in still] == [(2, "a")]
    assert [(place.page, place.text) for place in dropped] == [(1, "a")]
