"""The room that annotations take around a native plot: a chart and its plot in, a smaller plot out.

As on paper: arrows and the names of periods above it, names of lines and bands at its right; of
bars that lie, the names above and the arrows at their right.
"""

from __future__ import annotations

from typing import Final

from builder.charts.native import NativeChart
from builder.model.annotation import Annotations, Difference
from builder.model.text import Line
from builder.outputs.pptx.plan.measure import PITCH, Ruler
from builder.outputs.pptx.plan.model import Paragraph, ParagraphStyle
from builder.units import Box

GAP: Final = 6.0
_ROW: Final = 8.0  # beside a line of text, from one arrow to the next
_SHARE: Final = 0.22  # of the chart's width that the names of lines take at most


def lies(native: NativeChart) -> bool:
    """Say whether values run from left to right."""
    return native.across or bool(native.rows) or native.along is not None


def row(size: float) -> float:
    """Return how far one arrow is from the next, in points."""
    return size * PITCH + _ROW


def name_row(size: float) -> float:
    """Return how high a row of names above the plot is."""
    return size * PITCH + _ROW / 2


def names_of(held: Annotations) -> tuple[Line, ...]:
    """Return the names of lines and bands, those of lines first."""
    return (*(level.says for level in held.levels), *(band.says for band in held.bands))


def arrows_of(held: Annotations) -> tuple[tuple[int, Difference], ...]:
    """Return arrows with their numbers from 1, the outermost first, the shortest last."""
    numbered = enumerate(held.differences, 1)
    return tuple(
        sorted(numbered, key=lambda each: -abs(each[1].start.category - each[1].end.category))
    )


def name_width(native: NativeChart, box: Box, size: float, ruler: Ruler) -> float:
    """Return how wide the names at the right of a plot are."""
    widths = (ruler.width(name, size) + 1 for name in names_of(native.annotations))
    longest = (ruler.longest_word(name, size) + 1 for name in names_of(native.annotations))
    widest = min(max(widths, default=0.0), _SHARE * box.width)
    return max(widest, *longest, 0.0) if widest else 0.0


def name_height(name: Line, width: float, size: float, ruler: Ruler) -> float:
    """Return how high a name is in lines of a width."""
    return ruler.lines(Paragraph(name, ParagraphStyle(size)), width) * size * PITCH


def beside(inner: Box, native: NativeChart, box: Box, size: float, ruler: Ruler) -> Box:
    """Return a plot without what its annotations take of it."""
    held = native.annotations
    if lies(native):
        above = name_row(size) * len(names_of(held))
        widths = (ruler.width(each.says, size, bold=True) for each in held.differences)
        right = sum(width + 3 * GAP for width in widths)
    else:
        above = row(size) * len(held.differences)
        above += name_row(size) if any(period.says for period in held.periods) else 0.0
        spare = box.left + box.width - inner.left - inner.width
        named = name_width(native, box, size, ruler)
        right = max(0.0, named + 2 * GAP - spare) if named else 0.0
    return Box(inner.left, inner.top + above, inner.width - right, inner.height - above)
