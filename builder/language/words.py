"""The fixed words that both writers print: takes a language tag and a key, returns the word."""

from __future__ import annotations

from collections.abc import Mapping

from builder.language.registry import base_language, language_of, module_of


def word(language: str, key: str, **values: object) -> str:
    """Return the word `key` in `language`, with `values` put into its places.

    Raises:
        LookupError: the language has no words (`resolve` turns such a briefing away), the key is
            unknown, or one of its places got no value: a bug of the caller.
    """
    words: Mapping[str, str] = module_of(language).WORDS
    return _regional(language, words[key], values)


def in_language(language: str, words: Mapping[str, str], **values: object) -> str:
    """Return words that are kept elsewhere, by first subtag; English ones where they lack it."""
    return _regional(language, words.get(base_language(language), words["en"]), values)


def _regional(language: str, words: str, values: Mapping[str, object]) -> str:
    for elsewhere, here in language_of(language).letters.items():
        words = words.replace(elsewhere, here)
    return words.format(**values)
