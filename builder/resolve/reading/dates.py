"""Dates read back: takes a text and a language, returns the moment that it names.

No parser of formats: the dates of each year that stands in the text are printed in every form,
and the text must be one of them. So whatever CLDR prints in a language is read in it.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from functools import lru_cache

from builder.language.dates import printed_date
from builder.language.registry import language_of
from builder.model.figure import Moment
from builder.resolve.reading.texts import folded

_FORMS = ("full", "short", "number")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


def read_date(text: str, tag: str) -> Moment | None:
    """Return the date of a folded text in any form, also in ISO 8601's, or None."""
    for year in _YEAR.findall(text):
        found = _dates(int(year), tag).get(text)
        if found is not None:
            return found
    return None


@lru_cache(maxsize=16)
def _dates(year: int, tag: str) -> Mapping[str, Moment]:
    """Return the texts of every date of a year; of the same texts the first form's date."""
    found: dict[str, Moment] = {}
    for moment in _moments(year):
        found.setdefault(moment.iso(), moment)
        for form in _FORMS:
            for text in language_of(tag).date_cases(printed_date(moment, form, tag)):
                found.setdefault(folded(text), moment)
    return found


def _moments(year: int) -> Iterator[Moment]:
    if not year:
        return
    yield Moment(year)
    for month in range(1, 13):
        yield Moment(year, month)
        for day in range(1, monthrange(year, month)[1] + 1):
            yield Moment(year, month, day)
