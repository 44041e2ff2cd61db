"""Where a label stands beside its mark: the mark's box, a side and a size in, its own box out."""

from __future__ import annotations

from typing import Final

from builder.outputs.pptx.plan.model import Side
from builder.units import Box

_GAP: Final = 4.0


def label_box(mark: Box, side: Side, width: float, height: float) -> Box:
    """Return where a label of this size stands at a side of its mark."""
    middle, centre = mark.left + mark.width / 2, mark.top + mark.height / 2
    if side == "right":
        return Box(mark.left + mark.width + _GAP, centre - height / 2, width, height)
    if side == "left":
        return Box(mark.left - _GAP - width, centre - height / 2, width, height)
    top = mark.top - _GAP - height if side == "above" else mark.top + mark.height + _GAP
    return Box(middle - width / 2, top, width, height)
