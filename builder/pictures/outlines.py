"""A cleaned drawing in; its lines and fills as a page draws them out, the words as outlines.

What is not known here (gradients, masks, see-through colours) makes the whole a picture of pixels.
So does anything that the outlines would show otherwise than the drawing: both are rendered, and
the pixels compared. So nothing is dropped in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from io import BytesIO
from typing import Any, Final

from lxml import etree

from builder.frozen import dataclass
from builder.memory import remembered
from builder.pictures.lettering import LEAF, UnsetError, leaves, lettered
from builder.pictures.painting import Outline, OutlineStroke, PaintedOutline, as_svg, operators
from builder.pictures.rendering import rendered
from builder.theme.theme import Theme

_UNKNOWN: Final = {
    "linearGradient": "a gradient",
    "radialGradient": "a gradient",
    "pattern": "a pattern",
    "mask": "a mask",
    "filter": "a filter",
    "marker": "arrowheads (markers)",
    "image": "a picture within it",
    "textPath": "words along a path",
    "switch": "alternatives (<switch>)",
}
_NUMBER: Final = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?")
_SEEN: Final = 900
"""Pixels of the longer side at which a drawing and its outlines are compared."""
_UNLIKE: Final = 80
"""How far a pixel may differ, of 255: edges are smoothed a little differently."""
_FEW: Final = 4
"""Pixels that may differ more."""


@dataclass(frozen=True)
class Vectors:
    """A drawing as operators of a page's content (ISO 32000-1, 8.5), in the drawing's own units,
    y downwards; `why` says what keeps it from being drawn so, and is empty where nothing does.
    """

    operators: str = ""
    why: str = ""


def vectors(drawing: bytes, width: float, height: float, theme: Theme) -> Vectors:
    """Return a cleaned drawing of a size in its own units as a page draws it."""
    key = "vectors", drawing, repr((theme.serif, theme.sans))
    make = partial(_vectors, drawing, width, height, theme)
    return remembered(key, make, lambda made: 2 * len(made.operators))


def _vectors(drawing: bytes, width: float, height: float, theme: Theme) -> Vectors:
    root = etree.fromstring(drawing)
    for element in root.iter():
        name = str(element.tag).rpartition("}")[2]
        if name in _UNKNOWN:
            return Vectors(why=_UNKNOWN[name])
    try:
        shapes = list(_shapes(root, theme))
    except UnsetError as error:
        return Vectors(why=str(error))
    except (ValueError, TypeError, AttributeError, KeyError, IndexError, ZeroDivisionError):
        return Vectors(why="a part that is not written as the standard has it")
    if not _alike(drawing, as_svg(shapes, width, height), width, height, theme):
        return Vectors(why="something that is only seen so")
    return Vectors("\n".join(operators(shapes)))


def _shapes(root: etree._Element, theme: Theme) -> Iterator[PaintedOutline]:
    import svgelements

    texts = leaves(root)
    for path in root.iter("{*}path"):
        if not path.get("d"):
            path.set("d", "M0 0")  # the parser stumbles over one that draws nothing
    clips = {str(each.get("id")): each for each in root.iter("{*}clipPath")}
    parsed = svgelements.SVG.parse(BytesIO(etree.tostring(root)), reify=True, ppi=96)
    found = [each for each in parsed.elements() if _is_shown(each)]
    styles = {
        int(each.values[LEAF]): each
        for each in found
        if isinstance(each, svgelements.Text) and LEAF in each.values
    }
    words: dict[int, list[tuple[Any, Outline]]] = {}
    for style, outline in lettered(texts, styles, theme):
        words.setdefault(id(style), []).append((style, outline))
    for each in found:
        if isinstance(each, svgelements.Text):
            for style, outline in words.get(id(each), ()):
                yield _shape(style, _moved(outline, _matrix(style)), clips)
        elif isinstance(each, svgelements.Shape):
            path = svgelements.Path(each.segments(transformed=True))
            path.approximate_arcs_with_cubics()
            outline = list(_segments(path))
            if outline:
                yield _shape(each, outline, clips)


def _is_shown(element: Any) -> bool:
    values = getattr(element, "values", None)
    if not values:
        return False
    for key in ("opacity", "fill-opacity", "stroke-opacity"):
        if str(values.get(key, "1")).strip() not in ("1", "1.0", "100%"):
            raise UnsetError("see-through colours")
    for key in ("mix-blend-mode", "vector-effect", "paint-order"):
        if str(values.get(key, "normal")) not in ("normal", "none"):
            raise UnsetError(key)
    hidden = str(values.get("visibility", "")) in ("hidden", "collapse")
    return not hidden and str(values.get("display", "")) != "none"


def _shape(element: Any, outline: Outline, clips: dict[str, etree._Element]) -> PaintedOutline:
    values = element.values
    clip, even = _clip(values, clips)
    return PaintedOutline(
        outline,
        _colour(element.fill),
        str(values.get("fill-rule", "")).strip() == "evenodd",
        _stroke(element),
        clip,
        even,
    )


def _colour(colour: Any) -> str:
    if colour is None or colour.value is None:
        return ""
    if colour.alpha != 255:
        raise UnsetError("see-through colours")
    return f"#{colour.red:02x}{colour.green:02x}{colour.blue:02x}"


def _stroke(element: Any) -> OutlineStroke | None:
    colour = _colour(element.stroke)
    width = float(element.stroke_width or 0)
    if not colour or width <= 0:
        return None
    values = element.values
    said = float(_numbers(values.get("stroke-width", "1"))[0] or 1)
    scale = width / said if said else 1.0
    dash = str(values.get("stroke-dasharray", "none")).strip()
    if "%" in dash:
        raise UnsetError("dashes in per cent")
    lengths = [] if dash == "none" else [each * scale for each in _numbers(dash)]
    if not any(lengths):
        lengths = []
    phase = _numbers(values.get("stroke-dashoffset", "0"))[0] * scale
    return OutlineStroke(
        colour,
        width,
        str(values.get("stroke-linecap", "butt")).strip(),
        str(values.get("stroke-linejoin", "miter")).strip(),
        _numbers(values.get("stroke-miterlimit", "4"))[0],
        tuple(lengths * (2 if len(lengths) % 2 else 1)),
        phase,
    )


def _numbers(said: object) -> list[float]:
    return [float(each) for each in _NUMBER.findall(str(said))]


def _clip(values: Any, clips: dict[str, etree._Element]) -> tuple[Outline | None, bool]:
    """Return the outline beyond which nothing shows."""
    import svgelements

    named = re.search(r"url\(\s*['\"]?#([^'\")\s]+)", str(values.get("clip-path", "")))
    if named is None:
        return None, False
    clip = clips.get(named[1])
    if clip is None or clip.get("clipPathUnits", "userSpaceOnUse") != "userSpaceOnUse":
        raise UnsetError("a part that is cut out")
    matrix = svgelements.Matrix(str(values.get("transform", "")))
    matrix *= svgelements.Matrix(str(values.get("viewport_transform", "")))
    outline: Outline = []
    even = False
    for child in clip:
        name = str(child.tag).rpartition("}")[2]
        attributes = {str(key): str(value) for key, value in child.attrib.items()}
        even = even or attributes.get("clip-rule") == "evenodd"
        made = {"rect": svgelements.Rect, "circle": svgelements.Circle, "path": svgelements.Path}
        if name not in made or "style" in attributes or "class" in attributes:
            raise UnsetError("a part that is cut out")
        if name == "path":
            shape = svgelements.Path(attributes["d"])
            shape *= svgelements.Matrix(attributes.get("transform", ""))
        else:
            shape = svgelements.Path(made[name](**attributes))
        shape *= matrix
        shape.reify()
        shape.approximate_arcs_with_cubics()
        outline += _segments(shape)
    return outline, even


def _segments(path: Any) -> Iterator[tuple[str, tuple[tuple[float, float], ...]]]:
    """Yield the segments of a path of the parser's."""
    import svgelements

    for each in path:
        end = each.end
        if isinstance(each, svgelements.Move):
            yield "M", ((end.x, end.y),)
        elif isinstance(each, svgelements.Close):
            yield "Z", ()
        elif isinstance(each, svgelements.Line):
            yield "L", ((end.x, end.y),)
        elif isinstance(each, svgelements.QuadraticBezier):
            yield "Q", ((each.control.x, each.control.y), (end.x, end.y))
        elif isinstance(each, svgelements.CubicBezier):
            first, second = each.control1, each.control2
            yield "C", ((first.x, first.y), (second.x, second.y), (end.x, end.y))
        else:
            raise UnsetError("an arc")


