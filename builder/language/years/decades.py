"""Decades and days of a month: takes a text and a language, yields where they stand.

«the 90s», „die 90er Jahre“, « les années 90 », «90-ті роки». What stands beside them tells: 30s may
be seconds, and who is in her 30s is in no decade of a century. A day without a year comes back
each year („am 30. September“); one with its year is a date, which `figures.yaml` states.
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


def decade_spans(text: str, language: str) -> Iterator[slice]:
    """Yield where decades of two digits stand in a text, in order."""
    for found in grammar_of(language).decade.finditer(plain(text)):
        yield slice(*found.span())


def day_spans(text: str, language: str) -> Iterator[slice]:
    """Yield where days of a month without a year stand in a text, in order."""
    days: re.Pattern[str] = module_of(language, "days").DAY
    for found in days.finditer(plain(text)):
        if all(1 <= int(day) <= _DAYS for day in _DIGITS.findall(found["day"])):
            yield slice(*found.span("day"))
