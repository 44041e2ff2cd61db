"""Columns as wide as one measure, parted by the shares of another: takes a resolved chart, returns
where its columns and their parts stand, as shares of the plot.

The paper's drawing and the deck's shapes both stand on it. How wide a column is, its total says.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final, NamedTuple

from builder.charts.labels import spread_over
from builder.charts.native import rgb
from builder.charts.scales import segments
from builder.charts.style import ChartStyle, is_emphasised, series_slots, slot_on, stands_out
from builder.charts.typeset import SetWords, one_line
from builder.language.dates import word
from builder.language.language import language_of, module_of
from builder.model.chart import Datum, ResolvedChart
from builder.model.text import Line, Run

HIGH: Final = 0.42
"""Of its width, how high a plot is."""

LABEL: Final = 8.0
_INSIDE: Final = 3.0
_EDGES: Final = 1.5  # of a part, above and below what it holds
_WHOLE: Final = Decimal(100)

Share = tuple[float, float]
Part = tuple[int, int]
"""A series and a category, by their places."""


class Column(NamedTuple):
    """From where to where a column stands from left to right, and each part of it from its foot."""

    across: Share
    parts: tuple[Share | None, ...]


def columns(chart: ResolvedChart) -> tuple[Column, ...]:
    """Return the columns, whose shares run from 0 to 1 in both directions."""
    widths = [total.value or Decimal(0) for total in chart.totals]
    whole = sum(widths, Decimal(0)) or Decimal(1)
    found, at = [], Decimal(0)
    for place, width in enumerate(widths):
        parts = tuple(
            part and (float(part[0] / _WHOLE), float(part[1] / _WHOLE))
            for part in segments(chart, place)
        )
        found.append(Column((float(at / whole), float((at + width) / whole)), parts))
        at += width
    return tuple(found)


def named_at(chart: ResolvedChart) -> tuple[float, ...]:
    """Return the height at which each series is named: the middle of the last part that it has."""
    found = [0.0] * len(chart.series)
    for column in columns(chart):
        for number, part in enumerate(column.parts):
            if part is not None and part[1] > part[0]:
                found[number] = sum(part) / 2
    return tuple(found)


def carried(
    chart: ResolvedChart, style: ChartStyle, width: float, height: float
) -> frozenset[Part]:
    """Return the parts whose values have room in a plot of this size."""
    return frozenset(
        (number, place)
        for place, column in enumerate(columns(chart))
        for number, part in enumerate(column.parts)
        if part is not None and part[1] > part[0]
        for value in (value_of(chart, style, number, place),)
        if value.width + _INSIDE <= (column.across[1] - column.across[0]) * width
        and value.height + _EDGES <= (part[1] - part[0]) * height
    )


def value_of(chart: ResolvedChart, style: ChartStyle, number: int, place: int) -> SetWords:
    """Return the value of a part, in an ink that is read on it."""
    slot = series_slots(chart)[number]
    words = style.strong.at(LABEL).inked(rgb(slot_on(slot, style.theme), style.theme))
    return one_line((chart.series[number].data[place].label,), words)


def is_lit(chart: ResolvedChart, number: int, datum: Datum) -> bool:
    """Return whether a part stands out in its series, and so has an edge of its own."""
    return stands_out(chart, datum) and not is_emphasised(chart.series[number])


def widths_told(chart: ResolvedChart) -> Line:
    """Return what the widths are, as it is printed below the columns."""
    colon = language_of(chart.language).colon
    return (Run(word(chart.language, "width") + colon), *chart.size_title)


def own_total(tag: str) -> Line:
    """Return what widths are that no column states: "Total" of what, a reader would ask."""
    return (Run(module_of(tag, "labels").PHRASES["own_total"]),)


class Foot(NamedTuple):
    """Where a name stands below its column: its middle, and that of the column."""

    at: float
    middle: float

    @property
    def is_led(self) -> bool:
        """Whether a line leads from the column to the name."""
        return abs(self.at - self.middle) > 1


def feet(
    middles: Sequence[float], widths: Sequence[float], room: Share, air: float
) -> tuple[Foot, ...] | None:
    """Return where names so wide stand below columns, from one end of the room to the other, `air`
    apart; None where there is no room for them.
    """
    left, right = room
    if sum(widths) + air * (len(widths) - 1) > right - left:
        return None
    found = spread_over(middles, widths, left, right, air)
    return tuple(Foot(at, middle) for at, middle in zip(found, middles, strict=True))


def named(
    chart: ResolvedChart,
    spans: Sequence[Share],
    longest: Callable[[Line], float],
    width: Callable[[Line], float],
    air: float,
) -> list[float]:
    """Return how wide the name of each column may be set: as wide as the column, or as its longest
    word or its value.
    """
    return [
        max(min(width((name,)), end - start - air), longest((name,)), width((total.label,)))
        for name, total, (start, end) in zip(chart.categories, chart.totals, spans, strict=True)
    ]


def in_order(chart: ResolvedChart, order: str) -> ResolvedChart:
    """Return the chart with its columns in the order of their widths that the author wants."""
    if order == "given":
        return chart
    widths = [total.value or Decimal(0) for total in chart.totals]
    descending = order == "descending"
    places = sorted(range(len(widths)), key=lambda at: widths[at], reverse=descending)
    return replace(
        chart,
        categories=tuple(chart.categories[at] for at in places),
        totals=tuple(chart.totals[at] for at in places),
        series=tuple(
            replace(series, data=tuple(series.data[at] for at in places)) for series in chart.series
        ),
    )
