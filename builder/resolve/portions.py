"""Parts of a whole that words say: "more than half", "two thirds", "nearly all". Takes words,
yields between which per cent each may lie.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Final

from builder.frozen import dataclass
from builder.language.claims import Comparing, comparing_of, reckoned_of
from builder.language.lexicon import lexicon_of, places_of, value_of
from builder.language.relations import per_cent
from builder.language.sides import Sides, sides_of
from builder.resolve.passages import found

_WHOLE: Final = Decimal(100)
_LOOSE: Final = Decimal("0.12")  # of a share, which a plain one may be off
_WIDE: Final = Decimal("0.25")  # of one that is about or nearly so
_CLOSE: Final = Decimal("0.15")  # of one that is nearly so for certain
_POINT: Final = Decimal(1)
_ROUNDED: Final = Decimal("0.5")
_MOST: Final = Decimal(80)  # per cent, from which nearly all may be said
_HUNDRED: Final = 100
_FAR: Final = 26  # characters before a share in which stands how near it is


@dataclass(frozen=True)
class Portion:
    """A share in words: where, and between which per cent what it says may lie; how far off a
    figure may be that it is said of, at most; which share it names, if one, and how near it is said
    to be: "more", "less", "about" or "nearly".
    """

    span: slice
    low: Decimal
    high: Decimal
    off: Decimal = Decimal(0)
    value: Decimal | None = None
    kind: str = ""

    def meets(self, low: Decimal, high: Decimal) -> bool:
        """Return whether it may lie between two."""
        return self.low < high and low < self.high

    def is_surely(self, share: Decimal) -> bool:
        """Return whether a share in per cent is what it says, and not only near to it."""
        if self.value is None or self.kind in ("more", "less"):
            return self.low < share < self.high
        if self.kind == "nearly":
            return self.value * (1 - _CLOSE) <= share < self.value
        near = self.value * _LOOSE / 2 if self.kind else Decimal(0)
        return abs(share - self.value) <= near + _POINT


def portions(words: str, tag: str) -> Iterator[Portion]:
    """Yield the shares below one that words say: "more than half", "two thirds", "nearly all"."""
    known, sides, small = comparing_of(tag), sides_of(tag), words.lower()
    if len(small) != len(words):
        return
    for each in sides.wide_shares.finditer(small):
        low, high = {
            "most": (_MOST, _WHOLE + _POINT),
            "more": (_WHOLE / 2, _WHOLE),
            "less": (Decimal(0), _WHOLE / 2),
        }[each.lastgroup or "most"]
        yield Portion(slice(*each.span()), low, high)
    for span, value in _parts(words, tag):
        share = _WHOLE * value.numerator / value.denominator
        kind = _sized(small[span], known, sides) or bounding(words, span, tag)
        off = _smaller(share) * (_WIDE - _LOOSE) if not kind else _ROUNDED
        yield Portion(span, *_allowed(share, kind), off, share, kind)


def _parts(words: str, tag: str) -> Iterator[tuple[slice, Fraction]]:
    """Yield what is below one: "a third", two numbers, "six of ten", or "ninety per cent"."""
    lexicon, of = lexicon_of(tag), comparing_of(tag).of
    spans = list(found(lexicon.counted, lexicon.uncounted, words))
    values = [value_of(words[span], lexicon) for span in spans]
    for span, value in zip(spans, values, strict=True):
        if value is not None and value < 1:
            yield span, value
        hundredth = per_cent(tag).match(words.lower(), span.stop)
        if value is not None and 1 < value <= _HUNDRED and hundredth:
            yield slice(span.start, hundredth.end()), value / _HUNDRED
    for (one, few), (other, many) in pairwise(zip(spans, values, strict=True)):
        between = words[one.stop : other.start].lower()
        if few and many and 1 <= few < many and re.fullmatch(rf"(?: [\w’-]+)? (?:{of}) ", between):
            yield slice(one.start, other.stop), few / many


def bounding(words: str, span: slice, tag: str) -> str:
    """Return how near an amount is said to be, by what stands before it."""
    sides = sides_of(tag)
    before = words[max(span.start - _FAR, 0) : span.start].lower().rstrip()
    if reckoned_of(tag).denied.search(before):
        return ""
    return _kind(sides.article.sub("", f"{before} ").rstrip(), comparing_of(tag), sides)


def _sized(phrase: str, known: Comparing, sides: Sides) -> str:
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


def _allowed(share: Decimal, kind: str) -> tuple[Decimal, Decimal]:
    """Return between which per cent a share may lie that is said to be more, less, or about so."""
    if kind == "more":
        return share, _WHOLE + _POINT
    if kind == "less":
        return -_POINT, share
    wide = _smaller(share) * (_WIDE if kind else _LOOSE) + _POINT
    return share - wide, share + wide


def _smaller(share: Decimal) -> Decimal:
    """Return what a share may be off by parts of: "three quarters" says that a quarter is left."""
    return min(share, _WHOLE - share)
