"""Outlines of a drawing in; operators of a page's content that paint them, or a drawing of nothing
but paths, out: two ways to write the same, so that one can be held to the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from builder.frozen import dataclass

Outline: TypeAlias = list[tuple[str, tuple[tuple[float, float], ...]]]
"""Segments: M, L, Q, C or Z, each with its points."""

_CAPS: Final = {"butt": 0, "round": 1, "square": 2}
_JOINS: Final = {"miter": 0, "round": 1, "bevel": 2}


@dataclass(frozen=True)
class OutlineStroke:
    colour: str
    width: float
    cap: str
    join: str
    limit: float
    dash: tuple[float, ...]
    phase: float


@dataclass(frozen=True)
class PaintedOutline:
    """An outline with how it is painted; `clip` is one beyond which nothing of it shows."""

    outline: Outline
    fill: str
    even: bool
    stroke: OutlineStroke | None
    clip: Outline | None = None
    even_clip: bool = False


def operators(shapes: Sequence[PaintedOutline]) -> Iterator[str]:
    """Yield the operators of a page for each shape."""
    for shape in shapes:
        code = ["q"]
        if shape.clip is not None:
            code += [*_drawn(shape.clip), "W* n" if shape.even_clip else "W n"]
        paint = ""
        if shape.fill:
            code.append(f"{_rgb(shape.fill)} rg")
            paint = "f*" if shape.even else "f"
        if shape.stroke is not None:
            code.append(_pen(shape.stroke))
            paint = {"": "S", "f": "B", "f*": "B*"}[paint]
        if paint:
            yield " ".join([*code, *_drawn(shape.outline), paint, "Q"])


def _drawn(outline: Outline) -> Iterator[str]:
    x, y = 0.0, 0.0
    for kind, points in outline:
        if kind == "Q":
            (cx, cy), (ex, ey) = points
            points = (
                (x + (cx - x) * 2 / 3, y + (cy - y) * 2 / 3),
                (ex + (cx - ex) * 2 / 3, ey + (cy - ey) * 2 / 3),
                (ex, ey),
            )
        operator = {"M": "m", "L": "l", "Q": "c", "C": "c", "Z": "h"}[kind]
        said = " ".join(f"{_short(px)} {_short(py)}" for px, py in points)
        yield f"{said} {operator}" if said else operator
        if points:
            x, y = points[-1]


def _pen(stroke: OutlineStroke) -> str:
    dash = " ".join(map(_short, stroke.dash))
    return (
        f"{_rgb(stroke.colour)} RG {_short(stroke.width)} w {_CAPS.get(stroke.cap, 0)} J "
        f"{_JOINS.get(stroke.join, 0)} j {_short(max(1.0, stroke.limit))} M "
        f"[{dash}] {_short(max(0.0, stroke.phase))} d"
    )


def _rgb(colour: str) -> str:
    return " ".join(_short(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))


def _short(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".") or "0"


def as_svg(shapes: Sequence[PaintedOutline], width: float, height: float) -> bytes:
    """Return the shapes as a drawing again, of nothing but paths."""
    parts = []
    for at, shape in enumerate(shapes):
        paint = f'fill="{shape.fill or "none"}"' + (' fill-rule="evenodd"' if shape.even else "")
        if shape.stroke is not None:
            each = shape.stroke
            dash = " ".join(map(_short, each.dash)) or "none"
            paint += (
                f' stroke="{each.colour}" stroke-width="{_short(each.width)}"'
                f' stroke-linecap="{each.cap}" stroke-linejoin="{each.join}"'
                f' stroke-miterlimit="{_short(each.limit)}" stroke-dasharray="{dash}"'
                f' stroke-dashoffset="{_short(each.phase)}"'
            )
        if shape.clip is not None:
            rule = ' clip-rule="evenodd"' if shape.even_clip else ""
            path = f'<path d="{_path(shape.clip)}"{rule}/>'
            parts.append(f'<clipPath id="c{at}">{path}</clipPath>')
            paint += f' clip-path="url(#c{at})"'
        parts.append(f'<path d="{_path(shape.outline)}" {paint}/>')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}" '
        f'viewBox="0 0 {width:g} {height:g}">{"".join(parts)}</svg>'
    ).encode()


def _path(outline: Outline) -> str:
    return " ".join(
        kind + " ".join(f"{_short(x)},{_short(y)}" for x, y in points) for kind, points in outline
    )
