"""Parts of a whole as words say them, and how near they are said to be: takes words, yields "a
third", "six of ten" and "ninety per cent", and between which per cent such a share may lie.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import Final

from builder.facts.units import PER_CENT
from builder.language.claims import Comparing, comparing_of, reckoned_of
from builder.language.language import module_of
from builder.language.lexicon import lexicon_of, places_of, value_of
from builder.language.sides import Sides, sides_of
from builder.resolve.passages import found

WHOLE: Final = Decimal(100)
POINT: Final = Decimal(1)
LOOSE: Final = Decimal("0.12")
"""Of a share, which a plain one may be off."""

WIDE: Final = Decimal("0.25")
"""Of one that is about or nearly so."""

_HUNDRED: Final = 100
_FAR: Final = 26  # characters before a share in which stands how near it is


def parts_said(words: str, tag: str) -> Iterator[tuple[slice, Fraction]]:
    """Yield what is below one: "a third", "ninety per cent", or two numbers, "six of ten"."""
    lexicon, of = lexicon_of(tag), comparing_of(tag).of
    spans = list(found(lexicon.counted, lexicon.uncounted, words))
    values = [value_of(words[span], lexicon) for span in spans]
    for span, value in zip(spans, values, strict=True):
        if value is not None and value < 1:
            yield span, value
        elif value is not None and value < _HUNDRED:
            behind = _per_cent(tag).match(words, span.stop)
            if behind is not None:
                yield slice(span.start, behind.end()), value / _HUNDRED
    for (one, few), (other, many) in pairwise(zip(spans, values, strict=True)):
        between = words[one.stop : other.start].lower()
        if few and many and 1 <= few < many and re.fullmatch(rf"(?: [\w’-]+)? (?:{of}) ", between):
            yield slice(one.start, other.stop), few / many


@lru_cache(maxsize=8)
def _per_cent(tag: str) -> re.Pattern[str]:
    """Return the words for per cent behind a number."""
    written: Mapping[str, str] = module_of(tag, "beside").WRITTEN
    said = "|".join(re.escape(word) for word, unit in written.items() if unit == PER_CENT)
    return re.compile(rf"\s(?:{said})(?!\w)", re.IGNORECASE)


def bounding(words: str, span: slice, tag: str) -> str:
    """Return how near an amount is said to be, by what stands before it."""
    sides = sides_of(tag)
    before = words[max(span.start - _FAR, 0) : span.start].lower().rstrip()
    if reckoned_of(tag).denied.search(before):
        return ""
    return _kind(sides.article.sub("", f"{before} ").rstrip(), comparing_of(tag), sides)


def sized(phrase: str, known: Comparing, sides: Sides) -> str:
    """Return how near a share is that has the word in it: "ein gutes Drittel"."""
    middle = phrase.split()[1:-1]
    return next(
        (kind for word in middle if (kind := _kind(word[: len(word) - 2], known, sides))), ""
    )


def _kind(before: str, known: Comparing, sides: Sides) -> str:
    """Return how near a share is said to be, by what ends right before it."""
    bounded = sides.before_share.search(before)
    if bounded is not None:
        return bounded.lastgroup or ""
    for kind in ("about", "nearly"):
        if any(each.end() == len(before) for each in places_of(getattr(known, kind), before)):
            return kind
    return ""


def allowed(share: Decimal, kind: str) -> tuple[Decimal, Decimal]:
    """Return between which per cent a share may lie that is said to be more, less, or about so."""
    if kind == "more":
        return share, WHOLE + POINT
    if kind == "less":
        return -POINT, share
    wide = smaller_of(share) * (WIDE if kind else LOOSE) + POINT
    return share - wide, share + wide


def smaller_of(share: Decimal) -> Decimal:
    """Return what a share may be off by parts of: "three quarters" says that a quarter is left."""
    return min(share, WHOLE - share)
