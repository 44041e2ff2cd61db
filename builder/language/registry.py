"""The languages that a briefing can be written in: the one list of them, one folder each.

A language is known by its first subtag (`en` serves `en-GB` and `en-US`). To add one, add its
folder and its line here. A folder holds three modules: the package itself (`LANGUAGE`, a
`Language`, and its `REGIONS`; `WORDS`), `lexicon` (`LEXICON`, a `Lexicon`) and `years` (`GRAMMAR`,
a `Grammar`). The last two are loaded only when they are asked for.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from types import ModuleType
from typing import Final

from builder.language.language import Language

LANGUAGES: Final = (
    "en",
    "de",
    "fr",
    "uk",
)


def base_language(language: str) -> str:
    """Return the first subtag of a BCP 47 tag: `en` of `en-GB`."""
    return language.replace("_", "-").split("-")[0].lower()


@lru_cache(maxsize=64)
def known(tag: str) -> Language | None:
    """Return the speech of a BCP 47 tag, None where Paperdeck has no words in that language."""
    return language_of(tag) if base_language(tag) in LANGUAGES else None


@lru_cache(maxsize=16)
def language_of(tag: str) -> Language:
    """Return the speech of a BCP 47 tag.

    Raises:
        LookupError: Paperdeck has no words in that language.
    """
    module = module_of(tag)
    asked = tag.replace("_", "-").lower()  # capitals carry no meaning in tags (RFC 5646, 2.1.1)
    regions: dict[str, Language] = getattr(module, "REGIONS", {})
    found: Language = module.LANGUAGE
    return next((regions[each] for each in regions if each.lower() == asked), found)


def module_of(tag: str, name: str = "") -> ModuleType:
    """Return the folder of a language, or one module of it; no other is loaded.

    Raises:
        LookupError: Paperdeck has no words in that language.
    """
    base = base_language(tag)
    if base not in LANGUAGES:
        raise LookupError(tag)
    return import_module(f"builder.language.{base}{name and '.'}{name}")
