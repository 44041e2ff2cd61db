"""Drawings (SVG) on pages: a picture in; operators, or why it is printed as pixels, out."""

from __future__ import annotations

from builder.model.picture import Cut, Picture
from builder.outputs.pdf.write.fonts import number
from builder.pictures.outlines import Vectors, vectors
from builder.theme.theme import Theme


def framed(picture: Picture, cut: Cut, width: float, operators: str) -> str:
    """Return the operators of what a cut leaves of a drawing, `width` points wide."""
    file = picture.file
    left, top = cut.left * file.width, cut.top * file.height
    across, down = (cut.right - cut.left) * file.width, (cut.bottom - cut.top) * file.height
    scale = width / across
    matrix = (scale, 0, 0, -scale, -left * scale, (top + down) * scale)
    frame = " ".join(map(number, (left, top, across, down)))
    at = " ".join(f"{each:.6f}".rstrip("0").rstrip(".") for each in matrix)
    return f"q {at} cm {frame} re W n\n{operators}\nQ"


def lines_of(picture: Picture, theme: Theme) -> Vectors:
    """Return a drawing as lines, or why it cannot be drawn so; nothing of a picture of pixels.

    Raises:
        PictureError: it cannot be drawn at all.
    """
    file = picture.file
    if not file.is_drawing:
        return Vectors()
    from lxml import etree

    from builder.pictures.lettering import unlettered

    unlettered(etree.fromstring(file.data), theme)
    return vectors(file.data, file.width, file.height, theme)


def pixelled(made: Vectors) -> tuple[tuple[str, str], ...]:
    """Return what is told of a drawing that is not printed as lines."""
    if not made.why:
        return ()
    hint = "what is to be printed as lines holds paths, plain shapes and words, in plain colours"
    return ((f"is printed as pixels: it holds {made.why}", hint),)
