"""Which place of the world words mean: codes of ISO 3166, and names of CLDR in any language.

Codes are two letters, three letters or three digits; names go by letters alone, without accents,
so that "Côte d'Ivoire" is "cote divoire".
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

from builder.language.language import LANGUAGES, base_language
from builder.theme import assets

WORLD: Final = "001"
_BEFORE: Final = {"&": "and", "st.": "saint", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "’": "'"}


@lru_cache(maxsize=1)
def _data() -> Mapping[str, Any]:
    data: Mapping[str, Any] = json.loads(assets.path("maps", "places.json").read_text("utf-8"))
    return data


def territories() -> tuple[str, ...]:
    """Return the code of every territory, two letters each."""
    return tuple(_data()["codes"])


def within(region: str) -> frozenset[str]:
    """Return the territories of a region or union by its code; of a territory, itself."""
    return frozenset(_data()["within"].get(region, (region,)))


def regions() -> tuple[str, ...]:
    """Return the codes of regions (UN M49) and unions."""
    return tuple(_data()["within"])


def named(code: str, language: str) -> str:
    """Return what a place or region is called in a language; its code where CLDR has no name."""
    return _names(language).get(code, code)


@lru_cache(maxsize=1)
def _also() -> Mapping[str, str]:
    """Return names in use that CLDR does not have, with their codes."""
    data = json.loads(assets.path("maps", "names.json").read_text("utf-8"))
    return dict(data["names"])


@lru_cache(maxsize=8)
def _names(language: str) -> Mapping[str, str]:
    from babel import Locale

    return dict(Locale.parse(base_language(language)).territories)


@lru_cache(maxsize=1)
def _codes() -> Mapping[str, str]:
    """Return every code, of any kind, with the two letters that we know the place by."""
    found: dict[str, str] = {}
    for code, (letters, digits) in _data()["codes"].items():
        for each in (code, letters, digits):
            if each:
                found[each.lower()] = code
    return found


@lru_cache(maxsize=8)
def _known(language: str) -> Mapping[str, str]:
    known = set(territories()) | set(regions())
    return {plain(name): code for code, name in _names(language).items() if code in known}


def plain(name: str) -> str:
    """Return the letters of a name that tell it from others."""
    name = name.casefold()
    for sign, letters in _BEFORE.items():
        name = name.replace(sign, letters)
    split = unicodedata.normalize("NFKD", name)
    kept = (char for char in split if char.isalnum() or char.isspace())
    return " ".join("".join(kept).split())


def code_of(words: str, language: str) -> str:
    """Return the code of the place or region that words mean; nothing where there is none.

    Its own language is asked first: what is one place there may be another elsewhere.
    """
    code = _codes().get(words.strip().lower())
    if code:
        return code
    if words.strip().upper() in regions():
        return words.strip().upper()
    sought = plain(words)
    own = base_language(language)
    for each in (own, *(other for other in LANGUAGES if other != own)):
        found = _known(each).get(sought)
        if found:
            return found
    return _also().get(sought, "")
