"""A matplotlib renderer that records: takes a figure, returns the operations of a display list.

Text is measured with the metrics of the fonts that will be embedded, so matplotlib opens no
font of its own. What a printed chart must not hold raises: half-transparent ink, hatching,
images, and characters that the font cannot draw.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final, cast

from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.colors import to_hex
from matplotlib.path import Path as Outline

from builder.charts.meeting import HAIR
from builder.model.displaylist import Markers, Operation, Path, Stroke, Text
from builder.text.metrics import FontMetrics
from builder.theme import assets

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties
    from matplotlib.transforms import Transform

_CAPS: Final = {"butt": 0, "round": 1, "projecting": 2}
_JOINS: Final = {"miter": 0, "round": 1, "bevel": 2}


class MissingGlyphError(ValueError):
    """A chart's text has characters that its font cannot draw.

    `characters` are those, `font` the font's name, `text` the words that hold them.
    """

    def __init__(self, characters: Sequence[str], font: str, text: str) -> None:
        self.characters = tuple(characters)
        self.font = font
        self.text = text
        shown = ", ".join(f"{char!r} (U+{ord(char):04X})" for char in characters)
        super().__init__(f"the font {font} has no glyph for {shown} in {text!r}")


def record(figure: Figure) -> tuple[Operation, ...]:
    """Return what `figure` draws, in its drawing order. Its dpi must be 72, a pixel a point.

    Raises:
        MissingGlyphError: a text needs a glyph that its font lacks.
        ValueError: the figure holds transparent ink or hatching.
        NotImplementedError: the figure holds an image.
    """
    renderer = Recorder(*figure.get_size_inches() * 72)
    figure.draw(renderer)
    return tuple(renderer.operations)


class Recorder(RendererBase):
    """Records paths, markers and texts; `operations` grows as a figure draws itself."""

    def __init__(self, width: float, height: float) -> None:
        super().__init__()
        self.width, self.height = width, height
        self._anchor: float | None = None
        self._mark, self._hair = "", False
        self.operations: list[Operation] = []

    def open_group(self, s: str, gid: str | None = None) -> None:
        """Take what the name of the next artist says: the height that it is held at, counted down,
        and what of the chart it is.
        """
        held, _, self._mark = (gid or "").partition(" ")
        self._hair, held = held.startswith(HAIR), held.removeprefix(HAIR)
        self._anchor = _rounded(self.height - float(held)) if held else None

    def get_canvas_width_height(self) -> tuple[float, float]:
        """Return the figure's size in points."""
        return self.width, self.height

    def flipy(self) -> bool:
        """Return False: y grows upwards, as in PDF."""
        return False

    def face(self, prop: FontProperties) -> str:
        """Return the name of the font that a text is set in.

        Raises:
            ValueError: its properties name no font file.
        """
        file = prop.get_file()
        if file is None:
            raise ValueError("a chart's text must name its font file: FontProperties(fname=...)")
        return assets.name_of(str(file))

    def get_text_width_height_descent(
        self,
        s: str,
        prop: FontProperties,
        ismath: Any,
    ) -> tuple[float, float, float]:
        """Return width, height and descent in points, from the metrics of the embedded font."""
        metrics, size = FontMetrics.of(self.face(prop)), prop.get_size_in_points()
        descent = metrics.descent * size / 1000
        return metrics.width(s, size), metrics.ascent * size / 1000 + descent, descent

    def draw_path(
        self,
        gc: GraphicsContextBase,
        path: Outline,
        transform: Transform,
        rgbFace: Any = None,
    ) -> None:
        """Record one path."""
        fill, stroke = _ink(gc, rgbFace)
        data = _operators(
            path, transform, simplify=path.should_simplify and fill is None and not self._mark
        )
        if data and (fill or stroke):
            self.operations.append(
                Path(data, fill, stroke, _clip(gc), self._anchor, self._mark, self._hair)
            )

    def draw_markers(
        self,
        gc: GraphicsContextBase,
        marker_path: Outline,
        marker_trans: Transform,
        path: Outline,
        trans: Transform,
        rgbFace: Any = None,
    ) -> None:
        """Record one marker at each vertex of a path."""
        fill, stroke = _ink(gc, rgbFace)
        places = tuple(
            (_rounded(points[-2]), _rounded(points[-1]))
            for points, _ in path.iter_segments(trans, simplify=False)
            if len(points)
        )
        data = _operators(marker_path, marker_trans, simplify=False)
        if places and (fill or stroke):
            self.operations.append(Markers(data, places, fill, stroke, _clip(gc)))

    def draw_text(
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: Any = False,
        mtext: Any = None,
    ) -> None:
        """Record words on one line."""
        name = self.face(prop)
        metrics = FontMetrics.of(name)
        if missing := metrics.missing(s):
            raise MissingGlyphError(missing, name, s)
        size = _rounded(prop.get_size_in_points())
        place = _rounded(x), _rounded(y)
        kern = metrics.kerning(s) or ()
        colour = _colour(gc.get_rgb())
        turned, clip = _rounded(angle), _clip(gc)
        self.operations.append(
            Text(
                s,
                name,
                size,
                *place,
                colour,
                turned,
                kern,
                clip,
                anchor=self._anchor,
                mark=self._mark,
            )
        )


