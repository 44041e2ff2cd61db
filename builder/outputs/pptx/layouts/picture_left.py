"""Picture left: a picture, and on its right what is said of it."""

from __future__ import annotations

from typing import Final

from builder.outputs.pptx.layouts.base import TEXT, TWO_CONTENT
from builder.outputs.pptx.layouts.pictures import KINDS, PICTURE, picture_layout, with_points
from builder.outputs.pptx.plan.deck import SlideGrid
from builder.outputs.pptx.plan.model import BODY
from builder.units import Box


def _boxes(grid: SlideGrid) -> tuple[Box, Box | None]:
    left, right = grid.columns((1.5, 1.0))
    return left, right


LAYOUT: Final = picture_layout(
    name="picture-left",
    title="Picture left",
    ooxml="objAndTx",
    holds="one picture with lists or paragraphs on its right",
    applies=with_points,
    boxes=_boxes,
    match=TWO_CONTENT.called(types=("objAndTx", "twoObj"), slots=((PICTURE, KINDS), (BODY, TEXT))),
)
