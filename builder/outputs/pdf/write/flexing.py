"""Charts flex: takes what stands in a column, returns it with higher or less high ones, what is
below moved along, by whole lines of the page's grid.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil, floor
from typing import Final

from builder.frozen import replace
from builder.outputs.pdf.write.filling import ColumnFiller, Placed
from builder.outputs.pdf.write.flowable import HAIR, Setting

_MOST: Final = 0.25  # of their height that charts shrink


def flexed(placed: Sequence[Placed], more: Mapping[int, float], width: float) -> list[Placed]:
    """Return what stands in a column, some so many points higher or less high, each by its place
    in the list.
    """
    made = []
    for at, one in enumerate(placed):
        setting = one.setting
        if more.get(at):
            setting = _flexed(setting, more[at])
            setting.measured(width)
        down = sum(points for above, points in more.items() if placed[above].top < one.top)
        made.append(replace(one, setting=setting, top=one.top + down))
    return made


def _flexed(setting: Setting, more: float) -> Setting:
    made = setting.flexed(more)
    if made is not setting:
        made.sign, made.made_of = None, setting.made_of and (setting.made_of, more)
    return made


def lowered(setting: Setting, step: float) -> tuple[Setting, float]:
    """Return what is less high by as many whole steps as its charts can be, and by how much."""
    less = floor((setting.shrinks + HAIR) / step) * step
    return (_flexed(setting, -less), less) if less > 0 else (setting, 0.0)


def shared(able: Mapping[int, float], points: float, step: float) -> dict[int, float]:
    """Return how many of so many points each takes, in whole steps and in proportion to what it
    is able to.
    """
    taken = dict.fromkeys(able, 0.0)
    while points + HAIR >= step:
        free = [at for at, most in able.items() if taken[at] + step <= most + HAIR]
        if not free:
            break
        taken[min(free, key=lambda at: (taken[at] / able[at], at))] += step
        points -= step
    return taken


def squeezed(column: ColumnFiller, settings: Sequence[Setting]) -> list[Setting] | None:
    """Return settings that fit below what stands in a column, since charts among them, and above,
    are less high now; nothing where they cannot be low enough.
    """
    if column.short:
        return None
    step, count = column.grid, len(column.placed)
    over = ceil((column.over(settings) - HAIR) / step) * step
    held = [*(one.setting for one in column.placed), *settings]
    charts = {at: each for at, each in enumerate(held) if each.floats}
    if over > _MOST * sum(chart.height for chart in charts.values()):
        return None  # most often: what charts are able to takes time to find out
    able = {at: less for at, chart in charts.items() if (less := chart.shrinks)}
    taken = shared(able, over, step)
    if sum(taken.values()) < over - HAIR:
        return None
    above = {at: -points for at, points in taken.items() if at < count}
    column.placed[:] = flexed(column.placed, above, column.width)
    column.rise(-sum(above.values()))
    column.squeezed += over
    below = [taken.get(count + at, 0.0) for at in range(len(settings))]
    return [
        _flexed(each, -points) if points else each
        for each, points in zip(settings, below, strict=True)
    ]
