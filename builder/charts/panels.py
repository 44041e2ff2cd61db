"""Small multiples: takes a resolved chart, returns the charts of its panels, how they stand, and
the facts of them: which rises and falls most, and which are highest and lowest.

Every panel shows one series over the same categories. Ticks and names of categories are printed
once: at the left of each row, and below each column. On scales of their own, charts are compared by
how much they rise in proportion: what is seen of them is no more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final, NamedTuple

from builder.charts.registry import Account, is_sequence
from builder.charts.telling.several import each_told, series_told
from builder.charts.telling.teller import Pair, Teller, surely
from builder.charts.telling.values import pairs_of
from builder.model.chart import Datum, ResolvedChart
from builder.model.text import Line, Run

MOST: Final = 12
"""Panels that can be compared at a glance."""

_SHAPE: Final = 1.6
_ALIKE: Final = 2
_MOST_NAMED: Final = 4
_WHOLE: Final = 2  # tellings of series that are tried before what stands out among them


def panels(chart: ResolvedChart) -> tuple[ResolvedChart, ...]:
    """Return the chart of each panel, in its own kind; on the common axis unless it has its own."""
    axes = chart.panel_axes or (chart.value_axis,) * len(chart.series)
    return tuple(
        replace(
            chart,
            kind=chart.panel,
            series=(series,),
            title=(series.name,),
            value_axis=axis,
            panel="",
            panel_axes=(),
        )
        for series, axis in zip(chart.series, axes, strict=True)
    )


class PanelCell(NamedTuple):
    """Where a panel stands: its row and column, and whether one stands below it."""

    row: int
    column: int
    above: bool


class PanelGrid(NamedTuple):
    """How many columns and rows so many panels stand in."""

    panels: int
    columns: int

    @property
    def rows(self) -> int:
        """How many rows there are, of which the last may be short."""
        return -(-self.panels // self.columns)

    def cell(self, number: int) -> PanelCell:
        """Return where a panel stands, counted from 0, row by row."""
        row, column = divmod(number, self.columns)
        return PanelCell(row, column, number + self.columns < self.panels)


def grid_of(count: int, width: float, height: float, least: float) -> PanelGrid:
    """Return the grid whose panels are nearest to 1.6 times as wide as high, few cells empty.

    `height` is that of the whole, or 0 where it follows from the panels; none is narrower than
    `least`, if more than one stands in a row.
    """
    most = max(1, min(count, int(width // least)))
    if not height:
        rows = -(-count // most)
        return PanelGrid(count, -(-count // rows))

    def away(columns: int) -> float:
        rows = PanelGrid(count, columns).rows
        shape = (width / columns) / (height / rows)
        return max(shape / _SHAPE, _SHAPE / shape) * (columns * rows / count) ** 2

    return PanelGrid(count, min(range(1, most + 1), key=away))


def panels_told(chart: ResolvedChart, teller: Teller) -> Account:
    """Tell all panels where they are few; else those that stand out, by name."""
    told = each_told if chart.panel_axes else series_told
    account = told(chart, teller)
    outstanding = (_moves if is_sequence(chart.categories) else _extremes)(chart, teller)
    first, others = account.tellings[:_WHOLE], account.tellings[_WHOLE:]
    shorter = tuple(
        kept for count in range(len(outstanding), 0, -1) if (kept := outstanding[:count])
    )
    return replace(account, tellings=(*first, *shorter, *others))


class _Course(NamedTuple):
    """A panel that has both a first and a last value, and how far it comes from one to the other:
    in proportion, where each panel has its own scale.
    """

    name: Run
    first: Datum
    last: Datum
    change: Decimal


def _moves(chart: ResolvedChart, teller: Teller) -> tuple[Line, ...]:
    """Return which panels rise and fall most, which end highest and lowest, and what else falls."""
    courses = _courses(chart)
    start, end = (chart.categories[at] for at in (0, -1))
    by_share = "_by_share" if chart.panel_axes else ""
    rising = [course for course in courses if course.change > 0]
    falling = [course for course in courses if course.change < 0]
    found = [
        _most(rising, f"largest_rise{by_share}", teller),
        _most(falling, f"largest_fall{by_share}", teller),
    ]
    ends: list[Pair] = [((course.name,), course.last) for course in courses]
    top, foot = surely(ends, highest=True), surely(ends, highest=False)
    alike = len({course.last.unit for course in courses}) == 1
    if alike and top is not None and foot is not None and top[1].value != foot[1].value:
        found.append(teller.phrase("at_the_end", high=teller.pair(top), low=teller.pair(foot)))
    if found[1] and 1 < len(falling) <= _MOST_NAMED:
        names = teller.named((course.name,) for course in falling)
        found.append(teller.phrase("falling_ones", names=names))
    kept = tuple(line for line in found if line)
    return (teller.period(start, end), *kept) if kept else ()


def _courses(chart: ResolvedChart) -> list[_Course]:
    """Return the panels that can be compared from the first category to the last; none of those
    whose numbers are hedged.
    """
    found = []
    for series in chart.series:
        first, last = series.data[0], series.data[-1]
        if first.value is None or last.value is None or first.hedge or last.hedge:
            continue
        change = last.value - first.value
        if chart.panel_axes:
            if first.value <= 0:
                continue
            change /= first.value
        found.append(_Course(series.name, first, last, change))
    return found


def _most(courses: Sequence[_Course], key: str, teller: Teller) -> Line:
    """Return the panels that come farthest, with their first and last values."""
    most = max((abs(course.change) for course in courses), default=None)
    held = [course for course in courses if abs(course.change) == most]
    if not 0 < len(held) <= _ALIKE:
        return ()
    said = (
        teller.phrase(
            "from_to",
            name=course.name,
            first=teller.value(course.first),
            last=teller.value(course.last),
        )
        for course in held
    )
    return teller.phrase(key, pair=teller.listed(said))


def _extremes(chart: ResolvedChart, teller: Teller) -> tuple[Line, ...]:
    """Return the highest and the lowest value of all panels, by panel and category."""
    pairs = [
        ((series.name, Run(", "), *name), datum)
        for number, series in enumerate(chart.series)
        for name, datum in pairs_of(chart, number)
    ]
    if len({datum.unit for _, datum in pairs}) > 1:
        return ()
    top, foot = surely(pairs, highest=True), surely(pairs, highest=False)
    if top is None or foot is None or top[1].value == foot[1].value:
        return ()
    return (teller.listed((teller.pair(top, "highest"), teller.pair(foot, "lowest"))),)
