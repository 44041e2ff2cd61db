"""Labels below columns of which one has a long word: takes a chart and how far apart they stand,
returns blocks that reach into the places of shorter ones beside them, so that no word is divided.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from builder.charts.style import ChartStyle
from builder.charts.typeset import SetWords, balanced, longest_word
from builder.model.chart import ResolvedChart

_LEAST_LABEL: Final = 7.0  # the least that labels of columns are set in
_BETWEEN: Final = 4.0  # between two labels
_ROUNDING: Final = 0.01


def lending(chart: ResolvedChart, style: ChartStyle, slot: float) -> tuple[SetWords, ...] | None:
    """Return a label to each category, `slot` points apart; None where they have no room to lend.

    The outermost keep to their places.
    """
    type_ = style.label.at(_LEAST_LABEL)
    widths = _lent_widths([longest_word((run,), type_) for run in chart.categories], slot)
    if widths is None:
        return None
    return tuple(
        balanced((run,), type_, width, chart.language)
        for run, width in zip(chart.categories, widths, strict=True)
    )


def _lent_widths(needed: list[float], slot: float) -> list[float] | None:
    """Return how wide each label may be: as its place, less what it lends, or as its word asks."""
    own = slot - _BETWEEN
    found = []
    for at, width in enumerate(needed):
        beside = (needed[other] for other in (at - 1, at + 1) if 0 <= other < len(needed))
        left = min((2 * own - max(other, own) for other in beside), default=own)
        found.append(max(left, width))
    apart = all((one + other) / 2 + _BETWEEN <= slot + _ROUNDING for one, other in pairwise(found))
    return found if apart and max(found[0], found[-1]) <= slot else None
