"""Dates as quantities: takes a moment, returns the days that it may be, so that dates compare."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from decimal import Decimal

from builder.model.figure import Hedge, Moment
from builder.resolve.arithmetic import Quantity
from builder.resolve.intervals import Interval
from builder.resolve.units import Unit


def days_of(moment: Moment) -> tuple[int, int]:
    """Return the first and last day of a year, month or day, counted from 1 January of year 1."""
    first = date(moment.year, moment.month or 1, moment.day or 1)
    month = moment.month or 12
    last = date(moment.year, month, moment.day or monthrange(moment.year, month)[1])
    return first.toordinal(), last.toordinal()


def date_quantity(moment: Moment, hedge: Hedge | None) -> Quantity:
    """Return a date as the days that it may be; "about" adds as many on either side."""
    first, last = days_of(moment)
    margin = last - first + 1 if hedge is Hedge.ABOUT else 0
    interval = Interval(Decimal(first - margin), Decimal(last + margin))
    hedges = frozenset({hedge}) if hedge else frozenset()
    return Quantity(Decimal(first), Unit({"date": 1}), interval, hedges, is_date=True)
