"""Suggestions: made where a slip is likely, and only there."""

from __future__ import annotations

import pytest

from builder.problems import known_names, likely_meant

KNOWN = [
    "trade_russia",
    "trade_us",
    "freight_sea",
    "freight_rail",
    "ships_1",
    "ships_3",
    "min",
    "Ponctualité (%)",
    "Zölle",
]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("trade_rusia", "trade_russia"),
        ("Trade-Russia", "trade_russia"),
        ("trade_ru", "trade_russia"),
        ("freight_see", "freight_sea"),
        ("frieght_sea", "freight_sea"),
        ("freigth_rial", "freight_rail"),
        ("minimum", "min"),
        ("Ponctualite", "Ponctualité (%)"),
        ("ponctualite (%)", "Ponctualité (%)"),
        ("Zoll", "Zölle"),
    ],
)
def test_a_slip_is_told(name: str, meant: str) -> None:
    assert likely_meant(name, KNOWN) == meant
    assert known_names(name, KNOWN).startswith(f"did you mean {meant}? known: ")


@pytest.mark.parametrize(
    "name", ["ships_2", "trade", "trade_uk", "freight_air", "freight", "imports", "x", "", "rail"]
)
def test_another_word_or_number_or_one_of_several_is_not_guessed(name: str) -> None:
    assert likely_meant(name, KNOWN) == ""
    assert known_names(name, KNOWN).startswith("known: ")


@pytest.mark.parametrize(
    ("name", "known"),
    [("exports", "imports"), ("sort", "source"), ("at most", "at least"), ("into", "to")],
)
def test_what_only_looks_alike_is_not_meant(name: str, known: str) -> None:
    assert likely_meant(name, [known]) == ""
