"""Words over charts and tables: takes them with their numbers, tells of what the one says and the
other is not: another unit, a share of more than all, another column.
"""

from __future__ import annotations

from collections.abc import Collection

from builder.model.chart import ChartSpec
from builder.model.table import TableSpec
from builder.resolve.heads.beyond_whole import check_shares
from builder.resolve.heads.borrowed import check_borrowed_names
from builder.resolve.heads.named_units import check_named_units
from builder.resolve.tables.grids import TableContext


def check_heads(
    charts: Collection[ChartSpec], tables: Collection[TableSpec], context: TableContext
) -> None:
    """Report units, shares and names of what stands elsewhere, over what is none such; of tables
    each once.
    """
    shown = {spec.name: spec for spec in tables}.values()
    check_named_units(charts, shown, context)
    check_shares(charts, shown, context)
    check_borrowed_names(charts, shown, context)
