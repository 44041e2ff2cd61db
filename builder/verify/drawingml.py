"""DrawingML in; the text of its paragraphs, and where shapes stand on a slide in points, out.

ECMA-376-1, 20.1.7 (frames of shapes) and 21.1.2 (paragraphs).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from builder.model.ledger import Box

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def paragraphs(element: etree._Element) -> Iterator[str]:
    """Yield the text of each DrawingML paragraph below an element that has one."""
    for paragraph in paragraph_elements(element):
        if text := paragraph_text(paragraph):
            yield text


def paragraph_elements(element: etree._Element) -> Iterator[etree._Element]:
    """Yield the paragraphs below an element.

    What older programs show instead of something newer (`mc:Fallback`) says the same again.
    """
    for paragraph in element.iter(f"{A}p"):
        if next(paragraph.iterancestors(_FALLBACK), None) is None:
            yield paragraph


def paragraph_text(paragraph: etree._Element, number: str = "") -> str:
    """Return a paragraph's text; line breaks as line ends.

    `number` is the slide's own, which every program prints in a field for it, whatever text the
    file keeps there.
    """
    parts = []
    for run in paragraph.iter(f"{A}t", f"{A}br", _MATHS):
        above = run.getparent()
        if number and above is not None and above.get("type") == "slidenum":
            parts.append(number)
        else:
            parts.append("\n" if run.tag == f"{A}br" else run.text or "")
    return "".join(parts)


P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_EMU: Final = 12_700  # to a point
_MOST: Final = 27_273_042_316_900  # EMU (ECMA-376-1, 20.1.10.16, ST_Coordinate)


@dataclass(frozen=True)
class Frame:
    """How the coordinates inside a group lie on the slide: scale and offset of both axes."""

    across: tuple[float, float] = (1.0, 0.0)
    down: tuple[float, float] = (1.0, 0.0)

    def box(self, shape: etree._Element) -> Box | None:
        """Return where a shape stands, in points; None where its layout says it."""
        place = shape.find(f"{P}spPr/{A}xfrm")
        place = place if place is not None else shape.find(f"{P}grpSpPr/{A}xfrm")
        place = place if place is not None else shape.find(f"{P}xfrm")
        if place is None:
            return None
        (x, y), (wide, high) = _pair(place, "off", "x", "y"), _pair(place, "ext", "cx", "cy")
        return (
            (x * self.across[0] + self.across[1]) / _EMU,
            (y * self.down[0] + self.down[1]) / _EMU,
            wide * self.across[0] / _EMU,
            high * self.down[0] / _EMU,
        )

    def inside(self, group: etree._Element) -> Frame:
        """Return how coordinates inside a group lie."""
        place = group.find(f"{P}grpSpPr/{A}xfrm")
        if place is None or place.find(f"{A}chExt") is None:
            return self
        offset, extent = _pair(place, "off", "x", "y"), _pair(place, "ext", "cx", "cy")
        start, size = _pair(place, "chOff", "x", "y"), _pair(place, "chExt", "cx", "cy")
        axes = []
        for at, (scale, shift) in enumerate((self.across, self.down)):
            own = extent[at] / size[at] if size[at] else 1.0
            axes.append((own * scale, (offset[at] - start[at] * own) * scale + shift))
        return Frame(*axes)


def _pair(place: etree._Element, name: str, first: str, second: str) -> tuple[float, float]:
    held = place.find(f"{A}{name}")
    if held is None:
        return 0.0, 0.0
    return _length(held, first), _length(held, second)


def _length(held: etree._Element, name: str) -> float:
    """Return a length of a shape, in EMU.

    Raises:
        ValueError: it is none, or longer than any slide.
    """
    said = held.get(name, "0")
    try:
        found = float(said)
    except ValueError:
        found = float("nan")
    if not abs(found) <= _MOST:
        raise ValueError(f'{name}="{said[:40]}" is no length')
    return found
