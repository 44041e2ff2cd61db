"""The order of works and abbreviations: a language's own letters first, then those of others."""

from __future__ import annotations

import pytest

from builder.language.language import collated


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
    keys = [collated(name, language) for name in ordered]
    assert keys == sorted(set(keys))
