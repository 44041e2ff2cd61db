"""Picture right: what is said, and on its right a picture of it."""

from __future__ import annotations

from typing import Final

from builder.outputs.pptx.layouts.base import TEXT, TWO_CONTENT
from builder.outputs.pptx.layouts.pictures import KINDS, PICTURE, picture_layout, with_points
from builder.outputs.pptx.plan.deck import SlideGrid
from builder.outputs.pptx.plan.model import BODY
from builder.units import Box


def _boxes(grid: SlideGrid) -> tuple[Box, Box | None]:
    text, picture = grid.columns((1.0, 1.5))
    return picture, text


LAYOUT: Final = picture_layout(
    name="picture-right",
    title="Picture right",
    ooxml="txAndObj",
    holds="one picture with lists or paragraphs on its left",
    applies=with_points,
    boxes=_boxes,
    match=TWO_CONTENT.called(types=("txAndObj", "twoObj"), slots=((BODY, TEXT), (PICTURE, KINDS))),
    asked=True,
    text_first=True,
)
