"""Two texts of one owner and form: which differ, and which only look so."""

from __future__ import annotations

import pytest

from builder.model.ledger import Channel, Entry
from builder.verify.fresh import said_alike


def entry(kind: str, form: str, text: str, channel: Channel = "body") -> Entry:
    return Entry(kind, "owner", form, text, channel, "")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (entry("figure", "full", "at least 400"), entry("figure", "full", "at least\u00a0400")),
        (entry("cell", "", "43,800"), entry("cell", "", "$43,800", "chart")),
        (entry("cell", "", "43,812"), entry("cell", "", "$44k", "chart")),
        (entry("cell", "", "Haver-fordwest", "chart"), entry("cell", "", "Haverfordwest")),
        (entry("figure", "in_case", "у березні"), entry("figure", "in_case", "від березня")),
    ],
)
def test_what_is_printed_otherwise_in_another_place_says_the_same(one: Entry, other: Entry) -> None:
    assert said_alike(one, (other,))
    assert said_alike(other, (one,))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (entry("figure", "full", "at least 400"), entry("figure", "full", "400")),
        (entry("cell", "", "43,800"), entry("cell", "", "$48,300", "chart")),
        (entry("cell", "", "-5", "chart"), entry("cell", "", "5")),
        (entry("cell", "", "−$5", "chart"), entry("cell", "", "5")),
        (entry("cell", "", "Haverford", "chart"), entry("cell", "", "Haverfordwest")),
        (entry("figure", "full", "March 2024"), entry("figure", "full", "March 2025")),
    ],
)
def test_another_number_hedge_or_name_is_a_difference(one: Entry, other: Entry) -> None:
    assert not said_alike(one, (other,))
    assert not said_alike(other, (one,))
