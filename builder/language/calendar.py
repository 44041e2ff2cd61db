"""Dates and quarters in words, by the names that CLDR gives months and days of the week."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Final

from builder.language.language import module_of
from builder.language.numbers import locale_of
from builder.model.figure import Moment

_FORMS: Final = ("wide", "abbreviated")
_PLACES: Final = ("format", "stand-alone")
_NUMERIC: Final = re.compile(r"[\d./ -]+", re.ASCII)
_ROMAN: Final = {"I": 1, "II": 2, "III": 3, "IV": 4, "І": 1, "ІІ": 2, "ІІІ": 3, "ІV": 4}


def date_in_words(text: str, tag: str) -> Moment | str | None:
    """Return the day or month that a text names; text of digits alone where the words beside those
    are a day of the week or stand for the year; None where it says anything else.
    """
    said = " ".join(text.split())
    said = re.sub(rf"^(?:{_weekdays(tag)})\.?,? ", "", said, flags=re.IGNORECASE)
    said = re.sub(module_of(tag, "days").BEHIND_YEARS, "", said)
    if said != text and _NUMERIC.fullmatch(said):
        return said
    months = _months(tag)
    name = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    day = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th|er|\.|-ше|-го)?"
    year = r"(?P<year>\d{4})"
    for form in (
        rf"(?:{day}[ -](?:of |de )?)?(?P<month>{name})\.?[ -]{year}",
        rf"(?P<month>{name})\.? {day}, {year}",
    ):
        found = re.fullmatch(form, said, re.IGNORECASE)
        if found:
            month, held = months[found["month"].casefold()], found["day"]
            return _moment(int(found["year"]), month, int(held) if held else 0)
    return None


def quarter_in(text: str, tag: str) -> int | None:
    """Return the quarter that a text names, counted from the year 0; None where it names none."""
    words, said = module_of(tag, "days"), " ".join(text.split())
    for form in (words.QUARTER, words.QUARTER_OF):
        found = re.fullmatch(form, said, re.IGNORECASE)
        if found:
            held = found.groupdict()
            number = held.get("quarter") or held["which"]
            which = int(number) if number.isdecimal() else _ROMAN[number.upper()]
            return int(held.get("year") or held["of"]) * 4 + which - 1
    return None


@lru_cache(maxsize=8)
def _months(tag: str) -> dict[str, int]:
    from babel.dates import get_month_names

    found: dict[str, int] = {}
    for form in _FORMS:
        for place in _PLACES:
            for month, name in get_month_names(form, place, locale_of(tag)).items():
                found.setdefault(name.casefold().rstrip("."), month)
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
