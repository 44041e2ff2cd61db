"""The alphabet that lists of works and of abbreviations follow: a language's own letters first, then those of others."""

from __future__ import annotations

import pytest

from builder.language.collation import collated


@pytest.mark.parametrize(
    ("language", "ordered"),
    [
        ("uk-UA", ["2020", "Гнатюк", "Ґудзь", "Єрмак", "Ілля", "Їжак", "Йова", "Ящук", "Adams"]),
        ("uk-UA", ["Шевченко", "Lambert", "Œuvre"]),
        ("de-DE", ["2020", "Adams", "Öst", "Pott", "Гнатюк"]),
    ],
)
def test_names_stand_in_the_order_of_the_languages_alphabet(
    language: str, ordered: list[str]
) -> None:
    assert sorted(reversed(ordered), key=lambda name: collated(name, language)) == ordered
