"""What a user's template draws below a slide's text: shapes in, ink on the slide's sheet out."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from builder.memory import remembered
from builder.model.displaylist import Path, Raster, Stroke
from builder.outputs.handout.pen import Pen
from builder.outputs.pptx.plan.mapped import (
    Point,
    TemplateEdge,
    TemplateShape,
    TemplateWords,
)
from builder.outputs.pptx.plan.measure import PITCH
from builder.units import Box

_ACROSS = 2000
"""Pixels that a picture is wide at most: more than a slide shows on any screen."""
_QUALITY = 90
_DASH = (4.0, 3.0)  # widths of a line, on and off


def theirs_below(shapes: Iterable[TemplateShape], pen: Pen) -> None:
    """Draw a template's ground and what stands on it, the lowest first, up to the slide's edges."""
    whole = Box(0, 0, *pen.sheet.size)
    pen.sheet.rectangle(whole, pen.colour("paper"))
    for shape in shapes:
        if shape.picture:
            _picture(shape, pen)
            continue
        for outline in shape.outlines:
            clip = _rectangle(whole, pen) if _leaves(outline, whole) else None
            fill, stroke = shape.fill or None, _stroke(shape.edge)
            pen.sheet.draw(Path(_closed(outline, pen), fill, stroke, clip))
        if shape.words is not None:
            _words(shape.words, pen)


def _stroke(edge: TemplateEdge | None) -> Stroke | None:
    if edge is None:
        return None
    dash = tuple(length * edge.width for length in _DASH) if edge.dashed else ()
    return Stroke(edge.colour, edge.width, dash=dash)


def _words(said: TemplateWords, pen: Pen) -> None:
    if not said.upwards:
        pen.text(said.paragraphs, said.box, said.anchor)
        return
    box, high = said.box, sum(PITCH * each.style.size for each in said.paragraphs)
    x = box.left + (box.width - high) / 2
    for each in said.paragraphs:
        style, thick = each.style, PITCH * each.style.size
        middle = x + thick / 2, box.top + box.height / 2
        pen.upright(each.runs, style.size, middle, style.colour, bold=style.bold)
        x += thick


def _picture(shape: TemplateShape, pen: Pen) -> None:
    data, box = flat(shape.picture, pen.colour("paper")), shape.edges
    if data:
        bottom = pen.sheet.size.height - box.top - box.height
        clip = _rectangle(Box(0, 0, *pen.sheet.size), pen)
        pen.sheet.draw(Raster(data, box.left, bottom, box.width, box.height, clip))


def flat(data: bytes, ground: str) -> bytes:
    """Return a picture of pixels on a ground (#RRGGBB) as a PNG or JPEG file; nothing where it
    cannot be looked at, as drawings of other programs.
    """
    from builder.pictures import PictureError, opened

    def made() -> bytes:
        from PIL import Image

        try:
            with opened(data) as picture:
                lossy = picture.format == "JPEG"
                picture.thumbnail((_ACROSS, _ACROSS))
                below = Image.new("RGBA", picture.size, ground)
                below.alpha_composite(picture.convert("RGBA"))
        except PictureError:
            return b""
        buffer = BytesIO()
        kind, more = ("JPEG", {"quality": _QUALITY}) if lossy else ("PNG", {})
        below.convert("RGB").save(buffer, kind, **more)
        return buffer.getvalue()

    return remembered(("flat", data, ground), made, len)


def _leaves(outline: Iterable[Point], whole: Box) -> bool:
    return any(not (0 <= x <= whole.width and 0 <= y <= whole.height) for x, y in outline)


def _rectangle(box: Box, pen: Pen) -> str:
    bottom = pen.sheet.size.height - box.top - box.height
    return f"{box.left:g} {bottom:g} {box.width:g} {box.height:g} re"


def _closed(outline: Iterable[Point], pen: Pen) -> str:
    places = [f"{x:.2f} {pen.sheet.size.height - y:.2f}" for x, y in outline]
    end = ("h",) if len(places) > 2 else ()  # a line goes one way
    return " ".join((f"{places[0]} m", *(f"{place} l" for place in places[1:]), *end))
