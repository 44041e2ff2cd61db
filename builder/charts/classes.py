"""Classes by which values are coloured: their slots, and the key that says what they mean.

Takes the bounds that part them. A class begins at its lower bound, which belongs to it. Of more
classes than colours tell apart, every second is striped.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from builder.charts.frame import Edge, Frame, pattern_of
from builder.charts.markers import HATCH, striped
from builder.charts.native import PATTERN, Slot, rgb
from builder.charts.style import ChartStyle
from builder.charts.typeset import one_line
from builder.model.land import Classes, Tick
from builder.model.text import Run
from builder.theme.ramp import is_faint, step_name

UNKNOWN: Final[Slot] = f"land{PATTERN}wdUpDiag"
"""What is filled in where there is no value."""

_APART: Final = 5.0
_EDGE: Final = 0.4
_AFTER: Final = 18.0
_BESIDE: Final = 5.0

_UPRIGHT: Final = (9.0, 18.0)  # a step of a key that stands upright

STEP: Final = (34.0, 7.0)
"""How wide and high a step of the key is in the paper, in points."""


def class_of(bounds: Sequence[Tick], value: Decimal) -> int:
    """Return the class of a value, from 0: a bound belongs to the class above it."""
    return bisect_right([bound.value for bound in bounds], value)


def slots(classes: Classes, *, written: bool = True) -> tuple[Slot, ...]:
    """Return the slot of each class: one hue, or two that grow stronger away from a middle.

    Where values are not `written` either, stripes tell what lies below it, and every second of many
    classes.
    """
    count, below = len(classes.bounds) + 1, classes.below
    side = max(below, count - below)

    def slot(place: int, hatch: str, *, other: bool) -> Slot:
        plain = step_name(place, side, other=other)
        return plain if written else striped(plain, hatch)

    lower = (slot(place, HATCH, other=True) for place in reversed(range(below)))
    return (*lower, *(slot(place, "", other=False) for place in range(count - below)))


def key(
    frame: Frame,
    style: ChartStyle,
    fills: Sequence[Slot],
    bounds: Sequence[Tick],
    unknown: Run | None,
    at: tuple[float, float],
) -> float:
    """Draw the steps with the bounds between them below, and what has no value beside or below
    them; return the foot.
    """
    (left, top), high = at, STEP[1]
    names = [one_line((bound.label,), style.tick) for bound in bounds]
    x, foot = left, top
    if bounds:
        widest = max(name.width for name in names) + _APART
        across = min(max(STEP[0], widest), (frame.width - left - widest / 2) / len(fills))
        for number, slot in enumerate(fills):
            fill, pattern = rgb(slot, style.theme), pattern_of(slot, style.theme)
            edge = Edge(style.theme.colours.muted, _EDGE) if is_faint(slot) else None
            with frame.as_mark("key", number):
                frame.rectangle(left + number * across, top, across, high, fill, edge, pattern)
        free = 0.0
        for number, name in enumerate(names, 1):
            begin = left + number * across - name.width / 2
            if begin >= free:
                frame.put(name, begin, top + high + 2, vertical="top")
                free = begin + name.width + 1
        x, foot = left + len(fills) * across + _AFTER, top + high + 2 + names[0].height
    if unknown is None:
        return foot
    name = one_line((unknown,), style.tick)
    if x + STEP[0] / 2 + _BESIDE + name.width > frame.width:
        x, top = left, foot + _APART
    fill, pattern = rgb(UNKNOWN, style.theme), pattern_of(UNKNOWN, style.theme)
    frame.rectangle(x, top, STEP[0] / 2, high, fill, pattern=pattern)
    frame.put(name, x + STEP[0] / 2 + _BESIDE, top + high / 2, vertical="middle")
    return max(foot, top + high)


def width_upright(style: ChartStyle, bounds: Sequence[Tick], unknown: Run | None) -> float:
    """Return how wide a key is whose steps stand on each other."""
    said = [bound.label for bound in bounds] + ([unknown] if unknown else [])
    widest = max((one_line((each,), style.tick).width for each in said), default=0.0)
    return _UPRIGHT[0] + _BESIDE + widest


def key_upright(
    frame: Frame,
    style: ChartStyle,
    fills: Sequence[Slot],
    bounds: Sequence[Tick],
    unknown: Run | None,
    at: tuple[float, float],
) -> float:
    """Draw the steps on each other, the highest on top, and the bounds beside them; return the
    foot.
    """
    (left, top), (across, high) = at, _UPRIGHT
    foot, names = top, left + across + _BESIDE
    if bounds:
        foot += len(fills) * high
        for number, slot in enumerate(fills):
            fill, pattern = rgb(slot, style.theme), pattern_of(slot, style.theme)
            edge = Edge(style.theme.colours.muted, _EDGE) if is_faint(slot) else None
            with frame.as_mark("key", number):
                frame.rectangle(left, foot - (number + 1) * high, across, high, fill, edge, pattern)
        for number, bound in reversed(list(enumerate(bounds, 1))):
            name = one_line((bound.label,), style.tick)
            frame.put(name, names, foot - number * high, vertical="middle")
    if unknown is None:
        return foot
    foot += high / 2 if bounds else 0.0
    fill, pattern = rgb(UNKNOWN, style.theme), pattern_of(UNKNOWN, style.theme)
    frame.rectangle(left, foot, across, high / 2, fill, pattern=pattern)
    name = one_line((unknown,), style.tick)
    frame.put(name, names, foot + high / 4, vertical="middle")
    return foot + high / 2
