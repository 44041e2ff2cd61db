"""Error bars of a native series: a series in, `c:errBars` (ECMA-376-1, 21.2.2.55) out.

Their lengths stand in the chart itself, above and below each value, not in cells of its workbook.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from builder.charts.native import NativeSeries
from builder.outputs.pptx.write.text import ChartText

_WIDTH: Final = 1.25


def error_bars(series: NativeSeries, text: ChartText) -> str:
    """Return the error bars of a series; nothing where none of its points has an interval."""
    if all(point.interval is None for point in series.points):
        return ""
    above: list[Decimal | None] = []
    below: list[Decimal | None] = []
    for point in series.points:
        if point.interval is None or point.value is None:
            above.append(None)
            below.append(None)
        else:
            above.append(point.interval[1] - point.value)
            below.append(point.value - point.interval[0])
    return (
        '<c:errBars><c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/>'
        f"<c:plus>{_lengths(above)}</c:plus><c:minus>{_lengths(below)}</c:minus>"
        f"<c:spPr>{text.line(_WIDTH, 'ink')}</c:spPr></c:errBars>"
    )


def _lengths(values: Sequence[Decimal | None]) -> str:
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{value:f}</c:v></c:pt>'
        for at, value in enumerate(values)
        if value is not None
    )
    return (
        f"<c:numLit><c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(values)}"/>{points}</c:numLit>'
    )
