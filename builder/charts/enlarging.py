"""A chart drawn larger, or higher: a display list in; the same in larger points, or with a plot of
another height, out.

Charts of large print are drawn as on a page so much narrower, and then enlarged: words, marks and
what lies between them keep their proportions.

Where a page has more or less room for a chart, what is plotted keeps its proportions, words and
marks their size: both ends of the value axis move apart, or together, and all that stands between
them with its share of the way. Nothing is drawn again.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, TypeAlias

from builder.charts.meeting import meetings, words_box
from builder.charts.style import Margin
from builder.frozen import replace
from builder.model.displaylist import DisplayList, Markers, Operation, Raster, Stroke, Text

MOST: Final = 0.25  # of its height that a chart, or of a plot's what was free below it, may grow
LEAST: Final = 0.75  # of its plot's height that a chart keeps
_SHARES: Final = (1.0, 0.8, 0.6, 0.4, 0.2)  # of what it may lose, tried in turn
_MARGIN: Final = 2.0  # points below the last word in the margin
_NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?")
_PART: Final = re.compile(r"[a-z]+|-?\d+(?:\.\d+)?")
_Rise: TypeAlias = Callable[[float], float]


def enlarged(drawn: DisplayList, factor: float) -> DisplayList:
    """Return a chart `factor` times as wide and high."""
    if factor == 1:
        return drawn
    operations = tuple(_operation(each, factor) for each in drawn.operations)
    wide, high = round(drawn.width * factor, 2), round(drawn.height * factor, 2)
    plot = tuple(round(each * factor, 2) for each in drawn.plot)
    return replace(drawn, width=wide, height=high, operations=operations, plot=plot)


def narrowed(width: float, margin: Margin | None, factor: float) -> tuple[float, Margin | None]:
    """Return the width and margin, in points, at which to draw what is enlarged to those given."""
    if factor == 1 or margin is None:
        return width / factor, margin
    return width / factor, Margin(*(each / factor for each in margin))


def room(drawn: DisplayList) -> float:
    """Return how many points higher a chart may be: none where it has no plot."""
    return MOST * drawn.height if drawn.plot else 0.0


def slack(drawn: DisplayList) -> float:
    """Return how many points less high a chart may be: as long as its words stand as free as they
    do, in its margin too; none where words there are as high as the whole, or it has no plot.
    """
    if not drawn.plot or drawn.plot[2] > 0:
        return 0.0
    top, foot, _ = drawn.plot
    boxes = (box for each in drawn.operations if (box := words_box(each)))
    aside = min((box.foot for box in boxes if box.right <= 0), default=drawn.height)
    most = min((1 - LEAST) * (top - foot), aside - _MARGIN)
    if most <= 0:
        return 0.0
    met = meetings(drawn)
    tried = (share * most for share in _SHARES)
    return next((round(less, 2) for less in tried if meetings(stretched(drawn, -less)) <= met), 0.0)


def stretched(drawn: DisplayList, more: float) -> DisplayList:
    """Return a chart `more` points higher, or less high where these are negative: its plot by as
    much, and higher by what is free below it.

    What stands in the margin or above the plot stays below the upper edge, what stands below the
    plot moves along with its foot. A chart without a plot is returned as it is.
    """
    if not drawn.plot:
        return drawn
    top, foot, free = drawn.plot
    down = min(free, MOST * (top - foot))
    if more + down == 0:
        return drawn
    scale = (top - foot + more + down) / (top - foot)

    def rise(height: float) -> float:
        if height >= top:
            return more
        return (max(height, foot) - foot) * (scale - 1) - down

    return replace(
        drawn,
        height=round(drawn.height + more, 2),
        operations=tuple(_moved(each, rise, more) for each in drawn.operations),
        plot=(round(top + more, 2), round(foot - down, 2), round(free - down, 2)),
    )


def _operation(item: Operation, factor: float) -> Operation:
    """Return an operation of a chart, which has no pictures."""
    if isinstance(item, Raster):
        raise TypeError("a chart holds no picture")
    clip = _path(item.clip, factor) if item.clip else None
    if not isinstance(item, Markers) and item.anchor is not None:
        item = replace(item, anchor=round(item.anchor * factor, 2))
    if isinstance(item, Text):
        size, x, y = (round(each * factor, 2) for each in (item.size, item.x, item.y))
        return replace(item, size=size, x=x, y=y, clip=clip)
    larger = replace(
        item, data=_path(item.data, factor), stroke=_stroke(item.stroke, factor), clip=clip
    )
    if isinstance(larger, Markers):
        places = tuple((round(x * factor, 2), round(y * factor, 2)) for x, y in larger.places)
        return replace(larger, places=places)
    return larger


def _stroke(stroke: Stroke | None, factor: float) -> Stroke | None:
    if stroke is None:
        return None
    dash = tuple(round(each * factor, 2) for each in stroke.dash)
    return replace(stroke, width=round(stroke.width * factor, 2), dash=dash)


def _path(data: str, factor: float) -> str:
    return _NUMBER.sub(lambda found: _number(float(found[0]) * factor), data)


def _moved(item: Operation, rise: _Rise, above: float) -> Operation:
    """Return an operation where it stands in the higher chart; what is in the margin stays at the
    upper edge, which is `above` higher.
    """
    if isinstance(item, Raster):
        raise TypeError("a chart holds no picture")
    if isinstance(item, Markers):
        places = tuple((x, round(y + rise(y), 2)) for x, y in item.places)
        return replace(item, places=places)
    clip = item.clip
    if isinstance(item, Text):
        up = above if item.x < 0 else rise(item.y if item.anchor is None else item.anchor)
        anchor = None if item.anchor is None else round(item.anchor + up, 2)
        return replace(item, y=round(item.y + up, 2), anchor=anchor)
    if item.anchor is None:
        return replace(
            item, data=_stretched_path(item.data, rise), clip=clip and _stretched_path(clip, rise)
        )
    up = rise(item.anchor)

    def rigid(_: float) -> float:
        return up

    anchor = round(item.anchor + up, 2)
    data = _stretched_path(item.data, rigid)
    return replace(item, data=data, clip=clip and _stretched_path(clip, rigid), anchor=anchor)


def _stretched_path(data: str, rise: _Rise) -> str:
    """Return a path whose every place is risen; a rectangle's height is the difference."""
    said: list[str] = []
    numbers: list[float] = []
    for part in _PART.findall(data):
        if part[0].isalpha():
            if part == "re":
                x, y, wide, tall = numbers
                foot = y + rise(y)
                numbers = [x, foot, wide, y + tall + rise(y + tall) - foot]
            else:
                numbers = [
                    value + rise(value) if at % 2 else value for at, value in enumerate(numbers)
                ]
            said += [*map(_number, numbers), part]
            numbers = []
        else:
            numbers.append(float(part))
    return " ".join(said)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
