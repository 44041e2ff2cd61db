"""Decades and days of a month: takes a text and a language, yields where they stand.

«the 90s», „die 90er Jahre“, « les années 90 », «90-ті роки». What stands beside them tells: 30s may
be seconds, and who is in her 30s is in no decade of a century. A day without a year comes back
each year („am 30. September“); of one with its year, that is told as years are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from builder.language.language import module_of
from builder.language.years import plain
from builder.language.years.rule import grammar_of

_DIGITS: Final = re.compile(r"\d+", re.ASCII)
_DAYS: Final = 31  # of the longest months
_MONTHS: Final = 12
_NUMERIC: Final = re.compile(
    r"(?<![\w.,/-])(?:(?P<one>\d{1,2})(?P<sign>\. ?|/)(?P<other>\d{1,2})(?P=sign)(?P<year>\d{4})"
    r"|(?P<iso>\d{4})-(?P<month>\d\d)-(?P<day>\d\d))(?!\w|[./-]\d)",
    re.ASCII,
)


def decade_spans(text: str, language: str) -> Iterator[slice]:
    """Yield where decades of two digits stand in a text, in order."""
    for found in grammar_of(language).decade.finditer(plain(text)):
        yield slice(*found.span())


def day_spans(text: str, language: str) -> Iterator[tuple[slice, slice | None]]:
    """Yield where days of a month stand in a text, in order, and the year of each that has one."""
    days: re.Pattern[str] = module_of(language, "beside").DAY
    for found in days.finditer(plain(text)):
        year = found["year"]
        said = found["day"].removesuffix(year) if year else found["day"]
        if all(1 <= int(day) <= _DAYS for day in _DIGITS.findall(said)):
            yield slice(*found.span("day")), slice(*found.span("year")) if year else None


def numeric_dates(text: str) -> Iterator[tuple[slice, int]]:
    """Yield where dates stand that are nothing but digits, and the year of each: 14.03.2025."""
    for found in _NUMERIC.finditer(plain(text)):
        one, other = sorted(
            (int(found["one"] or found["month"]), int(found["other"] or found["day"]))
        )
        if 1 <= one <= _MONTHS and other <= _DAYS:
            yield slice(*found.span()), int(found["year"] or found["iso"])
