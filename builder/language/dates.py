"""Dates in a language: takes a moment and a form, returns printed text (CLDR, by Babel); and reads
dates and quarters in words, by the names that CLDR gives months and days of the week.

The language's own words, where they stand for a date or for anything else, are `word`'s.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Final

from builder.language.language import NBSP, base_language, language_of, module_of
from builder.language.numbers import locale_of
from builder.model.figure import Moment

# CLDR skeletons by form, for a month and for a day (a day in full is CLDR's long date).
_SKELETONS: Final = {
    "full": ("yMMMM", ""),
    "short": ("yMMM", "yMMMd"),
    "number": ("yM", "yMd"),
}

_FORMS: Final = ("wide", "abbreviated")
_PLACES: Final = ("format", "stand-alone")
_FINANCIAL: Final = re.compile(
    r"(?:FY ?)?(?P<year>\d{4})[/–-]\d\d|FY ?(?P<short>\d\d)(?:[/–-]\d\d)?", re.ASCII
)
_SHORT_YEAR: Final = re.compile(r"(?<=[^\d ][ -])['’]?(?P<year>\d\d)$")
_STEM: Final = 3  # letters
_NUMERIC: Final = re.compile(r"[\d./ -]+", re.ASCII)
_ROMAN: Final = {"I": 1, "II": 2, "III": 3, "IV": 4, "І": 1, "ІІ": 2, "ІІІ": 3, "ІV": 4}


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


def date_in_words(text: str, tag: str) -> Moment | str | None:
    """Return the day or month that a text names; text of digits alone where the words beside those
    are a day of the week or stand for the year; None where it says anything else.
    """
    said = " ".join(text.split())
    said = re.sub(rf"^(?:{_weekdays(tag)})\.?,? ", "", said, flags=re.IGNORECASE)
    days = module_of(tag, "beside")
    said = re.sub(days.BEHIND_YEARS, "", said)
    if said != text and _NUMERIC.fullmatch(said):
        return said
    months = _months(tag)
    name = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    day = rf"(?P<day>[0-3]?\d)\.?{days.BEHIND_DAYS}"
    year = r"(?P<year>\d{4})"
    for form in (
        rf"(?:{day}[ -])?(?P<month>{name})\.?[ -]{year}",
        rf"(?P<month>{name})\.? {day}, {year}",
    ):
        found = re.fullmatch(form, said, re.IGNORECASE)
        if found:
            month, held = months[found["month"].casefold()], found["day"]
            return _moment(int(found["year"]), month, int(held) if held else 0)
    return None


def period_in(text: str, tag: str) -> tuple[int, int] | None:
    """Return the quarter, half or financial year that a text names: how many of them a year has,
    and its number, counted from the year 0; None where it names none.
    """
    said = " ".join(text.split())
    found = _FINANCIAL.fullmatch(said)
    if found:
        return 1, int(found["year"] or f"20{found['short']}")
    days = module_of(tag, "beside")
    said = re.sub(days.BEHIND_YEARS, "", said)
    for parts, (form, letter) in days.PERIODS.items():
        for whole in (
            rf"{form}[ /-]?(?P<year>\d{{4}})",
            rf"(?P<year>\d{{4}})[ /-]?{letter}(?P<which>[1-{parts}])",
        ):
            match = re.fullmatch(whole, said, re.IGNORECASE)
            if match:
                held = match.groupdict()
                number = held.get("quarter") or held["which"]
                which = int(number[0]) if number[0].isdecimal() else _ROMAN[number.upper()]
                return parts, int(held["year"]) * parts + which - 1
    return None


def short_date_in(text: str, tag: str) -> Moment | None:
    """Return the date of this century that a text names with its month in words and its year by two
    digits, "31-Mar-22" or "Mar 22"; None where it is none.
    """
    found = _SHORT_YEAR.search(text)
    if found is None or not re.search(r"[^\W\d_]{3}", text):
        return None
    named = date_in_words(f"{text[: found.start()]}20{found['year']}", tag)
    return named if isinstance(named, Moment) else None


def _regional(language: str, words: str, values: Mapping[str, object]) -> str:
    return _as_written(language, words).format(**values)


@lru_cache(maxsize=1024)
def _as_written(language: str, words: str) -> str:
    """Return words with the letters that a country writes."""
    for elsewhere, here in language_of(language).letters.items():
        words = words.replace(elsewhere, here)
    return words


@lru_cache(maxsize=8)
def _months(tag: str) -> dict[str, int]:
    from babel.dates import get_month_names

    found: dict[str, int] = {}
    for form in _FORMS:
        for place in _PLACES:
            for month, name in get_month_names(form, place, locale_of(tag)).items():
                found.setdefault(name.casefold().rstrip("."), month)
    stems = [(name[:_STEM], month) for name, month in found.items()]
    for stem, month in stems:
        if all(other == month for same, other in stems if same == stem):
            found.setdefault(stem, month)  # "Sep" beside CLDR's "Sept"
    return found


@lru_cache(maxsize=8)
def _weekdays(tag: str) -> str:
    from babel.dates import get_day_names

    names = {
        name.rstrip(".")
        for form in _FORMS
        for place in _PLACES
        for name in get_day_names(form, place, locale_of(tag)).values()
    }
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


def _moment(year: int, month: int, day: int) -> Moment | None:
    try:
        date(year, month, day or 1)
    except ValueError:
        return None
    return Moment(year, month, day)
