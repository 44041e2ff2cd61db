"""Dates in a language: takes a moment and a form, returns printed text (CLDR, by Babel)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Final

from builder.language.language import NBSP, base_language, language_of, module_of
from builder.language.numbers import locale_of
from builder.model.figure import Moment


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
    return _as_written(language, words).format(**values)


@lru_cache(maxsize=1024)
def _as_written(language: str, words: str) -> str:
    """Return words with the letters that a country writes."""
    for elsewhere, here in language_of(language).letters.items():
        words = words.replace(elsewhere, here)
    return words


# CLDR skeletons by form, for a month and for a day (a day in full is CLDR's long date).
_SKELETONS: Final = {
    "full": ("yMMMM", ""),
    "short": ("yMMM", "yMMMd"),
    "number": ("yM", "yMd"),
}


def printed_date(moment: Moment, form: str, tag: str) -> str:
    """Return a date in a form: full `5 June 2024`, short `5 Jun 2024`, number `05/06/2024`.

    A year alone prints alike in every form. The day stays with its month, and a month with
    nothing before it with its year.
    """
    if not moment.month:
        return f"{moment.year}"
    from babel.dates import format_date, format_skeleton

    day = date(moment.year, moment.month, moment.day or 1)
    locale = locale_of(tag)
    if moment.day and form == "full":
        text = str(format_date(day, "long", locale=locale))
    else:
        text = str(format_skeleton(_SKELETONS[form][bool(moment.day)], day, locale=locale))
    if form == "number":
        return text
    if moment.day == 1:
        text = text.replace("1", language_of(tag).first_day, 1)
    return text.replace(" ", NBSP, 1)
