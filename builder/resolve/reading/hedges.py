"""Hedges read back: takes a text, returns its hedge and the rest."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from builder.language.language import HEDGE_SIGNS
from builder.language.registry import language_of
from builder.model.figure import Hedge
from builder.resolve.reading.texts import folded

# What keyboards have in place of the signs that are printed.
_TYPED_SIGNS: Final = {
    ">=": Hedge.AT_LEAST,
    "<=": Hedge.UP_TO,
    "~": Hedge.ABOUT,
}


def split_hedge(text: str, tag: str) -> tuple[Hedge | None, str]:
    """Return the hedge that a text begins with, None without one, and the rest, folded."""
    said = folded(text)
    for start, hedge in _starts(tag):
        if said.startswith(start) and len(said) > len(start):
            return hedge, said[len(start) :].strip()
    return None, said


@lru_cache(maxsize=8)
def _starts(tag: str) -> tuple[tuple[str, Hedge], ...]:
    """Return what hedged texts begin with, the longest first: of `>=` and `>` the former."""
    language = language_of(tag)
    found = {sign: hedge for hedge, sign in HEDGE_SIGNS.items()} | _TYPED_SIGNS
    for words in (language.hedges, language.measured):
        for hedge, word in words.items():
            found[f"{folded(word)} "] = hedge
            if word.endswith(" de"):
                # French elides before a vowel: "plus d'un million".
                found[f"{folded(word)[:-1]}'"] = hedge
    return tuple(sorted(found.items(), key=lambda pair: -len(pair[0])))
