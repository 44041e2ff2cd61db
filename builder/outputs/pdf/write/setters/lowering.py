"""Maps less high, so as to fill the page: takes a map and points, returns it so much less high. A
map has no plot to stretch: it is drawn again, in proportion.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from builder.model.chart import ResolvedChart
from builder.outputs.pdf.write.context import LayoutContext
from builder.outputs.pdf.write.flowable import HAIR

if TYPE_CHECKING:
    from builder.charts import DisplayList, Margin

_LESS: Final = (0.22, 0.12)  # of its height that a map may lose, tried in turn


def less_high(
    spec: ResolvedChart, width: float, margin: Margin, context: LayoutContext, less: float
) -> DisplayList:
    """Return a map of a width, its words in a margin, so many points less high."""
    from builder.charts import display_list

    lower = margin._replace(less=round(less, 2))
    return display_list(spec, context.theme, width, context.cache, lower)


def most_less(natural: DisplayList, lower: Callable[[float], DisplayList]) -> float:
    """Return how many points less high a map can be: as long as it says what it did, and its words
    stand as free.
    """
    from builder.charts.meeting import meetings
    from builder.charts.registry import CrowdedError

    met, said = len(meetings(natural)), {run.text for run in natural.printed}
    for share in _LESS:
        less = share * natural.height
        try:
            drawn = lower(less)
        except CrowdedError:
            continue
        says = said <= {run.text for run in drawn.printed}
        if says and len(meetings(drawn)) <= met and drawn.height <= natural.height - less + HAIR:
            return less
    return 0.0
