"""Texts are found though pages break them, and never where they do not stand."""

from __future__ import annotations

import pytest
from builder.verify.matching import Surface, in_order
from hypothesis import given
from hypothesis import strategies as st

from builder.verify.reading import canonical


def take(said: str, wanted: str) -> bool:
    (text,) = in_order([wanted])
    return Surface.of([canonical(said)]).take(text)


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("at least\r\n400 missiles", "at least 400 missiles"),
        ("400 mis-\nsiles", "400 missiles"),
        ("the Shahed-\n136", "Shahed-136"),
        ("400 short-\nrange mis-\nsiles", "400 short-range missiles"),
        ("12 tonnes/\nday", "12 tonnes/day"),
        ("3\u00a0700 drones", "3\u202f700 drones"),
        ("\u221212 %", "-12\u00a0%"),
        ("Hwasong\u201111", "Hwasong-11"),
        ("two-thirds of semi\u00adconductors", "semiconductors"),
        ("from 2023-\n24", "2023-24"),
        ("(400)", "400"),
        ("400, 500", "400"),
        ("400.", "400"),
        ("a 400-tonne ship", "400"),
    ],
)
def test_a_text_is_found(said: str, wanted: str) -> None:
    assert take(said, wanted)


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("1,400", "400"),
        ("400,000", "400"),
        ("4000", "400"),
        ("2.400", "400"),
        ("−400", "400"),
        (">400", "400"),
        ("≥$400", "$400"),
        ("H400", "400"),
        ("20-\n23", "2023"),
        ("4 missiles", "4 missile"),
    ],
)
def test_a_text_is_not_found(said: str, wanted: str) -> None:
    assert not take(said, wanted)


def test_a_text_is_not_found_across_pieces() -> None:
    assert not Surface.of(["at least", "400 missiles"]).take("at least 400 missiles")


def test_each_occurrence_counts_once() -> None:
    surface = Surface.of(["400 and 400"])
    assert [surface.take("400") for _ in range(3)] == [True, True, False]


def test_a_long_text_is_taken_before_its_parts() -> None:
    surface = Surface.of(["at least 400 missiles, 400 in all"])
    assert all(surface.take(text) for text in in_order(["400", "at least 400 missiles"]))
    assert list(surface.strays()) == []


FIGURES = st.sampled_from(
    ["at least 400 missiles", "400", "$240 billion", "$240bn", "90%", "June 2024", "2024", "-12%"]
)
SPACE = st.sampled_from([" ", "\n", "\r\n", " \u00a0"])


@given(st.lists(st.tuples(FIGURES, SPACE), min_size=1))
def test_every_text_of_a_page_is_found_whatever_breaks_its_lines(
    printed: list[tuple[str, str]],
) -> None:
    words = [f"some {text.replace(' ', space)}, then{space}" for text, space in printed]
    surface = Surface.of([canonical("".join(words))])
    assert all(surface.take(text) for text in in_order(text for text, _ in printed))
    assert list(surface.strays()) == []


@given(st.lists(FIGURES, min_size=1), st.integers(0, 9999))
def test_a_number_that_no_text_owns_is_always_found(printed: list[str], number: int) -> None:
    surface = Surface.of([canonical(", and ".join([*printed, f"no {number}"]))])
    for text in in_order(printed):
        surface.take(text)
    assert [stray for stray, _ in surface.strays()] == [str(number)]
