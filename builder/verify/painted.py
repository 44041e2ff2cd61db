"""What marked content paints, one thing after another: its operators in, paths and texts out.

Of a path only what is asked for is read: a map has many corners that nobody measures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Final, TypeAlias

from builder.frozen import dataclass
from builder.seals.operators import LITERAL

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
Corner: TypeAlias = tuple[float, float]
Box: TypeAlias = tuple[float, float, float, float]
"""Left, foot, right, top; in points."""

_NUMERAL: Final = rb"[-+.\d]++"
_PATH: Final = rb"(?P<path>(?:(?:" + _NUMERAL + rb"\s++)*+(?:re|[mlcvyh])(?=\s)\s++)++)"
_OPERATOR: Final = (
    rb"(?P<operands>(?:" + _NUMERAL + rb"\s++)*+)(?P<operator>[A-Za-z'\"][A-Za-z0-9*'\"]*+)"
)
_PASSED: Final = rb"<[0-9A-Fa-f\s]*+>|<<|>>|/[^\s/<>\[\]()]++|" + _NUMERAL
_TOKEN: Final = re.compile(LITERAL + rb"|" + _PATH + rb"|" + _OPERATOR + rb"|" + _PASSED, re.DOTALL)
_PART: Final = re.compile(rb"((?:" + _NUMERAL + rb"\s++)*+)(re|[mlcvyh])")
_PAINTING: Final = frozenset({b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"S", b"s"})
_COLOURS: Final = frozenset({b"rg", b"g", b"k", b"sc", b"scn"})
_PLACING: Final = frozenset({b"Tm", b"Td", b"TD"})
_AS_IT_IS: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True)
class Painted:
    """A path as its operators have it, or a text, that is painted: where the plane lies that it
    stands on (ISO 32000-1, 8.3.4), and the colour that fills it, as it is stated.
    """

    path: bytes
    plane: Matrix
    fill: str

    @property
    def is_text(self) -> bool:
        """Whether it is a text, of which `plane` says where it begins."""
        return not self.path

    def parts(self) -> list[list[Corner]]:
        """Return the corners of each part of the path, of curves their ends; one that leads back to
        where its part began has none.
        """
        found: list[list[Corner]] = []
        for operands, operator in _PART.findall(self.path):
            numbers = [float(each) for each in operands.split()]
            if operator == b"re":
                x, y, wide, high = numbers
                corners = ((x, y), (x + wide, y), (x + wide, y + high), (x, y + high))
                found.append([_moved(self.plane, *corner) for corner in corners])
            elif operator == b"m":
                found.append([_moved(self.plane, *numbers)])
            elif operator != b"h":
                corner = _moved(self.plane, *numbers[-2:])
                if operator == b"l" or corner != found[-1][0]:
                    found[-1].append(corner)
        return found

    @cached_property
    def corners(self) -> list[Corner]:
        """The corners of all parts."""
        if self.is_text:
            return [self.plane[4:]]
        return [corner for part in self.parts() for corner in part]

    @cached_property
    def box(self) -> Box:
        """The box that the corners stand in."""
        across, up = zip(*self.corners, strict=True)
        return min(across), min(up), max(across), max(up)

    @property
    def middle(self) -> Corner:
        """The mean of the corners."""
        across, up = zip(*self.corners, strict=True)
        return sum(across) / len(across), sum(up) / len(up)


def _moved(plane: Matrix, x: float, y: float) -> Corner:
    a, b, c, d, e, f = plane
    return a * x + c * y + e, b * x + d * y + f


def _on(inner: Matrix, outer: Matrix) -> Matrix:
    """Return where a plane lies that lies on another one."""
    a, b, c, d, e, f = inner
    ao, bo, co, do, eo, fo = outer
    return (
        a * ao + b * co,
        a * bo + b * do,
        c * ao + d * co,
        c * bo + d * do,
        e * ao + f * co + eo,
        e * bo + f * do + fo,
    )


def painted(code: bytes) -> Iterator[Painted]:
    """Yield what operators paint, in their order.

    Raises:
        ValueError, IndexError: they are not what they should be.
    """
    plane, fill, path = _AS_IT_IS, "", b""
    text: Matrix | None = None
    kept: list[tuple[Matrix, str]] = []
    for found in _TOKEN.finditer(code):
        if found["path"]:
            path += found["path"]
            continue
        operator = found["operator"]
        if operator in _PAINTING:
            if path:
                yield Painted(path, plane, fill)
            path = b""
        elif operator == b"n":
            path = b""
        elif operator == b"q":
            kept.append((plane, fill))
        elif operator == b"Q":
            plane, fill = kept.pop()
        elif operator == b"cm":
            plane = _on(_matrix(found["operands"]), plane)
        elif operator in _COLOURS:
            fill = " ".join(f"{float(each):.3f}" for each in found["operands"].split())
        elif operator == b"BT":
            text = None
        elif operator in _PLACING and text is None:
            numbers = found["operands"]
            text = _matrix(numbers if operator == b"Tm" else b"1 0 0 1 " + numbers)
        elif operator == b"ET":
            yield Painted(b"", _on(text or _AS_IT_IS, plane), fill)


def _matrix(operands: bytes) -> Matrix:
    a, b, c, d, e, f = map(float, operands.split())
    return a, b, c, d, e, f
