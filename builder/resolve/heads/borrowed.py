"""Names that belong to something else beside it: takes charts and tables, warns of a column, a
category or a figure that is called by the name of another one of the same file or chart, as where
two labels were put the wrong way round.

A name that leaves out a part of its own is no other's: "total_adjusted = Total".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from builder.frozen import dataclass
from builder.model.chart import ChartSpec
from builder.model.table import DataTable, TableSpec
from builder.model.text import Text, plain
from builder.problems import Place
from builder.resolve.tables.grids import TableContext

_FEW: Final = 2  # in how many parts of a column's cells numbers are most


@dataclass(frozen=True)
class _Called:
    """What names of a chart or table stand for: by their own names, in the order of labels; `what`
    has a place for one.
    """

    what: str
    names: frozenset[str]
    labels: Mapping[str, Text]


def check_borrowed_names(
    charts: Iterable[ChartSpec], tables: Iterable[TableSpec], context: TableContext
) -> None:
    """Warn of labels and heads that are the name of another column, category or figure."""
    for chart in charts:
        for called in _of_chart(chart, context):
            _hold(called, f'the chart "{chart.id}"', chart.place, context)
    for table in tables:
        data = context.data.get(table.data)
        if data is not None:
            heads = {name: head for name, head in table.columns if head}
            called = _Called('column "{}"', _numeric(data), heads)
            _hold(called, f'the table "{table.name}"', table.place, context)


def _of_chart(chart: ChartSpec, context: TableContext) -> Iterator[_Called]:
    labels = {name: text for name, text in chart.labels if text}
    if not labels:
        return
    data = context.data.get(chart.table)
    if data is None:
        known = context.printer.figures
        own = {known[name].label: name for name in chart.figures if name in known}
        named = {known[name].label: text for name, text in labels.items() if name in known}
        yield _Called('figure "{}"', frozenset(own), named)
        return
    yield _Called('column "{}"', _numeric(data), labels)
    for column in (chart.x, chart.series, chart.label):
        if column in data.columns:
            at = data.columns.index(column)
            yield _Called('category "{}"', frozenset(row[at].strip() for row in data.rows), labels)


def _numeric(data: DataTable) -> frozenset[str]:
    """Return the columns that hold numbers: others may well be called by one another's names."""
    rows = range(len(data.rows))
    return frozenset(
        name
        for name in data.columns
        if sum(data.number(row, name) is not None for row in rows) * _FEW > len(rows)
    )


def _hold(called: _Called, where: str, place: Place, context: TableContext) -> None:
    by_name = {name.casefold(): name for name in called.names}
    for name, text in called.labels.items():
        label = plain(text).strip()
        other = by_name.get(label.casefold())
        if name not in called.names or other is None or other == name:
            continue
        swapped = other in called.labels and plain(called.labels[other]).strip() != label
        if not swapped and label.casefold() in name.casefold():
            continue
        at = text[0].place
        context.printer.problems.warning(
            at if at.file else place,
            f'{where} calls the {called.what.format(name)} "{label}", which is the name of another '
            "one",
            f'expected "{name}", or words of its own: put the right name to each'
            + (f' ("{other}" has another here as well)' if swapped else ""),
        )
