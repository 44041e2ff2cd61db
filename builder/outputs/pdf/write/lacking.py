"""What a chart's drawing lacks for want of width: takes a display list and its chart, says so.

Of a drawing that leaves its values out, or divides a word of its names, a wider one is tried.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from builder.charts.registry import kind_of
from builder.outputs.pdf.write.labels import pieces_of

if TYPE_CHECKING:
    from builder.model.chart import ResolvedChart
    from builder.model.displaylist import DisplayList

_FIGURE: Final = 2  # of a drawing's parts: title and measure stand before it
_WORD: Final = re.compile(r"[^\W\d_]{5,}")


def lacks_width(drawn: DisplayList, chart: ResolvedChart) -> bool:
    """Return whether values that stand on the marks are left out, or a name's word is divided."""
    return _is_without_values(drawn, chart) or _divides(drawn, chart)


def _is_without_values(drawn: DisplayList, chart: ResolvedChart) -> bool:
    if not kind_of(chart.kind).labelled:
        return False
    values = {
        (datum.label.text, datum.label.owner)
        for each in chart.series
        for datum in each.data
        if datum.label.text
    }
    return bool(values) and values.isdisjoint((run.text, run.owner) for run in drawn.printed)


def _divides(drawn: DisplayList, chart: ResolvedChart) -> bool:
    whole = " ".join(text.text for text in pieces_of(drawn, chart)[_FIGURE].texts)
    printed = {(run.text, run.owner) for run in drawn.printed}
    several = chart.series if len(chart.series) > 1 else ()  # one alone is called by the subtitle
    names = (*chart.categories, *(series.name for series in several))
    shown = (name.text for name in names if (name.text, name.owner) in printed)
    return any(word not in whole for name in shown for word in _WORD.findall(name))
