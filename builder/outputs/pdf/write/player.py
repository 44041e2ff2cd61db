"""Replays a chart's display list on a ReportLab canvas: vectors, and text in embedded fonts.

Takes a canvas whose origin is the chart's lower left corner, and draws; returns nothing. Text
goes through ReportLab's own font subsets, so that charts and paragraphs share their fonts.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, repeat
from typing import TYPE_CHECKING, Any, Final

from builder.charts.meeting import giving_way
from builder.memory import memory, remembered_of
from builder.model.displaylist import DisplayList, Markers, Path, Raster, Stroke, Text
from builder.outputs.pdf.write.fonts import Encoder, font
from builder.theme.theme import channels

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_BYTES: Final = 200  # of an operator remembered
_LEAN: Final = 0.2126  # the tangent of twelve degrees, by which Arial's own italic leans


def play(canvas: Canvas, drawn: DisplayList, font_names: Mapping[str, str] | None = None) -> None:
    """Draw a chart with its lower left corner at the canvas' origin.

    `font_names` maps the display list's font names (font files without their ending) to those
    registered with ReportLab, where they differ.

    Raises:
        FileNotFoundError: neither ReportLab nor the installation has a font.
    """
    canvas.saveState()
    for literal in _operators(canvas, drawn, font_names or {}):
        canvas.addLiteral(literal)
    canvas.restoreState()


def _operators(canvas: Canvas, drawn: DisplayList, names: Mapping[str, str]) -> Iterable[str]:
    """Return the operators of a drawing, known by itself and by the glyphs that this paper's fonts
    have for its letters; pictures of pixels are drawn in their turn.
    """
    if memory() is None or any(isinstance(each, Raster) for each in drawn.operations):
        return _played(canvas, drawn, names)
    encoder = Encoder(canvas._doc)  # type: ignore[attr-defined]
    letters = remembered_of(drawn, "letters", lambda: _letters(drawn), lambda _: _BYTES)
    shown = tuple([encoder.shown(names.get(face, face), text) for face, text in letters])

    def made() -> tuple[str, ...]:
        return tuple(_played(canvas, drawn, names))

    return remembered_of(drawn, ("played", shown), made, lambda code: _BYTES * (1 + len(code)))


def _letters(drawn: DisplayList) -> tuple[tuple[str, str], ...]:
    """Return the letters that a drawing shows, by font, as they come."""
    fonts: dict[str, dict[str, None]] = {}
    for text in drawn.texts:
        fonts.setdefault(text.font, {}).update(dict.fromkeys(text.text + text.after))
    return tuple((face, "".join(letters)) for face, letters in fonts.items())


def _played(canvas: Canvas, drawn: DisplayList, names: Mapping[str, str]) -> Iterator[str]:
    fill: str | None = None
    stroke: Stroke | None = None
    for operation in giving_way(drawn.operations):
        if isinstance(operation, Raster):
            _raster(canvas, operation)
            continue
        if operation.clip is not None:
            yield f"q {operation.clip} W n"
            fill = stroke = None
        wanted = operation.colour if isinstance(operation, Text) else operation.fill
        if wanted is not None and wanted != fill:
            yield f"{_colour(wanted)} rg"
            fill = wanted
        outline = None if isinstance(operation, Text) else operation.stroke
        if outline is not None and outline != stroke:
            yield _pen(outline)
            stroke = outline
        yield from _marks(canvas, operation, names)
        if operation.clip is not None:
            yield "Q"
            fill = stroke = None


def _raster(canvas: Canvas, picture: Raster) -> None:
    from io import BytesIO

    from reportlab.lib.utils import ImageReader

    image = ImageReader(BytesIO(picture.data))
    if picture.clip is not None:
        canvas.addLiteral(f"q {picture.clip} W n")
    canvas.drawImage(image, picture.x, picture.y, picture.width, picture.height)
    if picture.clip is not None:
        canvas.addLiteral("Q")


def _marks(
    canvas: Canvas, operation: Path | Markers | Text, names: Mapping[str, str]
) -> Iterator[str]:
    if isinstance(operation, Text):
        yield _words(canvas, operation, names.get(operation.font, operation.font))
        return
    paint = "B" if operation.fill and operation.stroke else "f" if operation.fill else "S"
    if isinstance(operation, Markers):
        for x, y in operation.places:
            yield f"q 1 0 0 1 {_number(x)} {_number(y)} cm {operation.data} {paint} Q"
    else:
        yield f"{operation.data} {paint}"


def _words(canvas: Canvas, text: Text, name: str) -> str:
    """Return a text object (ISO 32000-1, 9.4), kerned pair by pair."""
    face = font(name)
    # ReportLab's own way to subsets; its type stubs leave it out.
    document: Any = canvas._doc  # type: ignore[attr-defined]
    cosine, sine = _turn(text.angle)
    lean = _LEAN if text.oblique else 0.0
    up = (lean * cosine - sine, lean * sine + cosine)
    place = " ".join(map(_number, (cosine, sine, *up, text.x, text.y)))
    parts = [f"BT {place} Tm"]
    kerns = chain(text.kern, repeat(0))
    for subset, codes in face.splitString(text.text + text.after, document):
        internal = face.getSubsetInternalName(subset, document)
        parts.append(f"{internal} {_number(text.size)} Tf [{_shown(codes, kerns)}] TJ")
    return " ".join([*parts, "ET"])


def _shown(codes: bytes, kerns: Iterator[int]) -> str:
    """Return the strings and adjustments of one TJ operator; it subtracts what it is given."""
    shown, together = [], bytearray()
    for code, kern in zip(codes, kerns, strict=False):
        together.append(code)
        if kern:
            shown.append(f"<{together.hex()}>{-kern}")
            together.clear()
    if together:
        shown.append(f"<{together.hex()}>")
    return "".join(shown)


def _turn(angle: float) -> tuple[float, float]:
    return math.cos(math.radians(angle)), math.sin(math.radians(angle))


def _pen(stroke: Stroke) -> str:
    dash = " ".join(map(_number, stroke.dash))
    return (
        f"{_colour(stroke.colour)} RG {_number(stroke.width)} w "
        f"{stroke.cap} J {stroke.join} j [{dash}] 0 d"
    )


def _colour(colour: str) -> str:
    return " ".join(map(_number, channels(colour)))


def _number(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".")
