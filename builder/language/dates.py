"""Dates in a language: takes a moment and a form, returns printed text (CLDR, by Babel)."""

from __future__ import annotations

from datetime import date
from typing import Final

from builder.language.language import NBSP
from builder.language.numbers import locale_of
from builder.language.registry import language_of
from builder.model.figure import Moment

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
