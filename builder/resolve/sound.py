"""What of faulty content can still be resolved: takes content as read, returns it without the rest.

`sources` has named every broken reference. To find further mistakes in the same run, charts and
tables that lead nowhere are left out, and whatever uses them is passed over. Figures stay, since
others may name them: `cells` gives one that leads nowhere no value.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from builder.charts.registry import kind_of
from builder.model.briefing import Content
from builder.model.chart import ChartSpec
from builder.model.table import FIGURE_COLUMNS, DataTable, TableSpec


def sound(content: Content) -> Content:
    """Return the content with only those charts and tables that `resolve` can look up."""
    data = content.data
    return replace(
        content,
        charts={name: chart for name, chart in content.charts.items() if _chart(chart, data)},
        tables={name: table for name, table in content.tables.items() if _table(table, data)},
    )


def _chart(chart: ChartSpec, data: Mapping[str, DataTable]) -> bool:
    kind = kind_of(chart.kind)
    if "table" not in kind.drawn_from or not chart.table:
        return any(getattr(chart, way) for way in kind.drawn_from)
    needed = [chart.x, *chart.y, *(getattr(chart, key) for key in kind.needs)]
    chosen = [column for column in (chart.series, chart.label, chart.size) if column]
    return bool(chart.y) and _columns(chart.table, [*needed, *chosen], data)


def _table(table: TableSpec, data: Mapping[str, DataTable]) -> bool:
    names = [name for name, _ in table.columns]
    if table.data:
        return _columns(table.data, names, data)
    return not table.figures or all(name in FIGURE_COLUMNS for name in names)


def _columns(table: str, names: Iterable[str], data: Mapping[str, DataTable]) -> bool:
    return table in data and all(name in data[table].columns for name in names)
