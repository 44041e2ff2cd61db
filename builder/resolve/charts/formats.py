"""Number formats for spreadsheets: takes plotted cells, returns the format that prints them alike.

ECMA-376-1, 18.8.31. Signs and units stand in quotes; a writer of XML must escape `<` and `>`.
"""

from __future__ import annotations

from collections.abc import Sequence

from builder.language.language import HEDGE_SIGNS
from builder.model.chart import ChartSpec
from builder.resolve.charts.context import Plotted
from builder.resolve.printing import affixes
from builder.resolve.rounding import decimals_as_stated


def number_format(spec: ChartSpec, cells: Sequence[Plotted], tag: str) -> str:
    """Return a format for a chart's values, such as `"≥"#,##0` or `"$"#,##0"bn"`.

    A hedge or unit is in it only where every cell shares it, decimals where any cell has them.
    """
    filled = [cell for cell in cells if cell.value is not None]
    decimals = max((decimals_as_stated(c.value) for c in filled if c.value is not None), default=0)
    pattern = "#,##0" + (f".{'0' * decimals}" if decimals else "")
    units = {cell.unit for cell in filled}
    hedges = {cell.hedge for cell in filled}
    before = after = ""
    if len(units) == 1 and spec.number_format == "short" and filled[0].value is not None:
        before, after = affixes(filled[0].value, filled[0].unit, "short", tag)
    hedge = filled[0].hedge if len(hedges) == 1 else None
    sign = HEDGE_SIGNS[hedge] if hedge and spec.number_format == "short" else ""
    return _quoted(sign + before) + pattern + _quoted(after)


def _quoted(text: str) -> str:
    # A quote inside a quoted part cannot be written; no currency or sign has one.
    return f'"{text}"' if text else ""
