"""Values and dates to places: takes resolved axes, returns limits, scales, and PowerPoint's axes.

Categories of a line or an area stand evenly, or as their dates lie in time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Final

from builder.charts.native import NativeAxis
from builder.charts.registry import kind_of
from builder.frozen import dataclass
from builder.model.annotation import WHOLE, Spot
from builder.model.chart import Axis, ResolvedChart
from builder.model.land import Tick

_ZERO = Decimal(0)
_HUNDRED = Decimal(100)

EPOCH: Final = date(1899, 12, 30)

_MOST_SECTIONS: Final = 3
_SIGNS: Final = "-\u2212"


@dataclass(frozen=True)
class Scale:
    """Maps values from `low` to `high` onto places from `start` to `end` (points)."""

    low: Decimal
    high: Decimal
    start: float
    end: float
    log: bool = False

    def __call__(self, value: Decimal) -> float:
        """Return the place of a value."""
        share = share_of(value, self.low, self.high, log=self.log)
        return self.start + share * (self.end - self.start)


def share_of(value: Decimal, low: Decimal, high: Decimal, *, log: bool) -> float:
    """Return how far along an axis a value stands, from 0 to 1."""
    if log:
        return float((value / low).log10() / (high / low).log10())
    return float((value - low) / (high - low))


def is_log(axis: Axis | None) -> bool:
    """Return whether an axis is logarithmic."""
    return axis is not None and axis.log


def value_limits(chart: ResolvedChart) -> tuple[Decimal, Decimal]:
    """Return the limits of a category chart's value axis.

    They are the axis' own, widened to whatever is plotted: a mark is never cut off. Bars and
    areas stand on zero, so their limits hold it.
    """
    kind = kind_of(chart.kind)
    values = list(_stack_ends(chart) if kind.adds_up else _values(chart))
    if kind.from_zero or chart.value_axis is None:
        values.append(_ZERO)
    return limits_of(chart.value_axis, values)


def limits_of(axis: Axis | None, plotted: Iterable[Decimal]) -> tuple[Decimal, Decimal]:
    """Return the limits of an axis, widened to what is plotted."""
    values = [*plotted, axis.min, axis.max] if axis is not None else list(plotted)
    low, high = min(values, default=_ZERO), max(values, default=_ZERO)
    return (low, high) if low < high else (low, low + 1)


def _values(chart: ResolvedChart) -> Iterable[Decimal]:
    return (item.value for row in chart.series for item in row.data if item.value is not None)


def _stack_ends(chart: ResolvedChart) -> Iterable[Decimal]:
    for place in range(len(chart.categories)):
        for segment in segments(chart, place):
            if segment is not None:
                yield from segment


def segments(chart: ResolvedChart, place: int) -> tuple[tuple[Decimal, Decimal] | None, ...]:
    """Return where each series' part of one stack begins and ends (None: no value).

    Columns pile negative parts downwards from zero, as PowerPoint does; areas add up. Of a kind
    that shows shares, they are per cent of their category's sum.
    """
    up = down = _ZERO
    kind = kind_of(chart.kind)
    piles = kind.totalled
    whole = _whole(chart, place) if kind.in_shares else _ZERO
    found: list[tuple[Decimal, Decimal] | None] = []
    for series in chart.series:
        value = series.data[place].value
        if value is not None and whole:
            value = value / whole * _HUNDRED
        if value is None:
            found.append(None)
        elif value < 0 and piles:
            found.append((down, down + value))
            down += value
        else:
            found.append((up, up + value))
            up += value
    return tuple(found)


def reach(chart: ResolvedChart, spot: Spot) -> Decimal:
    """Return the value at which a mark ends: of a part of a stack where that part does, of a whole
    one where all that is above zero does.
    """
    if not kind_of(chart.kind).adds_up:
        return chart.series[max(0, spot.series)].data[spot.category].value or _ZERO
    parts = segments(chart, spot.category)
    if spot.series != WHOLE:
        return (parts[spot.series] or (_ZERO, _ZERO))[1]
    return max((max(part) for part in parts if part is not None), default=_ZERO)


def _whole(chart: ResolvedChart, place: int) -> Decimal:
    """Return what the values of a category come to."""
    values = (series.data[place].value or _ZERO for series in chart.series)
    return sum(values, _ZERO)


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
    return tuple((day - EPOCH).days for day in days)


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


def evenly(spans: Sequence[tuple[float, float]], air: float) -> range:
    """Return which of ascending labels are printed, that each reach from a place to another.

    The first and the last are, and as many between them as keep `air` at even steps; the first
    alone where both have no room.
    """
    last = len(spans) - 1
    for step in range(1, last + 1):
        held = range(0, last + 1, step)
        if last % step == 0 and all(
            spans[one][1] + air <= spans[other][0] for one, other in pairwise(held)
        ):
            return held
    return range(min(1, len(spans)))


def value_axis(chart: ResolvedChart, *, needed: bool = False) -> NativeAxis:
    """Return the value axis of a category chart.

    `needed` shows it although the resolved axis is hidden, for want of labels on the marks.
    """
    axis = chart.value_axis
    shown = axis is not None and bool(axis.ticks) and (axis.shown or needed)
    return limited(axis, value_limits(chart), shown=shown)


def shares_axis(axis: NativeAxis) -> NativeAxis:
    """Return an axis of per cent as programs have that of shares: from 0 to 1, printed as ticks
    are.
    """
    low, high, step = (
        None if each is None else each / _HUNDRED for each in (axis.min, axis.max, axis.step)
    )
    affix = re.sub(r"^\d+", "", axis.ticks[-1].text) if axis.ticks else "%"
    before = affix.removesuffix("%")
    return replace(axis, min=low, max=high, step=step, number_format=f"0{_quoted(before)}%")


def limited(axis: Axis | None, limits: tuple[Decimal, Decimal], *, shown: bool) -> NativeAxis:
    """Return an axis with these limits, its ticks printed as the resolved axis prints them."""
    low, high = limits
    if axis is None:
        return NativeAxis(min=low, max=high, shown=False)
    return NativeAxis(
        min=low,
        max=high,
        log=axis.log,
        step=axis.step,
        ticks=tuple(tick.label for tick in axis.ticks),
        title=axis.title,
        number_format=tick_format(axis.ticks),
        shown=shown,
    )


def tick_format(ticks: tuple[Tick, ...]) -> str:
    """Return the spreadsheet format (ECMA-376-1, 18.8.31) that prints numbers as ticks do.

    Programs put their user's separators where a format has any, so it has none: "$1,000bn" is
    printed by `"$"0","000"bn"`, and where shorter ticks stand on the same axis, they have a section
    of their own, `[<1000]"$"0"bn"`. Nothing is returned where no format can do so: for decimals,
    long negative numbers, and more lengths than a format has sections.
    """
    sections: list[tuple[str, Decimal]] = []
    for tick in sorted(ticks, key=lambda tick: tick.value):
        section = _section(tick)
        if not section:
            return ""
        if not sections or sections[-1][0] != section:
            sections.append((section, tick.value))
    if not 0 < len(sections) <= _MOST_SECTIONS:
        return ""
    begins = [f"[<{value:f}]" for _, value in sections[1:]]
    return ";".join(
        begin + section for begin, (section, _) in zip([*begins, ""], sections, strict=True)
    )


def _section(tick: Tick) -> str:
    """Return the format of one tick; nothing where it takes a separator or a sign of its own."""
    text = tick.label.text
    number = re.search(r"\d(?:.*\d)?", text)
    if number is None or re.sub(r"\D", "", number[0]) != f"{abs(tick.value):f}":
        return ""
    groups = re.split(r"(\D)", number[0])
    if tick.value < 0 and len(groups) > 1:
        return ""
    pattern = "0" + "".join(
        _quoted(separator) + "0" * len(digits)
        for separator, digits in zip(groups[1::2], groups[2::2], strict=True)
    )
    before = text[: number.start()].lstrip(_SIGNS) if tick.value < 0 else text[: number.start()]
    return _quoted(before) + pattern + _quoted(text[number.end() :])


def _quoted(affix: str) -> str:
    return f'"{affix}"' if affix else ""
