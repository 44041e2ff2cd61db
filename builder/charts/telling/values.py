"""Facts of one series: a ranking with its extremes named, or a course in time with its trend.

Only what must be so is said: where hedges leave open which value is the highest, none is called so.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from builder.charts.registry import Account, is_sequence
from builder.charts.telling import Pair, Teller, below, surely
from builder.model.chart import Datum, ResolvedChart
from builder.model.text import Line, join, plain

_FEW: Final = 7
"""Values that are all said, if they fit: more are no finding to a listener."""
_FEW_IN_TIME: Final = 4
_AFTER_THE_FIRST: Final = 2
_HIGHLIGHTED: Final = 3


def ranked_or_in_time(chart: ResolvedChart, teller: Teller) -> Account:
    """Tell one series: as a course where its categories are dates or numbers, else as a ranking."""
    return in_time(chart, teller) if is_sequence(chart.categories) else ranked(chart, teller)


def ranked(chart: ResolvedChart, teller: Teller) -> Account:
    """Tell one series by its highest and lowest values."""
    return ranking(chart, teller, "highest", "lowest")


def ranking(chart: ResolvedChart, teller: Teller, highest: str, lowest: str) -> Account:
    """Tell one series by its extremes, which these phrases name."""
    pairs = pairs_of(chart)
    measures = axis_titles(chart)
    ordered = sorted(pairs, key=lambda pair: pair[1].value or 0, reverse=True)
    top, foot = surely(pairs, highest=True), surely(pairs, highest=False)
    if top is None or foot is None or top[1].value == foot[1].value:
        more = _highlights(pairs, (), teller)
        return Account(_unranked(ordered, teller), _is_few(pairs), measures, more)
    high, low = teller.pair(top, highest), teller.pair(foot, lowest)
    ends = (top[1].value, foot[1].value)
    between = [pair for pair in ordered if pair[1].value not in ends]

    def telling(middle: Sequence[Pair]) -> tuple[Line, ...]:
        next_ones = all(one is other for one, other in zip(middle, between, strict=False))
        key = "then" if next_ones else "highlighted"
        then = (teller.phrase(key, pairs=teller.pairs(middle)),) if middle else ()
        return (teller.listed((high, *then, low)),)

    tellings = [telling(between)] if len(pairs) <= _FEW else []
    chosen = [pair for pair in between if pair[1].emphasised]
    highlit = any(not pair[1].emphasised for pair in pairs)
    shorter = chosen[:_HIGHLIGHTED] if highlit and chosen else between[:_AFTER_THE_FIRST]
    tellings += [telling(shorter), telling(shorter[:1]), telling(()), (high,)]
    return Account(tuple(tellings), _is_few(pairs), measures)


def _unranked(ordered: Sequence[Pair], teller: Teller) -> tuple[tuple[Line, ...], ...]:
    """Return tellings of values of which none is the highest for certain."""
    if not ordered:
        return ()
    if len(ordered) > 1 and _all_equal(ordered):
        return ((teller.phrase("equal", value=teller.value(ordered[0][1])),),)
    reach = teller.phrase("reach", high=teller.pair(ordered[0]), low=teller.pair(ordered[-1]))
    listed = ((teller.pairs(ordered),),) if len(ordered) <= _FEW else ()
    return (*listed, (reach,), (teller.pair(ordered[0]),))


def _is_few(pairs: Sequence[Pair]) -> int:
    return int(len(pairs) <= _FEW)


def _all_equal(pairs: Sequence[Pair]) -> bool:
    return len({(pair[1].value, pair[1].hedge, pair[1].unit) for pair in pairs}) == 1


def _highlights(pairs: Sequence[Pair], said: Sequence[Pair], teller: Teller) -> tuple[Line, ...]:
    """Return what the author highlights, where it is not said among the extremes."""
    chosen = [pair for pair in pairs if pair[1].emphasised]
    if len(chosen) == len(pairs) or len(pairs) <= _FEW:
        return ()
    told = {pair[1].value for pair in said}
    left = [pair for pair in chosen if pair[1].value not in told]
    return (teller.phrase("highlighted", pairs=teller.pairs(left)),) if left else ()


def in_time(chart: ResolvedChart, teller: Teller) -> Account:
    """Tell one series from its first value to its last, with its trend and its turning points."""
    pairs = pairs_of(chart)
    measures = axis_titles(chart)
    if len(pairs) < 2:
        return Account(_unranked(pairs, teller), 1, measures)
    first, last = pairs[0], pairs[-1]
    span = teller.phrase(
        "span",
        first=teller.value(first[1]),
        start=first[0],
        last=teller.value(last[1]),
        end=last[0],
    )
    moves = trend([datum for _, datum in pairs], teller)
    course = join((span, moves), ", ")
    top, foot = surely(pairs, highest=True), surely(pairs, highest=False)
    turns = tuple(
        teller.pair(pair, key)
        for key, pair in (("highest", top), ("lowest", foot))
        if pair is not None and pair[1].value not in (first[1].value, last[1].value)
    )
    turning = (teller.listed(turns),) if turns else ()
    tellings: list[tuple[Line, ...]] = []
    if len(pairs) <= _FEW_IN_TIME:
        tellings = [tuple(line for line in (teller.pairs(pairs), moves) if line)]
    tellings += [(course, *turning), (course,)]
    said = [pair for pair in (first, last, top, foot) if pair is not None]
    more = _highlights(pairs, said, teller)
    return Account(tuple(tellings), int(len(pairs) <= _FEW_IN_TIME), measures, more)


def trend(data: Sequence[Datum], teller: Teller) -> Line:
    """Return that all values rise, or fall, where they do for certain; else nothing."""
    if len(data) < 3:
        return ()
    if all(below(one, other) for one, other in pairwise(data)):
        return teller.phrase("rising")
    if all(below(other, one) for one, other in pairwise(data)):
        return teller.phrase("falling")
    return ()


def pairs_of(chart: ResolvedChart, series: int = 0) -> tuple[Pair, ...]:
    """Return the values of a series that are there and printed, each with its category."""
    if series >= len(chart.series):
        return ()
    named = zip(chart.categories, chart.series[series].data, strict=True)
    return tuple(
        ((name,), datum) for name, datum in named if datum.value is not None and datum.label.text
    )


def axis_titles(chart: ResolvedChart) -> tuple[Line, ...]:
    """Return what the values are, where their axis says so."""
    axis = chart.value_axis
    return (axis.title,) if axis is not None and plain(axis.title) else ()
