"""Annotations in the paper's charts: a frame, a chart and where its marks stand in, ink out.

Arrows and the names of periods stand in a strip above the plot (of bars that lie, arrows at its
right, names of lines above), names of lines and bands at its right: there nothing else is. Only
remarks stand among marks, where there is room. A kind makes the room, and draws `under` its marks
and `over` them.
"""

from builder.charts.annotating.drawing import over, under
from builder.charts.annotating.placing import NotedFrame
from builder.charts.annotating.strips import (
    GAP,
    Stage,
    above,
    aside,
    ends,
    farthest,
    names,
    running,
)

__all__ = [
    "GAP",
    "NotedFrame",
    "Stage",
    "above",
    "aside",
    "ends",
    "farthest",
    "names",
    "over",
    "running",
    "under",
]
