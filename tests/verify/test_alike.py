"""Two texts of one owner and form: which differ, and which only look so."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.model.ledger import Channel, Entry
from builder.verify.fresh import said_alike


def entry(kind: str, form: str, text: str, channel: Channel = "body") -> Entry:
    return Entry(kind, "owner", form, text, channel, "")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (entry("figure", "full", "at least 400"), entry("figure", "full", "at least\u00a0400")),
        (entry("cell", "", "43,800"), entry("cell", "", "$43,800", "chart")),
        (entry("cell", "", "43.812"), entry("cell", "", "$44k", "chart")),
        (entry("cell", "", "Haver-fordwest", "chart"), entry("cell", "", "Haverfordwest")),
        (entry("cell", "", "43,812.4"), entry("cell", "", "43,812", "chart")),
        (entry("cell", "", "43,812.50"), entry("cell", "", "43,812.5", "chart")),
        (entry("cell", "", "−$0.45", "chart"), entry("cell", "", "-0.4")),
        (entry("cell", "", "1.4 days", "chart"), entry("cell", "", "1 day", "chart")),
        (entry("cell", "", "5"), entry("cell", "", "5 per 100 people", "chart")),
        (entry("figure", "in_case", "у березні"), entry("figure", "in_case", "від березня")),
        (
            entry("figure", "in_case", "березні 2024 р."),
            entry("figure", "in_case", "березня 2024 р."),
        ),
        (entry("figure", "in_case", "3 днів"), entry("figure", "in_case", "3 дні")),
    ],
)
def test_what_is_printed_otherwise_in_another_place_says_the_same(one: Entry, other: Entry) -> None:
    assert said_alike(one, (other,), ".")
    assert said_alike(other, (one,), ".")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (entry("figure", "full", "at least 400"), entry("figure", "full", "400")),
        (entry("cell", "", "43,800"), entry("cell", "", "$48,300", "chart")),
        (entry("cell", "", "-5", "chart"), entry("cell", "", "5")),
        (entry("cell", "", "−$5", "chart"), entry("cell", "", "5")),
        (entry("cell", "", "Haverford", "chart"), entry("cell", "", "Haverfordwest")),
        (entry("cell", "", "300"), entry("cell", "", "3,000")),
        (entry("cell", "", "300"), entry("cell", "", "39")),
        (entry("cell", "", "300"), entry("cell", "", "310", "chart")),
        (entry("cell", "", "500"), entry("cell", "", "5")),
        (entry("cell", "", "30"), entry("cell", "", "31", "chart")),
        (entry("cell", "", "0.5"), entry("cell", "", "5")),
        (entry("cell", "", "0.05"), entry("cell", "", "0.5", "chart")),
        (entry("cell", "", "43,812.6"), entry("cell", "", "43,812")),
        (entry("cell", "", "5.0"), entry("cell", "", "5.1")),
        (entry("cell", "", "from €701 to €1,100"), entry("cell", "", "from €701 to €1,200")),
        (entry("cell", "", "Quay 7 north"), entry("cell", "", "Quay 7 south")),
        (entry("figure", "cell", "about 300"), entry("figure", "cell", "about 3,000", "chart")),
        (entry("figure", "in_case", "3 днів"), entry("figure", "in_case", "4 днів")),
        (entry("figure", "in_case", "3 днів"), entry("figure", "in_case", "приблизно 3 днів")),
        (entry("figure", "full", "March 2024"), entry("figure", "full", "March 2025")),
    ],
)
def test_another_number_hedge_or_name_is_a_difference(one: Entry, other: Entry) -> None:
    assert not said_alike(one, (other,), ".")
    assert not said_alike(other, (one,), ".")


STEPS = [
    Decimal(each) * sign
    for each in ("0.49", "0.4999", "0.5", "0.5001", "0.51", "0.75", "0.99", "1", "1.01")
    for sign in (1, -1)
]
"""Between half a step, to which a print is rounded, and a whole one."""


@pytest.mark.parametrize("mark", [".", ","])
@given(
    st.decimals(-10_000, 10_000, places=4),
    st.sampled_from(STEPS) | st.decimals(-2, 2, places=4) | st.decimals(-10_000, 10_000, places=4),
    st.tuples(st.integers(0, 4), st.integers(0, 4)),
)
def test_prints_of_two_values_are_alike_where_rounding_makes_them_one(
    mark: str, one: Decimal, steps: Decimal, places: tuple[int, int]
) -> None:
    """The other value is some steps away, of the last place that both prints have."""
    step = Decimal(10) ** -min(places)
    held = [f"{value:.{at}f}" for value, at in zip((one, one + steps * step), places, strict=True)]
    first, second = (entry("cell", "", printed(Decimal(each), mark)) for each in held)
    again = printed(Decimal(f"{one:.{places[1]}f}"), mark)
    assert said_alike(first, (entry("cell", "", again),), mark)
    apart = abs(Decimal(held[0]) - Decimal(held[1]))
    alike = apart <= (step / 2 if places[0] != places[1] else 0)
    assert said_alike(first, (second,), mark) == alike
    assert said_alike(second, (first,), mark) == alike


def printed(value: Decimal, mark: str) -> str:
    signs = str.maketrans({",": "\u00a0" if mark == "," else ",", ".": mark, "-": "\u2212"})
    return f"{value:,f}".translate(signs)
