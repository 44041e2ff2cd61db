"""The years that a briefing may name: takes its language and a window, finds years in text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from builder.model.words import LANGUAGES, base_language

BEFORE: Final = 50
AFTER: Final = 30
"""How many years before a briefing's date, and after it, are taken for calendar years."""

_YEARS: Final = re.compile(r"(?<!\d)\d{4}(?!\d)", re.ASCII)
_DIGITS: Final = re.compile(r"\d+", re.ASCII)


@dataclass(frozen=True)
class Years:
    """A window of years, first and last included, and the language whose grammar tells them."""

    first: int = 2025 - BEFORE
    last: int = 2025 + AFTER
    language: str = "en"

    @staticmethod
    def around(year: int, language: str) -> Years:
        """Return the window of a briefing that is dated `year` and states none."""
        return Years(year - BEFORE, year + AFTER, language)

    def __str__(self) -> str:
        return f"{self.first} to {self.last}"

    def holds(self, year: int) -> bool:
        """Return whether a year lies in the window."""
        return self.first <= year <= self.last

    def may_hold(self, text: str) -> bool:
        """Return whether any four digits of a text are a year of the window: a quick look."""
        return any(self.holds(int(digits)) for digits in _YEARS.findall(text))

    def spans(self, text: str, *, alone: bool = True) -> Iterator[slice]:
        """Yield where calendar years stand in a text, in order.

        A year is told by what stands around it, so the text is the whole of a paragraph, title,
        label or cell, with U+FFFC for what owns itself. A text that says nothing but a year is
        one where `alone`: a category or a header, not a cell of a column that may count.
        """
        if self.may_hold(text):
            from builder.sources.years.rule import year_spans

            yield from year_spans(text, self, alone=alone)

    def refused(self, words: str) -> str:
        """Return the first digits of words declared as years that are none, or nothing."""
        from builder.sources.years.forms import candidates

        left = words
        for found in reversed(tuple(candidates(words, self))):
            left = left[: found.start] + left[found.stop :]
        other = _DIGITS.search(left)
        if other:
            return other.group()
        return "" if left != words else words

    @cached_property
    def grammar(self) -> str:
        """The language whose grammar is used: English where the briefing's own has none."""
        base = base_language(self.language)
        return base if base in LANGUAGES else "en"
