"""Dates to places: takes a timeline's events, returns the span it shows and shares along it.

The paper's timeline and the deck's shapes both stand on it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from builder.model.chart import Event
from builder.model.figure import Moment

_MONTHLY_UP_TO: Final = 36  # months; longer spans show whole years


class Year(NamedTuple):
    """The visible part of a year, as shares of the span."""

    year: int
    start: float
    end: float


@dataclass(frozen=True)
class Span:
    """From the first day shown to the day after the last one, as ordinals of `datetime.date`."""

    start: int
    end: int

    def share(self, moment: Moment) -> float:
        """Return where a moment stands, 0 to 1: a month or year known no closer at its middle."""
        return (_middle(moment) - self.start) / (self.end - self.start)

    @property
    def years(self) -> tuple[Year, ...]:
        """The years shown, in order; the first and the last may be cut."""
        first = date.fromordinal(self.start).year
        last = date.fromordinal(self.end - 1).year
        return tuple(
            Year(year, max(0.0, self._at(year, 1)), min(1.0, self._at(year + 1, 1)))
            for year in range(first, last + 1)
        )

    @property
    def months(self) -> tuple[float, ...]:
        """Where months begin, as shares, in spans short enough to show them."""
        first, last = date.fromordinal(self.start), date.fromordinal(self.end)
        count = (last.year - first.year) * 12 + last.month - first.month
        if count > _MONTHLY_UP_TO:
            return ()
        return tuple(self._at(first.year, first.month + step) for step in range(1, count))

    def _at(self, year: int, month: int) -> float:
        return (_first_day(year, month) - self.start) / (self.end - self.start)


def span(events: Sequence[Event]) -> Span:
    """Return the span of a timeline: a month around short ones, whole years of long ones."""
    days = [date.fromordinal(round(_middle(event.when))) for event in events]
    first, last = min(days), max(days)
    months = (last.year - first.year) * 12 + last.month - first.month
    if months + 3 > _MONTHLY_UP_TO or any(not event.when.month for event in events):
        return Span(_first_day(first.year, 1), _first_day(last.year + 1, 1))
    return Span(_first_day(first.year, first.month - 1), _first_day(last.year, last.month + 2))


def _middle(moment: Moment) -> float:
    if moment.day:
        return date(moment.year, moment.month, moment.day).toordinal()
    start = _first_day(moment.year, moment.month or 1)
    end = (
        _first_day(moment.year, moment.month + 1)
        if moment.month
        else _first_day(moment.year + 1, 1)
    )
    return (start + end) / 2


def _first_day(year: int, month: int) -> int:
    """Return the ordinal of a month's first day; months before 1 and after 12 count on."""
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1).toordinal()
