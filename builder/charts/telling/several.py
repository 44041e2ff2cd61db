"""Facts of several series: what each comes to, which is above which, and their totals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Final

from builder.charts.registry import Account, is_sequence, kind_of
from builder.charts.telling import Pair, Teller, below, surely
from builder.charts.telling.values import (
    axis_titles,
    in_time,
    pairs_of,
    ranked_or_in_time,
    trend,
)
from builder.model.chart import ResolvedChart
from builder.model.text import Line, Run, join

_FEW: Final = 8
"""Values of all series together that are all said, if they fit."""
_MOST_EXCEPTIONS: Final = 2


def series_told(chart: ResolvedChart, teller: Teller) -> Account:
    """Tell series one by one: each one's course where categories follow each other in time."""
    if len(chart.series) <= 1:
        return ranked_or_in_time(chart, teller)
    return _courses(chart, teller) if is_sequence(chart.categories) else _sides(chart, teller)


def lines_told(chart: ResolvedChart, teller: Teller) -> Account:
    """Tell series that are joined from category to category, whatever these are called."""
    return in_time(chart, teller) if len(chart.series) <= 1 else _courses(chart, teller)


def each_told(chart: ResolvedChart, teller: Teller) -> Account:
    """Tell each series by itself, where no two can be compared."""
    accounts = [
        ranked_or_in_time(replace(chart, series=(series,)), teller) for series in chart.series
    ]
    longest = max((len(each.tellings) for each in accounts), default=0)
    tellings = []
    for level in range(longest):
        said = []
        for series, account in zip(chart.series, accounts, strict=True):
            if account.tellings:
                lines = account.tellings[min(level, len(account.tellings) - 1)]
                line = teller.listed(lines)
                said.append((series.name, Run(teller.language.colon), *line))
        tellings.append(tuple(said))
    return Account(tuple(tellings), min((each.whole for each in accounts), default=0))


def _courses(chart: ResolvedChart, teller: Teller) -> Account:
    every = [pairs_of(chart, number) for number in range(len(chart.series))]
    filled = [(series, pairs) for series, pairs in zip(chart.series, every, strict=True) if pairs]
    if not filled:
        return Account()
    start, end = (chart.categories[at] for at in (0, -1))
    period = teller.period(start, end)
    courses = [_course((series.name,), pairs, (start, end), teller) for series, pairs in filled]
    whole = (period, teller.listed(courses))
    # What matters first, where not all can be said: what is highlighted, then what ends highest.
    order = sorted(range(len(filled)), key=lambda at: _weight(filled[at][1]), reverse=True)
    ends: list[Pair] = [
        ((series.name,), pairs[-1][1]) for series, pairs in filled if pairs[-1][0] == (end,)
    ]
    last = _extremes(ends, teller)
    above = _above(chart, teller)
    tellings = [(*above, *whole), whole]
    for count in range(len(filled) - 1, 0, -1):
        some = teller.listed(courses[at] for at in order[:count])
        tellings += [(period, some, last), (period, some)]
    tellings += [(last,), (period,)]
    more = tuple(line for line in (_totals(chart, teller),) if line)
    few = len(chart.categories) <= 2
    return Account(tuple(tellings), 2 * few, axis_titles(chart), more)


def _weight(pairs: Sequence[Pair]) -> tuple[bool, Decimal]:
    last = pairs[-1][1]
    return all(datum.emphasised for _, datum in pairs), last.value or Decimal(0)


def _course(name: Line, pairs: tuple[Pair, ...], ends: tuple[Run, Run], teller: Teller) -> Line:
    """Return one series' first and last value, and its trend."""
    if len(pairs) == 1:
        return teller.phrase("pair", name=name, value=teller.pair(pairs[0]))
    (start, first), (end, last) = pairs[0], pairs[-1]
    if (start, end) == tuple((each,) for each in ends):
        said = teller.phrase(
            "from_to", name=name, first=teller.value(first), last=teller.value(last)
        )
    else:
        span = teller.phrase(
            "span", first=teller.value(first), start=start, last=teller.value(last), end=end
        )
        said = teller.phrase("pair", name=name, value=span)
    return join((said, trend([datum for _, datum in pairs], teller)), ", ")


