"""Patterns of marks on a slide that is printed: its drawing in, the same with stripes drawn, out.

A mark with a pattern is drawn in a fill such as `#20786C~wdUpDiag`; here that becomes the plain
mark and the stripes that its outline cuts off.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from builder.charts.markers import WIDTH, stripes
from builder.charts.native import parts_of
from builder.model.displaylist import Operation, Path, Stroke
from builder.outputs.handout.stretches import SlidePicture, StretchPart


def striped(drawn: SlidePicture, paper: str) -> SlidePicture:
    """Return a slide whose patterns are stripes in the colour of the paper."""
    stretches = tuple(
        replace(each, parts=tuple(_part(part, paper) for part in each.parts))
        for each in drawn.stretches
    )
    return replace(drawn, stretches=stretches)


def _part(part: StretchPart, paper: str) -> StretchPart:
    operations = (each for item in part.operations for each in _plain(item, paper))
    return replace(part, operations=tuple(operations))


def _plain(item: Operation, paper: str) -> Iterator[Operation]:
    if not isinstance(item, Path) or not item.fill:
        yield item
        return
    fill, pattern = parts_of(item.fill)
    yield replace(item, fill=fill)
    if pattern:
        lines = (
            f"{x:.2f} {y:.2f} m {right:.2f} {top:.2f} l"
            for (x, y), (right, top) in stripes(pattern, _box(item.data))
        )
        yield Path(" ".join(lines), None, Stroke(paper, WIDTH), item.data)


def _box(data: str) -> tuple[float, float, float, float]:
    """Return the box around a path: that of all its places, handles of curves among them."""
    across, down, numbers = [], [], []
    for token in data.split():
        if not token.isalpha():
            numbers.append(float(token))
            continue
        if token == "re":
            x, y, wide, high = numbers
            numbers = [x, y, x + wide, y + high]
        across += numbers[::2]
        down += numbers[1::2]
        numbers = []
    return min(across), min(down), max(across), max(down)
