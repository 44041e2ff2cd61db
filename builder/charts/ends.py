"""Names at the ends of lines, bands and stacks: measured, kept apart, drawn right of the plot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from builder.charts.frame import Frame
from builder.charts.labels import spread
from builder.charts.native import Slot, rgb
from builder.charts.palette import text_slot
from builder.charts.style import Style
from builder.charts.typeset import Block, wrapped
from builder.model.text import Line

GAP: Final = 7.0
_SHARE: Final = 0.3  # of the chart's width that names may take
_APART: Final = 3.0


class End(NamedTuple):
    """What is named: where it would stand best, and the set name."""

    wanted: float
    block: Block


def names(
    frame: Frame, style: Style, lines: Sequence[Line], slots: Sequence[Slot], language: str
) -> tuple[Block, ...]:
    """Return the names, set in the text variants of their marks' colours."""
    return tuple(
        wrapped(
            line,
            style.series.inked(rgb(text_slot(slot), style.theme)),
            _SHARE * frame.width,
            language,
        )
        for line, slot in zip(lines, slots, strict=True)
    )


def room(blocks: Sequence[Block]) -> float:
    """Return the width to keep free right of the plot, gap included."""
    widest = max((block.width for block in blocks), default=0.0)
    return widest + GAP if widest else 0.0


def needed(blocks: Sequence[Block]) -> float:
    """Return how high a plot must be for its names to stand beside it without touching."""
    return sum(block.height + _APART for block in blocks if block.lines)


def put(frame: Frame, ends: Sequence[End], x: float, top: float, bottom: float) -> None:
    """Draw the names at `x`, each as near to its wish as the others allow."""
    shown = [end for end in ends if end.block.lines]
    heights = [end.block.height + _APART for end in shown]
    middles = spread([end.wanted for end in shown], heights, top, bottom)
    for end, middle in zip(shown, middles, strict=True):
        frame.put(end.block, x, middle, vertical="middle")
