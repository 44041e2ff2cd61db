"""Picture full: one picture, as large as the slide allows."""

from __future__ import annotations

from typing import Final

from builder.outputs.pptx.layouts.base import CONTENT
from builder.outputs.pptx.layouts.pictures import KINDS, PICTURE, alone, picture_layout

LAYOUT: Final = picture_layout(
    name="picture-full",
    title="Picture full",
    ooxml="picTx",
    holds="one picture",
    applies=alone,
    boxes=lambda grid: (grid.body, None),
    match=CONTENT.called(
        "picture", "bild", "image", types=("picTx", "obj"), slots=((PICTURE, KINDS),)
    ),
)
