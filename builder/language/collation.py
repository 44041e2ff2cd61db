"""The order of words: takes a text and a language, returns by what the text is sorted."""

from __future__ import annotations

import unicodedata
from typing import Final

from builder.language.language import known

# Where the letters of a language's own alphabet stand for sorting, and those of others behind them:
# signs that no text needs, behind the digits.
_OWN: Final = 0x4E00
_END: Final = 0x4F00
_FOREIGN: Final = 0x10000


def collated(text: str, language: str) -> str:
    """Return a text by which it sorts: without marks and accents, letters in their order.

    Where a language has an alphabet of its own, letters of others follow it, as CLDR has it: in
    Ukrainian Шевченко stands before Adams.
    """
    small = text.casefold()
    spoken = known(language)
    alphabet = spoken.alphabet if spoken else ""
    if alphabet:
        places = {letter: chr(_OWN + at) for at, letter in enumerate(alphabet)}
        small = "".join(places.get(letter, letter) for letter in small)
    plain = unicodedata.normalize("NFKD", small.replace("ß", "ss").replace("ø", "o"))
    kept = (
        chr(_FOREIGN + ord(c)) if alphabet and c.isalpha() and not _OWN <= ord(c) < _END else c
        for c in plain
        if c.isalnum() or c.isspace() or c == ","
    )
    return " ".join("".join(kept).replace(",", " \x01").split())
