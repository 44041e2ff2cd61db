"""Facts of points on two axes: those that matter by name, how the axes go together, or ranges."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from builder.charts.registry import Account
from builder.charts.telling import Pair, Teller, surely
from builder.facts.aloud import unit_words
from builder.facts.nouns import noun
from builder.model.chart import Datum, Point, ResolvedChart
from builder.model.text import Line, Run, join, plain

_FEW: Final = 4
"""Points that are all said, if they fit."""
_RELATED: Final = 5
"""Points of which it may be said that they follow a rule."""
_MANY: Final = 10
_OFTEN: Final = Decimal(5)  # of a unit, where several numbers have it
_STRONG: Final = 0.6  # Spearman's coefficient of ranks
_STRONGER: Final = 0.85  # of few points, which may follow each other by chance
_UNIT: Final = re.compile(
    r"(?P<name>.*?)(?: \((?P<held>[^()\d]{1,24})\)|, (?P<after>[^\s,\d]{1,8}))"
)


def points_told(chart: ResolvedChart, teller: Teller) -> Account:
    """Tell points: all of few, else those highlighted, else the extremes, and how axes relate."""
    points = chart.points
    if not points or chart.x_axis is None or chart.value_axis is None:
        return Account()
    chosen = [point for point in points if point.named and point.label.text]
    highlit = 0 < len(chosen) < len(points)
    rule = _rule(chart, teller)
    tellings: list[tuple[Line, ...]] = []
    if len(points) <= _FEW and all(point.label.text for point in points):
        tellings.append((*rule, *_each(points, chart, teller)))
    if highlit:
        every = _each(chosen, chart, teller)
        tellings += [(*rule, *every[:count]) for count in range(min(len(every), _FEW), 0, -1)]
    extremes, ranges = _extremes(chart, teller), _ranges(chart, teller)
    tellings += [(*rule, *extremes), (*rule, *extremes[:1]), (*rule, *ranges), rule, ranges]
    finds = highlit or bool(rule) or len(points) <= _FEW
    told = tuple(each for each in tellings if each)
    return Account(told, int(len(points) <= _FEW), finds=finds)


def _each(points: Sequence[Point], chart: ResolvedChart, teller: Teller) -> list[Line]:
    """Return each point with all its numbers."""
    return [
        (point.label, Run(teller.language.colon), *_numbers(point, chart, teller))
        for point in points
    ]


def _numbers(point: Point, chart: ResolvedChart, teller: Teller) -> Line:
    titles = (
        chart.x_axis.title if chart.x_axis else (),
        chart.value_axis.title if chart.value_axis else (),
        chart.size_title,
    )
    said = zip(titles, (point.x, point.y, point.size), strict=True)
    return join((_quantity(title, datum, teller) for title, datum in said if datum), ", ")


def _quantity(title: Line, datum: Datum, teller: Teller) -> Line:
    """Return what a number is and the number, with the unit that the title has."""
    name, unit = _parted(title, teller.chart.language, _value(datum))
    value = (teller.value(datum), *(() if datum.unit else unit))
    if not name:
        return value
    # "Cost, $ per tonne 12" and "Collisions in 2025 9" would be heard as something else.
    apart = "," in plain(name) or plain(name)[-1:].isdigit()
    return teller.phrase("labelled" if apart else "quantity", name=name, value=value)


def _parted(title: Line, tag: str, value: Decimal = _OFTEN) -> tuple[Line, Line]:
    """Return a title without its unit, and the unit in words after a value: "Distance (km)" is 612
    kilometres of distance.
    """
    match = _UNIT.fullmatch(title[-1].text) if title else None
    if match is None:
        return title, ()
    unit = match["held"] or match["after"]
    words = unit_words(unit, tag, value)
    said = f"\u00a0{words or noun(unit, value, tag)}"
    name = (*title[:-1], replace(title[-1], text=match["name"]))
    return name, (replace(title[-1], text=said),)


def _extremes(chart: ResolvedChart, teller: Teller) -> list[Line]:
    """Return the points that are highest and lowest, by name, where there are such."""
    pairs: list[Pair] = [((point.label,), point.y) for point in chart.points]
    found = []
    for key, highest in (("highest", True), ("lowest", False)):
        pair = surely(pairs, highest=highest)
        point = next((p for p in chart.points if pair and p.y is pair[1]), None)
        if point is not None and point.label.text:
            value = _numbers(point, chart, teller)
            said = teller.phrase("pair", name=point.label, value=value)
            found.append(teller.phrase(key, pair=said))
    return found


def _ranges(chart: ResolvedChart, teller: Teller) -> tuple[Line, ...]:
    """Return from where to where the points lie on each axis."""
    found = []
    for axis, data in (
        (chart.x_axis, [point.x for point in chart.points]),
        (chart.value_axis, [point.y for point in chart.points]),
    ):
        if axis is not None and plain(axis.title):
            low, high = (pick(data, key=_value) for pick in (min, max))
            name, unit = _parted(axis.title, chart.language)
            ends = [(teller.value(each), *(() if each.unit else unit)) for each in (low, high)]
            found.append(teller.phrase("axis_range", name=name, low=ends[0], high=ends[1]))
    return tuple(found)


def _rule(chart: ResolvedChart, teller: Teller) -> tuple[Line, ...]:
    """Return how the two axes go together, where most points follow it."""
    titles = [
        _parted(axis.title, chart.language)[0] if axis else ()
        for axis in (chart.x_axis, chart.value_axis)
    ]
    hedged = any(datum.hedge for point in chart.points for datum in (point.x, point.y))
    if len(chart.points) < _RELATED or hedged or not all(map(plain, titles)):
        return ()
    related = _spearman([p.x for p in chart.points], [p.y for p in chart.points])
    if abs(related) < (_STRONG if len(chart.points) >= _MANY else _STRONGER):
        return ()
    key = "rising_together" if related > 0 else "falling_against"
    return (teller.phrase(key, x=titles[0], y=titles[1]),)


def _spearman(one: Sequence[Datum], other: Sequence[Datum]) -> float:
    """Return Spearman's coefficient of two rows of numbers, from -1 to 1; 0 where one is even."""
    first, second = _ranks(one), _ranks(other)
    middle = (len(first) + 1) / 2
    both = sum((a - middle) * (b - middle) for a, b in zip(first, second, strict=True))
    spread = sum((a - middle) ** 2 for a in first) * sum((b - middle) ** 2 for b in second)
    return both / spread**0.5 if spread else 0.0


def _ranks(data: Sequence[Datum]) -> list[float]:
    """Return the rank of each number from 1; equal ones share the middle of theirs."""
    ordered = sorted(_value(datum) for datum in data)
    places: dict[Decimal, list[int]] = {}
    for place, value in enumerate(ordered, 1):
        places.setdefault(value, []).append(place)
    middles = {value: sum(held) / len(held) for value, held in places.items()}
    return [middles[_value(datum)] for datum in data]


def _value(datum: Datum) -> Decimal:
    return datum.value or Decimal(0)
