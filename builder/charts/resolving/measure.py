"""The unit of a chart's numbers where nothing that is printed says it: takes a chart, returns one
whose subtitle does.

Labels and ticks carry signs, of money, of shares, of multiples; "421.5" metres carry none. Where no
line of the author's names the unit, the reader of the drawing could not know it, though its alt
text says it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import chain
from typing import Final

from builder.charts.registry import kind_of
from builder.facts.named import unit_of_figure, units_named
from builder.facts.nouns import after_number, short_money_affixes
from builder.facts.printing import affixes
from builder.facts.units import CALENDAR, currency_of
from builder.model.chart import Datum, ResolvedChart
from builder.model.text import Line, Run, plain

_MANY: Final = Decimal(1_000)
_SEVERAL: Final = 2  # series
_STEM: Final = 4  # letters by which a noun is known in every case


def with_unit(chart: ResolvedChart) -> ResolvedChart:
    """Return a chart whose subtitle names the unit of its numbers, where no other line does."""
    data = tuple(_data(chart))
    units = {datum.unit for datum in data}
    unit = units.pop() if len(units) == 1 else ""
    if plain(chart.subtitle) or unit in ("", CALENDAR) or kind_of(chart.kind).in_shares:
        return chart
    tag = chart.language
    currency = currency_of(unit)
    said = after_number(unit, _MANY, tag).strip()
    if currency is not None:
        said = "".join(short_money_affixes(currency, tag)).strip()
    # Where several bars stand side by side, some have no room for their labels.
    kept = len(chart.series) < _SEVERAL or not kind_of(chart.kind).labelled
    signed = any(affixes(_MANY, unit, "short", tag)) or any(said in d.label.text for d in data)
    if signed and kept:
        return chart
    if any(_names(plain(line), unit, said, tag) for line in _lines(chart)):
        return chart
    return replace(chart, subtitle=(Run(said),))


def _data(chart: ResolvedChart) -> Iterator[Datum]:
    """Yield the numbers that stand in categories or lead from one to another."""
    numbers = chain(*(each.data for each in chart.series), (link.amount for link in chart.links))
    return (datum for datum in numbers if datum.value is not None)


def _lines(chart: ResolvedChart) -> Iterator[Line]:
    yield from (chart.title, chart.note, chart.size_title, chart.takeaway)
    for axis in (chart.value_axis, chart.x_axis, chart.second_axis, *chart.panel_axes):
        if axis is not None:
            yield axis.title
    yield from ((each.name,) for each in chart.series)


def _names(line: str, unit: str, said: str, tag: str) -> bool:
    """Return whether a line says a unit, or what is counted by it, in whatever form."""
    kind = unit_of_figure(unit, tag)
    if kind is None or kind.counted:
        return said[:_STEM].casefold() in line.casefold()
    return any(named.kind.of == kind.of for named in units_named(line, tag, rates=True))
