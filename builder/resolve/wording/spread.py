"""Between what a printed figure may lie: half its last digit around it, or as far as its hedge."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache
from typing import Final, NamedTuple

from builder.facts.sizes import kinds_of
from builder.language.claims import comparing_of
from builder.language.courses import courses_of
from builder.language.lexicon import places_of
from builder.model.figure import Hedge, ResolvedFigure
from builder.resolve.wording.ends import value_of

_ABOUT: Final = Fraction(3, 50)  # of a figure, how far it may be from what it is "about"
_BEYOND: Final = Fraction(1, 10)  # of a figure, how far what is "over" it may be above
_ROUND: Final = Fraction(1, 100)  # of a figure, how much its zeros may have been rounded by
_FAR: Final = 30  # characters: no hedge is longer
_SIDES: Final[Mapping[Hedge, str]] = {
    Hedge.MORE_THAN: "more",
    Hedge.AT_LEAST: "more",
    Hedge.ABOUT: "about",
    Hedge.UP_TO: "less",
    Hedge.FEWER_THAN: "less",
}


class Spread(NamedTuple):
    """The least and the most that something may be."""

    low: Fraction
    high: Fraction

    def meets(self, other: Spread) -> bool:
        return self.low <= other.high and other.low <= self.high

    def less(self, other: Spread) -> Spread:
        """Return how far two may be apart."""
        low, high = self.low - other.high, self.high - other.low
        if low <= 0 <= high:
            return Spread(Fraction(0), max(-low, high))
        return Spread(*sorted((abs(low), abs(high))))

    def over(self, other: Spread) -> Spread:
        """Return how many times another it may be; both are above nothing."""
        return Spread(self.low / other.high, self.high / other.low)

    def times(self, factor: int | Fraction) -> Spread:
        return Spread(self.low * factor, self.high * factor)


def printed(figure: ResolvedFigure) -> Fraction:
    return Fraction(value_of(figure) if figure.rounded is None else figure.rounded)


def spread_of(figure: ResolvedFigure, before: str, tag: str, *, said: bool = False) -> Spread:
    """Return between what a figure may lie, with the hedge that ends what stands before it.

    Of one that is `said` to follow from others a bound is one: "over 10 %" is true of 15.
    """
    value, half = printed(figure), _half(figure)
    if value < 0 and not said:
        return Spread(value - half, value + half)
    value = abs(value)  # "a change of −4.6 points"
    hedge = _SIDES[figure.hedge] if figure.hedge else hedge_before(before, tag)
    if hedge == "about":
        half = max(half, value * _ABOUT)
    near, beyond = (value * 1000, value) if said else (value * _BEYOND, value * _BEYOND)
    low = value - (beyond if hedge == "less" else half)
    high = value + (near if hedge == "more" else half)
    return Spread(max(low, Fraction(0)), high)


def exactly(figure: ResolvedFigure) -> Spread:
    """Return between what a figure may lie, whatever its hedge."""
    value, half = printed(figure), _half(figure)
    return Spread(value - half, value + half)


def _half(figure: ResolvedFigure) -> Fraction:
    """Return what a figure may have been rounded by, or its zeros, of which nobody knows."""
    value = figure.rounded if figure.rounded is not None else value_of(figure)
    exponent = value.as_tuple().exponent
    half = Fraction(10) ** (int(exponent) if exponent in range(-30, 1) else 0) / 2
    zeros = Fraction(10) ** int(value.normalize().as_tuple().exponent) / 2 if value else half
    return max(half, min(zeros, Fraction(abs(value)) * _ROUND))


def hedge_before(before: str, tag: str) -> str:
    """Return on which side of a number it is, as what ends before it says: "more", "less"."""
    known, before = comparing_of(tag), before[-_FAR:].rstrip(" (")
    if _to(tag).search(before):
        return ""  # "from 5 to 8", «до 8»
    for kind, pattern in (("more", known.more), ("about", known.about), ("less", known.less)):
        if any(each.end() == len(before) for each in places_of(pattern, before)):
            return kind
    near = any(each.end() == len(before) for each in places_of(known.nearly, before))
    return "about" if near else ""


@lru_cache(maxsize=8)
def _to(tag: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{courses_of(tag).end})$")


def measured(figure: ResolvedFigure, tag: str) -> tuple[str, Fraction]:
    """Return what a figure is of, and the size of its unit, in which others of that have theirs."""
    kinds = kinds_of(figure.unit, tag) if figure.unit else ()
    if len(kinds) == 1 and kinds[0].power == 1:
        return kinds[0].of, kinds[0].size
    return figure.unit, Fraction(1)
