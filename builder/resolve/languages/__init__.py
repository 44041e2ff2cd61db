"""The languages that a briefing can be written in, one module each."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module

from builder.model.words import LANGUAGES, base_language
from builder.resolve.languages.language import CannotSayError, Language


@lru_cache(maxsize=16)
def language_of(tag: str) -> Language:
    """Return the speech of a BCP 47 tag; only its module is loaded.

    Raises:
        LookupError: Paperdeck has no words in that language.
    """
    base = base_language(tag)
    if base not in LANGUAGES:
        raise LookupError(tag)
    module = import_module(f"builder.resolve.languages.{base}")
    language: Language = getattr(module, "REGIONS", {}).get(tag, module.LANGUAGE)
    return language


__all__ = ["CannotSayError", "Language", "language_of"]
