"""Picture and points: a wide picture across the slide, and what is said of it below."""

from __future__ import annotations

from typing import Final

from builder.outputs.pptx.layouts.base import TEXT, TITLE_ONLY
from builder.outputs.pptx.layouts.pictures import KINDS, PICTURE, picture_layout, with_points
from builder.outputs.pptx.plan.content import SlideContent
from builder.outputs.pptx.plan.deck import GUTTER, SlideGrid, below
from builder.outputs.pptx.plan.model import BODY
from builder.units import Box

_SHARE: Final = 0.62  # of the body's height: the picture's
_WIDE: Final = 2.1  # a picture so much wider than tall is small beside text, and large above it


def _boxes(grid: SlideGrid) -> tuple[Box, Box | None]:
    tall = grid.body.height * _SHARE
    return grid.body._replace(height=tall), below(grid.body, tall + GUTTER / 2)


def _applies(content: SlideContent) -> bool:
    return with_points(content) and content.pictures[0].ratio >= _WIDE


LAYOUT: Final = picture_layout(
    name="picture-points",
    title="Picture and points",
    ooxml="objOverTx",
    holds="one wide picture with lists or paragraphs below it",
    applies=_applies,
    boxes=_boxes,
    match=TITLE_ONLY.called(
        "picture with", types=("objOverTx",), slots=((PICTURE, KINDS), (BODY, TEXT))
    ),
)
