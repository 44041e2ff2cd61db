"""The years that a briefing may name: takes its language and a window, finds years in text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from builder.language.registry import LANGUAGES, base_language

BEFORE: Final = 50
AFTER: Final = 30
"""How many years before a briefing's date, and after it, are taken for calendar years."""

_YEARS: Final = re.compile(r"(?<!\d)\d{4}(?!\d)", re.ASCII)
_SPAN: Final = re.compile(r"(\d{4})-(\d{4})", re.ASCII)
_HEADER: Final = re.compile(
    r"(?<!\w)(?:years?|dates?|since|until|founded|opened|built|\w*jahr|datum|seit|bis|gegründet"
    r"|années?|dates?|depuis|fondée?|рік|роки|дата|засновано)(?!\w)",
    re.IGNORECASE,
)
_DIGITS: Final = re.compile(r"\d+", re.ASCII)


@dataclass(frozen=True)
class Years:
    """A window of years, first and last included, and the language whose grammar tells them."""

    first: int = 2025 - BEFORE
    last: int = 2025 + AFTER
    language: str = "en"

    @staticmethod
    def stated(written: Mapping[str, object]) -> Years:
        """Return the window of a briefing as it is written, its shape not yet checked."""

        def text(key: str) -> str:
            return str(written.get(key, ""))

        language, span = text("language") or "en", _SPAN.fullmatch(text("years"))
        if span and int(span[1]) <= int(span[2]):
            return Years(int(span[1]), int(span[2]), language)
        date = re.match(r"\d{4}", text("date"), re.ASCII)
        return Years.around(int(date.group()), language) if date else Years(language=language)

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
            from builder.language.years.rule import year_spans

            yield from year_spans(text, self, alone=alone)

    def refused(self, words: str) -> str:
        """Return the first digits of words declared as years that are none, or nothing."""
        from builder.language.years.forms import candidates

        left = words
        for found in reversed(tuple(candidates(words, self))):
            left = left[: found.start] + left[found.stop :]
        other = _DIGITS.search(left)
        if other:
            return other.group()
        return "" if left != words else words

    def is_one(self, name: str) -> bool:
        """Return whether a declared name is nothing but a year, or years: 2023, 2010s, FY2024."""
        from builder.language.years.forms import candidates

        found = tuple(candidates(name, self)) if self.may_hold(name) else ()
        whole = len(found) == 1 and found[0].stop - found[0].start == len(name)
        return whole and (name[0].isdigit() or name.startswith("FY"))

    @cached_property
    def grammar(self) -> str:
        """The language whose grammar is used: English where the briefing's own has none."""
        base = base_language(self.language)
        return base if base in LANGUAGES else "en"


def heads_years(header: str) -> bool:
    """Return whether a column's header says that years, or dates, stand below it."""
    return bool(_HEADER.search(header))
