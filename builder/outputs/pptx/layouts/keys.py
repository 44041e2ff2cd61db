"""Keys of classes on a slide: steps of colour, the bounds between them, and what has no value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from builder.charts.classes import UNKNOWN
from builder.model.land import Tick
from builder.model.text import Run
from builder.outputs.pptx.plan.measure import Ruler
from builder.outputs.pptx.plan.model import CHART_COLOUR, FilledForm, Paragraph, ParagraphStyle
from builder.theme.ramp import is_faint
from builder.units import Box

STEP: Final = (64.0, 12.0)
"""How wide, at most, and how high a step is."""

_BESIDE: Final = 5.0
_APART: Final = 8.0


def taken(unknown: Run, size: float, ruler: Ruler) -> float:
    """Return what stands for no value takes beside steps at most."""
    return STEP[0] + _BESIDE + ruler.width((unknown,), size) + 2


def step_width(bounds: Sequence[Tick], width: float, size: float, ruler: Ruler) -> float:
    """Return how wide a step is in so much room: its bounds stand side by side where they can."""
    widest = max((ruler.width((bound.label,), size) + _APART for bound in bounds), default=0.0)
    return min(max(STEP[0], widest), (width - 4) / (len(bounds) + 1))


def steps(
    fills: Sequence[str], bounds: Sequence[Tick], box: Box, size: float, ruler: Ruler
) -> Iterator[FilledForm]:
    """Yield the steps at a box's upper left corner, and the bounds below them.

    Where they have no room, one in so many is said.
    """
    across, high = step_width(bounds, box.width, size, ruler), STEP[1]
    for number, slot in enumerate(fills):
        place = Box(box.left + number * across, box.top, across, high)
        edge = "muted" if is_faint(slot) else ""
        yield FilledForm(f"Key {number + 1}", place, CHART_COLOUR + slot, edge=edge)
    free = box.left
    for number, bound in enumerate(bounds, 1):
        words = Paragraph((bound.label,), ParagraphStyle(size, align="ctr"))
        wide = max(across, ruler.width(words.runs, size) + 2)
        begin = box.left + number * across - wide / 2
        if begin >= free - 1:
            place = Box(begin, box.top + high + 2, wide, ruler.height((words,), wide))
            yield FilledForm(f"Bound {number}", place, paragraphs=(words,))
            free = begin + wide


def no_value(
    unknown: Run, at: tuple[float, float], across: float, size: float, ruler: Ruler
) -> Iterator[FilledForm]:
    """Yield what stands for no value, half a step wide, and its name beside it."""
    left, top = at
    across = min(across, 2 * STEP[0])
    words = Paragraph((unknown,), ParagraphStyle(size))
    wide, high = ruler.width((unknown,), size) + 2, STEP[1]
    line = ruler.height((words,), wide)
    yield FilledForm("Key no data", Box(left, top, across / 2, high), CHART_COLOUR + UNKNOWN)
    place = Box(left + across / 2 + _BESIDE, top + high / 2 - line / 2, wide, line)
    yield FilledForm("No data", place, paragraphs=(words,))
