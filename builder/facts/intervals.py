"""Intervals: what a hedge says of a true value, and what arithmetic makes of it.

A bound holds the true value on one side; "about" is read as within a tenth of what is stated,
and an upper bound above zero as of something that is not negative. The operations return the
smallest interval that holds every result, so that whatever is concluded from one is sound.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from decimal import Decimal
from typing import Final, TypeAlias

from builder.frozen import dataclass
from builder.model.figure import Hedge

INFINITY: Final = Decimal("Infinity")
# How far "about" may be from the truth, as a share of the stated value.
ABOUT: Final = Decimal("0.1")

# An end of an interval, and whether the end itself is left out.
_End: TypeAlias = tuple[Decimal, bool]


@dataclass(frozen=True)
class Interval:
    """From `low` to `high` (either may be infinite); an open end is itself left out."""

    low: Decimal
    high: Decimal
    low_open: bool = False
    high_open: bool = False

    @property
    def _ends(self) -> tuple[_End, _End]:
        return (self.low, self.low_open), (self.high, self.high_open)


def interval_of(value: Decimal, hedge: Hedge | None) -> Interval:
    """Return where the true value lies when `value` is stated with `hedge`."""
    match hedge:
        case None:
            return Interval(value, value)
        case Hedge.AT_LEAST | Hedge.MORE_THAN:
            return Interval(value, INFINITY, hedge is Hedge.MORE_THAN, True)
        case Hedge.UP_TO | Hedge.FEWER_THAN:
            if value > 0:
                return Interval(Decimal(0), value, False, hedge is Hedge.FEWER_THAN)
            return Interval(-INFINITY, value, True, hedge is Hedge.FEWER_THAN)
        case Hedge.ABOUT:
            margin = abs(value) * ABOUT
            return Interval(value - margin, value + margin)


def hedge_of(value: Decimal, interval: Interval) -> Hedge | None:
    """Return the hedge that `value` needs when the truth lies in `interval`.

    Raises:
        ValueError: the truth may lie on both sides of `value`: no hedge is sound.
    """
    if interval.low == interval.high == value:
        return None
    if interval.low == value:
        return Hedge.MORE_THAN if interval.low_open else Hedge.AT_LEAST
    if interval.high == value:
        return Hedge.FEWER_THAN if interval.high_open else Hedge.UP_TO
    raise ValueError("no sound bound")


def common_hedge(
    value: Decimal, interval: Interval, hedges: Collection[Hedge | None]
) -> Hedge | None:
    """Return the hedge that `value` needs when it comes from values with these hedges.

    Raises:
        ValueError: no hedge is sound.
    """
    if Hedge.ABOUT not in hedges:
        return hedge_of(value, interval)
    if {*hedges} - {Hedge.ABOUT, None}:
        raise ValueError("an approximate value and a bound have no common bound")
    return Hedge.ABOUT


def negated(a: Interval) -> Interval:
    """Return the interval of -a."""
    return Interval(-a.high, -a.low, a.high_open, a.low_open)


def added(a: Interval, b: Interval) -> Interval:
    """Return the interval of a + b."""
    return Interval(
        a.low + b.low, a.high + b.high, a.low_open or b.low_open, a.high_open or b.high_open
    )


def multiplied(a: Interval, b: Interval) -> Interval:
    """Return the interval of a * b."""
    return _hull(_product(x, y) for x in a._ends for y in b._ends)


def divided(a: Interval, b: Interval) -> Interval:
    """Return the interval of a / b; everything, when b may be zero or of either sign."""
    if b.high <= 0 and b.low < 0:
        return divided(negated(a), negated(b))
    if b.low < 0 or b.high == 0:
        return Interval(-INFINITY, INFINITY, True, True)
    # Infinity over infinity is skipped: infinity over the finite end reaches further.
    return _hull(
        _quotient(x, y)
        for x in a._ends
        for y in b._ends
        if not (x[0].is_infinite() and y[0].is_infinite())
    )


def raised(a: Interval, power: Decimal) -> Interval:
    """Return the interval of a ** power; a is not below zero unless the power is a whole number."""
    if power == 0:
        return Interval(Decimal(1), Decimal(1))
    if power < 0:
        return divided(Interval(Decimal(1), Decimal(1)), raised(a, -power))
    if power % 2 or a.low >= 0:
        return Interval(a.low**power, a.high**power, a.low_open, a.high_open)
    if a.high <= 0:
        return raised(negated(a), power)
    ends = (-a.low, a.low_open), (a.high, a.high_open)
    farthest, is_open = max(ends, key=lambda end: (end[0], not end[1]))
    return Interval(Decimal(0), farthest**power, False, is_open)


def _product(a: _End, b: _End) -> _End:
    # Zero that is reached makes the product zero, even against an infinite end.
    for value, is_open in (a, b):
        if value == 0 and not is_open:
            return Decimal(0), False
    if a[0] == 0 or b[0] == 0:
        return Decimal(0), True
    return a[0] * b[0], a[1] or b[1]


def _quotient(a: _End, b: _End) -> _End:
    if a[0] == 0:
        return a
    if b[0] == 0:
        return (INFINITY if a[0] > 0 else -INFINITY), True
    if b[0].is_infinite():
        return Decimal(0), True
    return a[0] / b[0], a[1] or b[1]


def _hull(ends: Iterable[_End]) -> Interval:
    found = list(ends)
    low = min(found, key=lambda end: (end[0], end[1]))
    high = max(found, key=lambda end: (end[0], not end[1]))
    return Interval(low[0], high[0], low[1], high[1])
