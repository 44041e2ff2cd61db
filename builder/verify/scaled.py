"""Marks on scales: a gauge and what a chart paints in; marks that stand elsewhere than they should,
out.

What a path says is told by the ticks of an axis that is drawn beside it, or by the scale on which
most other marks of its gauge stand.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, TypeAlias

from builder.model.gauge import Gauge, Measured
from builder.verify.painted import Painted

APART: Final = 0.1
"""Points: how far a mark may be from where its value stands.

Every number of a drawing is rounded to 0.01 point, up to three times (drawn, enlarged, stretched);
a length by a scale is made of four. A printer of 1200 dots to the inch has dots of 0.06.
"""

_TRIED: Final = 5
Pair: TypeAlias = tuple[float, float]
"""A value, and where it stands, in points."""

Said: TypeAlias = tuple[str, str, str]
"""What a mark says, what it should, and by what it was measured."""


class _Line(NamedTuple):
    """A scale: where zero stands, and how many points one is."""

    start: float
    step: float

    def at(self, value: float) -> float:
        return self.start + self.step * value

    def value(self, at: float) -> float:
        return (at - self.start) / self.step


def on_scale(gauge: Gauge, marks: Sequence[Measured], shapes: Sequence[Painted]) -> Iterator[Said]:
    held = [
        (mark, pairs)
        for mark in marks
        for number in mark.numbers
        if (pairs := _pairs(mark, shapes[number], gauge))
    ]
    for mark, pairs in held:
        if len(pairs) != len(mark.values):
            yield f"{len(pairs)} places", f"{len(mark.values)} places", f"corners of {mark.name}"
    ticks = [
        (tick, shapes[number])
        for tick in gauge.ticks
        for number in tick.numbers
        if number < len(shapes)
    ]
    yield from _ticks_apart(gauge, ticks)
    scale, by = _scale(gauge, ticks, [pair for _, pairs in held for pair in pairs])
    if scale is None:
        return
    for mark, pairs in held:
        short = scale.step * (max(mark.values) - min(mark.values)) < 2 * gauge.least
        apart = 2 * gauge.least if mark.form == "ends" and short else APART
        wrong = [(value, at) for value, at in pairs if abs(at - scale.at(value)) > apart]
        if wrong:
            found = ", ".join(_number(scale.value(at), gauge) for _, at in wrong)
            expected = ", ".join(_number(value, gauge) for value, _ in wrong)
            yield f"{mark.name}: {found}", f"{mark.name}: {expected}", by


def _pairs(mark: Measured, shape: Painted, gauge: Gauge) -> list[Pair]:
    """Return the values of a mark and where they stand, the value's power of ten where its scale is
    logarithmic.
    """
    at = 0 if gauge.along == "x" else 1
    if mark.form == "corners":
        places = [corner[at] for corner in shape.corners]
        values: Sequence[float] = mark.values
    else:
        ends = [shape.box[at], shape.box[at + 2]]
        places = ends if mark.form == "ends" else [shape.middle[at]]
        values = sorted(mark.values)
    if len(places) != len(values):
        return [(0.0, place) for place in places]
    return [(_placed(value, gauge), place) for value, place in zip(values, places, strict=True)]


def _placed(value: float, gauge: Gauge) -> float:
    return math.log10(value) if gauge.log and value > 0 else value


def _number(value: float, gauge: Gauge) -> str:
    return f"{10**value if gauge.log else value:.5g}"


def _ticks_apart(gauge: Gauge, ticks: Sequence[tuple[Measured, Painted]]) -> Iterator[Said]:
    """Yield ticks whose hairline does not stand where its value does, or whose name, beside an
    axis that is upright, does not stand beside it.
    """
    at = 0 if gauge.along == "x" else 1
    lines = {tick: shape.box[at] for tick, shape in ticks if not shape.is_text}
    pairs = [(_placed(tick.values[0], gauge), place) for tick, place in lines.items()]
    scale = fitted(pairs)
    for tick, (value, place) in zip(lines, pairs, strict=True):
        if scale is not None and abs(place - scale.at(value)) > APART:
            yield _number(scale.value(place), gauge), tick.name, "where a tick of its axis is"
    if gauge.along == "x":
        return
    beside = {
        tick: shape.box[1] - lines[tick] for tick, shape in ticks if shape.is_text and tick in lines
    }
    usual = _most(list(beside.values()))
    for tick, away in beside.items():
        if usual is not None and abs(away - usual) > APART:
            yield f"{tick.name}, elsewhere", tick.name, "what stands beside a tick of its axis"


def _scale(
    gauge: Gauge, ticks: Sequence[tuple[Measured, Painted]], pairs: Sequence[Pair]
) -> tuple[_Line | None, str]:
    """Return the scale by which marks are measured, and what that is in words."""
    at = 0 if gauge.along == "x" else 1
    lines = [
        (_placed(tick.values[0], gauge), shape.box[at])
        for tick, shape in ticks
        if not shape.is_text
    ]
    if (scale := fitted(lines)) is not None:
        return scale, "measured by the ticks of its axis"
    words = [(_placed(tick.values[0], gauge), shape.box[at]) for tick, shape in ticks]
    if gauge.along == "y" and (scale := fitted(words)) is not None:
        # Words stand somewhat below their tick, all of them by as much.
        start = _most([place - scale.step * value for value, place in pairs])
        return _Line(scale.start if start is None else start, scale.step), (
            "measured by what is printed beside its axis"
        )
    return fitted(pairs), "measured by the other marks of its scale"


def fitted(pairs: Sequence[Pair]) -> _Line | None:
    """Return the scale, rising to the right or upwards, on which most pairs stand; None where all
    are of one value.
    """
    known = sorted(set(pairs))
    best, most = None, 0
    for low, at in known[:_TRIED]:
        for high, there in reversed(known[-_TRIED:]):
            if high <= low or there <= at:
                continue
            step = (there - at) / (high - low)
            line = _Line(at - step * low, step)
            count = sum(abs(place - line.at(value)) <= APART for value, place in pairs)
            if count > most:
                best, most = line, count
            if most == len(pairs):
                return best
    return best


def _most(numbers: Sequence[float]) -> float | None:
    """Return the number beside which most stand; None where there is none."""
    return max(
        numbers,
        key=lambda one: sum(abs(other - one) <= APART for other in numbers),
        default=None,
    )
