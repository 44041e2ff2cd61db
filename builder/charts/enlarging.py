"""A chart drawn larger: a display list and a factor in, the same list in larger points out.

Charts of large print are drawn as on a page so much narrower, and then enlarged: words, marks and
what lies between them keep their proportions.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from builder.charts.style import Margin
from builder.model.displaylist import DisplayList, Markers, Operation, Raster, Stroke, Text

_NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?")


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
    return _NUMBER.sub(
        lambda found: f"{float(found[0]) * factor:.2f}".rstrip("0").rstrip("."), data
    )
