"""Words over a chart that say the contrary of its one series: "costs fall" over what rises
throughout. Takes charts and their data, warns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from builder.charts.registry import kind_of
from builder.charts.rows import drawn_rows
from builder.facts.units import currency_of
from builder.language.sides import sides_of
from builder.model.briefing import Exemption
from builder.model.chart import ChartSpec
from builder.model.datings import iso_moment
from builder.model.table import DataTable
from builder.model.text import Text
from builder.problems import Place, Problems
from builder.resolve.exemptions import Exemptions
from builder.resolve.passages import Passage, plainly
from builder.resolve.ways import (
    become,
    is_plain,
    name_alike,
    names_change,
    way_graded,
    way_said,
)

_FEW: Final = 3  # points, of which less make no course


def check_chart_courses(
    charts: Iterable[ChartSpec],
    data: Mapping[str, DataTable],
    exempt: Sequence[Exemption],
    tag: str,
    problems: Problems,
) -> set[str]:
    """Warn of titles, takeaways and alt texts that a chart's only series denies throughout; return
    the exemptions that were used.
    """
    exemptions = Exemptions(exempt)
    for chart in charts:
        table = data.get(chart.table)
        way = _way(chart, table) if table is not None else None
        if way is None or names_change(chart.y[0], tag):
            continue
        for text, place in _texts(chart):
            words = plainly(Passage(text)).words
            said = way_said(words, tag) or way_graded(words, tag) or _priced(words, chart.unit, tag)
            if said is None or said[1] == way or not name_alike(words, chart.y[0]):
                continue
            if exemptions.cover(words, said[0], whole=False):
                continue
            phrase = words[said[0]]
            problems.warning(
                place,
                f'"{phrase}" is not what the chart "{chart.id}" shows',
                f'"{chart.y[0]}" {way} from each point to the next: mend the words, or the data; '
                f'what means another thing, exempt: {{words: "{phrase}", because: ...}} '
                "in briefing.yaml",
            )
    return exemptions.used


def _priced(words: str, unit: str, tag: str) -> tuple[slice, str] | None:
    """Return which way words say that a price goes: "flying gets cheaper"."""
    sides, small = sides_of(tag), words.lower()
    if currency_of(unit) is None or len(small) != len(words) or not is_plain(small, tag):
        return None
    return become(small, sides.dearer, sides.cheaper, tag)


def _texts(chart: ChartSpec) -> Iterator[tuple[Text, Place]]:
    for text in (chart.title, chart.takeaway.says, chart.alt):
        if text:
            yield text, next((item.place for item in text), chart.place)


def _way(chart: ChartSpec, table: DataTable) -> str | None:
    """Return whether the only series of a chart over time "rises" or "falls" throughout."""
    if len(chart.y) != 1 or chart.series or chart.x not in table.columns or chart.flows:
        return None
    if kind_of(chart.kind).holds_totals:
        return None
    rows = drawn_rows(chart, table)
    column = table.columns.index(chart.x)
    points = [(iso_moment(table.rows[row][column].strip()), row) for row in rows]
    dated = [(moment, row) for moment, row in points if moment is not None]
    if len(dated) != len(points) or len(dated) < _FEW:
        return None
    numbers = [table.number(row, chart.y[0]) for _, row in sorted(dated)]
    known = [each for each in numbers if isinstance(each, Decimal)]
    if len(known) != len(numbers):
        return None
    if all(one < other for one, other in pairwise(known)):
        return "rises"
    return "falls" if all(one > other for one, other in pairwise(known)) else None
