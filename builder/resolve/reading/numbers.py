"""Numbers in digits read back: takes a text and a language, returns the numbers that stand in it.

Grouping and decimal signs are CLDR's, by Babel; a number without grouping is read too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from builder.language.numbers import locale_of
from builder.resolve.reading.texts import folded


class Numeral(NamedTuple):
    """A number, with its decimals as written, and the folded text before and after it."""

    value: Decimal
    before: str
    after: str


def numerals(text: str, tag: str) -> Iterator[Numeral]:
    """Yield each number of a folded text; a minus sign belongs to what stands before it."""
    group, _ = _signs(tag)
    for match in _pattern(tag).finditer(text):
        digits = match["whole"].replace(group, "") + (f".{match['part']}" if match["part"] else "")
        yield Numeral(Decimal(digits), text[: match.start()], text[match.end() :])


@lru_cache(maxsize=8)
def _signs(tag: str) -> tuple[str, str]:
    """Return the folded group and decimal sign of a language."""
    from babel.numbers import get_decimal_symbol, get_group_symbol

    locale = locale_of(tag)
    # Folding takes a space at either end away, which here is all that there is.
    return folded(get_group_symbol(locale)) or " ", folded(get_decimal_symbol(locale))


@lru_cache(maxsize=8)
def _pattern(tag: str) -> re.Pattern[str]:
    group, point = map(re.escape, _signs(tag))
    whole = rf"(?P<whole>\d{{1,3}}(?:{group}\d{{3}})+|\d+)"
    return re.compile(rf"(?<![\d]){whole}(?:{point}(?P<part>\d+))?(?!\d|{point}\d)", re.ASCII)
