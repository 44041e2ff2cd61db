"""A cover's art: a resolved chart in, its marks as bare outlines out, without a word or an axis.

Outlines stand in a frame 1 high and `ratio` wide, its origin in the lower left corner, and end at
the frame's edges: what bleeds off a page is cut there. Nothing here is measured or read off.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from builder.art.marks import FilledOutline, circle
from builder.art.shapes import areas, bars, columns, lines, ring, stacks
from builder.art.spread import clouds, flows, steps, timeline
from builder.model.chart import ResolvedChart

__all__ = ["FilledOutline", "art", "plain_art"]

_Drawn = Callable[[ResolvedChart, float], list[FilledOutline]]
_SHAPES: Final[dict[str, _Drawn]] = {
    "areas": areas,
    "bars": bars,
    "columns": columns,
    "lines": lines,
    "ring": ring,
    "stacks": stacks,
}


def art(chart: ResolvedChart, shape: str, ratio: float) -> tuple[FilledOutline, ...]:
    """Return the marks of a chart; none where it has none that can be drawn so.

    A chart of categories is drawn in the `shape` of its kind, another by what it holds.
    """
    drawn = tuple(each.within(ratio) for each in _drawn(chart, shape)(chart, ratio))
    return tuple(each for each in drawn if each.outline)


def plain_art(ratio: float) -> tuple[FilledOutline, ...]:
    """Return the art of covers in type alone: quarters of rings around the lower right corner."""
    tones = ((0.98, 0.05), (0.72, 0.09), (0.46, 0.14))
    drawn = (
        FilledOutline(circle((ratio, 0.0), min(ratio, 1.0) * radius), tone)
        for radius, tone in tones
    )
    return tuple(each.within(ratio) for each in drawn)


def _drawn(chart: ResolvedChart, shape: str) -> _Drawn:
    if chart.spans:
        return steps
    if chart.points:
        return clouds
    if chart.events:
        return timeline
    if chart.flows:
        return flows
    return _SHAPES[shape]
