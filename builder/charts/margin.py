"""Where a chart's words stand in a paper with a wide margin: lengths in points."""

from __future__ import annotations

from typing import NamedTuple


class Margin(NamedTuple):
    """Finding, measure, source and note stand on the left of the plot, `width` points wide, `gap`
    before it, from `top` on.

    Without a width they stand above and below it as ever, but under no rule.
    """

    width: float = 0.0
    gap: float = 0.0
    top: float = 0.0
