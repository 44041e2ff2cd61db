"""How formulas stand in lines: set lines in, the room that they need and operators out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import ceil
from typing import NamedTuple

from builder.formulas.drawing import drawing
from builder.outputs.pdf.write.atoms import SetLine, TypeSpan
from builder.outputs.pdf.write.canvas import PaperCanvas
from builder.outputs.pdf.write.fonts import rgb
from builder.outputs.pdf.write.styles import TextStyle

_HANGING = 0.25  # sizes that letters reach below their baseline
_TALL = 0.75  # sizes that they reach above it
_CLEAR = 1.0  # points between a tall formula and the lines above and below it


class LineRoom(NamedTuple):
    """How far a line's top is above its baseline, and its foot below it; in points."""

    above: float
    below: float

    @property
    def height(self) -> float:
        """How tall the line is."""
        return self.above + self.below


def rooms(lines: Iterable[SetLine], style: TextStyle, usual: float) -> tuple[LineRoom, ...]:
    """Return the room of each line: a tall formula opens its own, by whole steps of a grid.

    `usual` is how far a baseline is below the top of a line without one.
    """
    return tuple(_room(line, style, LineRoom(usual, style.leading - usual)) for line in lines)


def _room(line: SetLine, style: TextStyle, usual: LineRoom) -> LineRoom:
    above, below = usual
    # Letters of the lines above and below leave it some of their own room.
    free = LineRoom(
        style.leading - _HANGING * style.size - _CLEAR, style.leading - _TALL * style.size - _CLEAR
    )
    for span in line.spans:
        if span.run.formula is not None and span.width:
            drawn = drawing(span.run.formula)
            above = max(above, usual.above + drawn.ascent * span.size - free.above)
            below = max(below, usual.below + drawn.descent * span.size - free.below)
    if style.pitch and above + below > style.leading:
        steps = ceil((above + below) / style.pitch - 1e-6)
        spare = steps * style.pitch - above - below
        above, below = above + spare / 2, below + spare / 2
    return LineRoom(above, below)


def fitting(found: Sequence[LineRoom], room: float) -> int:
    """Return how many lines from the first stand in a height."""
    count = 0
    for each in found:
        room -= each.height
        if room < 0:
            break
        count += 1
    return count


def too_wide(lines: Iterable[SetLine], measure: float) -> Iterator[TypeSpan]:
    """Yield each formula that its line cannot hold."""
    for line in lines:
        if line.width > measure + 0.1:
            yield from (span for span in line.spans if span.run.formula and span.width > measure)


def fill(paper: PaperCanvas, span: TypeSpan, x: float, y: float) -> None:
    """Fill the outlines of a formula from (`x`, `y`) on the baseline."""
    if span.run.formula is not None and span.width:
        left, bottom = paper.origin
        outline = drawing(span.run.formula).outline(span.size, left + x, bottom + y)
        paper.addLiteral(f"q {rgb(span.colour)} rg {outline} f Q")
