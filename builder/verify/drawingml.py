"""DrawingML in; the text of its paragraphs with how large it is set and what is struck through,
where shapes stand on a slide in points, and what its layout and its master print on a slide beside
its own shapes, out. ECMA-376-1, 20.1.7 (frames of shapes), 21.1.2 (paragraphs).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from builder.frozen import dataclass
from builder.model.ledger import Box
from builder.verify import formulas
from builder.verify.package import Package

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TEXT, _BREAK = f"{A}t", f"{A}br"
_MATHS: Final = f"{formulas.M}oMath"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PLACES: Final = (f"{P}spPr/{A}xfrm", f"{P}grpSpPr/{A}xfrm", f"{P}xfrm")
_PROPERTIES: Final = f"{P}cNvPr"
_EMU: Final = 12_700  # to a point
_MOST: Final = 27_273_042_316_900  # EMU (ECMA-376-1, 20.1.10.16, ST_Coordinate)
_RUN, _LOOK = f"{A}r", f"{A}rPr"
_NUMBER: Final = 16  # characters that a number with its unit has at most


def kind_of(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


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


def is_slide_number(paragraph: etree._Element) -> bool:
    """Return whether a paragraph is nothing but the field that prints its slide's number."""
    runs = list(paragraph.iter(_TEXT, _BREAK, _MATHS))
    return len(runs) == 1 and _is_numbered(runs[0].getparent())


def paragraph_text(paragraph: etree._Element, number: str = "") -> str:
    """Return a paragraph's text; line breaks as line ends.

    `number` is the slide's own, which every program prints in a field for it, whatever text the
    file keeps there.
    """
    parts: list[str] = []
    again: set[etree._Element] = set()
    for run in paragraph.iter(_TEXT, _BREAK, _MATHS, _FALLBACK):
        tag = run.tag
        if tag == _FALLBACK:
            again.update(run.iter(_TEXT, _BREAK))
        if tag == _FALLBACK or (again and run in again):
            continue
        if tag == _MATHS:
            parts.append(formulas.said(run))
            continue
        if number and _is_numbered(run.getparent()):
            parts.append(number)
        else:
            parts.append("\n" if tag == _BREAK else run.text or "")
    return "".join(parts)


@dataclass(frozen=True)
class Frame:
    """How the coordinates inside a group lie on the slide: scale and offset of both axes."""

    across: tuple[float, float] = (1.0, 0.0)
    down: tuple[float, float] = (1.0, 0.0)

    def box(self, shape: etree._Element) -> Box | None:
        """Return where a shape stands, in points; None where its layout says it."""
        place = None
        for path in _PLACES:
            place = shape.find(path)
            if place is not None:
                break
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


def turned_in(shape: etree._Element) -> str:
    """Return in words that a shape stands turned, or turned over, in its box (20.1.7.6)."""
    place = next((found for path in _PLACES if (found := shape.find(path)) is not None), None)
    if place is None or not place.attrib:
        return ""
    over = any(place.get(name, "0") not in ("0", "false") for name in ("flipH", "flipV"))
    if over:
        return "a shape that is turned over"
    return "a shape that is turned" if place.get("rot", "0").strip("+-0") else ""


def shape_name(shape: etree._Element) -> str:
    """Return the name of a shape, as PowerPoint's selection pane shows it."""
    properties = properties_of(shape)
    return properties[0].get("name", "") if properties else ""


def is_placeholder(shape: etree._Element) -> bool:
    """Say whether a shape takes its place, and more, from its layout (19.3.1.36)."""
    return shape.find(f"*/{P}nvPr/{P}ph") is not None


def properties_of(shape: etree._Element) -> list[etree._Element]:
    """Return what a shape is called and described by (ECMA-376-1, 19.3.1.12): once, as a rule."""
    return [found for child in shape for found in child.iterchildren(_PROPERTIES)]


def behind(
    package: Package, known: dict[str, tuple[str, ...]], part: str, root: etree._Element
) -> tuple[str, ...]:
    """Return the text of the layout's and the master's own shapes, which every slide shows.

    `known` holds what is known of layouts already, and is added to.
    """
    above = package.one(part, "slideLayout") or package.one(part, "slideMaster")
    hidden = root.get("showMasterSp", "1") in ("0", "false")
    if above is None or hidden or "slideMasters" in part:
        return ()
    if above not in known:
        tree = package.xml(above)
        known[above] = (*_own_text(tree), *behind(package, known, above, tree))
    return known[above]


def size_of(paragraph: etree._Element) -> float:
    """Return the smallest type size that a paragraph's runs ask for, in points; 0 for none.

    A number that stands alone has its unit in smaller type: its digits are asked.
    """
    runs = [_read(run) for run in paragraph.iter(_RUN)]
    said = "".join(text for text, _ in runs)
    if len(said) <= _NUMBER and any(map(str.isdecimal, said)):
        runs = [(text, look) for text, look in runs if any(map(str.isdecimal, text))]
    found = [look.get("sz", "") for _, look in runs if look is not None]
    sizes = [int(size) / 100 for size in found if size.isdecimal()]
    return min(sizes) if sizes and all(found) else 0.0


def struck_in(paragraph: etree._Element) -> str:
    """Return the words of a paragraph that are struck through."""
    runs = [run for run in paragraph.iter(_LOOK) if run.get("strike", "noStrike") != "noStrike"]
    return "".join(
        above.findtext(f"{A}t") or "" for run in runs if (above := run.getparent()) is not None
    )


def _is_numbered(run: etree._Element | None) -> bool:
    return run is not None and run.get("type") == "slidenum"


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


def _own_text(root: etree._Element) -> Iterator[str]:
    for kind in ("sp", "graphicFrame"):
        for shape in root.iter(f"{P}{kind}"):
            if not is_placeholder(shape):
                yield from paragraphs(shape)


def _read(run: etree._Element) -> tuple[str, etree._Element | None]:
    """Return the words of a run and its properties."""
    text, look = None, None
    for child in run:
        if child.tag == _TEXT and text is None:
            text = child.text or ""
        elif child.tag == _LOOK and look is None:
            look = child
    return text or "", look