def _extremes(ends: list[Pair], teller: Teller) -> Line:
    """Return which series ends highest and which lowest, where that is certain."""
    top, foot = surely(ends, highest=True), surely(ends, highest=False)
    if top is None or foot is None or top[1].value == foot[1].value:
        return ()
    return teller.phrase("at_the_end", high=teller.pair(top), low=teller.pair(foot))


def _totals(chart: ResolvedChart, teller: Teller) -> Line:
    totals = [((name,), total) for name, total in zip(chart.categories, chart.totals, strict=False)]
    if len(totals) < 2:
        return ()
    ends = totals[:1] + totals[-1:] if is_sequence(chart.categories) else totals
    if not all(total.label.text for _, total in ends):  # the highest may be one that is unknown
        return ()
    if is_sequence(chart.categories):
        first, last = (teller.value(totals[at][1]) for at in (0, -1))
        return teller.phrase("totals", first=first, last=last)
    top = surely(totals, highest=True)
    return teller.pair(top, "highest_total") if top else ()


def _sides(chart: ResolvedChart, teller: Teller) -> Account:
    """Tell series whose categories are names: all where they are few, else extremes of each."""
    every = [pairs_of(chart, number) for number in range(len(chart.series))]
    above = _above(chart, teller)
    whole = tuple(_category(chart, number, teller) for number in range(len(chart.categories)))
    extremes = []
    for series, pairs in zip(chart.series, every, strict=True):
        top, foot = surely(pairs, highest=True), surely(pairs, highest=False)
        if top is not None and foot is not None and top[1].value != foot[1].value:
            high, low = teller.pair(top, "highest"), teller.pair(foot, "lowest")
            extremes.append(teller.phrase("extremes", name=series.name, high=high, low=low))
    few = sum(map(len, every)) <= _FEW
    # Which of two is above is the finding: it is kept where not all can be said.
    brief = [(*above, *extremes)] if above and extremes else []
    tellings = [(*above, *whole), *(brief or [whole])] if few else brief
    tellings += [(*above, *extremes[:count]) for count in range(len(extremes), -1, -1)]
    complete = few * (1 if brief else 2)
    more = tuple(line for line in (_totals(chart, teller),) if line)
    return Account(tuple(each for each in tellings if each), complete, axis_titles(chart), more)


def _category(chart: ResolvedChart, number: int, teller: Teller) -> Line:
    """Return what each series comes to in one category."""
    found = [
        ((series.name,), series.data[number])
        for series in chart.series
        if series.data[number].value is not None and series.data[number].label.text
    ]
    return (chart.categories[number], Run(teller.language.colon), *teller.pairs(found))


def _above(chart: ResolvedChart, teller: Teller) -> tuple[Line, ...]:
    """Return which of two series is above the other: always, from when on, or but for which."""
    if len(chart.series) != 2 or len(chart.categories) < 2 or kind_of(chart.kind).adds_up:
        return ()
    one, other = chart.series
    data = [*zip(one.data, other.data, strict=True)]
    ups = [below(first, second) for first, second in data]
    downs = [below(second, first) for first, second in data]
    if not all(up or down for up, down in zip(ups, downs, strict=True)):
        return ()
    if sum(downs) > sum(ups) or (sum(downs) == sum(ups) and downs[-1]):
        one, other, ups = other, one, downs
    names = {"upper": other.name, "lower": one.name}
    if all(ups):
        return (teller.phrase("above", **names),)
    changes = [at for at, (before, after) in enumerate(pairwise(ups), 1) if before != after]
    if is_sequence(chart.categories):
        if len(changes) == 1 and ups[-1]:
            return (teller.phrase("above_from", start=chart.categories[changes[0]], **names),)
        return ()
    left = [(name,) for name, up in zip(chart.categories, ups, strict=True) if not up]
    if len(left) > min(_MOST_EXCEPTIONS, len(ups) // 2):
        return ()
    return (teller.phrase("above_but", names=teller.named(left), **names),)
