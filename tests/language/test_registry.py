"""Languages by their tags (BCP 47)."""

from __future__ import annotations

import pytest

from builder.language.language import language_of


@pytest.mark.parametrize("tag", ["de-CH", "de-ch", "DE-CH", "de_CH"])
def test_capitals_of_a_tag_carry_no_meaning(tag: str) -> None:
    assert language_of(tag) is language_of("de-CH")
    assert language_of(tag) is not language_of("de")
