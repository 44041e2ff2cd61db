"""A speech engine says our spoken words as it says the same with every number spelled out."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from difflib import SequenceMatcher
from functools import lru_cache

import pytest
from unicode_rbnf import RbnfEngine

from builder.facts.aloud import aloud
from builder.language.language import HEDGE_SIGNS, language_of
from builder.model.figure import Hedge
from tests.content.broken import CASES
from tests.shares import share

VOICES = {"en": "en-us", "de": "de", "fr": "fr", "uk": "uk"}
# How much of a text's consonants must be alike. The engine's own words for digits are not always
# those of the language: it says the q of "cinq cents", and «тисяча» for «тисячі» in Ukrainian.
ALIKE = {"en": 1.0, "de": 1.0, "fr": 0.85, "uk": 0.8}
_NUMBER = re.compile(r"(?<![\w-])\d+(?:[.,]\d+)?(?!\w)")
# Stress, length, ties and vowels, which engines reduce as they like; then voice at a word's end.
_PASSING = re.compile(r"[^bdfghjklmnprstvwxzçðŋɕɡɫɭɹɾʁʃʒθ]|(?<=[ʰʲ])")
_VOICED = str.maketrans("bdvzɡʒɾɹɭɫ", "ptfskʃrrll")

pytestmark = [
    pytest.mark.longer,
    pytest.mark.skipif(
        shutil.which("espeak-ng") is None,
        reason="espeak-ng is not installed: apt install espeak-ng",
    ),
]


@lru_cache(maxsize=1024)
def phonemes(text: str, base: str) -> str:
    """Return how espeak-ng says a text, in the International Phonetic Alphabet."""
    command = ["espeak-ng", "-q", "--ipa", "-v", VOICES[base]]
    said = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
    return said.stdout


def consonants(text: str, base: str) -> str:
    """Return the consonants of what is said; twice the same is once."""
    bare = _PASSING.sub("", phonemes(text, base)).translate(_VOICED)
    return re.sub(r"(.)\1+", r"\1", bare)


def spelled(text: str, base: str) -> str:
    """Return a text with its numbers in words, by CLDR's rules."""
    engine = RbnfEngine.for_language(base)

    def words(found: re.Match[str]) -> str:
        said = engine.format_number(found[0].replace(",", ".")).text
        return said.replace("\u02bc", "'").replace("\u00ad", "")

    return _NUMBER.sub(words, text)


def texts() -> list[tuple[str, str]]:
    held = tomllib.loads((CASES / "spoken.toml").read_text("utf-8"))
    found = [(tag[:2], said) for tag, cases in held.items() for said in cases.values()]
    # Of a decimal comma the Ukrainian voice says "and".
    return [(base, said) for base, said in found if base != "uk" or "," not in said]


@pytest.mark.parametrize(("base", "said"), share(dict.fromkeys(texts()), 7))
def test_a_spoken_number_is_heard_as_the_number_spelled_out(base: str, said: str) -> None:
    heard, wanted = consonants(said, base), consonants(spelled(said, base), base)
    alike = SequenceMatcher(None, heard, wanted, autojunk=False).ratio()
    assert alike >= ALIKE[base], (heard, wanted)


@pytest.mark.parametrize("base", VOICES)
@pytest.mark.parametrize("hedge", share(Hedge, 3))
def test_a_hedge_in_signs_is_heard_as_its_words(base: str, hedge: Hedge) -> None:
    language = language_of(base)
    words = language.measured.get(hedge, language.hedges[hedge]).rstrip("’e")
    heard = consonants(aloud(f"{HEDGE_SIGNS[hedge]}3700", base), base)
    assert heard.startswith(consonants(words, base)[:3])
    assert heard != consonants(aloud("3700", base), base)
