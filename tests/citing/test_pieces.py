"""Marks that meet where parts of a reference do: which of them stays; what becomes of spaces."""

from __future__ import annotations

import pytest

from builder.citing.pieces import CitedWords, text_of, tidied


@pytest.mark.parametrize(
    ("first", "then", "together"),
    [
        ("Why?", ".", "Why?"),
        ("Ltd.", ".", "Ltd."),
        ("Ltd.", ", 2019", "Ltd., 2019"),
        ("Here: ", ", there", "Here:, there"),
        ("words ", ", more", "words, more"),
        ("words ", ") end", "words) end"),
        ("words ", "; more", "words; more"),
        ("words ", ".NET", "words .NET"),
        ("one:", "! two", "one! two"),
        ("one ", " two", "one two"),
        ("one", " two", "one two"),
    ],
)
def test_marks_that_meet_are_mended(first: str, then: str, together: str) -> None:
    assert text_of(tidied([CitedWords(first), CitedWords(then)], inside_quotes=False)) == together


@pytest.mark.parametrize(
    ("inside", "before", "mark", "together"),
    [
        (True, "words", ", more", "“words,” more"),
        (False, "words", ", more", "“words”, more"),
        (True, "Why?", ", more", "“Why?” more"),
        (True, "words", "; more", "“words”; more"),
    ],
)
def test_commas_and_full_stops_go_into_quotation_marks_where_the_language_has_it_so(
    inside: bool, before: str, mark: str, together: str
) -> None:
    pieces = [
        CitedWords("“", opens=True),
        CitedWords(before),
        CitedWords("”", closes=True),
        CitedWords(mark),
    ]
    assert text_of(tidied(pieces, inside_quotes=inside)) == together
