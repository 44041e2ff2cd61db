"""The deck's slides as SVG: a slide's picture as the handout draws it in, a sheet out."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final

from builder.model.displaylist import Markers, Operation, Path, Raster, Text
from builder.outputs.handout.stretches import SlidePicture
from builder.preview.svg import IDENTITY, Matrix, SvgSheet, SvgWords, advance, outline

Named = Callable[[bytes], str]
"""What a picture of pixels is called among the preview's."""

_LEAN: Final = 0.2126  # the tangent of twelve degrees, as the paper's writer leans


def slide_sheet(drawn: SlidePicture, prefix: str, named: Named) -> SvgSheet:
    """Return a slide as a sheet; its words are marked by the numbers of its stretches."""
    sheet = SvgSheet(*drawn.size, prefix)
    for mark, stretch in enumerate(drawn.stretches):
        for part in stretch.parts:
            for operation in part.operations:
                _draw(operation, sheet, mark, named)
    return sheet


def _draw(operation: Operation, sheet: SvgSheet, mark: int, named: Named) -> None:
    if operation.clip is not None:
        sheet.begin_clip(outline(operation.clip))
    if isinstance(operation, Text):
        _words(operation, sheet, mark)
    elif isinstance(operation, Path):
        sheet.path(outline(operation.data), operation.fill, operation.stroke)
    elif isinstance(operation, Markers):
        for x, y in operation.places:
            data = outline(operation.data)
            sheet.path(data, operation.fill, operation.stroke, (1.0, 0.0, 0.0, 1.0, x, y))
    else:
        _picture(operation, sheet, named)
    if operation.clip is not None:
        sheet.end_clip()


def _picture(picture: Raster, sheet: SvgSheet, named: Named) -> None:
    at = (picture.width, 0.0, 0.0, picture.height, picture.x, picture.y)
    sheet.image(named(picture.data), at)


def _words(text: Text, sheet: SvgSheet, mark: int) -> None:
    matrix: Matrix = (*IDENTITY[:4], text.x, text.y)
    if text.angle or text.oblique:
        cosine, sine = math.cos(math.radians(text.angle)), math.sin(math.radians(text.angle))
        lean = _LEAN if text.oblique else 0.0
        up = (lean * cosine - sine, lean * sine + cosine)
        matrix = (cosine, sine, *up, text.x, text.y)
    pieces: list[tuple[float, str]] = []
    words, start, x = "", 0.0, 0.0
    for at, letter in enumerate(text.text):
        words += letter
        x += text.size * advance(text.font, letter)
        if at < len(text.kern) and text.kern[at]:
            pieces.append((start, words))
            x += text.kern[at] * text.size / 1000
            words, start = "", x
    if words:
        pieces.append((start, words))
    sheet.text(SvgWords(tuple(pieces), text.font, text.size, matrix, mark), text.colour)
