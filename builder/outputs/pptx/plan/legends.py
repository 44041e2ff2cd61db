"""Legends across the top of a chart: takes its keys and its width, returns how they stand.

On one line they stand side by side, each as wide as its name. On several, programs set them in
columns that are as wide as the widest name, row by row.
"""

from __future__ import annotations

from typing import Final

from builder.charts.native import NativeChart
from builder.outputs.pptx.plan.forms import Legend
from builder.outputs.pptx.plan.measure import PITCH, Ruler

_MARK: Final = 28.0  # what a name has its mark and air by
_PAD: Final = 8.0
_FIRST: Final = 24.0  # points that one line takes


def legend_of(native: NativeChart, width: float, size: float, ruler: Ruler) -> Legend:
    """Return how the keys of a chart so wide stand above it, nothing where they do not."""
    if native.legend != "top":
        return Legend()
    keys = [ruler.width((key.name,), size) + _MARK for key in native.keys]
    whole = sum(keys) + 2 * _PAD
    if whole <= width or len(keys) < 2:
        return Legend(min(width, whole), _FIRST, len(keys))
    columns = max(1, int((width - 2 * _PAD) // max(keys)))
    rows = -(-len(keys) // columns)
    return Legend(width, _FIRST + (rows - 1) * size * PITCH, columns)