def _ink(gc: GraphicsContextBase, face: Any) -> tuple[str | None, Stroke | None]:
    if gc.get_hatch():
        raise ValueError("a chart may not be hatched: tell series apart by lightness")
    fill = None if face is None or (len(face) > 3 and face[3] == 0) else _colour(face)
    width = _rounded(gc.get_linewidth())
    rgba = gc.get_rgb()
    if not width or rgba[3] == 0:
        return fill, None
    _, dashes = gc.get_dashes()
    return fill, Stroke(
        _colour(rgba),
        width,
        _CAPS[str(gc.get_capstyle())],
        _JOINS[str(gc.get_joinstyle())],
        tuple(_rounded(length) for length in cast("Sequence[float]", dashes or ())),
    )


def _colour(rgba: Sequence[float]) -> str:
    if len(rgba) > 3 and rgba[3] != 1:
        raise ValueError("a chart's ink must be opaque: use a lighter tint instead")
    red, green, blue = tuple(rgba)[:3]
    return to_hex((red, green, blue)).upper()


def _clip(gc: GraphicsContextBase) -> str | None:
    path, transform = gc.get_clip_path()
    if path is not None and transform is not None:
        return _operators(cast("Outline", path), transform, simplify=False)
    rectangle = gc.get_clip_rectangle()
    if rectangle is None:
        return None
    return " ".join(map(_number, rectangle.bounds)) + " re"


def _operators(path: Outline, transform: Transform, *, simplify: bool) -> str:
    """Return PDF's path construction operators for a path."""
    out: list[str] = []
    x = y = 0.0
    for vertices, code in path.iter_segments(transform, simplify=simplify):
        if code == Outline.CLOSEPOLY:
            out.append("h")
            continue
        points: Sequence[float] = vertices.tolist()
        if code == Outline.CURVE3:  # PDF knows cubic curves only
            points = _cubic(x, y, points)
        operator = {Outline.MOVETO: "m", Outline.LINETO: "l"}.get(code, "c")
        out.append(f"{' '.join(map(_number, points))} {operator}")
        x, y = points[-2:]
    return " ".join(out)


def _cubic(x: float, y: float, quadratic: Sequence[float]) -> tuple[float, ...]:
    middle_x, middle_y, end_x, end_y = quadratic
    return (
        x + 2 / 3 * (middle_x - x),
        y + 2 / 3 * (middle_y - y),
        end_x + 2 / 3 * (middle_x - end_x),
        end_y + 2 / 3 * (middle_y - end_y),
        end_x,
        end_y,
    )


def _rounded(value: float) -> float:
    # A hundredth of a point is 1/7200 inch: beyond any printer, and half the size on disk.
    return round(float(value), 2) + 0.0


def _number(value: float) -> str:
    return f"{_rounded(value):.2f}".rstrip("0").rstrip(".")
