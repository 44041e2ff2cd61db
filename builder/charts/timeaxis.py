"""Where categories stand along a line or an area: evenly, or as their dates lie in time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from builder.model.chart import ResolvedChart

_EPOCH: Final = date(1899, 12, 30)


def shares(chart: ResolvedChart) -> tuple[float, ...]:
    """Return how far along each category stands, from 0 to 1; a single one in the middle."""
    if len(chart.categories) < 2:
        return (0.5,) * len(chart.categories)
    return along(moments(chart) or range(len(chart.categories)))


def moments(chart: ResolvedChart) -> tuple[int, ...]:
    """Return the dates of an axis of time as numbers: years, or days as spreadsheets count them."""
    if not in_days(chart):
        return tuple(moment.year for moment in chart.moments)
    days = (date(each.year, each.month or 1, each.day or 1) for each in chart.moments)
    return tuple((day - _EPOCH).days for day in days)


def in_days(chart: ResolvedChart) -> bool:
    """Return whether the dates of an axis of time are more than years."""
    return any(moment.month for moment in chart.moments)


def along(moments: Sequence[int]) -> tuple[float, ...]:
    """Return how far between the first and the last each of two moments or more lies."""
    first, last = moments[0], moments[-1]
    return tuple((moment - first) / (last - first) for moment in moments)


def roomy(middles: Sequence[float], widths: Sequence[float], air: float) -> tuple[int, ...]:
    """Return which labels are printed of those centred on ascending places.

    The first and the last are, and of the others those that keep `air` between them.
    """
    if not middles:
        return ()
    last = len(middles) - 1
    kept = [0]
    for at in range(1, last):
        fits_before = middles[at] - middles[kept[-1]] >= (widths[at] + widths[kept[-1]]) / 2 + air
        fits_after = middles[last] - middles[at] >= (widths[last] + widths[at]) / 2 + air
        if widths[at] and fits_before and fits_after:
            kept.append(at)
    if last and middles[last] - middles[kept[-1]] >= (widths[last] + widths[kept[-1]]) / 2 + air:
        kept.append(last)
    return tuple(kept)