def _matrix(element: Any) -> tuple[float, ...]:
    moved = element.transform
    return moved.a, moved.b, moved.c, moved.d, moved.e, moved.f


def _moved(outline: Outline, matrix: Sequence[float]) -> Outline:
    a, b, c, d, e, f = matrix
    return [
        (kind, tuple((a * x + c * y + e, b * x + d * y + f) for x, y in points))
        for kind, points in outline
    ]


def _alike(drawing: bytes, again: bytes, width: float, height: float, theme: Theme) -> bool:
    """Say whether two drawings look the same."""
    from PIL import Image, ImageChops

    scale = _SEEN / max(width, height)
    across, down = max(1, round(width * scale)), max(1, round(height * scale))
    seen = []
    for each in (drawing, again):
        with Image.open(BytesIO(rendered(each, across, down, theme).data)) as picture:
            on = Image.new("RGBA", picture.size, "#7f9f3f")  # whatever is white shows on it
            seen.append(Image.alpha_composite(on, picture.convert("RGBA")).convert("RGB"))
    unlike = ImageChops.difference(*seen)
    bands = [band.point(lambda value: 255 if value > _UNLIKE else 0) for band in unlike.split()]
    most = bands[0]
    for band in bands[1:]:
        most = ImageChops.lighter(most, band)
    return most.histogram()[255] <= _FEW
