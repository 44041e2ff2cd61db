"""Numbers in words after hedges, and nouns that compare in one sentence and not in another."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from builder.language.lexicon import FIGURE, PLAIN, lexicon_of, places_of
from builder.resolve.passages import found

CASES = Path(__file__).parents[1] / "cases"
HEDGED = tomllib.loads((CASES / "number-words" / "hedged.toml").read_text("utf-8"))
NOUNS = tomllib.loads((CASES / "trend-verbs" / "nouns.toml").read_text("utf-8"))


def counted(text: str, language: str) -> bool:
    lexicon = lexicon_of(language)
    return bool(found(lexicon.counted, lexicon.uncounted, text.translate(PLAIN)))


def compared(text: str, language: str) -> bool:
    lexicon = lexicon_of(language)
    words = re.sub(r"\d+(?: (?:%|[€$]))?", FIGURE, text).translate(PLAIN)
    return bool(found(lexicon.compared, lexicon.uncompared, words))


@pytest.mark.parametrize("language", HEDGED)
def test_a_number_in_words_after_a_hedge_states_a_quantity(language: str) -> None:
    hedges, counts = HEDGED[language]["hedges"], HEDGED[language]["counts"]
    stretches = [f"{hedge} {count}" for hedge in hedges for count in counts]
    assert [each for each in stretches if not counted(each, language)] == []


@pytest.mark.parametrize("language", HEDGED)
def test_ages_and_what_a_text_announces_state_none(language: str) -> None:
    assert [each for each in HEDGED[language]["leave"] if counted(each, language)] == []


@pytest.mark.parametrize("language", NOUNS)
def test_a_noun_compares_only_where_something_is_behind_or_before_another(language: str) -> None:
    assert [each for each in NOUNS[language]["compares"] if not compared(each, language)] == []
    assert [each for each in NOUNS[language]["plain"] if compared(each, language)] == []


@pytest.mark.parametrize("language", HEDGED)
@pytest.mark.parametrize("before", ["", "İstanbul: "])
def test_words_are_found_whatever_their_case_and_what_stands_before_them(
    language: str, before: str
) -> None:
    lexicon = lexicon_of(language)
    blind = re.compile(lexicon.counted.pattern, re.IGNORECASE)
    for count in HEDGED[language]["counts"]:
        for text in (before + count, before + count.upper(), before + count.title()):
            expected = [match.span() for match in blind.finditer(text)]
            assert [match.span() for match in places_of(lexicon.counted, text)] == expected
            assert expected
