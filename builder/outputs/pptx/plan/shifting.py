"""How far the labels of a native chart move: a placed plot in; shifts of labels that would meet
each other, or stand on their marks, out.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from builder.outputs.pptx.plan.measure import Ruler
from builder.outputs.pptx.plan.plot import PlacedPlot
from builder.units import Box

_LEAST_SHIFT: Final = 0.5
_OFF_COLUMN: Final = 4.0
_OFF_POINT: Final = 5.0
_TRIED: Final = 24  # steps up and down that a label goes at most

Shift = tuple[int, int, float]
"""A series, a point, and by how many points its label moves."""


_Label = tuple[int, int, Box]


def shifts(plot: PlacedPlot, ruler: Ruler) -> tuple[Shift, ...]:
    """Return how far down (of bars that lie, right) labels move.

    Labels of lines move apart, others off stacked columns that they end, off error bars, and off
    the bar that runs the other way.
    """
    if plot.native.type != "LINE":
        off = plot.line + _OFF_COLUMN
        return (
            plot.off_error_bars()
            or plot.off_zero(ruler)
            or tuple(
                (number, at, -off if (point.value or 0) >= 0 else off)
                for number, series in enumerate(plot.native.series)
                if series.label_position == "beyond_end"
                for at, point in enumerate(series.points)
                if point.label
            )
        )
    found: list[Shift] = []
    for at_left in (False, True)[: 1 + plot.native.to_edge]:
        found += _of_ends(plot, at_left=at_left)
    moved = {(number, at): down for number, at, down in found}
    return (*found, *_of_others(plot, moved, ruler))


def _of_ends(plot: PlacedPlot, *, at_left: bool) -> list[Shift]:
    ends = []
    for number, series in enumerate(plot.native.series):
        labelled = [
            (at, point.value)
            for at, point in enumerate(series.points)
            if point.label and point.value is not None and (point.side == "left") == at_left
        ]
        if labelled:
            at, value = labelled[-1]
            ends.append((plot.height(float(value)), number, at))
    ends.sort()
    foot = plot.inner.top + plot.inner.height
    placed = apart((wanted for wanted, _, _ in ends), plot.line, foot)
    return [
        (series, point, down - wanted)
        for (wanted, series, point), down in zip(ends, placed, strict=True)
        if abs(down - wanted) > _LEAST_SHIFT
    ]


def _of_others(plot: PlacedPlot, moved: dict[tuple[int, int], float], ruler: Ruler) -> list[Shift]:
    """Return the shifts of labels within the plot: each as near to its point as those leave that
    stand already.
    """
    if plot.native.to_edge:
        return []
    middles, line = plot.middles(), plot.line
    ends: list[_Label] = []
    others: list[_Label] = []
    for number, series in enumerate(plot.native.series):
        labelled = [at for at, point in enumerate(series.points) if point.label]
        for at in labelled:
            point = series.points[at]
            if point.value is None:
                continue
            width = ruler.width(point.label, plot.size, bold=True)
            top = plot.height(float(point.value)) - line / 2 + moved.get((number, at), 0.0)
            box = Box(middles[at] + _OFF_POINT, top, width, line)
            (ends if at == labelled[-1] else others).append((number, at, box))
    held = [box for _, _, box in ends]
    found = []
    for number, at, box in sorted(others, key=lambda each: (each[2].left, each[2].top)):
        steps = (plot.line * step * side / 2 for step in range(_TRIED) for side in (-1, 1))
        free = (step for step in steps if not any(_meet(_down(box, step), one) for one in held))
        down = next(free, 0.0)
        held.append(_down(box, down))
        if abs(down) > _LEAST_SHIFT:
            found.append((number, at, down))
    return found


def _down(box: Box, down: float) -> Box:
    return box._replace(top=box.top + down)


def _meet(one: Box, other: Box) -> bool:
    return (
        one.left < other.left + other.width
        and other.left < one.left + one.width
        and one.top < other.top + other.height - _LEAST_SHIFT
        and other.top < one.top + one.height - _LEAST_SHIFT
    )


def apart(wanted: Iterable[float], pitch: float, last: float) -> list[float]:
    """Return ascending places at least `pitch` apart, near those wanted, none beyond `last`."""
    placed: list[float] = []
    for place in wanted:
        placed.append(max(place, placed[-1] + pitch) if placed else place)
    for at in range(len(placed) - 1, -1, -1):
        placed[at] = min(placed[at], last)
        last = placed[at] - pitch
    return placed
