"""Numbers in words after hedges, shares, and nouns that compare in one sentence, not in another."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from builder.language.lexicon import FIGURE, PLAIN, lexicon_of, places_of, value_of
from builder.resolve.passages import found

CASES = Path(__file__).parents[1] / "cases"
HEDGED = tomllib.loads((CASES / "number-words" / "hedged.toml").read_text("utf-8"))
SHARES = tomllib.loads((CASES / "number-words" / "shares.toml").read_text("utf-8"))
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


def worth(text: str, language: str) -> list[str]:
    """Return what the number words of a text come to."""
    lexicon, words = lexicon_of(language), text.translate(PLAIN)
    spans = found(lexicon.counted, lexicon.uncounted, words)
    return [str(value_of(words[span], lexicon)) for span in spans]


@pytest.mark.parametrize("language", SHARES)
def test_a_share_in_words_states_a_quantity_in_every_form_of_it(language: str) -> None:
    table = SHARES[language]
    stretches = {
        f"{each} {of}": share
        for share, *said in table["said"]
        for each in said
        for of in table["of"]
    }
    off = {each: worth(each, language) for each, share in stretches.items()}
    assert {each: got for each, got in off.items() if got != [stretches[each]]} == {}
    assert [each for each in table["also"] if not counted(each, language)] == []


@pytest.mark.parametrize("language", SHARES)
def test_what_is_called_as_shares_are_states_none(language: str) -> None:
    assert [each for each in SHARES[language]["leave"] if counted(each, language)] == []


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
