"""What a workbook's number formats say of charts: takes charts and tables, returns the charts with
the units of the columns that they draw, where they state none.

A column that Excel shows in per cent or in pounds is that in a chart as well as in a table, whose
head says so. Columns of different signs share no axis: there the author has to say what it shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from builder.charts.registry import kind_of
from builder.frozen import replace
from builder.model.chart import ChartSpec
from builder.model.table import DataTable


def with_signs(
    charts: Mapping[str, ChartSpec], data: Mapping[str, DataTable]
) -> Mapping[str, ChartSpec]:
    """Return charts with their units, as far as the signs of a workbook are these."""
    return {
        name: _signed(chart, data[chart.table]) if chart.table in data else chart
        for name, chart in charts.items()
    }


def _signed(chart: ChartSpec, table: DataTable) -> ChartSpec:
    first: tuple[str, ...] = chart.y
    second: tuple[str, ...] = ()
    if any(key.name == "lines" for key in kind_of(chart.kind).keys):
        lines = chart.own("lines") or chart.y[-1:]
        second = chart.y if chart.series else tuple(name for name in chart.y if name in lines)
        first = chart.y if chart.series else tuple(name for name in chart.y if name not in lines)
    unit, other = _shared(first, table), _shared(second, table)
    if other and not chart.second_axis.unit:
        chart = replace(chart, second_axis=replace(chart.second_axis, unit=other))
    return replace(chart, unit=unit) if unit and not chart.unit else chart


def _shared(columns: Iterable[str], table: DataTable) -> str:
    """Return the sign of columns that have one and the same; a head that says more has none."""
    signs = {_sign(column, table) for column in columns}
    return signs.pop() if len(signs) == 1 else ""


def _sign(column: str, table: DataTable) -> str:
    """Return the sign of a column: per cent are that whatever its head says besides, while money
    may be in thousands there: "Cost (£k)".
    """
    if table.area is None or column not in table.columns:
        return ""
    place = table.columns.index(column)
    sign = table.area.signs.get(place, "")
    return sign if sign == "%" else table.sign_of(place)
